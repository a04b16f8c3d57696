"""Class hours a cohort misses between its first and last session."""

from scheduler.domain.calendar import between, chosen_pattern, class_blocks, missed
from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "idle hours"
WEIGHT = 2.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the class hours of the chosen patterns that no session uses, whatever the reason."""
    lost = 0
    for cohort_id, sessions in schedule.by_cohort.items():
        cohort = problem.cohorts[cohort_id]
        blocks = class_blocks(problem, cohort, chosen_pattern(problem, schedule, cohort))
        lost += missed(between(blocks, sessions), sessions)
    return hours(lost)
