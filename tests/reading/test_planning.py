"""A planning workbook becomes a problem, whole and exactly."""

from datetime import date
from pathlib import Path

import pytest
from reading.samples import GOOD, csv_folder, good, shared_strings, with_cell, workbook

from scheduler.domain.problem import Order, Problem
from scheduler.reading import read_problem


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    reading = read_problem(workbook(tmp_path / "plan.xlsx"))
    assert reading.faults == ()
    assert reading.problem is not None
    return reading.problem


def test_every_sheet_becomes_values_of_the_domain(problem: Problem) -> None:
    assert problem.settings.plan_from == date(2026, 1, 5)
    assert problem.settings.weights == {"finish": 2}
    assert list(problem.patterns) == ["FT", "EVE"]
    assert problem.programs["CNC"].order is Order.PREREQUISITES
    assert problem.programs["CPT"].order is Order.FIXED
    assert problem.programs["CNC"].milestones == (120, 240)  # 30 h and 60 h in quarters
    assert problem.rooms["SIM-1"].capacity == 12
    assert problem.instructors["I2"].campuses == {"North", "South"}
    assert problem.qualifications[0].module is None
    assert problem.closures[1].until == 48  # noon
    assert problem.windows[0].end == 96  # midnight as an end is the end of the day
    assert problem.absences[0].end == 96
    assert problem.pins[0].start == 32  # 8:00
    assert problem.pins[1].start is None


def test_ids_are_text_exactly_as_written(problem: Problem) -> None:
    assert list(problem.cohorts) == ["CNC-A", "007", "NA"]


def test_modules_come_in_their_sequence_else_in_row_order(problem: Problem) -> None:
    assert [module.id for module in problem.programs["CPT"].modules] == ["T01", "T02"]
    assert [module.id for module in problem.programs["CNC"].modules] == ["C01", "C02", "C03"]


def test_a_row_and_a_column_name_their_cell(problem: Problem) -> None:
    assert problem.cell("Cohorts", problem.cohorts["007"].row, "Patterns") == "Cohorts!D3"


def test_a_csv_folder_is_the_same_thing_as_the_workbook(tmp_path: Path, problem: Problem) -> None:
    assert read_problem(csv_folder(tmp_path / "plan")).problem == problem


def test_who_wrote_the_workbook_makes_no_difference(tmp_path: Path, problem: Problem) -> None:
    assert read_problem(shared_strings(tmp_path / "excel.xlsx")).problem == problem


@pytest.mark.parametrize("sheet", ["Calendar", "Rosters", "Availability", "Absences", "Pins"])
@pytest.mark.parametrize("how", ["missing", "without a cell", "headings only"])
def test_optional_sheets_may_be_missing_or_empty(tmp_path: Path, sheet: str, how: str) -> None:
    rows = good()
    rows[sheet] = rows[sheet][:1] if how == "headings only" else []
    if how == "missing":
        del rows[sheet]
    assert read_problem(workbook(tmp_path / "plan.xlsx", rows)).problem


@pytest.mark.parametrize("sheet", ["Patterns", "Programs", "Modules", "Cohorts"])
def test_headings_without_rows_are_not_planned(tmp_path: Path, sheet: str) -> None:
    rows = good()
    del rows[sheet][1:]
    reading = read_problem(workbook(tmp_path / "plan.xlsx", rows))
    assert reading.problem is None
    assert any(f.where == sheet and "no rows" in f.what for f in reading.faults)


@pytest.mark.parametrize(
    "sheet",
    [name for name in GOOD if name not in {"Calendar", "Rosters", "Availability", "Absences", "Pins"}],
)
def test_a_required_sheet_that_is_missing_is_one_fault(tmp_path: Path, sheet: str) -> None:
    rows = good()
    del rows[sheet]
    reading = read_problem(workbook(tmp_path / "plan.xlsx", rows))
    assert [(f.rule, f.where, f.what) for f in reading.faults] == [("input", sheet, "the sheet is missing")]


def test_all_faults_come_together_in_the_order_of_sheets_and_rows(tmp_path: Path) -> None:
    rows = with_cell("Cohorts", "B2", "CNX")
    rows["Rooms"][1][3] = "many"
    rows["Patterns"][1][1] = "Noday"
    rows["Cohorts"][3][4] = -1
    faults = read_problem(workbook(tmp_path / "plan.xlsx", rows)).faults
    assert [fault.where for fault in faults] == ["Patterns!B2", "Cohorts!B2", "Cohorts!E4", "Rooms!D2"]
    assert faults[1].what == 'there is no program "CNX". Did you mean "CNC"?'


def test_a_blank_template_names_every_sheet_that_needs_rows(tmp_path: Path) -> None:
    blank = {name: rows if name == "Settings" else rows[:1] for name, rows in good().items()}

    faults = read_problem(workbook(tmp_path / "plan.xlsx", blank)).faults

    assert [fault.where for fault in faults] == [
        "Patterns",
        "Programs",
        "Modules",
        "Cohorts",
        "Instructors",
        "Qualifications",
        "Rooms",
    ]
    assert faults[-1].todo == "Write one row for each room."


def test_without_people_and_rooms_there_is_still_something_to_plan(tmp_path: Path) -> None:
    rows = good()
    for sheet in ("Qualifications", "Availability", "Absences", "Pins"):
        rows[sheet] = rows[sheet][:1]

    assert read_problem(workbook(tmp_path / "plan.xlsx", rows)).problem
