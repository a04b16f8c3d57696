"""What is said about a schedule as a whole: how good it is, what is missing, every finding."""

import json
import re
from dataclasses import replace
from pathlib import Path

import builders as b
import pytest
from writing.books import small, texts, written
from writing.sample_term import outcome_of

from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome, Price
from scheduler.domain.schedule import Schedule
from scheduler.writing import as_json
from scheduler.writing.wording import status


def test_a_finding_links_to_its_cell_and_one_about_the_input_does_not(planned, tmp_path):
    problem, outcome = planned
    session = outcome.schedule.sessions[4]
    findings = (
        Finding(rule="instructor-free", what="Busy.", sessions=(session,), column="Instructor"),
        Finding(rule="room-capacity", what="Too small.", where="Modules!C7"),
    )
    sheet = written(tmp_path / "s.xlsx", problem, replace(outcome, findings=findings))["Findings"]
    assert sheet["B2"].value == "Schedule!I6"
    assert sheet["B2"].hyperlink.location == "'Schedule'!I6"
    assert (sheet["B3"].value, sheet["B3"].hyperlink) == ("Modules!C7", None)


def test_no_findings_and_a_first_version_are_said_in_words(planned, tmp_path):
    problem, outcome = planned
    book = written(tmp_path / "s.xlsx", problem, replace(outcome, findings=()))
    assert "every rule holds" in book["Findings"]["C2"].value
    assert "first version" in book["Changes"]["B2"].value


def test_the_summary_says_how_good_what_is_missing_and_when(book):
    found = texts(book["Read me"])
    assert "At most 1.4 % above the best possible" in found
    assert "3 findings" in found
    assert "CNC-A" in found
    assert any(
        re.fullmatch(r"1,960 of 1,960 h planned, [\d.]+ h without a person or room", text) for text in found
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "optimal", "score": 10, "bound": 10}, "Proven best"),
        ({"status": "feasible", "score": 100, "bound": 98.7}, "At most 1.4 % above the best possible"),
        (
            {"status": "feasible", "score": 100, "bound": 0},
            "Not known to be near the best possible",
        ),
    ],
)
def test_status_is_said_in_words(fields, words):
    assert status(Outcome(schedule=Schedule(), goals={}, **fields)) == words


def test_a_late_cohort_is_said_to_be_late(tmp_path):
    # Finish by Fri Jan 9, last session Mon Jan 12: three calendar days.
    problem, outcome = small(b.session(day=12, where="R-1 R-2"), cohorts=(b.cohort(finish=9),))
    book = written(tmp_path / "s.xlsx", problem, outcome)
    assert "3 days late" in texts(book["Read me"])
    assert book["Hours"]["J2"].value == 3


def test_read_me_has_room_for_long_ids_many_milestones_and_who_is_late(tmp_path):
    # Eight milestones of 4 quarters each; Read me shows the first six, then Finish, Finish by and Late.
    course = b.program(b.module("M1", 9, room_types=()), milestones=tuple(range(4, 36, 4)))
    cohort = b.cohort("Campus 1-CNC-600-2", finish=5)
    problem = b.problem(programs=(course,), cohorts=(cohort,))
    outcome = outcome_of(problem, Schedule(sessions=(b.session(cohort.id, day=6, where=""),)))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Read me"]
    heads = next([cell.value for cell in row] for row in sheet.iter_rows() if row[0].value == "Cohort")
    marks = [f"{n} h" for n in range(1, 7)]
    assert heads == ["Cohort", "Program", "Start", *marks, "Finish", "Finish by", "Late"]
    assert sheet.column_dimensions["A"].width > len(cohort.id)
    dates = sheet.column_dimensions["C"]  # columns of the same width, C to K, are kept as one
    assert (dates.max, dates.width > len("Wed Sep 30, 2026")) == (11, True)
    assert "1 day late" in texts(sheet)


def test_only_goals_that_cost_something_come_first_and_all_of_them_last(tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2"))
    goals = {"finish": Price(units=2, weight=1), "last finish": Price(units=9, weight=0)}
    sheet = written(tmp_path / "s.xlsx", problem, replace(outcome, goals=goals, score=2.0))["Read me"]
    first = [cell.value for cell in sheet["A"] if cell.value]
    assert [first.count(goal) for goal in goals] == [2, 1]
    assert first[-4:] == ["All goals", "Goal", *goals]


def test_a_schedule_that_costs_nothing_says_so(tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2"))
    goals = {"finish": Price(units=0, weight=1)}
    sheet = written(tmp_path / "s.xlsx", problem, replace(outcome, goals=goals))["Read me"]
    assert "Nothing: every goal is met in full." in texts(sheet)


def test_json_has_the_keys_of_the_contract_and_nothing_else(planned):
    session = planned[1].schedule.sessions[0]
    goals = {"unplaced hours": Price(units=2.5, weight=1000), "unstaffed hours": Price(units=3, weight=500)}
    finding = Finding(rule="idle", what="Idle.", todo="Fill it.", sessions=(session,), column="Date")
    outcome = replace(planned[1], goals=goals, findings=(finding,), score=4000.0, bound=3900.0)
    found = json.loads(json.dumps(as_json(outcome, Path("outputs/x.xlsx"))))
    assert found == {
        "status": "feasible",
        "score": 4000.0,
        "bound": 3900.0,
        "goals": {
            "unplaced hours": {"units": 2.5, "weight": 1000},
            "unstaffed hours": {"units": 3, "weight": 500},
        },
        "unplaced_hours": 2.5,
        "unstaffed_hours": 3,
        "findings": [{"rule": "idle", "where": "Schedule!C2", "what": "Idle.", "todo": "Fill it."}],
        "seconds": 12.5,
        "seconds_to_first": 0.8,
        "seed": 7,
        "workbook": "outputs/x.xlsx",
    }
