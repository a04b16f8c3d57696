"""Different rooms a cohort has, beyond the first."""

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "rooms"
WEIGHT = 5.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count them over all cohorts."""
    places = (
        {room for session in sessions for room in session.rooms} for sessions in schedule.by_cohort.values()
    )
    return float(sum(max(0, len(different) - 1) for different in places))
