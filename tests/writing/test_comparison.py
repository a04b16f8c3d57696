"""The workbook of a comparison: what stands in it, and that it prints on one page's width."""

from datetime import datetime

import builders as b
import openpyxl
import pytest
from sides import PLANNED, TINY, against
from writing.books import TODAY, texts
from writing.office import converted, needs_office, needs_poppler, pages

from scheduler.domain.comparison import Comparison
from scheduler.tables import COMPARISON
from scheduler.writing import write_comparison

NAMES = ("fall v1/fall schedule v1.xlsx", "fall v2/fall schedule v2.xlsx")
MOVED = against(
    *PLANNED[:2], b.session(module="M2", day=9, who="I-2"), b.session("B", day=12, where=""),
    problem=b.problem(b.module("M1", 6), b.module("M2", 3), cohorts=[b.cohort("A"), b.cohort("B")]),
)  # fmt: skip
"""M2 on Fri Jan 9 with I-2 instead of Wed Jan 7 with I-1; a new cohort B has 3 of its 9 h, without a room."""


def book_of(path, comparison: Comparison) -> openpyxl.Workbook:
    write_comparison(path, comparison, names=NAMES, today=TODAY)
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return book_of(tmp_path_factory.mktemp("comparison") / "differences.xlsx", MOVED)


def rows(sheet) -> dict[str, list[object]]:
    """Give the rows below the headings by their first cell."""
    return {row[0]: list(row[1:]) for row in sheet.iter_rows(min_row=2, values_only=True)}


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 1, day, hour)  # noqa: DTZ001  a cell has no time zone


def test_every_sheet_has_its_headings_in_row_1_and_prints_one_page_wide(book) -> None:
    assert book.sheetnames == [sheet.name for sheet in COMPARISON]
    for table in COMPARISON:
        sheet = book[table.name]
        assert [cell.value for cell in sheet[1]] == [column.name for column in table]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (1, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"


def test_the_summary_names_both_and_says_what_differs(book) -> None:
    found = rows(book["Summary"])

    assert found["What differs"][0].startswith("1 of 2 placements differs: 1 in time, 1 in instructor; ")
    assert found["Schedule"] == [*NAMES, None]
    assert found["Last finish"] == [at(7), at(12), "5 days"]
    # B has 3 of its 9 h, without a room; A has all of its 9 h.
    assert found["Hours placed"] == [9, 12, 3]
    assert found["Hours not placed"] == [0, 6, 6]
    assert found["Hours without a person or a room"] == [0, 3, 3]
    assert found["Placements that differ in time"] == [None, None, 1]
    assert found["Placements that differ in room"] == [None, None, 0]


def test_every_goal_has_its_units_and_cost_in_both(book) -> None:
    found = rows(book["Goals"])

    assert found["unplaced hours"] == [0, 6, 6, 0, 6000, 6000]
    assert found["rooms"] == [0, 0, 0, 0, 0, 0]
    assert found["score"][3:] == [0, MOVED.after.score, MOVED.after.score]


def test_cohorts_are_told_with_their_dates_and_hours(book) -> None:
    found = rows(book["Cohorts"])

    assert found["A"] == [None, "AM", "AM", at(5), at(5), at(7), at(9), 2, 9, 9, 0, 0]
    assert found["B"] == ["B", None, "AM", None, at(12), None, at(12), None, None, 3, None, 3]
    assert book["Cohorts"]["E2"].number_format == "ddd mmm d, yyyy"


def test_people_and_rooms_whose_hours_differ_are_told(book) -> None:
    # I-1 gave up the 3 h of M2 and took the 3 h of B; I-2 has the 3 h of M2.
    assert rows(book["People and rooms"]) == {"I-2": [0, 3, 3]}


def test_placements_are_told_with_12_hour_times_and_main_people(book) -> None:
    sheet = book["Placements"]

    assert rows(sheet) == {
        "A": ["M2", "time, instructor", at(7, 8), at(9, 8), at(7, 11), at(9, 11), "I-1", "I-2", "R-1", "R-1"]
    }
    assert sheet["D2"].number_format == "ddd mmm d h:mm AM/PM"


def test_where_nothing_differs_it_says_so(tmp_path) -> None:
    book = book_of(tmp_path / "same.xlsx", against(*PLANNED))

    assert rows(book["Summary"])["What differs"][0] == "no differences"
    for name in ("People and rooms", "Placements"):
        assert texts(book[name])[-1] == "no differences"


def test_a_schedule_without_sessions_has_no_last_finish(tmp_path) -> None:
    book = book_of(tmp_path / "empty.xlsx", against(problem=TINY))

    assert rows(book["Summary"])["Last finish"] == [at(7), None, None]
    assert rows(book["Placements"])["A"][3] is None


def test_one_day_is_no_plural(tmp_path) -> None:
    book = book_of(tmp_path / "later.xlsx", against(*PLANNED[:2], b.session(module="M2", day=8)))

    assert rows(book["Summary"])["Last finish"][2] == "1 day"


@needs_office
@needs_poppler
def test_each_sheet_prints_on_one_page(tmp_path) -> None:
    path = tmp_path / "differences.xlsx"
    write_comparison(path, MOVED, names=NAMES, today=TODAY)

    printed = pages(converted(path, "pdf", tmp_path))

    assert len(printed) == len(COMPARISON)
    assert "Room in B" in printed[-1]
