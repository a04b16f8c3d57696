"""What `Pins` and pinned rows say is kept."""

from dataclasses import replace
from functools import reduce

from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Pin, Problem

CODE = "pin"


def pinned(problem: Problem, cohort: CohortId, module: ModuleId) -> Pin | None:
    """Give what is pinned of a cohort's module, all its rows in one; where they differ the first wins."""
    pins = [pin for pin in problem.pins if (pin.cohort, pin.module) == (cohort, module)]
    return reduce(_and, pins) if pins else None


def _and(first: Pin, second: Pin) -> Pin:
    same_day = first.date in (None, second.date)
    return replace(
        first,
        date=first.date or second.date,
        start=second.start if same_day and first.start is None else first.start,
        instructors=first.instructors or second.instructors,
        rooms=first.rooms or second.rooms,
        reason=first.reason or second.reason,
    )
