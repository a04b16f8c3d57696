"""Repair only: for each (cohort, module), one each if its dates and times, its main instructor, its main room differ from the schedule being repaired."""  # noqa: E501

from collections.abc import Sequence

from scheduler.domain.calendar import quarters_by_day
from scheduler.domain.problem import Module, Problem
from scheduler.domain.schedule import Schedule, Session, main_instructors, main_rooms

NAME = "changes"
WEIGHT = 100.0


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
    people, rooms = module.instructors, len(module.room_types)
    return sum(
        (
            quarters_by_day(before) != quarters_by_day(after),
            set(main_instructors(before, people)) != set(main_instructors(after, people)),
            set(main_rooms(before, rooms)) != set(main_rooms(after, rooms)),
        )
    )
