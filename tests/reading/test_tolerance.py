"""Sheets and columns are found wherever they are and whatever people call them, and it is said."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import MAC_EPOCH
from reading.samples import Rows, good, workbook

from scheduler.domain.problem import Problem
from scheduler.reading import Reading, read_problem
from scheduler.reading.sheets import matched
from scheduler.tables import PLANNING, PLANNING_SHEETS, SCHEDULE_SHEETS
from scheduler.writing import write_planning


def read(path: Path, rows: Rows) -> Reading:
    return read_problem(workbook(path / "plan.xlsx", rows))


@pytest.fixture
def plain(tmp_path: Path) -> Problem:
    problem = read(tmp_path, good()).problem
    assert problem
    return problem


def without_places(problem: Problem | None) -> list[object]:
    assert problem
    return [
        problem.settings,
        list(problem.cohorts),
        [c.students for c in problem.cohorts.values()],
        problem.rooms,
    ]


def test_columns_may_stand_in_any_order_between_others(tmp_path: Path, plain: Problem) -> None:
    rows = good()
    rows["Cohorts"] = [[*row[::-1], "mine"] for row in rows["Cohorts"]]
    reading = read(tmp_path, rows)
    assert reading.problem
    assert reading.problem.cohorts == plain.cohorts
    assert reading.problem.cell("Cohorts", 2, "Cohort") == "Cohorts!K2"
    assert 'Cohorts: not read: "mine"' in reading.notes


def test_headings_may_stand_below_a_title(tmp_path: Path, plain: Problem) -> None:
    rows = good()
    rows["Rooms"] = [["Rooms"], [], ["As of January"], *rows["Rooms"]]
    reading = read(tmp_path, rows)
    assert reading.problem
    assert list(reading.problem.rooms) == list(plain.rooms)
    assert reading.problem.rooms["101"].row == 5
    assert "Rooms: the headings are in row 4" in reading.notes


def test_headings_below_row_20_are_not_found(tmp_path: Path) -> None:
    rows = good()
    rows["Rooms"] = [["x"]] * 20 + rows["Rooms"]
    reading = read(tmp_path, rows)
    assert [(f.where, f.what) for f in reading.faults] == [
        ("Rooms", "there are no headings in the first 20 rows")
    ]


@pytest.mark.parametrize(
    ("sheet", "column", "heading"),
    [
        ("Cohorts", "Students", "Headcount"),
        ("Cohorts", "Students", "STUDENTS "),
        ("Cohorts", "Students", "Student"),
        ("Cohorts", "Students", "Students (number)"),
        ("Rooms", "Seats", "Capacity"),
        ("Rooms", "Types", "Room type"),
        ("Instructors", "Max hours/day", "max hours per day"),
        ("Programs", "Hours", "Clock hours"),
    ],
)
def test_other_names_of_a_column_are_understood_and_said(
    tmp_path: Path, plain: Problem, sheet: str, column: str, heading: str
) -> None:
    rows = good()
    rows[sheet][0][rows[sheet][0].index(column)] = heading
    reading = read(tmp_path, rows)
    assert reading.problem == plain
    if heading.strip() != column:
        assert f'{sheet}: the column "{heading.strip()}" is read as {column}' in reading.notes


def test_the_exact_heading_wins_over_a_synonym(tmp_path: Path, plain: Problem) -> None:
    rows = good()
    for row, extra in zip(rows["Rooms"], ["Capacity", 1, 2, 3], strict=True):
        row.insert(0, extra)
    reading = read(tmp_path, rows)
    assert reading.problem
    assert reading.problem.rooms["101"].seats == plain.rooms["101"].seats


def test_two_columns_that_could_be_the_same_are_a_fault(tmp_path: Path) -> None:
    rows = good()
    rows["Rooms"][0] = ["Room", "Campus", "Types", "Capacity", "Size"]
    reading = read(tmp_path, rows)
    assert [(f.where, f.what) for f in reading.faults] == [
        ("Rooms!D1", 'more than one column can be "Seats": Rooms!D1 and Rooms!E1')
    ]


def test_a_missing_column_and_a_misspelt_one_are_faults(tmp_path: Path) -> None:
    rows = good()
    rows["Rooms"][0] = ["Room", "Campus", "Tipes", None, "Statoins"]
    reading = read(tmp_path, rows)
    assert [(f.where, f.what) for f in reading.faults] == [
        ("Rooms", 'the column "Seats" is missing'),
        ("Rooms!C1", 'there is no column "Tipes". Did you mean "Types"?'),
        ("Rooms!E1", 'there is no column "Statoins". Did you mean "Stations"?'),
    ]


def test_sheets_are_found_by_case_number_and_synonym_and_it_is_said(tmp_path: Path, plain: Problem) -> None:
    names = {"Cohorts": "Groups", "Rooms": "rooms", "Programs": "Program", "Calendar": "Holidays"}
    rows = {names.get(name, name): lines for name, lines in good().items()} | {"Scratch": [[1]]}
    reading = read(tmp_path, rows)
    assert reading.problem == plain
    assert 'the sheet "Groups" is read as Cohorts' in reading.notes
    assert 'the sheet "Program" is read as Programs' in reading.notes
    assert "sheets not read: Scratch" in reading.notes


def test_our_own_sheets_that_are_no_input_are_not_reported(tmp_path: Path) -> None:
    write_planning(tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    assert {"Instructions", "Lists"} <= set(book.sheetnames)
    for name in (*PLANNING_SHEETS, *SCHEDULE_SHEETS, "Scratch"):
        if name not in book.sheetnames:
            book.create_sheet(name)
    book.save(tmp_path / "plan.xlsx")
    assert [note for note in read_problem(tmp_path / "plan.xlsx").notes if "not read" in note] == [
        "sheets not read: Scratch"
    ]


def test_our_instructions_are_no_slip_of_the_instructors(tmp_path: Path) -> None:
    rows = good() | {"Instructions": [["Fill in the sheets from left to right."]]}
    del rows["Instructors"]
    assert [(f.where, f.what) for f in read(tmp_path, rows).faults] == [
        ("Instructors", "the sheet is missing")
    ]


def test_faults_name_the_sheet_as_it_is_called(tmp_path: Path) -> None:
    rows = {"Groups" if name == "Cohorts" else name: lines for name, lines in good().items()}
    rows["Groups"][1][1] = "CNX"
    assert [f.where for f in read(tmp_path, rows).faults] == ["Groups!B2"]


def test_two_sheets_that_could_be_the_same_are_a_fault(tmp_path: Path) -> None:
    rows = good()
    rows["Groups"] = rows["Classes"] = rows.pop("Cohorts")
    assert [f.what for f in read(tmp_path, rows).faults] == [
        'more than one sheet can be "Cohorts": Groups, Classes'
    ]


@pytest.mark.parametrize(("right", "wrong"), [("Cohorts", "Cohrots"), ("Calendar", "Calender")])
def test_a_misspelt_sheet_is_a_fault_even_where_it_may_be_missing(
    tmp_path: Path, right: str, wrong: str
) -> None:
    rows = good()
    rows[wrong] = rows.pop(right)
    faults = read(tmp_path, rows).faults
    assert (wrong, f'there is no sheet "{wrong}". Did you mean "{right}"?') in [
        (f.where, f.what) for f in faults
    ]


def test_the_own_name_of_a_sheet_wins_over_a_synonym() -> None:
    assert matched(PLANNING, ["Students", "Rosters"]) == {"Rosters": ["Rosters"]}


def test_merged_cells_are_not_filled_in_but_named(tmp_path: Path) -> None:
    path = workbook(tmp_path / "plan.xlsx")
    book = load_workbook(path)
    book["Modules"].merge_cells("A2:A4")
    book["Rooms"].insert_rows(1)
    book["Rooms"]["A1"] = "All our rooms"
    book["Rooms"].merge_cells("A1:E1")
    book.save(path)
    faults = read_problem(path).faults
    assert [(f.where, f.what) for f in faults if f.where.startswith("Modules")] == [
        ("Modules!A3", "the cell is merged with A2"),
        ("Modules!A4", "the cell is merged with A2"),
    ]
    assert not any(f.where.startswith("Rooms") for f in faults)


def test_a_workbook_of_the_1904_system_has_the_same_dates(tmp_path: Path, plain: Problem) -> None:
    path = workbook(tmp_path / "plan.xlsx")
    book = load_workbook(path)
    book.epoch = MAC_EPOCH
    book["Cohorts"]["I3"].number_format = "General"  # a bare serial number counts from 1904 too
    book.save(path)
    assert read_problem(path).problem == plain


def test_a_number_given_wins_over_the_roster_and_a_note_says_so(tmp_path: Path) -> None:
    rows = good()
    rows["Cohorts"][2][4] = 15
    reading = read(tmp_path, rows)
    assert reading.problem
    assert reading.problem.cohorts["007"].students == 15  # type: ignore[index]
    assert "Cohorts!E3: 007 is planned with the 15 Students given; its roster has 2" in reading.notes


def test_a_cohort_without_number_and_roster_is_said(tmp_path: Path) -> None:
    rows = good()
    del rows["Rosters"]
    reading = read(tmp_path, rows)
    assert reading.problem
    assert reading.problem.cohorts["007"].students == 0  # type: ignore[index]
    assert "Cohorts!A3: 007 has no Students and nobody on its roster; planned with 0" in reading.notes


def test_rosters_count_each_student_with_a_counted_status_once(tmp_path: Path) -> None:
    reading = read(tmp_path, good())
    (note,) = reading.notes
    assert note.startswith("Rosters: students counted: 2, in cohorts: 1; ")
    assert "rows not counted because of their Status: 1; " in note
    assert note.endswith("rows that repeat a student, counted once: 1")
