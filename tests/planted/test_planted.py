"""What can be planned is planned: every hour placed, staffed and certified; no bound is too high."""

from random import Random

import pytest

from planted.tiny import Features, tiny
from scheduler import engine
from scheduler.checking import certify, judge
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import prices, score

SEEDS = range(320)
"""Each seed is a problem: ``tiny(Random(seed), Features(cohorts=2 + seed % 3))`` gives it again."""
WORK = (1, 15, 60, 240, 1000)
"""How much work a problem gets: only the first schedule, and more as long as that leaves findings."""
SEARCHED = 30
"""How much work every fifth problem gets in any case, so that the search is tested on easy ones too."""
TOLERANCE = 1e-6


def drawn(seed: int) -> tuple[Problem, Schedule]:
    """Give a problem of up to two, three or four cohorts, and the schedule planted in it."""
    return tiny(Random(seed), Features(cohorts=2 + seed % 3))


def planned(problem: Problem, work: int) -> engine.Solution:
    """Plan with one worker, a fixed seed and a work limit, so that a failure can be repeated."""
    return engine.plan(
        problem,
        options=engine.Options(work=work, seed=1, workers=1),
        clock=lambda: 0.0,
        watch=lambda _: None,
        stopped=lambda: False,
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_planted_breaks_no_rule(seed: int) -> None:
    problem, schedule = drawn(seed)

    assert judge(problem, schedule) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_can_be_planned_is_planned_without_a_finding(seed: int) -> None:
    problem, schedule = drawn(seed)
    planted = score(prices(problem, schedule))

    for work in WORK if seed % 5 else (SEARCHED, *WORK[2:]):
        solution = planned(problem, work)
        certify(problem, solution.schedule, score=solution.score, declared=solution.declared)
        assert solution.bound <= min(planted, solution.score) + TOLERANCE
        findings = judge(problem, solution.schedule)
        if not findings:
            break

    assert findings == ()
