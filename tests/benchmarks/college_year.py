"""A college's year: weekly patterns, and the days without class or with a short day.

Federal holidays are those of the United States (a test compares them with the package
``holidays``); breaks and short days are made up, as a Florida college might have them. The
patterns are those in use at one Florida technical college.
"""

from datetime import date

from scheduler.domain.clock import quarters
from scheduler.domain.ids import PatternId
from scheduler.domain.problem import Block, Closure, Pattern

FIRST, LAST = date(2026, 8, 3), date(2027, 12, 17)
WEEK = frozenset(range(5))
MONDAY_TO_THURSDAY = frozenset(range(4))

HOLIDAYS = (
    (date(2026, 9, 7), "Labor Day"),
    (date(2026, 11, 11), "Veterans Day"),
    (date(2026, 11, 26), "Thanksgiving Day"),
    (date(2027, 1, 18), "Martin Luther King Jr. Day"),
    (date(2027, 5, 31), "Memorial Day"),
    (date(2027, 6, 18), "Juneteenth (observed)"),
    (date(2027, 7, 5), "Independence Day (observed)"),
    (date(2027, 9, 6), "Labor Day"),
    (date(2027, 11, 11), "Veterans Day"),
    (date(2027, 11, 25), "Thanksgiving Day"),
)
BREAKS = (
    (date(2026, 11, 25), date(2026, 11, 25), "Thanksgiving break"),
    (date(2026, 11, 27), date(2026, 11, 27), "Thanksgiving break"),
    (date(2026, 12, 21), date(2027, 1, 1), "Winter break"),
    (date(2027, 3, 15), date(2027, 3, 19), "Spring break"),
    (date(2027, 11, 24), date(2027, 11, 24), "Thanksgiving break"),
    (date(2027, 11, 26), date(2027, 11, 26), "Thanksgiving break"),
)
SHORT_DAYS = (
    (date(2026, 10, 21), 13, "Staff meeting"),
    (date(2026, 12, 18), 14, "Before winter break"),
    (date(2027, 2, 24), 13, "Staff meeting"),
    (date(2027, 5, 28), 14, "Before Memorial Day"),
)


def closures() -> tuple[Closure, ...]:
    """Give the days every cohort has off, or short, in the order of time."""
    off = [Closure(first=day, last=day, note=note) for day, note in HOLIDAYS]
    off += [Closure(first=first, last=last, note=note) for first, last, note in BREAKS]
    short = [Closure(first=day, last=day, until=quarters(hour), note=note) for day, hour, note in SHORT_DAYS]
    return tuple(sorted(off + short, key=lambda closure: closure.first))


def patterns() -> dict[PatternId, Pattern]:
    """Give the weekly patterns: full time with lunch, mornings, afternoons, evenings Monday to Thursday."""
    found = (
        _pattern("FT", (8, 11), (12, 15)),
        _pattern("AM", (8, 11)),
        _pattern("PM", (12, 15)),
        _pattern("EVE", (17, 21), days=MONDAY_TO_THURSDAY),
        _pattern("EVE5", (16.5, 21.5), days=MONDAY_TO_THURSDAY),
    )
    return {pattern.id: pattern for pattern in found}


def _pattern(code: str, *spans: tuple[float, float], days: frozenset[int] = WEEK) -> Pattern:
    blocks = tuple(Block(days=days, start=quarters(start), end=quarters(end)) for start, end in spans)
    return Pattern(id=PatternId(code), blocks=blocks)
