"""The sheet Scenarios says what could be different; it is no part of the problem."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from reading.samples import Rows, csv_folder, good, shared_strings, workbook

from scheduler.domain.scenario import Cell, Scenario
from scheduler.reading import is_personal, read_problem

HEADINGS = ["Scenario", "Sheet", "Row", "Column", "Value"]


def with_scenarios(*lines: list[object], headings: list[str] = HEADINGS) -> Rows:
    return good() | {"Scenarios": [list(headings), *lines]}


def cell(row: int, column: str, value: str, sheet: str = "Cohorts") -> Cell:
    return Cell(sheet=sheet, row=row, column=column, value=value)


def test_rows_with_the_same_name_are_one_scenario(tmp_path: Path) -> None:
    plan = workbook(
        tmp_path / "plan.xlsx",
        with_scenarios(
            ["Later", "Cohorts", 2, "Earliest start", "1/12/2026"],
            ["Larger", "Rooms", "2", "Seats", 30],
            ["Later ", "Cohorts", 3.0, "Finish by", None],
            [None, None, None, None, None],
        ),
    )

    reading = read_problem(plan)

    assert reading.faults == ()
    assert reading.scenarios == (
        Scenario(name="Later", cells=(cell(2, "Earliest start", "1/12/2026"), cell(3, "Finish by", ""))),
        Scenario(name="Larger", cells=(cell(2, "Seats", "30", sheet="Rooms"),)),
    )
    assert [one.said_in for one in reading.scenarios[0].cells] == [2, 4]


def test_a_plan_takes_no_notice_of_them(tmp_path: Path) -> None:
    rows = with_scenarios(
        ["Later", "Cohorts", 2, "Earliest start", "1/12/2026"], ["Odd", "Nothing", 1, "x", "y"]
    )

    problem = read_problem(workbook(tmp_path / "with.xlsx", rows)).problem
    without = read_problem(workbook(tmp_path / "without.xlsx")).problem

    assert problem
    assert without
    assert {n: c for n, c in problem.columns.items() if n != "Scenarios"} == without.columns
    assert (problem.cohorts, problem.settings) == (without.cohorts, without.settings)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date(2026, 12, 11), "Dec 11, 2026"),
        (datetime.combine(date(2026, 12, 11), time(13, 30)), "Dec 11, 2026 1:30 PM"),
        (time(8, 0), "8:00 AM"),
        (time(8, 5, 30), "8:05:30"),
        (timedelta(days=1), "12:00 AM"),
        (24.0, "24"),
        (7.25, "7.25"),
        (True, "TRUE"),
        ("007", "007"),
    ],
)
def test_a_value_that_excel_has_understood_is_said_as_it_is_typed(
    tmp_path: Path, value: object, said: str
) -> None:
    plan = shared_strings if not isinstance(value, timedelta) else workbook
    rows = with_scenarios(["One", "Cohorts", 2, "Earliest start", value])

    (scenario,) = read_problem(plan(tmp_path / "plan.xlsx", rows)).scenarios

    assert scenario.cells[0].value == said


def test_a_date_in_a_scenario_is_the_date_in_the_cell(tmp_path: Path) -> None:
    rows = with_scenarios(
        ["One", "Cohorts", 2, "Earliest start", date(2026, 1, 12)],
        ["One", "Patterns", 2, "Start", time(8, 15)],
        ["One", "Pins", 2, "Start", datetime.combine(date(2026, 1, 20), time(8, 15))],
    )
    plan = shared_strings(tmp_path / "plan.xlsx", rows)
    (scenario,) = read_problem(plan).scenarios

    problem = read_problem(plan, scenario.cells).problem

    assert problem
    assert problem.cohorts["CNC-A"].earliest_start == date(2026, 1, 12)  # type: ignore[index]
    assert problem.patterns["FT"].blocks[0].start == 33  # type: ignore[index]  # 8:15
    assert (problem.pins[0].date, problem.pins[0].start) == (date(2026, 1, 20), 33)


@pytest.mark.parametrize("write", [workbook, csv_folder])
def test_its_columns_have_other_names_too_and_it_may_be_empty(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    headings = ["Name", "sheet", "Row", "Heading", "New value"]
    rows = with_scenarios(["A", "Rooms", 2, "Seats", "9"], headings=headings)

    (scenario,) = read_problem(write(tmp_path / "plan.xlsx", rows)).scenarios

    assert scenario == Scenario(name="A", cells=(cell(2, "Seats", "9", sheet="Rooms"),))
    assert read_problem(write(tmp_path / "empty.xlsx", with_scenarios())).scenarios == ()


def test_what_is_wrong_in_its_rows_is_a_fault_like_any_other(tmp_path: Path) -> None:
    rows = with_scenarios(
        ["Later", None, "two", "Earliest start", "1/12/2026"], ["later", "Rooms", 2, "Seats", 9]
    )

    faults = read_problem(workbook(tmp_path / "plan.xlsx", rows)).faults

    assert [(fault.where, fault.what) for fault in faults] == [
        ("Scenarios!B2", '"Sheet" is blank'),
        ("Scenarios!C2", '"two" is not a number'),
        ("Scenarios!A3", 'the scenario "later" is written "Later" in Scenarios!A2'),
    ]


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (["One", "Scenarios", 2, "Value", "x"], "Scenarios!B2"),
        (["One", "Cohrts", 2, "Students", "9"], "Scenarios!B2"),
        (["One", "Cohorts", 2, "Studnts", "9"], "Scenarios!D2"),
        (["One", "Cohorts", 1, "Students", "9"], "Scenarios!C2"),
        (["One", "Cohorts", 2, "Students", "many"], "Cohorts!E2"),
    ],
)
def test_what_is_wrong_in_a_scenario_names_the_cell_to_correct(
    tmp_path: Path, line: list[object], where: str
) -> None:
    plan = workbook(tmp_path / "plan.xlsx", with_scenarios(line))
    (scenario,) = read_problem(plan).scenarios

    (fault,) = read_problem(plan, scenario.cells).faults

    assert fault.where == where


def test_cells_of_the_rosters_are_told_apart() -> None:
    assert is_personal(cell(2, "Name", "Sample Student", sheet="Students"))
    assert not is_personal(cell(2, "Students", "9"))
