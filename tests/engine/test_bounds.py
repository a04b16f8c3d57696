"""No bound is above what some schedule reaches; where a cohort reaches its bound it is proven best."""

from random import Random

import builders as b
import pytest
from engine.runs import planned
from planted.tiny import Features, tiny

from scheduler.domain.problem import Order
from scheduler.domain.schedule import Schedule
from scheduler.engine.bounds import exact_bound, quick_bound
from scheduler.engine.model import Model
from scheduler.goals import prices, score

TOLERANCE = 1e-6
SEEDS = (13, 21, 23, *range(100, 140))
"""Which planted problems are looked at, those in front because a bound was too high once."""
ENOUGH = 10_000.0
"""More than any cohort here costs."""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_bound_is_above_what_a_cohort_was_planted_with(seed: int) -> None:
    problem, schedule = tiny(Random(seed), Features(cohorts=3 if seed == 23 else 2))
    model = Model(problem)
    for cohort, sessions in schedule.by_cohort.items():
        own = Schedule(sessions=sessions, patterns={cohort: schedule.patterns[cohort]})
        reached = score(prices(model.only(cohort), own))

        assert quick_bound(model, cohort) <= reached + TOLERANCE
        assert exact_bound(model, cohort, reached + 100) <= reached + TOLERANCE


def test_a_quick_bound_counts_days_and_heads_that_no_one_can_spare() -> None:
    # M1 and M2 share no instructor (20) and no room (5); Jan 7 is the first start day, 2 days late.
    problem = b.problem(
        b.module("M1"),
        b.module("M2", room_types=("ML",)),
        cohorts=[b.cohort(start_days=b.weekdays("W"))],
        rooms=[b.room("R-1"), b.room("R-2", "ML")],
        qualifications=[b.qualified("I-1", "M1"), b.qualified("I-2", "M2")],
    )

    assert quick_bound(Model(problem), "A") == 27


def test_a_quick_bound_counts_hours_that_nobody_can_hold() -> None:
    # 3 h without instructor at 500.
    assert quick_bound(Model(b.problem(b.module(), qualifications=[])), "A") == 1500


def test_heads_are_no_bound_where_going_without_is_cheaper() -> None:
    problem = b.problem(
        b.module("M1"),
        b.module("M2"),
        qualifications=[b.qualified("I-1", "M1"), b.qualified("I-2", "M2")],
        weights={"unstaffed hours": 1},
    )

    assert quick_bound(Model(problem), "A") == 0


def test_a_cohort_that_cannot_start_costs_all_its_hours() -> None:
    assert quick_bound(Model(b.problem(b.module(), cohorts=[b.cohort(start=31)])), "A") == 3000


def test_an_exact_bound_sees_an_absence() -> None:
    # Cover of 3 h (15) is certain, and with it a second instructor (20), if a bound looks that far.
    problem = b.problem(b.module("M1", 9), absences=(b.absence("I-1", 6), b.absence("I-2", 7)))
    model = Model(problem)

    assert quick_bound(model, "A") == 0
    assert 15 <= exact_bound(model, "A", ENOUGH) <= 35


@pytest.mark.parametrize("hours", [9, 7.5, 4.5])
def test_an_exact_bound_lets_idle_days_move_a_placement(hours: float) -> None:
    # With an idle day the absence costs 3 idle hours and a day (7), less than cover; the bound is not above.
    problem = b.problem(
        b.module("M1", hours),
        cohorts=[b.cohort(max_idle_days=1)],
        absences=(b.absence("I-1", 6), b.absence("I-2", 6)),
    )

    assert exact_bound(Model(problem), "A", ENOUGH) <= 7


def test_an_exact_bound_says_no_more_than_what_is_known_to_do() -> None:
    assert exact_bound(Model(b.problem(b.module(), qualifications=[])), "A", 0.0) == 0


def test_a_bound_that_is_too_much_work_is_a_coarser_one() -> None:
    # Six modules in any order, ten people and any two of seven rooms: end to end they cost 6 h of finish at
    # 3 h a day, nothing else, but for the second room at once (5).
    modules = [b.module(f"M{number}", 3, room_types=("CL", "CL")) for number in range(6)]
    problem = b.problem(
        *modules,
        order=Order.PREREQUISITES,
        cohorts=[b.cohort(max_idle_days=4)],
        instructors=[b.instructor(f"I-{number}") for number in range(10)],
        rooms=[b.room(f"R-{number}") for number in range(7)],
        absences=tuple(b.absence(f"I-{number}", 5 + number % 5) for number in range(10)),
    )
    model = Model(problem)

    assert quick_bound(model, "A") <= exact_bound(model, "A", ENOUGH) <= 25


