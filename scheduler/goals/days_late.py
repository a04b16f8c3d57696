"""Calendar days a cohort finishes after Finish by."""

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "days late"
WEIGHT = 50.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the days late of all cohorts that have a Finish by and any session."""
    late = 0
    for cohort, sessions in schedule.by_cohort.items():
        due = problem.cohorts[cohort].finish_by
        if due is not None:
            late += max(0, (sessions[-1].date - due).days)
    return float(late)
