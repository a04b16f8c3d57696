"""Session hours held outside the module's main room."""

from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, main_rooms

NAME = "room moves"
WEIGHT = 2.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the hours in every room that is not among the main rooms, as many as are needed at once."""
    moved = 0
    for (cohort, module), sessions in schedule.by_placement.items():
        main = main_rooms(sessions, len(problem.module(cohort, module).room_types))
        moved += sum(s.length * len(set(s.rooms).difference(main)) for s in sessions)
    return hours(moved)
