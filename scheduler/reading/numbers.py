"""Hours, counts and other numbers."""

import math
import re

from scheduler.domain.clock import Quarter, quarters
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain
from scheduler.reading.suggestions import shown

MOST_HOURS = 10_000
MOST = 1_000_000
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?", re.ASCII)
_SPLIT = re.compile(r"\s*[,;]\s*")


def read_number(raw: Plain) -> float:
    """Read a number.

    Raises
    ------
    Misread
        If it is none.
    """
    if isinstance(raw, str) and len(raw) <= 30 and _NUMBER.fullmatch(raw):
        return float(raw.replace(",", ""))
    if isinstance(raw, (int, float)) and not isinstance(raw, bool) and math.isfinite(raw):
        return raw
    words = shown(raw) if isinstance(raw, str) else str(raw)
    raise Misread(f"{words} is not a number", "Write a number such as 30 or 7.5.")


def read_hours(raw: Plain) -> Quarter:
    """Read a length in hours as quarters.

    Raises
    ------
    Misread
        If it is negative, enormous, or no whole number of quarter-hours.
    """
    number = read_number(raw)
    if not 0 <= number <= MOST_HOURS:
        raise Misread(
            f"{number:g} hours cannot be" if number < 0 else f"{number:g} hours are too many",
            f"Write hours from 0 to {MOST_HOURS:,}.",
        )
    try:
        return quarters(number)
    except ValueError as reason:
        raise Misread(str(reason), "Write whole quarter-hours: 7, 7.25, 7.5, 7.75.") from reason


def read_hours_list(raw: Plain) -> tuple[Quarter, ...]:
    """Read several lengths in hours (``300, 600``) as quarters, in their order, each once.

    Raises
    ------
    Misread
        If one of them is no length.
    """
    parts = [part for part in _SPLIT.split(raw) if part] if isinstance(raw, str) else [raw]
    return tuple(dict.fromkeys(read_hours(part) for part in parts))


def read_whole(raw: Plain, *, least: int, most: int = MOST) -> int:
    """Read a whole number between two limits.

    Raises
    ------
    Misread
        If it is none, or beyond a limit.
    """
    number = read_number(raw)
    if number != int(number):
        raise Misread(f"{number:g} is not a whole number", "Write a whole number.")
    if not least <= number <= most:
        raise Misread(
            f"{number:g} is not from {least} to {most:,}", f"Write a whole number from {least} to {most:,}."
        )
    return int(number)
