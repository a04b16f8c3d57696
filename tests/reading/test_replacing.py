"""A workbook can be read as if some of its cells held something else."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from reading.samples import csv_folder, good, shared_strings, with_cell, workbook

from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Cell, told
from scheduler.reading import read_problem


def cell(sheet: str, row: int, column: str, value: str) -> Cell:
    return Cell(sheet=sheet, row=row, column=column, value=value)


def problem_with(path: Path, *cells: Cell) -> Problem:
    reading = read_problem(path, cells)
    assert reading.faults == ()
    assert reading.problem
    return reading.problem


def faults_with(path: Path, *cells: Cell) -> list[tuple[str, str]]:
    reading = read_problem(path, cells)
    assert reading.problem is None
    return [(fault.where, fault.what) for fault in reading.faults]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return workbook(tmp_path / "plan.xlsx")


@pytest.mark.parametrize(
    "said", ["2026-12-11", "12/11/2026", "Dec 11, 2026", "Fri Dec 11, 2026", " 11 December 2026 "]
)
def test_a_date_is_read_however_it_is_typed(plan: Path, said: str) -> None:
    cells = (cell("Settings", 5, "Value", "2026-12-31"), cell("Cohorts", 2, "Earliest start", said))

    problem = problem_with(plan, *cells, cell("Cohorts", 2, "Latest start", ""))

    assert problem.cohorts["CNC-A"].earliest_start == date(2026, 12, 11)
    assert problem.cohorts["CNC-A"].latest_start is None  # emptied: it was January 12


def test_times_numbers_and_ids_are_read_as_if_they_were_typed(plan: Path) -> None:
    problem = problem_with(
        plan,
        cell("Patterns", 2, "Start", "8:30 AM"),
        cell("Rooms", 2, "Seats", "1,030"),
        cell("Modules", 2, "Max hours/day", "7.25"),
        cell("Cohorts", 3, "Cohort", "0070"),
        cell("Rosters", 2, "Cohort", ""),
        cell("Rosters", 2, "Student ID", ""),
        cell("Rosters", 2, "Status", ""),
        *(cell("Rosters", row, "Cohort", "0070") for row in (3, 4, 5)),
    )

    assert problem.patterns["FT"].blocks[0].start == 34  # 8:30 is 34 quarter-hours after midnight
    assert problem.rooms["101"].capacity == 1030
    assert problem.programs["CNC"].modules[0].max_per_day == 29  # 7.25 h
    assert list(problem.cohorts) == ["CNC-A", "0070", "NA"]


def test_a_cell_emptied_is_blank_and_what_must_not_be_blank_is_named(plan: Path) -> None:
    assert not problem_with(plan, cell("Rooms", 2, "Campus", "")).rooms["101"].campus
    assert faults_with(plan, cell("Rooms", 2, "Seats", "")) == [("Rooms!D2", '"Seats" is blank')]


def test_a_row_below_the_last_is_a_new_one_and_a_row_emptied_is_none(plan: Path) -> None:
    new = [
        cell("Rooms", 9, name, value) for name, value in {"Room": "102", "Types": "CL", "Seats": "9"}.items()
    ]

    problem = problem_with(plan, *new)

    assert list(problem.rooms) == ["101", "SIM-1", "ML-2", "102"]
    assert problem.rooms["102"].row == 9  # rows 5 to 8 stay empty
    gone = [cell("Pins", 3, name, "") for name in ("Cohort", "Module", "Start")]
    assert [pin.row for pin in problem_with(plan, *gone).pins] == [2]


def test_names_are_as_tolerant_as_headings(plan: Path) -> None:
    problem = problem_with(
        plan,
        cell("cohort", 2, "earliest START", "1/6/2026"),
        cell("Labs", 2, "capacity (students)", "30"),
        cell("Holidays", 2, "Holiday", "Renamed"),
    )

    assert problem.cohorts["CNC-A"].earliest_start == date(2026, 1, 6)
    assert problem.rooms["101"].seats == 30
    assert problem.closures[0].note == "Renamed"


def test_a_column_that_the_workbook_lacks_is_added_at_the_right(tmp_path: Path) -> None:
    rows = good()
    rows["Rooms"] = [[*row[:4], None, "own"] for row in rows["Rooms"]]
    rows["Rooms"][0][5] = "Own column"
    plan = workbook(tmp_path / "plan.xlsx", rows)
    stations = cell("Rooms", 2, "Stations", "10")

    problem = problem_with(plan, stations, cell("Rooms", 3, "Workstations", "11"))

    assert [room.stations for room in problem.rooms.values()] == [10, 11, None]
    assert problem.columns["Rooms"]["Stations"] == "G"
    assert "Stations" not in problem_with(plan, cell("Rooms", 2, "Stations", "")).columns["Rooms"]
    assert faults_with(plan, cell("Rooms", 2, "Stations", "few")) == [("Rooms!G2", '"few" is not a number')]


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_an_optional_sheet_that_is_missing_is_made_with_its_headings(tmp_path: Path, how: str) -> None:
    rows = good()
    rows["Absences"] = []
    if how == "missing":
        del rows["Absences"]
    plan = workbook(tmp_path / "plan.xlsx", rows)

    problem = problem_with(plan, cell("Leave", 2, "Who", "I1"), cell("Absences", 2, "From", "1/5/2026"))

    assert [(absence.who, absence.first) for absence in problem.absences] == [("I1", date(2026, 1, 5))]
    assert problem.cell("Absences", 2, "From") == "Absences!B2"


def test_a_csv_folder_is_read_the_same_way(tmp_path: Path) -> None:
    rows = good()
    del rows["Absences"]
    cells = (
        cell("Cohorts", 2, "Earliest start", "Jan 12, 2026"),
        cell("Absences", 2, "Who", "I1"),
        cell("Absences", 2, "From", "1/5/2026"),
        cell("Rooms", 7, "Room", "102"),
        cell("Rooms", 7, "Types", "CL"),
        cell("Rooms", 7, "Seats", "24"),
    )

    folder = problem_with(csv_folder(tmp_path / "plan", rows), *cells)

    assert folder == problem_with(workbook(tmp_path / "plan.xlsx", rows), *cells)
    assert list(folder.rooms)[-1] == "102"


def test_a_dated_cell_and_a_cell_with_a_formula_are_replaced_alike(tmp_path: Path) -> None:
    start = cell("Cohorts", 2, "Earliest start", "1/7/2026")
    excel = shared_strings(tmp_path / "excel.xlsx")
    formula = workbook(tmp_path / "formula.xlsx", with_cell("Cohorts", "F2", "=1+1"))

    assert problem_with(excel, start) == problem_with(formula, start)


def test_all_checks_run_on_what_comes_out(plan: Path) -> None:
    assert faults_with(plan, cell("Cohorts", 2, "Program", "CNX"), cell("Rooms", 3, "Room", "101")) == [
        ("Cohorts!B2", 'there is no program "CNX". Did you mean "CNC"?'),
        ("Rooms!A3", '"101" is there twice: in rows 2 and 3'),
        ("Pins!E2", 'there is no room "SIM-1"'),
    ]


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (cell("Cohrts", 2, "Students", "9"), 'there is no sheet "Cohrts". Did you mean "Cohorts"?'),
        (cell("Budget", 2, "Students", "9"), 'there is no sheet "Budget".'),
        (cell("Cohorts", 2, "Studnts", "9"), 'Cohorts has no column "Studnts". Did you mean "Students"?'),
        (cell("Cohorts", 2, "Z", "9"), 'Cohorts has no column "Z".'),
        (
            cell("Cohorts", 1, "Students", "9"),
            "row 1 is not below the headings of Cohorts, which are in row 1",
        ),
        (
            cell("Cohorts", 0, "Students", "9"),
            "row 0 is not below the headings of Cohorts, which are in row 1",
        ),
        (cell("Cohorts", 20_001, "Students", "9"), "row 20,001 is beyond the last row that is read, 20,000"),
    ],
)
def test_a_cell_that_cannot_be_there_is_a_fault(plan: Path, wrong: Cell, what: str) -> None:
    assert faults_with(plan, wrong, cell("Cohorts", 2, "Students", "10")) == [("", what)]


def test_rows_are_counted_from_the_headings_wherever_they_are(tmp_path: Path) -> None:
    rows = good()
    rows["Rooms"] = [["Our rooms"], [], *rows["Rooms"]]
    plan = workbook(tmp_path / "plan.xlsx", rows)

    assert problem_with(plan, cell("Rooms", 4, "Seats", "30")).rooms["101"].seats == 30
    assert faults_with(plan, cell("Rooms", 3, "Seats", "30")) == [
        ("", "row 3 is not below the headings of Rooms, which are in row 3")
    ]


def test_the_same_cell_twice_must_say_the_same(plan: Path) -> None:
    once, again = (cell("Rooms", 2, name, "30") for name in ("Seats", "Capacity"))

    assert problem_with(plan, once, again).rooms["101"].seats == 30
    assert faults_with(plan, once, cell("Rooms", 2, "Seats", "31")) == [
        ("", "Seats in row 2 of Rooms has two different values in one scenario")
    ]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            [("groups", 2, "Start date", "2026-01-12"), ("Cohorts", 2, "Max idle days", "2")],
            "Cohorts, row 2 (CNC-A): Earliest start Jan 12, 2026 (was Jan 5, 2026), Max idle days 2 (was 1)",
        ),
        (
            [("Rooms", 9, "Room", "102"), ("Rooms", 9, "Seats", "24")],
            "Rooms, row 9 (102, new row): Room 102, Seats 24",
        ),
        ([("Patterns", 2, "Start", "9:00 am")], "Patterns, row 2 (FT): Start 9:00 AM (was 8:00 AM)"),
        ([("Modules", 3, "Hours", "31")], "Modules, row 3 (CNC C02): Hours 31 (was 30)"),
        ([("Modules", 3, "Hours", "many")], "Modules, row 3 (CNC C02): Hours many (was 30)"),
        ([("Modules", 3, "Track", "T")], "Modules, row 3 (CNC C02): Track T (was blank)"),
        ([("Settings", 6, "Value", "3")], "Settings, row 6 (Weight: finish): Value 3 (was 2)"),
        (
            [("Cohorts", 2, "Latest start", "")],
            "Cohorts, row 2 (CNC-A): Latest start blank (was Jan 12, 2026)",
        ),
        ([("Calendar", 2, "Kind", "closed")], "Calendar, row 2: Kind closed (no change)"),
        ([("Rosters", 2, "Cohort", "NA")], "Rosters, row 2: Cohort (not shown)"),
    ],
)
def test_what_it_changes_is_said_row_by_row(
    plan: Path, cells: list[tuple[str, int, str, str]], said: str
) -> None:
    assert told(read_problem(plan, [cell(*one) for one in cells]).changes) == (said,)


def test_of_what_cannot_be_read_nothing_is_shown(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", with_cell("Cohorts", "F2", "=1+1"))

    (change,) = read_problem(plan, [cell("Cohorts", 2, "Earliest start", "1/7/2026")]).changes

    assert (change.before, change.after) == ("", "Jan 7, 2026")


def without(name: str) -> Mapping[str, Sequence[Sequence[object]]]:
    return {sheet: rows for sheet, rows in good().items() if sheet != name}


def test_a_needed_sheet_that_is_missing_stays_missing(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", without("Rooms"))
    assert ("Rooms", "the sheet is missing") in faults_with(plan, cell("Rooms", 2, "Seats", "30"))


def test_a_sheet_without_headings_stays_so(tmp_path: Path) -> None:
    plan = workbook(tmp_path / "plan.xlsx", {**good(), "Absences": [["words"], ["of ours"]]})
    where_what = faults_with(plan, cell("Absences", 2, "Who", "I1"))
    assert where_what == [("Absences", "there are no headings in the first 20 rows")]
