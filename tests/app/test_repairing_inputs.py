"""A schedule whose planning workbook has changed is repaired: people leave, cohorts come and go."""

from datetime import date
from pathlib import Path

import pytest
from edited import Term, course, module, people, rooms
from repaired import DAYS, UNTOUCHED, fall, held, named_cohorts, planning, repaired


@pytest.fixture
def term(tmp_path: Path) -> Term:
    return fall(tmp_path)


def test_someone_who_has_left_keeps_what_they_taught_and_is_replaced(term: Term) -> None:
    two = people({"Instructor": "I-2"}, {"Instructor": "I-3"})
    term.plan_says(**planning(**two))

    run = repaired(term, since=date(2026, 1, 8))

    assert held(run) == [
        *UNTOUCHED[:3],
        *(row.replace("I-1", "I-3") for row in UNTOUCHED[3:6]),
        *UNTOUCHED[6:],
    ]
    assert "I-1 is no longer in Instructors" in run.notes
    assert run.outcome.findings == ()


def test_a_room_that_is_gone_is_replaced(term: Term) -> None:
    term.plan_says(**planning(**rooms({"Room": "R-2"}, {"Room": "R-3"})))

    run = repaired(term)

    assert held(run)[:6] == [row.replace("R-1", "R-3") for row in UNTOUCHED[:6]]


def test_a_cohort_that_is_gone_is_left_out_and_said(term: Term) -> None:
    term.plan_says(**planning(Cohorts=named_cohorts("A")))

    run = repaired(term)

    assert held(run) == UNTOUCHED[:6]
    assert "B is no longer in Cohorts: its 6 sessions are left out" in run.notes


def test_a_new_cohort_is_planned_around_the_others(term: Term) -> None:
    term.plan_says(**planning(Cohorts=named_cohorts("A", "B", "C")))

    run = repaired(term)

    assert held(run)[:12] == UNTOUCHED
    assert [row for row in held(run) if row.startswith("C")] == [
        f"C {name} {day} I-3 R-3" for name, day in DAYS
    ]


def test_a_module_that_is_gone_is_left_out_and_said(term: Term) -> None:
    term.plan_says(**planning(**course(module(hours=9))))

    run = repaired(term)

    assert held(run) == [row for row in UNTOUCHED if "M1" in row]
    assert "A M2 is no longer in Modules: its 3 sessions are left out" in run.notes


def test_hours_lost_to_a_closure_are_made_up_and_what_was_held_stays(term: Term) -> None:
    storm = [{"From": date(2026, 1, 6), "Kind": "closed"}]
    term.plan_says(**planning(Calendar=storm))

    run = repaired(term, since=date(2026, 1, 7))

    # Nobody had class on Jan 6: what was planned for it and after it comes a day later.
    assert [row[:7].strip() for row in held(run)[:6]] == [
        "A M1 5", "A M1 7", "A M1 8", "A M2 9", "A M2 12", "A M2 13",
    ]  # fmt: skip
    assert run.outcome.findings == ()


def test_what_was_held_at_the_last_repair_is_still_held_at_the_next(term: Term) -> None:
    two = people({"Instructor": "I-2"}, {"Instructor": "I-3"})
    term.plan_says(**planning(**two))
    first = repaired(term, since=date(2026, 1, 7))

    again = repaired(Term(inputs=term.inputs, schedule=first.workbook))

    assert held(again) == held(first)
    assert again.outcome.findings == ()
