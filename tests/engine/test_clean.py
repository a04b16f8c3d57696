"""A clean schedule of one cohort: found if there is one, or proven that there is none."""

from dataclasses import replace
from random import Random

import builders as b
import pytest
from planted.tiny import Features, tiny

from scheduler.checking import judge
from scheduler.domain.problem import Problem
from scheduler.engine import clean, clean_schedule
from scheduler.engine.bounds import exact_bound, quick_bound
from scheduler.engine.model import Model
from scheduler.goals import GOALS, prices, unplaced_hours, unstaffed_hours

MISSING = {goal.NAME: 0.0 for goal in GOALS} | {unplaced_hours.NAME: 1.0, unstaffed_hours.NAME: 1.0}
IN_TURN = {"absences": (b.absence("I-1", 6), b.absence("I-2", 5))}


def light(problem: Problem) -> Problem:
    return replace(problem, settings=replace(problem.settings, weights=MISSING))


def asked(problem: Problem) -> tuple[bool, bool]:
    """Say whether a schedule is found for A, and whether it is proven that there is none."""
    wanted = light(problem)
    schedule, proven = clean_schedule(wanted, "A", lambda: False)
    if schedule is not None:
        assert not judge(wanted, schedule)
        assert not prices(wanted, schedule)["unstaffed hours"].units
        assert not prices(wanted, schedule)["unplaced hours"].units
    return schedule is not None, proven


FOUND, NONE = (True, False), (False, True)


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        (b.problem(), FOUND),
        (b.problem(b.module(hours=6), **IN_TURN), FOUND),
        (b.problem(b.module(hours=6), absences=(b.absence("I-1", 6), b.absence("I-2", 6))), NONE),
        (b.problem(cohorts=[b.cohort(start=31)]), NONE),
        # M2 is on Wed Jan 7 in any case: nobody is there.
        (
            b.problem(b.module("M1", 6), b.module("M2"), absences=(b.absence("I-1", 7), b.absence("I-2", 7))),
            NONE,
        ),
        # In any order it can be on another day.
        (
            b.problem(
                b.module("M1", instructors=0),
                b.module("M2", instructors=0),
                b.module("M3"),
                order="prerequisites",
                absences=(b.absence("I-1", 7), b.absence("I-2", 7)),
            ),
            FOUND,
        ),
        # ... unless it comes last of a chain of prerequisites.
        (
            b.problem(
                b.module("M1", instructors=0),
                b.module("M2", instructors=0, prerequisites=("M1",)),
                b.module("M3", prerequisites=("M2",)),
                order="prerequisites",
                absences=(b.absence("I-1", 7), b.absence("I-2", 7)),
            ),
            NONE,
        ),
        # 2 h a day of M1 leave an hour a day, so M2 begins in the third.
        (
            b.problem(b.module("M1", 6, day=2), b.module("M2"), instructors=[b.instructor("I-1")]),
            FOUND,
        ),
        (b.problem(b.module("M1", 6), pins=(b.pin("A", "M1", 6),)), NONE),
        (b.problem(b.module("M1", 6), pins=(b.pin("A", "M1", 5),)), FOUND),
    ],
)
def test_what_is_found_is_clean_and_what_is_not_is_proven(
    problem: Problem, answer: tuple[bool, bool]
) -> None:
    assert asked(problem) == answer


def test_min_weeks_are_met_by_idle_days() -> None:
    # 6 h are Mon Jan 5 and a day of the next week at the earliest Mon Jan 12: four idle days.
    def aided(idle: int) -> Problem:
        cohort = b.cohort(aided=True, max_idle_days=idle)
        return b.problem(b.module(hours=6), min_weeks=2, cohorts=[cohort])

    assert asked(aided(4)) == FOUND
    assert not asked(aided(3))[0]


def test_min_weeks_without_class_time_between_them_need_no_idle_days() -> None:
    # Mon Jan 5 to Wed Jan 7 are closed, so that Thu, Fri and Mon Jan 12 follow each other: two weeks.
    closed = b.closure(5, 7)
    cohort = b.cohort(aided=True)

    assert asked(b.problem(b.module(hours=9), min_weeks=2, cohorts=[cohort], closures=(closed,))) == FOUND
    assert not asked(b.problem(b.module(hours=9), min_weeks=2, cohorts=[cohort]))[0]


