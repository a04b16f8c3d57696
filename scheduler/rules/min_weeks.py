"""An aided cohort has class in at least the program's Min weeks different calendar weeks."""

from collections.abc import Iterable, Iterator
from datetime import date

from scheduler.domain.clock import monday
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.schedule import Schedule

CODE = "min-weeks"


def required(problem: Problem, cohort: Cohort) -> int:
    """Give in how many different weeks a cohort must have class; 0 if it is not aided."""
    return problem.programs[cohort.program].min_weeks if cohort.aided else 0


def weeks(dates: Iterable[date]) -> int:
    """Count the different weeks, Monday to Sunday, in which the dates lie."""
    return len({monday(when) for when in dates})


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the aided cohorts whose program goes by too quickly."""
    for cohort in problem.cohorts.values():
        sessions = schedule.by_cohort.get(cohort.id, ())
        found, needed = weeks(session.date for session in sessions), required(problem, cohort)
        if sessions and found < needed:
            yield Finding(
                rule=CODE,
                what=f"{cohort.id} has class in {found} different week{'s' * (found > 1)}, "
                f"but as an aided cohort of {cohort.program} it needs {needed}.",
                todo="Choose a pattern with fewer hours a week, or allow idle days.",
                sessions=sessions[-1:],
                column="Date",
            )
