"""Weekdays as people write them: MTWRF, Mon-Thu, M/W/F, Mon, Wed."""

import re

from scheduler.domain.clock import WEEKDAYS
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain
from scheduler.reading.suggestions import shown

NAMES = (
    ("m", "mo", "mon", "monday"),
    ("t", "tu", "tue", "tues", "tuesday"),
    ("w", "we", "wed", "weds", "wednesday"),
    ("r", "th", "thu", "thur", "thurs", "thursday"),
    ("f", "fr", "fri", "friday"),
    ("s", "sa", "sat", "saturday"),
    ("u", "su", "sun", "sunday"),
)
BY_NAME = {name: weekday for weekday, names in enumerate(NAMES) for name in names}
WRITE_DAYS = "Write days such as MTWRF, Mon-Thu or Sat; R = Thursday, S = Saturday, U = Sunday."

_SEPARATORS = re.compile(r"[\s,;/+&]+|\band\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:[-\u2010-\u2014]|\bto\b|\bthrough\b)\s*", re.IGNORECASE)


def read_days(raw: Plain) -> frozenset[int]:
    """Read weekdays, counted from Monday = 0.

    Raises
    ------
    Misread
        If a word is no day, or a letter stands twice (T T is no Thursday).
    """
    if not isinstance(raw, str):
        raise Misread(f"{raw} is not a list of days", WRITE_DAYS)
    words = [word for word in _SEPARATORS.split(_RANGE.sub("-", raw)) if word]
    if not words:
        raise Misread(f"{shown(raw)} is not a list of days", WRITE_DAYS)
    return frozenset(day for word in words for day in _days(word, raw))


def _days(word: str, text: str) -> list[int]:
    first, dash, last = word.partition("-")
    if not dash:
        return _letters_or_name(word, text)
    start, end = (BY_NAME.get(name.strip(".").casefold()) for name in (first, last))
    if start is None or end is None:
        raise Misread(f"{shown(text)} is not a range of days", WRITE_DAYS)
    return [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]


def _letters_or_name(word: str, text: str) -> list[int]:
    """Read MTWRF; or a name; or letters in any order. Letters in the order of the week win over a name."""
    letters = [WEEKDAYS.find(letter) for letter in word.upper()]
    if word.isupper() and -1 not in letters and letters == sorted(set(letters)):
        return letters
    name = word.strip(".").casefold()
    if name in BY_NAME:
        return [BY_NAME[name]]
    if -1 in letters:
        raise Misread(f"{shown(text)} is not a list of days", WRITE_DAYS)
    if len(set(letters)) < len(letters):
        raise Misread(f"{shown(text)} names a day twice", WRITE_DAYS)
    return letters
