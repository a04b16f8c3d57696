"""Plan in a test: one worker, a fixed seed, a limit of work and no clock; what comes out is certified."""

from collections.abc import Callable
from typing import Any

from scheduler import engine
from scheduler.checking import certify, judge
from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session, when

WORK = 150
TOLERANCE = 1e-6


def planned(
    problem: Problem,
    *,
    watch: Callable[[engine.Progress], None] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = lambda: 0.0,
    **options: Any,
) -> engine.Solution:
    """Plan, and let nothing pass that the checker does not certify, nor a bound above the score."""
    solution = engine.plan(
        problem,
        options=engine.Options(**{"work": WORK, "seed": 1, "workers": 1} | options),
        clock=clock,
        watch=watch,
        stopped=stopped,
    )
    certify(problem, solution.schedule, score=solution.score, declared=solution.declared)
    assert solution.bound <= solution.score + TOLERANCE
    return solution


def held(solution: engine.Solution) -> list[str]:
    """Give when each module is held, in the order of time: ``"A M1 5 8-11"`` is on Jan 5."""
    return [_held(session) for session in sorted(solution.schedule.sessions, key=when)]


def rows(solution: engine.Solution) -> list[str]:
    """Give when, by whom and where each module is held: ``"A M1 5 8-11 I-1 R-1"``, ``?`` for nobody."""
    return [
        f"{_held(session)} {_names(session.instructors)} {_names(session.rooms)}"
        for session in sorted(solution.schedule.sessions, key=when)
    ]


def findings(problem: Problem, solution: engine.Solution) -> list[str]:
    """Give the codes of the findings."""
    return [found.rule for found in judge(problem, solution.schedule)]


def _names(names: tuple[str, ...]) -> str:
    return "+".join(sorted(names)) or "?"


def _held(session: Session) -> str:
    day = session.date.day + 31 * (session.date.month - 1)
    stretch = f"{hours(session.start):g}-{hours(session.end):g}"
    return f"{session.cohort} {session.module} {day} {stretch}"
