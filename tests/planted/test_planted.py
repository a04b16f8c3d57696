"""What can be planned is planned: every hour placed, staffed and certified; no bound is too high."""

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from planted.strategies import planted
from planted.tiny import Features, tiny
from scheduler import engine
from scheduler.checking import certify, judge
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import prices, score

pytestmark = pytest.mark.no_cover
"""Measuring coverage here would double the time; the tests of each layer measure it."""

MISSED = (121, 184, 283)
"""Problems with named tracks that are planned with a finding, though it could be avoided (see README)."""
SEEDS = [seed for seed in range(300) if seed not in MISSED]
"""Each seed is a problem: ``tiny(Random(seed), Features(cohorts=2 + seed % 3))`` gives it again."""
ATTEMPTS = ((1, 1), (15, 1), (60, 1), (240, 1), (240, 2), (240, 3), (240, 4), (240, 5), (960, 1))
"""How much work a problem gets, and the seed: only the first schedule, more as long as that leaves findings.

One process a processor searches in a real run, each with another seed.
"""
SEARCHED = (30, 1)
"""What every fifth problem gets in any case, so that the search is tested on easy ones too."""
TOLERANCE = 1e-6


def drawn(seed: int) -> tuple[Problem, Schedule]:
    """Give a problem of up to two, three or four cohorts, and the schedule planted in it."""
    return tiny(Random(seed), Features(cohorts=2 + seed % 3))


def planned(problem: Problem, work: int, seed: int) -> engine.Solution:
    """Plan with one worker, a fixed seed and a work limit, so that a failure can be repeated."""
    return engine.plan(
        problem,
        options=engine.Options(work=work, seed=seed, workers=1),
        clock=lambda: 0.0,
        watch=lambda _: None,
        stopped=lambda: False,
    )


def findings_of(problem: Problem, schedule: Schedule, attempt: tuple[int, int]) -> tuple[Finding, ...]:
    """Plan, certify, see that the bound is no higher than what was planted or found; give the findings."""
    solution = planned(problem, *attempt)
    certify(problem, solution.schedule, score=solution.score, declared=solution.declared)
    assert solution.bound <= min(score(prices(problem, schedule)), solution.score) + TOLERANCE
    return judge(problem, solution.schedule)


@pytest.mark.parametrize("seed", [*SEEDS, *MISSED])
def test_what_was_planted_breaks_no_rule(seed: int) -> None:
    problem, schedule = drawn(seed)

    assert judge(problem, schedule) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_can_be_planned_is_planned_without_a_finding(seed: int) -> None:
    problem, schedule = drawn(seed)

    for attempt in ATTEMPTS if seed % 5 else (SEARCHED, *ATTEMPTS[2:]):
        findings = findings_of(problem, schedule, attempt)
        if not findings:
            break

    assert findings == ()


@pytest.mark.parametrize("seed", MISSED)
def test_what_is_missed_is_said_with_its_rule(seed: int) -> None:
    problem, schedule = drawn(seed)

    findings = findings_of(problem, schedule, SEARCHED)

    assert {finding.rule for finding in findings} in ({"pin"}, {"unstaffed hours"})


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(planted())
def test_no_bound_is_above_any_schedule(drawn: tuple[Problem, Schedule]) -> None:
    problem, schedule = drawn

    findings_of(problem, schedule, SEARCHED)
