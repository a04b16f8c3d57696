"""Calendar days between Plan from and the finish of the last cohort."""

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "last finish"
WEIGHT = 0.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the days until the last session of all; none without sessions."""
    plan_from = problem.settings.plan_from
    return float(max(((session.date - plan_from).days for session in schedule.sessions), default=0))
