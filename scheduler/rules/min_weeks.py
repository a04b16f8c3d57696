"""An aided cohort has class in at least the program's Min weeks different calendar weeks."""

from collections.abc import Iterable
from datetime import date

from scheduler.domain.clock import monday
from scheduler.domain.problem import Cohort, Problem

CODE = "min-weeks"


def required(problem: Problem, cohort: Cohort) -> int:
    """Give in how many different weeks a cohort must have class; 0 if it is not aided."""
    return problem.programs[cohort.program].min_weeks if cohort.aided else 0


def weeks(dates: Iterable[date]) -> int:
    """Count the different weeks, Monday to Sunday, in which the dates lie."""
    return len({monday(when) for when in dates})
