"""Session hours taught by someone other than the module's main instructor."""

from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, main_instructors

NAME = "cover hours"
WEIGHT = 5.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the hours of everyone who is not among the main instructors, as many as teach at once."""
    cover = 0
    for (cohort, module), sessions in schedule.by_placement.items():
        main = main_instructors(sessions, problem.module(cohort, module).instructors)
        cover += sum(s.length * len(set(s.instructors).difference(main)) for s in sessions)
    return hours(cover)
