"""Where a schedule is being repaired, what may stay as it was stays, and changes are few."""

from dataclasses import replace
from random import Random

import builders as b
import pytest
from engine.runs import TOLERANCE, planned
from planted.tiny import Features, tiny

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.before import timelines_before
from scheduler.engine.model import Model
from scheduler.goals import changes, prices, score

SEEDS = range(30)


def repaired(problem: Problem, previous: Schedule, **options) -> tuple[Schedule, float]:
    """Plan with a schedule before, certified; give the schedule and how much of it is changed."""
    known = replace(problem, previous=previous)
    found = planned(known, **options).schedule
    return found, changes.units(known, found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_schedule_that_may_stay_stays(seed: int) -> None:
    problem, before = tiny(Random(seed), Features(cohorts=3))

    found, changed = repaired(problem, before, work=10)

    assert changed == 0
    assert score(prices(problem, found)) <= score(prices(problem, before)) + TOLERANCE


@pytest.mark.parametrize("seed", SEEDS)
def test_timelines_before_cost_what_the_goals_say(seed: int) -> None:
    problem, before = tiny(Random(seed), Features(cohorts=3))
    model = Model(replace(problem, previous=before))
    found = list(timelines_before(model))

    assert {timeline.cohort for timeline in found} == set(problem.cohorts)
    for timeline in found:
        alone = Schedule(sessions=before.by_cohort[timeline.cohort], patterns=before.patterns)
        assert timeline.cost == pytest.approx(score(prices(model.only(timeline.cohort), alone)))


@pytest.mark.parametrize("seed", SEEDS)
def test_after_an_absence_the_score_is_the_certified_one(seed: int) -> None:
    problem, before = tiny(Random(seed), Features(cohorts=3, tracks=False))
    chance = Random(seed)
    session = chance.choice([session for session in before.sessions if session.instructors])
    away = b.absence(session.instructors[0], session.date, session.date)

    repaired(replace(problem, absences=(*problem.absences, away)), before, work=60)


def three_days(**fields) -> Problem:
    """Give a module of three mornings, which two people may teach and which may be held in two rooms."""
    return b.problem(b.module("M1", 9), b.module("M2", 3), **fields)


BEFORE = b.schedule(
    *(b.session(day=day) for day in (5, 6, 7)), b.session("A", "M2", 8, who="I-2", where="R-2"), A="AM"
)


def test_without_a_reason_nothing_changes_though_another_schedule_would_cost_less() -> None:
    # One instructor and one room would save 25: less than the two changes it takes (200).
    _, changed = repaired(three_days(), BEFORE)

    assert changed == 0


def test_an_absence_is_covered_and_changes_nothing_else() -> None:
    found, changed = repaired(three_days(absences=(b.absence("I-1", 6),)), BEFORE)

    assert changed == 0
    assert {s.date.day: s.instructors for s in found.sessions} == {
        5: ("I-1",), 6: ("I-2",), 7: ("I-1",), 8: ("I-2",)
    }  # fmt: skip


def test_someone_who_has_left_is_replaced_and_nothing_else_changes() -> None:
    problem = three_days(instructors=[b.instructor("I-2")], qualifications=[b.qualified("I-2")])

    found, changed = repaired(problem, BEFORE)

    assert changed == 1
    assert [s.date.day for s in found.sessions] == [5, 6, 7, 8]


def test_a_new_holiday_moves_what_comes_after_it_and_nobody_else() -> None:
    # Jan 6 is closed: M1 ends on Jan 8 and M2 is held on Jan 9, by the same people in the same rooms.
    found, changed = repaired(three_days(closures=(b.closure(6),)), BEFORE)

    assert changed == 2
    assert [(s.date.day, s.instructors, s.rooms) for s in found.sessions] == [
        (5, ("I-1",), ("R-1",)),
        (7, ("I-1",), ("R-1",)),
        (8, ("I-1",), ("R-1",)),
        (9, ("I-2",), ("R-2",)),
    ]


def test_a_cohort_grown_past_its_room_moves_to_another() -> None:
    small, large = b.room("R-1", seats=12), b.room("R-3", seats=30)
    problem = three_days(cohorts=[b.cohort(students=15)], rooms=[small, b.room("R-2"), large])

    found, changed = repaired(problem, BEFORE)

    assert changed == 1
    assert {s.rooms for s in found.by_placement["A", "M1"]} <= {("R-2",), ("R-3",)}


def test_a_new_cohort_is_planned_around_the_others() -> None:
    found, changed = repaired(three_days(cohorts=[b.cohort("A"), b.cohort("B")]), BEFORE)

    # B's two modules are new in dates, people and rooms.
    assert changed == 6
    assert found.by_cohort["B"]


def test_times_that_are_no_class_time_any_more_are_no_timeline_before() -> None:
    evening = b.schedule(b.session(at="18-21"), A="AM")
    problem = b.problem(b.module("M1", 3))

    found, changed = repaired(problem, evening)

    assert changed == 1
    assert [(s.date.day, s.start) for s in found.sessions] == [(5, 32)]