@pytest.mark.parametrize(
    ("min_weeks", "hours", "wanders"),
    [
        (0, 9, False),
        (1, 9, False),
        (2, 9, True),  # Mon Jan 5 to Wed Jan 7 are one week
        (2, 18, False),  # six mornings reach Mon Jan 12
        (3, 18, True),
        (5, 66, True),  # the plan has 20 mornings in four weeks
    ],
)
def test_idle_days_for_their_own_sake_are_needed_where_weeks_are_too_few(
    min_weeks: int, hours: float, wanders: bool
) -> None:
    problem = b.problem(b.module(hours=hours), min_weeks=min_weeks, cohorts=[b.cohort(aided=True)])
    (case,) = Model(problem).cases["A"]

    assert case.must_wander(case.lane.spots[0]) is wanders


def test_weeks_without_class_time_are_not_counted() -> None:
    # Class in the weeks of Jan 5 and Jan 26, nothing between: 18 h from Mon Jan 5 are two weeks running.
    problem = b.problem(
        b.module(hours=18), min_weeks=2, closures=(b.closure(12, 23),), cohorts=[b.cohort(aided=True)]
    )
    (case,) = Model(problem).cases["A"]

    assert not case.must_wander(case.lane.spots[0])


def test_a_pinned_day_may_need_idle_days() -> None:
    (case,) = Model(b.problem(pins=(b.pin("A", "M1", 6),))).cases["A"]

    assert case.must_wander(case.lane.spots[0])


def test_after_the_last_class_time_there_are_no_weeks() -> None:
    problem = b.problem(b.module(hours=3), min_weeks=1, cohorts=[b.cohort(aided=True)])
    (case,) = Model(problem).cases["A"]

    assert case.must_wander(case.lane.spots[-1] + 1)


@pytest.mark.parametrize("seed", range(100, 130))
def test_nobody_is_told_that_what_was_planted_cannot_be(seed: int) -> None:
    problem, _ = tiny(Random(seed), Features(cohorts=1))
    (cohort,) = problem.cohorts

    _, proven = clean_schedule(light(problem), cohort, lambda: False)

    assert not proven


def test_tracks_side_by_side_are_searched_not_counted() -> None:
    pattern = b.pattern("AM", b.block(at="8-9", track="LAB"), b.block(at="9-11", track="CLASS"))
    modules = (b.module("M1", 2, track="LAB"), b.module("M2", 2, track="CLASS"))

    assert asked(b.problem(*modules, patterns=[pattern])) == FOUND
    assert asked(b.problem(*modules, patterns=[pattern], qualifications=[])) != FOUND


def test_what_is_too_much_work_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean, "MOST_LOOKS", 0)
    cohort = b.cohort(max_idle_days=2)

    assert asked(b.problem(b.module(hours=6), cohorts=[cohort], **IN_TURN)) == (False, False)


def test_when_the_time_is_over_it_stays_open() -> None:
    assert clean_schedule(light(b.problem(b.module(hours=6), **IN_TURN)), "A", lambda: True) == (None, False)


def test_helpers_hold_no_more_hours_than_they_may() -> None:
    # Two people of an hour a day hold 2 of 3 h: an hour unstaffed (500), whoever is the main one.
    people = [b.instructor("I-1", day=1), b.instructor("I-2", day=1)]
    weights = {"cover hours": 0, "instructors": 0}
    model = Model(b.problem(b.module(), instructors=people, weights=weights))

    assert exact_bound(model, "A", 10_000.0) == pytest.approx(500)


def test_an_exact_bound_may_be_told_how_much_work_to_do() -> None:
    problem = b.problem(b.module("M1", 9), absences=(b.absence("I-1", 6), b.absence("I-2", 7)))
    model = Model(problem)

    assert exact_bound(model, "A", 10_000.0, most=0) == quick_bound(model, "A")
    assert exact_bound(model, "A", 10_000.0) > quick_bound(model, "A")
