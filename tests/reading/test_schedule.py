"""An edited schedule workbook is read back row by row, edits and all."""

from datetime import date, time
from pathlib import Path

import pytest
from reading.samples import workbook

from scheduler.domain.problem import Problem
from scheduler.reading import ScheduleReading, kind_of, read_problem, read_schedule

HEADINGS = [
    "Row ID",
    "Cohort",
    "Date",
    "Start",
    "End",
    "Hours",
    "Module",
    "Title",
    "Instructor",
    "Room",
    "Pin",
    "Note",
    "Check",
]
FIRST = [
    "R1",
    "CNC-A",
    date(2026, 1, 5),
    time(8, 0),
    time(11, 30),
    3.5,
    "C01",
    "Safety",
    "I1",
    "101",
    None,
    None,
    None,
]


@pytest.fixture
def problem(tmp_path: Path) -> Problem:
    problem = read_problem(workbook(tmp_path / "plan.xlsx")).problem
    assert problem is not None
    return problem


def row(**changes: object) -> list[object]:
    return [changes.get(name.replace(" ", "_"), value) for name, value in zip(HEADINGS, FIRST, strict=True)]


def reading(path: Path, problem: Problem, *rows: list[object], name: str = "Schedule") -> ScheduleReading:
    return read_schedule(workbook(path / "schedule.xlsx", {name: [HEADINGS, *rows]}), problem)


def one_fault(read: ScheduleReading) -> tuple[str, str]:
    assert read.schedule is None
    (fault,) = read.faults
    assert fault.rule == "input"
    assert fault.todo
    return fault.where, fault.what


def test_a_row_is_a_session_with_its_id_and_row_number(tmp_path: Path, problem: Problem) -> None:
    read = reading(tmp_path, problem, row(Note="moved"))
    assert read.schedule
    (session,) = read.schedule.sessions
    assert (session.id, session.row, session.note) == ("R1", 2, "moved")
    assert (session.cohort, session.module, session.date) == ("CNC-A", "C01", date(2026, 1, 5))
    assert (session.start, session.end) == (32, 46)  # 8:00 and 11:30 in quarters
    assert (session.instructors, session.rooms, session.pin) == (("I1",), ("101",), frozenset())
    assert read.letters["Room"] == "J"


def test_blank_rows_are_skipped_and_rows_below_the_table_count(tmp_path: Path, problem: Problem) -> None:
    blank = row(**{name.replace(" ", "_"): None for name in HEADINGS} | {"Hours": 0, "Row_ID": "R7"})
    read = reading(tmp_path, problem, row(), blank, [None] * 13, row(Row_ID=None, Date=date(2026, 1, 6)))
    assert read.schedule
    assert [(s.id, s.row) for s in read.schedule.sessions] == [("R1", 2), ("", 5)]


def test_a_copied_row_gets_no_id(tmp_path: Path, problem: Problem) -> None:
    read = reading(tmp_path, problem, row(), row(Date=date(2026, 1, 6)), row(Date=date(2026, 1, 7)))
    assert read.schedule
    assert [session.id for session in read.schedule.sessions] == ["R1", "", ""]


@pytest.mark.parametrize(
    ("instructor", "room", "understood"),
    [
        ("I1 + I2", "SIM-1 + ML-2", (("I1", "I2"), ("SIM-1", "ML-2"))),
        ("I1 + ?", "? + ML-2", (("I1",), ("ML-2",))),
        ("I1, I2", "SIM-1; ML-2", (("I1", "I2"), ("SIM-1", "ML-2"))),
        ("I1+I1", 101, (("I1",), ("101",))),
        (None, "?", ((), ())),
    ],
)
def test_several_at_once_and_those_missing_are_understood(
    tmp_path: Path, problem: Problem, instructor: object, room: object, understood: object
) -> None:
    read = reading(tmp_path, problem, row(Instructor=instructor, Room=room))
    assert read.schedule
    assert (read.schedule.sessions[0].instructors, read.schedule.sessions[0].rooms) == understood


