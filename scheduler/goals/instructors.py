"""Different instructors a cohort has, beyond the first."""

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "instructors"
WEIGHT = 20.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count them over all cohorts."""
    people = (
        {who for session in sessions for who in session.instructors}
        for sessions in schedule.by_cohort.values()
    )
    return float(sum(max(0, len(different) - 1) for different in people))
