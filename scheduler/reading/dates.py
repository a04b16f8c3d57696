"""Dates and times of day, as Excel stores them and as people write them in the United States."""

import math
import re
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from openpyxl.utils.datetime import from_excel

from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter, clock
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain
from scheduler.reading.suggestions import shown
from scheduler.reading.words import read_text

FIRST_YEAR, LAST_YEAR = 1990, 2100
WRITE_DATE = "Write a date such as 1/5/2026 or 2026-01-05 (month first, year with four digits)."
WRITE_TIME = "Write a time such as 8:00 AM or 13:30."
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SECONDS_PER_QUARTER = 900

_WEEKDAY = r"(?:(?P<weekday>[a-z]{3,9})\.?,?\s+)?"
_DATES = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII),
    re.compile(r"(?P<month>\d{1,2})(?P<mark>[/-])(?P<day>\d{1,2})(?P=mark)(?P<year>\d{4})", re.ASCII),
    re.compile(_WEEKDAY + r"(?P<month>[a-z]{3,9})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})", re.ASCII),
    re.compile(_WEEKDAY + r"(?P<day>\d{1,2})[\s-](?P<month>[a-z]{3,9})\.?,?[\s-](?P<year>\d{4})", re.ASCII),
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?(?::(?P<second>\d{2})(?:\.0+)?)?\s*(?P<half>[ap]\.?m\.?)?",
    re.ASCII,
)


class Moment(NamedTuple):
    """A date, and a time of day if one is given."""

    date: date
    at: Quarter | None = None


def read_date(raw: Plain, epoch: datetime) -> date:
    """Read a date without a time of day.

    Raises
    ------
    Misread
        If it is no date, or could be more than one, or has a time of day.
    """
    when, at = read_moment(raw, epoch)
    if at is not None:
        raise Misread(f"{_words(raw)} has a time of day, but only a date belongs here", WRITE_DATE)
    return when


def read_moment(raw: Plain, epoch: datetime) -> Moment:
    """Read a date, or a date and time; midnight counts as no time.

    Raises
    ------
    Misread
        If it is neither.
    """
    if isinstance(raw, str):
        return _moment_in_words(raw)
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = _from_serial(raw, epoch)
    if isinstance(raw, datetime):
        at = _quarters(_seconds(raw.time()), _words(raw))
        return Moment(_plausible(raw.date(), _words(raw)), at or None)
    if isinstance(raw, date):
        return Moment(_plausible(raw, _words(raw)))
    raise Misread(f"{_words(raw)} is not a date", WRITE_DATE)


def read_time(raw: Plain) -> Quarter:
    """Read a time of day in quarters since midnight; 24:00 is the end of the day.

    Raises
    ------
    Misread
        If it is none, or not on a quarter-hour.
    """
    if isinstance(raw, str):
        return _quarters(_clock_in_words(raw), shown(raw))
    return _quarters(_clock_in_cell(raw), _words(raw))


def typed(raw: Plain) -> str:
    """Give what somebody would type into a cell to have this there: ``Jan 5, 2026``, ``8:00 AM``, ``30``.

    So what Excel has turned into a date or a time is read as one again, wherever it is put.
    """
    if isinstance(raw, datetime):
        at = f" {_clock_typed(_seconds(raw.time()))}" if raw.time() != time() else ""
        return typed(raw.date()) + at
    if isinstance(raw, date):
        return f"{raw:%b} {raw.day}, {raw.year}"
    return _clock_typed(_clock_in_cell(raw)) if isinstance(raw, (time, timedelta)) else read_text(raw)


def _clock_typed(seconds: int) -> str:
    quarter, odd = divmod(seconds, SECONDS_PER_QUARTER)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" if odd else clock(quarter)


def _from_serial(serial: float, epoch: datetime) -> date:
    try:
        found = from_excel(serial, epoch)
    except (OverflowError, ValueError) as reason:
        raise Misread(f"{serial:g} is not a date", WRITE_DATE) from reason
    if not isinstance(found, datetime) or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Misread(f"{serial:g} is not a date", WRITE_DATE)
    return found


def _moment_in_words(text: str) -> Moment:
    """Split off a time of day, if there is one, and read both."""
    words = " ".join(text.split())
    for cut in (match.start() for match in re.finditer(r"[T ]", words)):
        if _TIME.fullmatch(words[cut + 1 :].casefold()) and ":" in words[cut + 1 :]:
            at = _quarters(_clock_in_words(words[cut + 1 :]), shown(text))
            return Moment(_date_in_words(words[:cut].rstrip(","), text), at or None)
    return Moment(_date_in_words(words, text))


def _date_in_words(words: str, text: str) -> date:
    for form in _DATES:
        if match := form.fullmatch(words.casefold()):
            return _plausible(_checked(match.groupdict(), text), shown(text))
    raise Misread(f"{shown(text)} is not a date", WRITE_DATE)


def _checked(parts: dict[str, str], text: str) -> date:
    month = int(parts["month"]) if parts["month"].isdigit() else _named(parts["month"], MONTHS) + 1
    try:
        when = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError as reason:
        raise Misread(f"there is no date {shown(text)}", WRITE_DATE) from reason
    weekday = parts.get("weekday")
    if weekday and _named(weekday, WEEKDAY_NAMES) != when.weekday():
        raise Misread(f"{shown(text)} contradicts itself: that day is a {when:%A}", WRITE_DATE)
    return when


def _named(word: str, names: tuple[str, ...]) -> int:
    """Give the place of a month or weekday among the names, -1 if it is none."""
    return names.index(word[:3]) if word[:3] in names else -1


def _plausible(when: date, words: str) -> date:
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise Misread(f"{words} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", WRITE_DATE)
    return when


def _clock_in_words(text: str) -> int:
    """Give seconds since midnight."""
    match = _TIME.fullmatch(text.strip().casefold())
    if not match or not (match["minute"] or match["half"]):
        raise Misread(f"{shown(text)} is not a time", WRITE_TIME)
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    possible = 1 <= hour <= 12 if match["half"] else hour < 24 or (hour, minute, second) == (24, 0, 0)
    if not possible or minute > 59 or second > 59:
        raise Misread(f"there is no time {shown(text)}", WRITE_TIME)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    return hour * 3600 + minute * 60 + second


def _clock_in_cell(raw: date | time | timedelta | float) -> int:
    """Give seconds since midnight."""
    if isinstance(raw, datetime):
        return _seconds(raw.time())
    if isinstance(raw, time):
        return _seconds(raw)
    length = raw / timedelta(days=1) if isinstance(raw, timedelta) else raw
    if isinstance(length, (bool, date)) or not math.isfinite(length) or not 0 <= length <= 1:
        raise Misread(f"{_words(raw)} is not a time", WRITE_TIME)
    return round(length * 86_400)


def _seconds(at: time) -> int:
    """Give seconds since midnight; what Excel's fractions leave over is rounded off."""
    return round(at.hour * 3600 + at.minute * 60 + at.second + at.microsecond / 1_000_000)


def _quarters(seconds: int, words: str) -> Quarter:
    if seconds % SECONDS_PER_QUARTER or seconds > QUARTERS_PER_DAY * SECONDS_PER_QUARTER:
        raise Misread(
            f"{words} is not on a quarter-hour", "Write a time on a quarter-hour: 8:00, 8:15, 8:30, 8:45."
        )
    return seconds // SECONDS_PER_QUARTER


def _words(raw: Plain) -> str:
    if isinstance(raw, datetime):
        return raw.isoformat(sep=" ", timespec="minutes")
    return f"{raw:g}" if isinstance(raw, float) else str(raw)
