"""Max hours/day and Max hours/week (Monday to Sunday) hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from scheduler.domain.clock import Quarter, day, monday
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.resources import Instructor
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import NAMED_AT_MOST, length, listed, more, told_in

CODE = "instructor-load"


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield who teaches more than their hours a day or a week, all those days or weeks together."""
    for who, sessions in schedule.by_instructor.items():
        person = problem.instructors[who]
        yield from _too_much(problem, person, "day", person.max_per_day, _by(sessions, lambda when: when))
        yield from _too_much(problem, person, "week", person.max_per_week, _by(sessions, monday))


def _by(sessions: Sequence[Session], period: Callable[[date], date]) -> Mapping[date, tuple[Session, ...]]:
    return grouped((period(session.date), session) for session in sessions)


def _too_much(
    problem: Problem,
    person: Instructor,
    period: str,
    allowed: Quarter | None,
    held: Mapping[date, Sequence[Session]],
) -> Iterator[Finding]:
    hours = {first: sum(session.length for session in sessions) for first, sessions in held.items()}
    over = [first for first in hours if allowed is not None and hours[first] > allowed]
    if over and allowed is not None:
        heading = f"Max hours/{period}"
        told = told_in(problem, "Instructors", person.row, heading)
        worst = listed(f"{length(hours[first])} {_named(period, first)}" for first in over[:NAMED_AT_MOST])
        unnamed = len(over) - NAMED_AT_MOST
        also = f" and too much in {more(unnamed, period)}" if unnamed > 0 else ""
        yield Finding(
            rule=CODE,
            what=f"{person.id} teaches {worst}{also}, with {heading} {length(allowed)}{told}.",
            todo=f"Give some of these sessions to someone else, or raise {heading}.",
            sessions=tuple(session for first in over for session in reversed(held[first])),
            column="Instructor",
        )


def _named(period: str, first: date) -> str:
    return f"on {day(first)}" if period == "day" else f"in the week of {day(first)}"
