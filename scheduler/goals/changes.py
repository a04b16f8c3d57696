"""Repair only: for each (cohort, module), one each if its dates and times, its main instructor, its main room differ from the schedule being repaired."""  # noqa: E501

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias

from scheduler.domain.calendar import quarters_by_day
from scheduler.domain.comparison import RESPECTS
from scheduler.domain.ids import InstructorId, RoomId
from scheduler.domain.problem import Module, Problem
from scheduler.domain.schedule import Schedule, Session, main_instructors, main_rooms

NAME = "changes"
WEIGHT = 100.0
Held: TypeAlias = tuple[Mapping[date, int], frozenset[InstructorId], frozenset[RoomId]]
"""The quarters of each day, the main instructors, the main rooms."""


def units(problem: Problem, schedule: Schedule) -> float:
    """Count one each for different times, different main instructors, different main rooms."""
    if problem.previous is None:
        return 0.0
    before, after = problem.previous.by_placement, schedule.by_placement
    return float(
        sum(
            differences(module, before.get((cohort.id, module.id), ()), after.get((cohort.id, module.id), ()))
            for cohort in problem.cohorts.values()
            for module in problem.programs[cohort.program].modules
        )
    )


def differences(module: Module, before: Sequence[Session], after: Sequence[Session]) -> int:
    """Count in how many of the three respects a placement differs; how it is cut into rows is none."""
    return len(respects(held(module, before), held(module, after)))


def held(module: Module, sessions: Sequence[Session]) -> Held:
    """Give what of a placement counts: when it is held, who its main instructors and rooms are."""
    return (
        quarters_by_day(sessions),
        frozenset(main_instructors(sessions, module.instructors)),
        frozenset(main_rooms(sessions, len(module.room_types))),
    )


def respects(before: Held, after: Held) -> tuple[str, ...]:
    """Name the respects in which a placement differs: some of ``time``, ``instructor``, ``room``."""
    pairs = zip(RESPECTS, before, after, strict=True)
    return tuple(respect for respect, was, now in pairs if was != now)
