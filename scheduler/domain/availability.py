"""When an instructor or a room can be used at all: weekly windows and dated absences."""

from collections.abc import Mapping
from datetime import date

from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter, dates
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import EVERY_DAY, Problem

FREE = 0
WHOLE_DAY = (1 << QUARTERS_PER_DAY) - 1
"""Quarters of a day as a bit set: bit *q* stands for the quarter that begins at *q*."""


def stretch(start: Quarter, end: Quarter) -> int:
    """Give the quarters from start to end (end excluded) of a day as a bit set."""
    return (1 << end) - (1 << start) if end > start else 0


def blocked_days(problem: Problem, who: ResourceId) -> Mapping[date, int]:
    """Give the quarters at which somebody cannot be used, for each day of the plan that has any.

    Outside the weekly windows (if there are any) and during absences.
    """
    weekly = _outside_windows(problem, who)
    settings = problem.settings
    found: dict[date, int] = {}
    for when in dates(settings.plan_from, settings.plan_to):
        if weekly[when.weekday()]:
            found[when] = weekly[when.weekday()]
    for absence in problem.absences:
        if absence.who == who:
            first, last = max(absence.first, settings.plan_from), min(absence.last, settings.plan_to)
            for when in dates(first, last):
                found[when] = found.get(when, FREE) | stretch(absence.start, absence.end)
    return found


def _outside_windows(problem: Problem, who: ResourceId) -> list[int]:
    windows = [window for window in problem.windows if window.who == who]
    if not windows:
        return [FREE] * len(EVERY_DAY)
    inside = [FREE] * len(EVERY_DAY)
    for window in windows:
        for weekday in window.days:
            inside[weekday] |= stretch(window.start, window.end)
    return [WHOLE_DAY & ~taken for taken in inside]
