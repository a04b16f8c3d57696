"""The first session falls on an allowed start day between Earliest start and Latest start."""

from collections.abc import Sequence
from datetime import date

from scheduler.domain.calendar import ClassBlock
from scheduler.domain.problem import Cohort, Problem

CODE = "cohort-start"


def start_days(problem: Problem, cohort: Cohort, blocks: Sequence[ClassBlock]) -> tuple[date, ...]:
    """Give the dates on which a cohort may start, given its class time under a pattern.

    With a blank Latest start it is only the first class day that is an allowed start day.
    """
    first = max(cohort.earliest_start, problem.settings.plan_from)
    last = problem.settings.plan_to if cohort.latest_start is None else cohort.latest_start
    days = sorted(
        {b.date for b in blocks if first <= b.date <= last and b.date.weekday() in cohort.start_days}
    )
    return tuple(days[:1] if cohort.latest_start is None else days)
