"""What is pinned is kept, outranks eligibility, and is declared where it cannot be; worked out by hand."""

import builders as b
from engine.runs import findings, held, planned, rows

from scheduler.domain.problem import Order


def test_a_module_starts_on_the_day_it_is_pinned_to() -> None:
    pins = (b.pin(module="M2", day=5),)
    problem = b.problem(b.module("M1"), b.module("M2"), order=Order.PREREQUISITES, pins=pins)

    solution = planned(problem)

    assert held(solution) == ["A M2 5 8-11", "A M1 6 8-11"]
    assert solution.score == 0


def test_a_cohort_starts_at_the_hour_it_is_pinned_to() -> None:
    # From 9 on 2 h are left of Jan 5; the last hour makes it a day late.
    problem = b.problem(b.module("M1"), pins=(b.pin(day=5, start=9),))

    solution = planned(problem)

    assert held(solution) == ["A M1 5 9-11", "A M1 6 8-9"]
    assert solution.score == 1
    assert findings(problem, solution) == []


def test_a_cohort_idles_to_meet_a_pin() -> None:
    # M2 would start on Jan 6; idle on Jan 6 and 7: 6 h at 2, and two days.
    problem = b.problem(
        b.module("M1"),
        b.module("M2"),
        cohorts=[b.cohort(max_idle_days=2)],
        pins=(b.pin(module="M2", day=8),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M2 8 8-11"]
    assert solution.score == 14
    assert findings(problem, solution) == []


def test_a_pin_that_idle_days_cannot_meet_is_declared() -> None:
    problem = b.problem(b.module("M1"), b.module("M2"), pins=(b.pin(module="M2", day=8),))

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M2 6 8-11"]
    assert solution.declared == {("pin", "A")}
    assert findings(problem, solution) == ["pin"]


def test_a_pin_outside_the_start_window_is_declared_and_the_rest_is_planned() -> None:
    problem = b.problem(
        b.module(), cohorts=[b.cohort("A"), b.cohort("B")], pins=(b.pin("A", day=4), b.pin("B", day=5))
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 5 8-11"]
    assert solution.declared == {("pin", "A")}
    assert solution.score == 0


def test_pins_that_contradict_each_other_leave_one_broken() -> None:
    pins = (b.pin(module="M1", day=5), b.pin(module="M2", day=5, start=8))
    problem = b.problem(b.module("M1"), b.module("M2"), order=Order.PREREQUISITES, pins=pins)

    solution = planned(problem)

    assert findings(problem, solution) == ["pin"]
    assert solution.declared == {("pin", "A")}
    assert solution.score == 0


def test_the_pinned_instructor_and_room_hold_all_sessions() -> None:
    problem = b.problem(b.module("M1", 6), pins=(b.pin(who="I-2", where="R-2"),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-2", "A M1 6 8-11 I-2 R-2"]
    assert solution.score == 0


def test_another_teaches_beside_a_pinned_instructor() -> None:
    people = [b.instructor(f"I-{number}") for number in (1, 2, 3)]
    problem = b.problem(b.module(instructors=2), instructors=people, pins=(b.pin(who="I-3"),))

    solution = planned(problem)

    assert "I-3" in solution.schedule.sessions[0].instructors
    assert len(solution.schedule.sessions[0].instructors) == 2
    assert findings(problem, solution) == []


def test_a_pinned_room_is_one_of_two_at_once() -> None:
    rooms = [b.room("R-1", "SIM"), b.room("R-2", "ML"), b.room("R-3", "ML")]
    problem = b.problem(b.module(room_types=("SIM", "ML")), rooms=rooms, pins=(b.pin(where="R-3"),))

    assert rows(planned(problem)) == ["A M1 5 8-11 I-1 R-1+R-3"]


def test_a_pinned_instructor_is_kept_though_not_qualified() -> None:
    problem = b.problem(b.module(), qualifications=[b.qualified("I-1")], pins=(b.pin(who="I-2"),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1"]
    assert solution.declared == {("instructor-qualified", "A")}
    assert findings(problem, solution) == ["instructor-qualified"]
    assert solution.score == 0


def test_a_pinned_instructor_is_kept_though_long_expired() -> None:
    qualifications = [b.qualified("I-1"), b.qualified("I-2", until=2)]
    problem = b.problem(b.module(), qualifications=qualifications, pins=(b.pin(who="I-2"),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1"]
    assert findings(problem, solution) == ["instructor-qualified"]


def test_a_pinned_instructor_is_kept_on_another_campus() -> None:
    people = [b.instructor("I-1", at="North"), b.instructor("I-2", at="South")]
    problem = b.problem(
        b.module(), cohorts=[b.cohort(campus="North")], instructors=people, pins=(b.pin(who="I-2"),)
    )

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1"]
    assert findings(problem, solution) == ["instructor-campus"]


def test_a_pinned_room_is_kept_though_of_another_type_and_too_small() -> None:
    rooms = [b.room("R-1"), b.room("R-2", "ML", 5)]
    problem = b.problem(b.module(), rooms=rooms, pins=(b.pin(where="R-2"),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1 R-2"]
    assert solution.declared >= {("room-type", "A"), ("room-capacity", "A")}
    assert set(findings(problem, solution)) >= {"room-type", "room-capacity"}


def test_a_pinned_instructor_who_is_away_is_covered_and_declared() -> None:
    # A day of cover (15) and a second instructor (20) against 1500 unstaffed.
    problem = b.problem(b.module("M1", 9), pins=(b.pin(who="I-2"),), absences=(b.absence("I-2", 6),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1", "A M1 6 8-11 I-1 R-1", "A M1 7 8-11 I-2 R-1"]
    assert findings(problem, solution) == ["pin"]
    assert solution.score == 35


def test_an_instructor_pinned_twice_at_once_leaves_one_pin_broken() -> None:
    pins = tuple(b.pin(name, who="I-1") for name in "AB")
    problem = b.problem(b.module(), cohorts=[b.cohort("A"), b.cohort("B")], pins=pins)

    solution = planned(problem)

    assert {row[-8:] for row in rows(solution)} == {" I-1 R-1", " I-2 R-2"} or {
        row[-8:] for row in rows(solution)
    } == {" I-1 R-2", " I-2 R-1"}
    assert findings(problem, solution) == ["pin"]
    assert solution.score == 0
