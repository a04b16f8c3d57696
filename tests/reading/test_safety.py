"""Files that are not what they should be are refused before they can do harm, in plain words."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from reading.samples import GOOD, Rows, csv_folder, good, shared_strings, workbook

from scheduler.reading import container, kind_of, read_problem, survey
from scheduler.reading.csv_folder import delimiter_of, text_of
from scheduler.reading.faults import Unreadable

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def refused(path: Path) -> str:
    """Give why a file is refused; it must take less than five seconds."""
    start = time.process_time()
    reading = read_problem(path)
    assert time.process_time() - start < 5
    assert reading.problem is None
    (fault,) = reading.faults
    assert fault.rule == "input"
    assert fault.todo
    assert kind_of(path) == "planning"
    return fault.what


def repacked(
    path: Path, part: str, change: Callable[[bytes], bytes | None], rows: Rows | None = None
) -> Path:
    """Write a good workbook with one part of it changed or left out."""
    good_bytes = shared_strings(path.with_name("good.xlsx"), rows or GOOD).read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(good_bytes)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return path


def sheet_of(xml: str) -> Callable[[bytes], bytes]:
    return lambda _: f"<worksheet {MAIN}>{xml}</worksheet>".encode()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "the file is empty"),
        (b"hello", "this is not an Excel workbook (.xlsx)"),
        (b"<html></html>", "this is not an Excel workbook (.xlsx)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "this is an old .xls workbook"),
        (b"PK\x03\x04" + bytes(64), "the workbook is damaged"),
        (b"PK", "the workbook is damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)
    assert refused(path).startswith(why)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.xlsx") == "there is no such file"
    assert refused(tmp_path / "plan.xlsx" / "under").startswith("there is no such file")


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "plan.xlsx")

    def locked(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", locked)
    assert refused(path) == "the file cannot be read (PermissionError)"


def test_a_workbook_cut_off_or_with_a_flipped_byte_is_refused(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "good.xlsx").read_bytes()
    path = tmp_path / "plan.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    assert refused(path).startswith("the workbook is damaged")
    spoilt = bytearray(whole)
    spoilt[100] ^= 0xFF  # within the first part's packed content
    path.write_bytes(bytes(spoilt))
    assert refused(path).startswith("the workbook is damaged")


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(path) == "this is not an Excel workbook (.xlsx)"


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    raw = bytearray(workbook(tmp_path / "plan.xlsx").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + offset] |= 1  # the flag "encrypted" of the first entry
    (tmp_path / "plan.xlsx").write_bytes(bytes(raw))
    assert refused(tmp_path / "plan.xlsx") == "the workbook is protected with a password"


def test_a_zip_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    path = repacked(tmp_path / "plan.xlsx", SHEET, lambda _: bytes(60_000_000))
    assert path.stat().st_size < 200_000
    assert "zip bomb" in refused(path)


def test_a_zip_bomb_is_refused_by_its_size(tmp_path: Path) -> None:
    path = repacked(tmp_path / "plan.xlsx", SHEET, lambda _: bytes(container.MAX_UNPACKED + 1))
    assert refused(path) == "the workbook unpacks to more than 150 MB"


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(container.MAX_ENTRIES):
            archive.writestr(f"xl/media/{number}", b"")
    assert "too many for a workbook" in refused(path)


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_FILE", 100)
    assert refused(workbook(tmp_path / "plan.xlsx")).startswith("the file is larger than")


def test_millions_of_texts_are_refused(tmp_path: Path) -> None:
    texts = "".join(f"<si><t>{number:x}</t></si>" for number in range(260_000))
    path = repacked(
        tmp_path / "plan.xlsx", "xl/sharedStrings.xml", lambda _: f"<sst {MAIN}>{texts}</sst>".encode()
    )
    assert "far more texts and formats" in refused(path)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "[Content_Types].xml", "xl/sharedStrings.xml"]
)
@pytest.mark.parametrize("content", [b"<broken", b"<a/>", b"", b"\xff\xfe\x00"])
def test_parts_that_are_not_what_they_should_be_never_end_in_a_crash(
    tmp_path: Path, part: str, content: bytes
) -> None:
    reading = read_problem(repacked(tmp_path / "plan.xlsx", part, lambda _: content))
    assert reading.problem is None
    assert all(fault.rule == "input" for fault in reading.faults)


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"]
)
def test_parts_that_are_missing_never_end_in_a_crash(tmp_path: Path, part: str) -> None:
    assert read_problem(repacked(tmp_path / "plan.xlsx", part, lambda _: None)).problem is None


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>'
    for part in (SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"):
        path = repacked(tmp_path / "plan.xlsx", part, lambda old: old.replace(b"<", f"{laughs}<".encode(), 1))
        assert refused(path).startswith("the workbook is damaged")


def test_a_workbook_without_worksheets_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.create_chartsheet("Chart")
    book.save(tmp_path / "plan.xlsx")
    assert refused(tmp_path / "plan.xlsx") == "the workbook has no worksheets"


def test_a_stray_cell_at_the_far_corner_is_a_located_fault_at_once(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx")
    book = load_workbook(path)
    book["Cohorts"]["XFD1048576"] = "stray"
    book["Cohorts"]["A20001"] = "below"
    book["Rooms"]["CW2"] = "right"
    book["Rooms"]["XFD1048576"].number_format = "0.0"  # a format alone is no content
    book.save(path)
    start = time.process_time()
    faults = read_problem(path).faults
    assert time.process_time() - start < 5
    assert [(f.where, f.what) for f in faults] == [
        ("Cohorts!A20001", "2 filled cells lie beyond row 20,000 or column 100"),
        ("Rooms!CW2", "1 filled cells lie beyond row 20,000 or column 100"),
    ]


@pytest.mark.parametrize("ref", ["A1:XFD1048576", "A:XFD", "1:1048576"])
def test_a_merged_range_of_a_whole_sheet_is_refused_at_once(tmp_path: Path, ref: str) -> None:
    xml = f'<sheetData/><mergeCells count="1"><mergeCell ref="{ref}"/></mergeCells>'
    path = repacked(tmp_path / "plan.xlsx", SHEET, sheet_of(xml))
    assert refused(path) == "the sheets hold huge merged ranges"


def test_a_link_over_a_whole_sheet_is_refused_at_once(tmp_path: Path) -> None:
    xml = '<sheetData/><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'
    assert (
        refused(repacked(tmp_path / "plan.xlsx", SHEET, sheet_of(xml)))
        == "the sheets hold huge merged ranges"
    )


def test_links_and_merged_cells_beyond_what_is_read_do_no_harm(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx")
    book = load_workbook(path)
    book["Rooms"]["A2"].hyperlink = "https://example.org"
    book["Rooms"].merge_cells("A20000:A20002")
    book.save(path)
    assert read_problem(path).problem


def test_millions_of_cells_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MAX_RATIO", 100_000)
    rows = "<row>" + "<c/>" * 100 + "</row>"
    path = repacked(tmp_path / "plan.xlsx", SHEET, sheet_of(f"<sheetData>{rows * 20_000}</sheetData>"))
    assert refused(path).startswith("the sheets hold far more cells")


def test_sheets_that_are_not_ours_are_not_opened(tmp_path: Path) -> None:
    rows = good() | {"Scratch": [["x"]]}
    path = repacked(tmp_path / "plan.xlsx", "xl/worksheets/sheet14.xml", lambda _: b"<broken", rows)
    assert read_problem(path).problem


def test_cells_without_an_address_stand_one_after_the_other(tmp_path: Path) -> None:
    cells = [
        "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row)
        for row in (("Key", "Value"), ("Site", "Here"))
    ]
    xml = "<sheetData>" + "".join(f"<row>{row}</row>" for row in cells) + "</sheetData>"
    faults = read_problem(repacked(tmp_path / "plan.xlsx", SHEET, sheet_of(xml))).faults
    assert [f.what for f in faults] == [
        'the setting "Plan from" is missing',
        'the setting "Plan to" is missing',
    ]


def test_a_formula_with_a_stored_result_counts_as_its_result(tmp_path: Path) -> None:
    xml = (
        '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Key</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"Plan "&amp;"from"</f><v>Plan from</v></c>'
        '<c r="B2"><f>46000+27</f><v>46027</v></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><t>Plan to</t></is></c><c r="B3"><v>46200</v></c></row>'
        '<row r="4"><c r="A4" t="str"><f>""</f><v></v></c></row></sheetData>'
    )
    problem = read_problem(repacked(tmp_path / "plan.xlsx", SHEET, sheet_of(xml))).problem
    assert problem
    assert problem.settings.plan_from.isoformat() == "2026-01-05"


def test_control_characters_are_stripped(tmp_path: Path) -> None:
    rows = good()
    rows["Instructors"][1][1] = "Sample\u00a0Instructor\u200b 1\u202e "
    problem = read_problem(workbook(tmp_path / "plan.xlsx", rows)).problem
    assert problem
    assert problem.instructors["I1"].name == "Sample Instructor 1"


def test_a_folder_without_csv_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert refused(tmp_path) == "the folder holds no CSV files"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_files_are_read_in_every_usual_form(tmp_path: Path, encoding: str, delimiter: str) -> None:
    folder = csv_folder(tmp_path / "plan")
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    lines = [["Instructor", "Name", "Campuses"], ["I1", "José Sample", ""], ["I2", "Zoë\0 Sample", ""]]
    text = mark + "\r\n".join(delimiter.join(line) for line in lines)
    (folder / "Instructors.csv").write_bytes(text.encode(encoding))
    problem = read_problem(folder).problem
    assert problem
    assert [person.name for person in problem.instructors.values()] == ["José Sample", "Zoë Sample"]


def test_a_csv_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    (folder / "Rooms.csv").write_text(
        'Room,Campus,Types,Seats\n101,"North\nside",CL,24\nSIM-1,,SIM,many\nML-2,,ML,9\n'
    )
    assert [f.where for f in read_problem(folder).faults] == ["Rooms!D3"]


def test_an_empty_csv_file_is_an_empty_sheet(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    (folder / "Cohorts.csv").write_bytes(b"")
    reading = read_problem(folder)
    assert ("Cohorts", "there are no headings in the first 20 rows") in [
        (f.where, f.what) for f in reading.faults
    ]


@pytest.mark.parametrize("why", ["too long a cell", "too large", "locked"])
def test_a_csv_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    folder = csv_folder(tmp_path / "plan")
    if why == "too long a cell":
        (folder / "Rooms.csv").write_text("Room,Types\n" + "x" * 200_000)
    elif why == "too large":
        monkeypatch.setattr("scheduler.reading.csv_folder.MAX_FILE", 10)
    else:
        (folder / "Rooms.csv").unlink()
        (folder / "Rooms.csv").mkdir()
    assert ".csv " in refused(folder)


def test_many_csv_lines_are_located_faults_not_a_flood(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    with (folder / "Rosters.csv").open("a") as file:
        file.writelines(f"S{n},,007,,\n" for n in range(10, 21_000))
    faults = read_problem(folder).faults
    assert [f.where for f in faults] == ["Rosters!A20001"]


def test_text_is_decoded_by_its_marks() -> None:
    assert text_of(b"\xff\xfea\x00") == "a"
    assert text_of(b"\x93quoted\x94") == "\u201cquoted\u201d"
    assert delimiter_of("") == ","
    assert delimiter_of('"a,b,c";d\n1;2') == ";"


def test_the_budget_covers_all_sheets_together() -> None:
    budget = survey.Budget(elements=5)
    xml = b"<worksheet><sheetData><row><c/></row></sheetData></worksheet>"
    survey.surveyed(io.BytesIO(xml), budget)
    assert budget.elements == 1  # worksheet, sheetData, row and c were spent


def test_a_sheet_of_many_small_parts_is_refused_while_it_is_read() -> None:
    xml = b"<worksheet><sheetData>" + b"<row/>" * 20 + b"</sheetData></worksheet>"
    with pytest.raises(Unreadable, match="far more cells"):
        survey.surveyed(io.BytesIO(xml), survey.Budget(elements=10))


def test_every_sheet_of_the_sample_is_declared() -> None:
    assert len(GOOD) == 13
