"""The reasons of what is missing in a schedule: found after the search, in the time set apart for it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import days_late

if TYPE_CHECKING:
    from scheduler.app.planning import Search
    from scheduler.reasons import Cause

REASONING = "looking for the reasons"
"""The phase of a run in which that is done."""

EACH = 2.0
"""How many seconds one question may take."""


def found(
    problem: Problem, schedule: Schedule, search: "Search", seconds: float | None
) -> "tuple[Cause, ...]":
    """Give why a schedule lacks hours, finishes late or breaks rules, as far as time allows."""
    from scheduler import reasons  # noqa: PLC0415  loads the solver

    until = None if seconds is None else search.clock() + seconds
    ask = reasons.Asking(
        clock=search.clock,
        until=until,
        each=None if seconds is None else EACH,
        stopped=search.stopped,
    )
    return reasons.causes(problem, schedule, ask)


def is_short(problem: Problem, schedule: Schedule, findings: Sequence[Finding]) -> bool:
    """Whether anything is wrong with a schedule, or late."""
    return bool(findings) or days_late.units(problem, schedule) > 0


def with_reasons(problem: Problem, outcome: Outcome, search: "Search") -> Outcome:
    """Add the reasons to an outcome that has findings, if time is set apart for that."""
    if not search.reasoning or not is_short(problem, outcome.schedule, outcome.findings):
        return outcome
    from scheduler.engine import Progress  # noqa: PLC0415  loaded already, by whoever searched

    search.watch(Progress(seconds=outcome.seconds, score=outcome.score, bound=outcome.bound, phase=REASONING))
    causes = found(problem, outcome.schedule, search, search.reasoning)
    return replace(outcome, reasons=tuple(cause.reason for cause in causes))
