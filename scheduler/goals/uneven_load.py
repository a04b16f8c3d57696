"""Σ over instructors who teach of their hours above those instructors' mean."""

from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

NAME = "uneven load"
WEIGHT = 0.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count what everyone teaches beyond the mean."""
    loads = [
        hours(sum(session.length for session in sessions)) for sessions in schedule.by_instructor.values()
    ]
    mean = sum(loads) / max(1, len(loads))
    return sum(max(0.0, load - mean) for load in loads)
