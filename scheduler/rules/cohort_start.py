"""The first session falls on an allowed start day between Earliest start and Latest start."""

from collections.abc import Iterator, Sequence
from datetime import date

from scheduler.domain.calendar import ClassBlock, chosen_pattern, class_blocks
from scheduler.domain.clock import day
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.schedule import Schedule

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


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the cohorts that start on a day on which they must not."""
    for cohort in problem.cohorts.values():
        sessions = schedule.by_cohort.get(cohort.id)
        if sessions:
            blocks = class_blocks(problem, cohort, chosen_pattern(problem, schedule, cohort))
            allowed = start_days(problem, cohort, blocks)
            if sessions[0].date not in allowed:
                yield Finding(
                    rule=CODE,
                    what=f"{cohort.id} starts on {day(sessions[0].date)}, but {_allowed(allowed)}.",
                    todo="Move its first session, or change Earliest start, Latest start or Start days.",
                    sessions=sessions[:1],
                    column="Date",
                )


def _allowed(days: Sequence[date]) -> str:
    if not days:
        return "there is no day on which it may start"
    if len(days) == 1:
        return f"it has to start on {day(days[0])}"
    return f"it has to start on one of {len(days)} days from {day(days[0])} to {day(days[-1])}"
