"""Calendar days between a cohort's earliest conceivable finish (first class day on or after Earliest start, no idle, no limits, the pattern that ends first) and its finish."""  # noqa: E501

from datetime import date

from scheduler.domain.calendar import class_blocks
from scheduler.domain.problem import Cohort, Pattern, Problem
from scheduler.domain.schedule import Schedule

NAME = "finish"
WEIGHT = 1.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the days of all cohorts that have any session; who finishes even earlier gains nothing."""
    return float(
        sum(
            max(0, (sessions[-1].date - earliest_finish(problem, problem.cohorts[cohort])).days)
            for cohort, sessions in schedule.by_cohort.items()
        )
    )


def earliest_finish(problem: Problem, cohort: Cohort) -> date:
    """Give the day on which a cohort's hours could be reached at best, on the pattern that ends first.

    From the first class day on or after Earliest start, with no idle time, no limits, and all
    class time used. If Plan to comes first on every pattern, it is the last class day of all, or Plan
    to if there is none.
    """
    ends = [_finish(problem, cohort, problem.patterns[pattern]) for pattern in cohort.patterns]
    reached = [day for day, complete in ends if complete]
    return min(reached) if reached else max(day for day, _ in ends)


def _finish(problem: Problem, cohort: Cohort, pattern: Pattern) -> tuple[date, bool]:
    """Give the day on which the hours are reached, or the last class day; and whether they are."""
    left, last = problem.programs[cohort.program].length, problem.settings.plan_to
    for block in class_blocks(problem, cohort, pattern):
        if left > 0 and block.date >= cohort.earliest_start:
            left, last = left - block.length, block.date
    return last, left <= 0
