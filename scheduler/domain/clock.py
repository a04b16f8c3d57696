"""Time is counted in quarter-hours, on real dates with local wall-clock times.

A *quarter* is one quarter-hour, the smallest stretch of time the product knows.
A time of day is the number of quarters since midnight (0 to 96), a length of time
is a number of quarters: a 600-hour program is 2,400 quarters.
"""

from collections.abc import Iterator
from datetime import date, time, timedelta
from fractions import Fraction
from typing import TypeAlias

QUARTERS_PER_HOUR = 4
QUARTERS_PER_DAY = 96
WEEKDAYS = "MTWRFSU"
"""One letter a weekday, Monday first: R is Thursday, S Saturday, U Sunday."""

Quarter: TypeAlias = int
"""A time of day in quarter-hours since midnight, or a length in quarter-hours."""


def quarters(hours: float) -> Quarter:
    """Give a length in quarters from a length in hours.

    Raises
    ------
    ValueError
        If the hours are not a whole number of quarter-hours.
    """
    exact = Fraction(hours).limit_denominator(10_000) * QUARTERS_PER_HOUR
    if exact.denominator != 1:
        raise ValueError(f"{hours:g} h is not a whole number of quarter-hours")
    return int(exact)


def hours(length: Quarter) -> float:
    """Give a length in hours from a length in quarters."""
    return length / QUARTERS_PER_HOUR


def quarter_of(moment: time) -> Quarter:
    """Give a time of day in quarters since midnight.

    Raises
    ------
    ValueError
        If the time does not fall on a quarter-hour.
    """
    if moment.minute % 15 or moment.second or moment.microsecond:
        raise ValueError(f"{moment:%H:%M:%S} is not on a quarter-hour")
    return moment.hour * QUARTERS_PER_HOUR + moment.minute // 15


def clock(quarter: Quarter) -> str:
    """Write a time of day the way coordinators do: ``8:00 AM``, ``12:45 PM``.

    Midnight at the end of a day (96) is ``12:00 AM``.
    """
    hour, part = divmod(quarter % QUARTERS_PER_DAY, QUARTERS_PER_HOUR)
    return f"{(hour - 1) % 12 + 1}:{part * 15:02d} {'AM' if hour < 12 else 'PM'}"


def day(when: date) -> str:
    """Write a date the way coordinators do: ``Mon Jan 5``."""
    return f"{when:%a %b} {when.day}"


def dates(first: date, last: date) -> Iterator[date]:
    """Yield every date from the first to the last, both included."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def monday(when: date) -> date:
    """Give the Monday of a date's week; loads per week run Monday to Sunday."""
    return when - timedelta(days=when.weekday())


def number(value: float) -> str:
    """Write a number of hours without needless zeros: ``600``, ``7.5``, ``0.25``."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")
