"""What can be planned is planned: every hour placed, staffed and certified; no bound is too high."""

from time import monotonic

from hypothesis import HealthCheck, given, settings

from planted.strategies import planted
from scheduler import engine
from scheduler.checking import certify, judge
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import prices, score

WORK = 400
EXAMPLES = 250
TOLERANCE = 1e-6
OFTEN = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def planned(problem: Problem) -> engine.Solution:
    """Plan with one worker, a fixed seed and a work limit, so that a failure can be repeated."""
    return engine.plan(
        problem,
        options=engine.Options(work=WORK, seed=1, workers=1),
        clock=monotonic,
        watch=lambda _: None,
        stopped=lambda: False,
    )


@OFTEN
@given(planted())
def test_what_was_planted_breaks_no_rule(drawn: tuple[Problem, Schedule]) -> None:
    problem, schedule = drawn
    assert judge(problem, schedule) == ()


@OFTEN
@given(planted())
def test_whatever_can_be_planned_is_planned_without_a_finding(drawn: tuple[Problem, Schedule]) -> None:
    problem, schedule = drawn
    solution = planned(problem)
    certify(problem, solution.schedule, score=solution.score, declared=solution.declared)
    assert judge(problem, solution.schedule) == ()
    assert solution.bound <= score(prices(problem, schedule)) + TOLERANCE
