"""Hours of a required module that are not in the schedule."""

from scheduler.domain.clock import Quarter, hours
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.schedule import Schedule

NAME = "unplaced hours"
WEIGHT = 1000.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the hours that every cohort's modules still lack; too many of one make up for none of another."""
    return hours(
        sum(
            missing(schedule, cohort, module)
            for cohort in problem.cohorts.values()
            for module in problem.programs[cohort.program].modules
        )
    )


def missing(schedule: Schedule, cohort: Cohort, module: Module) -> Quarter:
    """Give how many quarters of a cohort's module are not in the schedule."""
    held = schedule.by_placement.get((cohort.id, module.id), ())
    return max(0, module.length - sum(session.length for session in held))
