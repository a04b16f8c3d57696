"""How the rules put things: lists, sessions and their number, dates, lengths of time."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from scheduler.domain.clock import Quarter, clock, day, hours, number
from scheduler.domain.findings import named
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session

NAMED_AT_MOST = 3
"""So many things are named one by one; of more only the number."""


ALIKE = 0.5
"""The share of letters two codes need to have in common to be alike: one of two."""


def listed(words: Iterable[str]) -> str:
    """Write a list: ``C01``, ``C01 and C02``, ``C01, C02 and C03``."""
    *rest, last = words
    return f"{', '.join(rest)} and {last}" if rest else last


def more(count: int, unit: str) -> str:
    """Write how many are not named: ``1 more day``, ``2 more days``."""
    return f"{count} more {unit}{'s' * (count != 1)}"


def dated(when: date) -> str:
    """Write a date with its year, where it may lie years off: ``Wed Dec 31, 2025``."""
    return f"{day(when)}, {when.year}"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Give `` Did you mean "Main"?`` for the nearest choice that is alike, else nothing."""
    found = get_close_matches(word, tuple(choices), n=1, cutoff=ALIKE)
    return f' Did you mean "{found[0]}"?' if found else ""


def length(quarters: Quarter) -> str:
    """Write a length of time: ``7.5 h``."""
    return f"{number(hours(quarters))} h"


def moment(when: date, quarter: Quarter) -> str:
    """Write a date and a time of day: ``Mon Jan 5, 8:00 AM``."""
    return f"{day(when)}, {clock(quarter)}"


def also_on(dates: Iterable[date]) -> str:
    """Write the dates after the first in brackets; nothing if there is only one.

    `` (and on Tue Jan 6 and Wed Jan 7)``, `` (and on 12 more days, the last Fri Feb 6)``.
    """
    rest = sorted(set(dates))[1:]
    if not rest:
        return ""
    if len(rest) <= NAMED_AT_MOST:
        return f" (and on {listed(map(day, rest))})"
    return f" (and on {more(len(rest), 'day')}, the last {day(rest[-1])})"


def several(sessions: Sequence[Session]) -> str:
    """Name the first session and say on which other dates the same holds."""
    return named(sessions[0]) + also_on(session.date for session in sessions)


def told_in(problem: Problem, sheet: str, row: int, column: str) -> str:
    """Name the cell that says so in brackets: `` (Absences!B3)``; only the sheet if it is not known."""
    return f" ({problem.cell(sheet, row, column)})"
