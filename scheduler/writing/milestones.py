"""The dates on which a cohort's clock hours reach its program's milestones."""

from datetime import date
from itertools import accumulate

from scheduler.domain.clock import Quarter, hours, number
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule


def marks(problem: Problem) -> list[Quarter]:
    """Give every program's milestones, in quarters, the smallest first."""
    return sorted({mark for program in problem.programs.values() for mark in program.milestones})


def heading(mark: Quarter) -> str:
    """Give the heading of a milestone's column: ``300 h``."""
    return f"{number(hours(mark)).replace(',', '')} h"


def reached(schedule: Schedule, cohort: CohortId, mark: Quarter) -> date | None:
    """Give the date on which a cohort's planned hours reach a mark; None if they never do."""
    sessions = schedule.by_cohort.get(cohort, ())
    totals = accumulate(session.length for session in sessions)
    return next((s.date for s, total in zip(sessions, totals, strict=True) if total >= mark), None)
