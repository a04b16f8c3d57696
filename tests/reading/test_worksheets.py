"""Sheets that hold too much, or in odd forms, do no harm."""

import io
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from reading.samples import good, workbook
from reading.spoilt import SHEET, refused, repacked, sheet_of

from scheduler.reading import container, read_problem, survey
from scheduler.reading.faults import Unreadable


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


def test_the_budget_covers_all_sheets_together() -> None:
    budget = survey.Budget(elements=5)
    xml = b"<worksheet><sheetData><row><c/></row></sheetData></worksheet>"
    survey.surveyed(io.BytesIO(xml), budget)
    assert budget.elements == 1  # worksheet, sheetData, row and c were spent


def test_a_sheet_of_many_small_parts_is_refused_while_it_is_read() -> None:
    xml = b"<worksheet><sheetData>" + b"<row/>" * 20 + b"</sheetData></worksheet>"
    with pytest.raises(Unreadable, match="far more cells"):
        survey.surveyed(io.BytesIO(xml), survey.Budget(elements=10))
