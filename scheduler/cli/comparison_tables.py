"""What differs between two schedules as tables for the terminal; what is the same is left out."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rich.table import Table

from scheduler.cli.words import counted, table_of
from scheduler.domain.clock import clock, day, hours, number
from scheduler.domain.comparison import CohortPair, Comparison, Course, Moment, PlacementPair

NONE = "none"
"""Stands on either side of an arrow for what is not there."""

Rows = Sequence[tuple[str, ...]]
T = TypeVar("T")


def tables(comparison: Comparison) -> Iterator[tuple[Table, Rows]]:
    """Yield the empty tables of goals, cohorts, people and rooms, placements, each with its rows."""
    yield table_of(("Goal",), ("Units in A", "in B", "Cost in A", "in B", "Difference")), _goals(comparison)
    yield (
        table_of(("Cohort", "Start", "Finish", "Hours", "Unstaffed h", "Pattern")),
        [_cohort(pair) for pair in comparison.cohorts if pair.differs],
    )
    yield table_of(("Who or where",), ("Hours in A", "in B", "Difference")), _loads(comparison)
    yield (
        table_of(("Cohort", "Module", "Differs in", "Begins", "Ends", "Instructor", "Room")),
        [_placement(pair) for pair in comparison.placements],
    )


def _goals(comparison: Comparison) -> Rows:
    """Give the goals that differ, and the score below them if it differs."""
    rows = [
        (
            pair.goal,
            *(number(pair.before.units), number(pair.after.units)),
            *(number(pair.before.cost), number(pair.after.cost)),
            _signed(pair.after.cost - pair.before.cost),
        )
        for pair in comparison.goals
        if pair.differs
    ]
    before, after = comparison.before.score, comparison.after.score
    if rows and before != after:
        rows.append(("score", "", "", number(before), number(after), _signed(after - before)))
    return rows


def _loads(comparison: Comparison) -> Rows:
    return [
        (
            pair.who,
            number(hours(pair.before)) if pair.before is not None else "",
            number(hours(pair.after)) if pair.after is not None else "",
            _signed(hours(pair.more)),
        )
        for pair in comparison.loads
    ]


def _signed(value: float) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def _cohort(pair: CohortPair) -> tuple[str, ...]:
    """Write what of a cohort differs: ``Fri Jun 5 -> Fri Jun 12, 7 days later``.

    Of one that is in A only or in B only write everything.
    """
    courses = [course for course in (pair.before, pair.after) if course is not None]
    if pair.only_in:
        return (f"{pair.cohort}, only in {pair.only_in}", *_alone(*courses))
    before, after = courses
    later = f", {_later(pair.days_later)}" if pair.days_later else ""
    return (
        pair.cohort,
        _arrow(before.start, after.start, day),
        _arrow(before.finish, after.finish, day) + later,
        _arrow(before.placed, after.placed, _hours),
        _arrow(before.unstaffed, after.unstaffed, _hours),
        _arrow(before.pattern, after.pattern, str),
    )


def _alone(course: Course) -> tuple[str, ...]:
    return (
        *(_word(course.start, day), _word(course.finish, day)),
        *(_hours(course.placed), _hours(course.unstaffed), course.pattern),
    )


def _later(days: int) -> str:
    return f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def _placement(pair: PlacementPair) -> tuple[str, ...]:
    before, after = pair.before, pair.after
    return (
        pair.cohort,
        pair.module,
        ", ".join(pair.respects),
        _arrow(before.first, after.first, _moment),
        _arrow(before.last, after.last, _moment),
        _arrow(before.instructors, after.instructors, " + ".join),
        _arrow(before.rooms, after.rooms, " + ".join),
    )


def _arrow(before: T | None, after: T | None, write: Callable[[T], str]) -> str:
    """Write a value in A and in B; nothing if it is the same."""
    was, now = _word(before, write), _word(after, write)
    return "" if was == now else f"{was} -> {now}"


def _word(value: T | None, write: Callable[[T], str]) -> str:
    return (NONE if value is None else write(value)) or NONE


def _hours(length: int) -> str:
    return number(hours(length))


def _moment(moment: Moment) -> str:
    return f"{day(moment[0])} {clock(moment[1])}"
