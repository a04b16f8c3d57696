"""The schedule workbook in a real spreadsheet program: recalculated, edited, printed."""

import re
import warnings
from collections import Counter
from datetime import date

import openpyxl
import pytest
from writing.office import converted, needs_office, needs_poppler, pages
from writing.sample_term import outcome_of, term

from scheduler.domain.schedule import Schedule
from scheduler.writing import write_planning, write_schedule

ERROR = re.compile(r"^(#(VALUE|REF|NAME|DIV/0|N/A|NUM|NULL)|Err:)")
CHECK, INSTRUCTOR, ROOM = 13, 9, 10


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "schedule.xlsx"
    problem, outcome = term()
    write_schedule(path, problem, outcome, inputs="f" * 64, today=date(2026, 1, 2))
    return path


@pytest.fixture(scope="module")
def recalculated(book, tmp_path_factory):
    return converted(book, "xlsx", tmp_path_factory.mktemp("office"))


def opened(path, *, values=True):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # data bars are an extension openpyxl does not keep
        return openpyxl.load_workbook(path, data_only=values)


def cells(path):
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in opened(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def same(left, right):
    if isinstance(left, int | float) and isinstance(right, int | float):
        return abs(left - right) < 1e-6
    return left == right


def edited(book, folder, changes):
    """Change cells of the sheet Schedule, recalculate, and give Check by row number."""
    workbook = opened(book, values=False)
    for (row, column), value in changes.items():
        workbook["Schedule"].cell(row, column).value = value
    workbook.save(folder / "edited.xlsx")
    found = opened(converted(folder / "edited.xlsx", "xlsx", folder))
    return found, {row: found["Schedule"].cell(row, CHECK).value or "" for row in range(2, 622)}


@needs_office
def test_every_formula_gives_what_was_written_as_its_value(book, recalculated):
    before, after = cells(book), cells(recalculated)
    assert not [key for key, value in after.items() if isinstance(value, str) and ERROR.match(value)]
    assert set(before) == set(after)
    assert not {key: (value, after[key]) for key, value in before.items() if not same(value, after[key])}


@needs_office
def test_check_is_empty_where_nothing_is_missing_or_taken_twice(recalculated):
    problem, outcome = term()
    sheet = opened(recalculated)["Schedule"]
    for session in outcome.schedule.sessions:
        needed = len(problem.module(session.cohort, session.module).room_types)
        staffed = session.instructors and len(session.rooms) == needed
        assert bool(sheet.cell(session.row, CHECK).value) == (not staffed)


@needs_office
def test_taking_a_busy_instructor_is_said_in_both_rows(book, tmp_path):
    _, outcome = term()
    rows = outcome.schedule.sessions
    first, other = next(
        (a, b)
        for a in rows
        for b in rows
        if a.cohort != b.cohort and a.overlaps(b) and a.instructors and b.instructors
    )
    _, check = edited(book, tmp_path, {(other.row, INSTRUCTOR): first.instructors[0]})
    words = f"{first.instructors[0]} is taken twice"
    assert (check[first.row], check[other.row]) == (words, words)
    assert Counter(map(bool, check.values())) == Counter(
        bool(text) or row in (first.row, other.row) for row, text in _checks(book).items()
    )


def _checks(book):
    sheet = opened(book)["Schedule"]
    return {row: sheet.cell(row, CHECK).value or "" for row in range(2, 622)}


@needs_office
def test_check_understands_two_rooms_question_marks_spaces_and_case(book, tmp_path):
    _, outcome = term()
    two = next(s for s in outcome.schedule.sessions if s.rooms == ("SIM-1", "ML-1"))
    other = next(s for s in outcome.schedule.sessions if s.overlaps(two) and s.cohort != two.cohort)
    changes = {(two.row, ROOM): "SIM-1 + ?", (other.row, ROOM): "sim-1+ ML-9"}
    _, check = edited(book, tmp_path, changes)
    assert check[two.row] == "SIM-1 is taken twice; Room missing"
    assert check[other.row].startswith("sim-1 is taken twice")


@needs_office
def test_hours_follow_an_edit(book, tmp_path):
    _, outcome = term()
    last = outcome.schedule.by_cohort["CNC-A"][-1]
    empty = {(last.row, column): None for column in (2, 3, 4, 5, 7, 9, 10)}
    found, check = edited(book, tmp_path, empty)
    row = [cell.value for cell in found["Hours"][2]]
    # CNC-A loses its last session on Wed Jun 3 (2.5 h after lunch, or what was left of C12)
    hours = last.length / 4
    assert row[3:6] == [600 - hours, 600, -hours]
    assert row[12] in (None, "")
    assert check[last.row] == ""


@needs_office
def test_a_nonsense_row_is_named_and_spoils_nothing_else(book, tmp_path):
    changes = {(2, 3): "next week", (3, 7): "C99", (4, 4): 0.9}
    found, check = edited(book, tmp_path, changes)
    assert check[2] == "Date or time missing"
    assert check[3] == "CNC-A has no module C99"
    assert "Ends before it starts" in check[4]
    assert not [
        cell.value
        for sheet in found
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and ERROR.match(cell.value)
    ]


@needs_office
@needs_poppler
def test_every_sheet_prints_one_page_wide_and_calendars_start_with_their_name(book, tmp_path):
    problem, _ = term()
    text = pages(converted(book, "pdf", tmp_path))
    for who in problem.instructors.values():
        mine = [page for page in text if page.lstrip().startswith(who.name)]
        assert len([page for page in mine if re.search(r"Page 1\s*$", page)]) == 1
        weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
        assert all(all(day in page for day in weekdays) for page in mine)
        assert len(mine) == len({re.search(r"Page (\d+)\s*$", page)[1] for page in mine})
    assert not [page for page in text if "###" in page]
    assert sum(page.lstrip().startswith("Timeline") for page in text) == 1


@needs_office
def test_a_schedule_without_any_session_is_written_too(tmp_path):
    problem, _ = term()
    none = outcome_of(problem, Schedule(), status="optimal")
    write_schedule(tmp_path / "none.xlsx", problem, none, inputs="", today=date(2026, 1, 2))
    after = cells(converted(tmp_path / "none.xlsx", "xlsx", tmp_path))
    assert not [value for value in after.values() if isinstance(value, str) and ERROR.match(value)]
    assert after["Hours", "D2"] == 0


@needs_office
def test_the_blank_planning_workbook_recalculates_without_an_error(tmp_path):
    write_planning(
        tmp_path / "blank.xlsx", {"Instructors": [{"Instructor": "I-1"}], "Rooms": [{"Room": "7"}]}
    )
    after = cells(converted(tmp_path / "blank.xlsx", "xlsx", tmp_path))
    assert not [value for value in after.values() if isinstance(value, str) and ERROR.match(value)]
    column = {address: value for (sheet, address), value in after.items() if sheet == "Lists"}
    assert {"I-1", "7"} <= set(column.values())
