"""Files that are not what they should be are refused before they can do harm, in plain words."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from reading.samples import GOOD, workbook
from reading.spoilt import MAIN, SHEET, refused, repacked

from scheduler.reading import container, read_problem


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


def test_every_sheet_of_the_sample_is_declared() -> None:
    assert len(GOOD) == 13
