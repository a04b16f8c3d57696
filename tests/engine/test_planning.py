"""A run ends when it is told to, with a complete certified schedule; the same seed gives the same rows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, pairwise
from random import Random

import builders as b
import pytest
from engine.runs import findings, held, planned
from planted.tiny import Features, tiny

from scheduler import engine
from scheduler.domain.problem import Problem

SEEDS = range(3, 8)
SMALL = Features(cohorts=2)


def crowded(cohorts: int = 3) -> Problem:
    """Give cohorts that queue for two instructors and two rooms, and could wait."""
    return b.problem(
        b.module("M1", 6),
        b.module("M2", 4),
        b.module("M3", 5),
        order="prerequisites",
        last=b.on(58),
        cohorts=[b.cohort(f"A{n}", 5, latest=30, max_idle_days=2) for n in range(cohorts)],
        qualifications=[b.qualified("I-1"), b.qualified("I-2", "M1"), b.qualified("I-2", "M2")],
        absences=(b.absence("I-1", 7), b.absence("I-2", 12, 13)),
    )


def ticking(step: float = 1.0) -> Callable[[], float]:
    """Give a clock that goes on by as much each time somebody looks."""
    moments: Iterator[int] = count()
    return lambda: next(moments) * step


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_and_work_give_the_same_schedule_row_for_row(seed: int) -> None:
    problem, _ = tiny(Random(seed), SMALL)

    first, second = (planned(problem, work=15, seed=seed) for _ in range(2))

    assert first.schedule == second.schedule
    assert (first.score, first.bound, first.declared) == (second.score, second.bound, second.declared)


def test_a_crowd_is_planned_the_same_way_twice() -> None:
    first, second = (planned(crowded(), work=40, seed=7) for _ in range(2))

    assert first.schedule == second.schedule


@pytest.mark.parametrize("seed", SEEDS)
def test_stopping_at_once_still_gives_a_complete_schedule(seed: int) -> None:
    problem, _ = tiny(Random(seed), SMALL)

    solution = planned(problem, work=None, stopped=lambda: True)

    assert set(solution.schedule.patterns) == set(problem.cohorts)
    assert {session.cohort for session in solution.schedule.sessions} == set(problem.cohorts)
    placed = sum(session.length for session in solution.schedule.sessions)
    assert placed == sum(problem.program_of(cohort).length for cohort in problem.cohorts)


def test_a_run_stops_in_the_middle_of_the_search() -> None:
    told: list[engine.Progress] = []

    solution = planned(crowded(), work=None, watch=told.append, stopped=lambda: len(told) > 2)

    assert set(solution.schedule.patterns) == {"A0", "A1", "A2"}


def test_a_run_ends_when_its_time_is_up() -> None:
    clock = ticking()

    solution = planned(crowded(), work=None, seconds=60.0, clock=clock)

    assert 0 < solution.seconds_to_first < 60
    assert clock() >= 60


def test_a_run_ends_when_its_work_is_done() -> None:
    little, more = planned(crowded(), work=4), planned(crowded(), work=60)

    assert more.score <= little.score


def test_more_work_reaches_what_every_cohort_can_have_at_once() -> None:
    # B can only be taught by I-1 in R-1, so A has to take the others: both at no price.
    problem = b.problem(
        programs=[b.program(b.module(), name="P"), b.program(b.module("M1", program="Q"), name="Q")],
        cohorts=[b.cohort("A"), b.cohort("B", program="Q")],
        qualifications=[b.qualified("I-1"), b.qualified("I-2"), b.qualified("I-1", program="Q")],
    )

    solution = planned(problem)

    assert solution.score == 0
    assert solution.proven


def test_a_run_goes_on_until_its_work_is_done_where_nothing_better_is_left_to_find() -> None:
    # Each is away for a day of M1: 3 h of cover at 5, and a second instructor (20). Who covers also
    # teaches M2, so both have 6 h. The last day is Jan 8, three after Plan from.
    problem = b.problem(
        b.module("M1", 9),
        b.module("M2", 3),
        weights={"uneven load": 1, "last finish": 1},
        absences=(b.absence("I-1", 6), b.absence("I-2", 7)),
    )

    assert planned(problem, work=500).score == 38


def test_what_is_told_never_gets_worse() -> None:
    told: list[engine.Progress] = []

    solution = planned(crowded(), work=60, watch=told.append)

    assert told[0].phase == "first complete schedule"
    assert all(after.score <= before.score for before, after in pairwise(told))
    assert all(after.bound >= before.bound for before, after in pairwise(told))
    assert told[-1].score == solution.score
    assert told[-1].unstaffed == 0


def test_a_proven_schedule_ends_the_run_long_before_its_work_is_done() -> None:
    # Were it not so, this would never end.
    assert planned(b.problem(b.module()), work=None).proven


def test_a_plan_without_cohorts_is_empty_and_best() -> None:
    problem = replace(b.problem(b.module()), cohorts={})

    solution = planned(problem)

    assert solution.schedule.sessions == ()
    assert (solution.score, solution.bound, solution.proven) == (0, 0, True)


def test_cohorts_that_share_nothing_are_each_planned_at_their_best() -> None:
    problem = b.problem(
        b.module("M1", 6),
        cohorts=[b.cohort("A", campus="North"), b.cohort("B", campus="South")],
        instructors=[b.instructor("I-1", at="North"), b.instructor("I-2", at="South")],
        rooms=[b.room("R-1", campus="North"), b.room("R-2", campus="South")],
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 5 8-11", "A M1 6 8-11", "B M1 6 8-11"]
    assert solution.proven


def test_a_queue_is_planned_without_a_finding() -> None:
    # Ten cohorts of 6 h follow each other, two days each; each next one waits two class days longer.
    # Monday to Friday from Jan 5: they end on Jan 6, 8, 12, 14, 16, 20, 22, 26, 28 and 30, instead of
    # Jan 6: 0 + 2 + 6 + 8 + 10 + 14 + 16 + 20 + 22 + 24 = 122.
    problem = b.problem(
        b.module("M1", 6),
        cohorts=[b.cohort(f"A{number}", latest=29) for number in range(10)],
        instructors=[b.instructor("I-1")],
    )

    solution = planned(problem, work=150)

    assert findings(problem, solution) == []
    assert solution.score == 122


@pytest.mark.parametrize(
    ("score", "bound", "proven"), [(5.0, 5.0, True), (5.0, 4.9, False), (0.0, 0.0, True)]
)
def test_a_schedule_is_proven_if_none_can_have_a_lower_score(
    score: float, bound: float, proven: bool
) -> None:
    solution = replace(planned(b.problem(b.module())), score=score, bound=bound)

    assert solution.proven is proven