@pytest.mark.parametrize(
    ("written", "pinned"),
    [
        ("all", {"time", "instructor", "room"}),
        ("X", {"time", "instructor", "room"}),
        ("yes", {"time", "instructor", "room"}),
        (True, {"time", "instructor", "room"}),
        ("Time, room", {"time", "room"}),
        ("instructors + rooms", {"instructor", "room"}),
        ("no", set()),
        (None, set()),
    ],
)
def test_a_pin_says_which_parts_of_the_row_stay(
    tmp_path: Path, problem: Problem, written: object, pinned: set[str]
) -> None:
    read = reading(tmp_path, problem, row(Pin=written))
    assert read.schedule
    assert read.schedule.sessions[0].pin == pinned


@pytest.mark.parametrize(
    ("changes", "where", "what"),
    [
        ({"Cohort": "CNC-B"}, "B2", 'there is no cohort "CNC-B". Did you mean "CNC-A"?'),
        (
            {"Module": "C09"},
            "G2",
            'there is no module "C09" in the program "CNC". Did you mean "C01" or "C02"?',
        ),
        ({"Module": "T01"}, "G2", 'there is no module "T01" in the program "CNC". Did you mean "C01"?'),
        ({"Instructor": "Ii"}, "I2", 'there is no instructor "Ii". Did you mean "I1" or "I2"?'),
        ({"Instructor": "I1 + Nobody"}, "I2", 'there is no instructor "Nobody"'),
        ({"Room": "SIM1"}, "J2", 'there is no room "SIM1". Did you mean "SIM-1"?'),
        ({"Date": "2/30/2026"}, "C2", 'there is no date "2/30/2026"'),
        ({"Date": None}, "C2", '"Date" is blank'),
        ({"Start": "8:10 AM"}, "D2", '"8:10 AM" is not on a quarter-hour'),
        ({"End": time(8, 0)}, "E2", "End (8:00 AM) is not after Start (8:00 AM)"),
        (
            {"Date": date(2062, 1, 5)},
            "C2",
            "1/5/2062 is years away from the plan, which runs from 1/5/2026 to 6/30/2026",
        ),
        ({"Pin": "tme"}, "K2", '"tme" is nothing that can be pinned. Did you mean "time"?'),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_cell(
    tmp_path: Path, problem: Problem, changes: dict[str, object], where: str, what: str
) -> None:
    assert one_fault(reading(tmp_path, problem, row(**changes))) == (f"Schedule!{where}", what)


def test_an_empty_schedule_is_refused(tmp_path: Path, problem: Problem) -> None:
    where, what = one_fault(reading(tmp_path, problem))
    assert (where, what) == ("Schedule", "there are no sessions below the headings")


def test_a_renamed_tab_is_found_by_its_headings_and_said(tmp_path: Path, problem: Problem) -> None:
    read = reading(tmp_path, problem, row(), name="Spring plan")
    assert read.schedule
    assert read.notes[0] == 'the sheet "Spring plan" is read as Schedule'


def test_a_renamed_tab_is_not_taken_for_the_hidden_copy_of_the_rows(tmp_path: Path, problem: Problem) -> None:
    sheets = {"Spring plan": [HEADINGS, row()], "_meta": [HEADINGS, row()]}
    assert read_schedule(workbook(tmp_path / "s.xlsx", sheets), problem).schedule


@pytest.mark.parametrize("lost", ["Instructor", "Room"])
def test_a_lost_heading_of_staff_is_named(tmp_path: Path, problem: Problem, lost: str) -> None:
    headings = ["Whoever" if name == lost else name for name in HEADINGS]
    read = read_schedule(workbook(tmp_path / "s.xlsx", {"Schedule": [headings, row()]}), problem)
    assert one_fault(read) == ("Schedule", f"the column {lost} is missing")


def test_without_a_schedule_sheet_or_with_two_it_says_so(tmp_path: Path, problem: Problem) -> None:
    none = read_schedule(workbook(tmp_path / "none.xlsx", {"Notes": [["Hello"]]}), problem)
    two = read_schedule(
        workbook(tmp_path / "two.xlsx", {"One": [HEADINGS, row()], "Two": [HEADINGS, row()]}), problem
    )
    assert one_fault(none) == ("Schedule", "the sheet is missing")
    assert one_fault(two) == ("Schedule", "more than one sheet can be it: One, Two")


def test_an_inserted_column_moves_the_letters_only(tmp_path: Path, problem: Problem) -> None:
    rows = [["My own", *HEADINGS], ["?", *row(Room="SIM2")]]
    where, _ = one_fault(read_schedule(workbook(tmp_path / "s.xlsx", {"schedule": rows}), problem))
    assert where == "schedule!K2"


def test_a_missing_column_is_named(tmp_path: Path, problem: Problem) -> None:
    rows = [[name for name in HEADINGS if name != "Module"]]
    read = read_schedule(workbook(tmp_path / "s.xlsx", {"Schedule": rows}), problem)
    assert ("Schedule", 'the column "Module" is missing') in [(f.where, f.what) for f in read.faults]


def test_no_headings_and_no_workbook_are_faults(tmp_path: Path, problem: Problem) -> None:
    bare = read_schedule(workbook(tmp_path / "s.xlsx", {"Schedule": [[1, 2, 3]]}), problem)
    assert one_fault(bare) == ("Schedule", "there are no headings in the first 20 rows")
    assert one_fault(read_schedule(tmp_path / "gone.xlsx", problem)) == ("", "there is no such file")


def test_the_pattern_is_taken_from_hours_if_the_cohort_still_has_it(tmp_path: Path, problem: Problem) -> None:
    hours = [
        ["Cohort", "Program", "Pattern"],
        ["007", "CPT", "EVE"],
        ["CNC-A", "CNC", "EVE"],
        ["Old", "CPT", "FT"],
    ]
    path = workbook(tmp_path / "s.xlsx", {"Schedule": [HEADINGS, row()], "Hours": hours})
    read = read_schedule(path, problem)
    assert read.schedule
    assert read.schedule.patterns == {"007": "EVE"}


def test_without_hours_no_pattern_is_made_up(tmp_path: Path, problem: Problem) -> None:
    for hours in ([], [["Cohort", "Planned hours"], ["007", 40]]):
        path = workbook(tmp_path / "s.xlsx", {"Schedule": [HEADINGS, row()], "Hours": hours})
        read = read_schedule(path, problem)
        assert read.schedule
        assert read.schedule.patterns == {}


def test_planning_and_schedule_workbooks_are_told_apart(tmp_path: Path) -> None:
    planning = workbook(tmp_path / "plan.xlsx")
    schedule = workbook(tmp_path / "s.xlsx", {"Schedule": [HEADINGS], "Modules": [["Cohort"]]})
    renamed = workbook(tmp_path / "r.xlsx", {"Spring": [HEADINGS], "_meta": [["run"]]})
    assert [kind_of(path) for path in (planning, schedule, renamed)] == ["planning", "schedule", "schedule"]
    assert kind_of(tmp_path) == "planning"
    assert kind_of(tmp_path / "gone.xlsx") == "planning"


@pytest.mark.parametrize(
    ("known", "said"), [(0, "none of its 10 cohorts is"), (1, "only 1 of its 10 cohorts is"), (2, None)]
)
def test_a_schedule_of_other_inputs_is_refused_once(
    tmp_path: Path, problem: Problem, known: int, said: str | None
) -> None:
    ours = [row(Cohort=name) for name in list(problem.cohorts)[:known]]
    strangers = [row(Cohort=f"far away {number}") for number in range(10 - known)]

    faults = reading(tmp_path, problem, *ours, *strangers).faults

    assert (len(faults) == 1) == (said is not None)
    if said:
        assert faults[0].what == f"{said} in these inputs: it was planned from others"
        assert "--inputs" in faults[0].todo


@pytest.mark.parametrize("written", ["Sample Instructor 2", "sample instructor 2", "Sample Instrucor 2"])
def test_a_name_instead_of_the_id_is_answered_with_both(
    tmp_path: Path, problem: Problem, written: str
) -> None:
    where, what = one_fault(reading(tmp_path, problem, row(Instructor=written)))

    assert where == "Schedule!I2"
    assert what == f'there is no instructor "{written}". Did you mean "I2" (Sample Instructor 2)?'