def test_tracks_have_a_bound_too() -> None:
    pattern = b.pattern("AM", b.block(at="8-9", track="LAB"), b.block(at="9-11", track="CLASS"))
    problem = b.problem(
        b.module("M1", 2, track="LAB"), b.module("M2", 2, track="CLASS"), patterns=[pattern],
        absences=(b.absence("I-1", 6), b.absence("I-2", 5)),
    )  # fmt: skip
    model = Model(problem)

    # 3 h of class each day with one instructor; on Jan 5 and 6 there is one of them each: a second one (20).
    assert quick_bound(model, "A") <= exact_bound(model, "A", ENOUGH) <= 20


def test_starts_that_meet_are_told_apart_where_a_least_number_of_weeks_is_asked() -> None:
    # From Friday with L1, from Monday with S1: both have done the same by Monday 11, but only the first
    # has class in two weeks. By hand: L1 on Fri 9 and Mon 12, S1 behind it, L2 on Tue and Wed, S2 behind.
    problem = b.problem(
        b.module("L1", 3, day=1.5),
        b.module("L2", 3, day=1.5),
        b.module("S1", 1.5),
        b.module("S2", 1.5),
        order=Order.PREREQUISITES,
        min_weeks=2,
        last=30,
        cohorts=[b.cohort("A", 9, latest=12, aided=True)],
        instructors=[b.instructor(who) for who in ("I-1", "I-2", "I-3")],
        qualifications=[
            b.qualified("I-1", "L1"),
            b.qualified("I-1", "L2"),
            b.qualified("I-2", "S1"),
            b.qualified("I-3", "S2"),
        ],
        absences=(
            b.absence("I-2", 5, 11),
            b.absence("I-2", 13, 30),
            b.absence("I-3", 5, 13),
            b.absence("I-3", 15, 30),
        ),
        rooms=[b.room("R-1")],
    )

    assert exact_bound(Model(problem), "A", ENOUGH) <= 47
    assert planned(problem).score == 47


def test_a_pinned_module_may_be_left_out_in_a_bound() -> None:
    # 18 h do not fit into 15 h of class. X is pinned to Friday, and nobody can teach it: it is left out.
    modules = [b.module(f"M{number}", 3) for number in range(5)]
    problem = b.problem(
        *modules,
        b.module("X", 3),
        order=Order.PREREQUISITES,
        last=9,
        pins=(b.pin("A", "X", 9, start=8),),
        qualifications=[b.qualified("I-1", module.id) for module in modules],
        instructors=[b.instructor("I-1")],
    )

    assert exact_bound(Model(problem), "A", 4500.0) == 3000
    assert planned(problem).score == 3000


def test_who_leaves_hours_out_may_finish_before_all_hours_could_be_held() -> None:
    # 15 h fit into the class time of both tracks, but M2 has a track that the pattern lacks: it is left out.
    both = b.pattern("AM", b.block(at="8-9", track="T1"), b.block(at="9-10", track="T2"))
    problem = b.problem(
        b.module("M1", 5, track="T1"),
        b.module("M2", 10, track="T3"),
        patterns=[both],
        weights={"last finish": 1000},
    )

    assert 0 < planned(problem).bound < 15_000


def test_out_of_time_an_exact_bound_is_the_quick_one() -> None:
    people = [b.instructor(f"I-{number}") for number in range(4)]
    model = Model(
        b.problem(
            *(b.module(f"M{number}") for number in range(4)),
            cohorts=[b.cohort(latest=9)],
            instructors=people,
            qualifications=[b.qualified(people[n].id, f"M{n}") for n in range(4)],
            absences=(b.absence("I-0", 5), b.absence("I-1", 6)),
        )
    )

    assert exact_bound(model, "A", ENOUGH, lambda: True) == quick_bound(model, "A")
    assert exact_bound(model, "A", ENOUGH) > quick_bound(model, "A")
