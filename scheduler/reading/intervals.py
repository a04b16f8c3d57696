"""Dates and times that must follow each other, and class time that must not overlap."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from scheduler.domain.clock import clock
from scheduler.domain.problem import EVERY_DAY
from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.references import Records

FOLLOWING = (
    ("Calendar", "From", "To"),
    ("Absences", "From", "To"),
    ("Cohorts", "Earliest start", "Latest start"),
)
"""The second date of a row may not come before the first."""

FAR_OFF = timedelta(days=366)
"""A session so long before or after the plan has its year mistyped."""

LASTING = ("Patterns", "Availability", "Absences")
"""Sheets whose rows have a Start and an End."""


def check_intervals(records: Records, faults: Faults) -> None:
    """Note dates and times that stand the wrong way round."""
    for sheet, first, last in FOLLOWING:
        for record in records.get(sheet, ()):
            check_dates(record, first, last, faults)
    for sheet in LASTING:
        for record in records.get(sheet, ()):
            check_times(record, faults)
    _check_overlaps(records.get("Patterns", ()), faults)
    for record in records.get("Calendar", ()):
        _check_until(record, faults)


def check_dates(record: Record, first: str, last: str, faults: Faults) -> None:
    """Note a date that comes before the one it should follow."""
    start, end = record.day(first), record.day(last)
    if start and end and end < start:
        record.fault(
            faults,
            last,
            what=f"{last} ({_us(end)}) is before {first} ({_us(start)})",
            todo="Correct one of the two dates.",
        )


def _us(when: date) -> str:
    return f"{when.month}/{when.day}/{when.year}"


def check_times(record: Record, faults: Faults) -> None:
    """Note an End that is not after its Start."""
    start, end = record.quarters("Start"), record.quarters("End")
    if start is not None and end is not None and end <= start:
        record.fault(
            faults,
            "End",
            what=f"End ({clock(end)}) is not after Start ({clock(start)})",
            todo="Correct one of the two times; what passes midnight is two rows.",
        )


def check_year(record: Record, first: date, last: date, faults: Faults) -> None:
    """Note a session that is years away from the plan, which runs from the first to the last day."""
    when = record.day("Date")
    if when and not first - FAR_OFF <= when <= last + FAR_OFF:
        record.fault(
            faults,
            "Date",
            what=f"{_us(when)} is years away from the plan, which runs from {_us(first)} to {_us(last)}",
            todo="Correct the year.",
        )


def _check_overlaps(patterns: Sequence[Record], faults: Faults) -> None:
    by_pattern: dict[str, list[Record]] = {}
    for record in patterns:
        by_pattern.setdefault(record.text("Pattern"), []).append(record)
    for name, rows in by_pattern.items():
        for one, other in _overlapping(rows) if name else ():
            first, second = sorted((one, other), key=lambda record: record.row)
            second.fault(
                faults,
                "Start",
                what=f"the blocks of pattern {name} in rows {first.row} and {second.row} overlap",
                todo="Change the days or times of one of them.",
            )


def _overlapping(rows: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Yield the pairs of neighbouring blocks that overlap on some weekday, each pair once."""
    found: dict[tuple[int, int], tuple[Record, Record]] = {}
    for weekday in EVERY_DAY:
        held = sorted(
            (start, end, record.row, record)
            for record in rows
            if weekday in record.days("Days")
            and (start := record.quarters("Start")) is not None
            and (end := record.quarters("End")) is not None
        )
        for (_, end, row, one), (start, _, other_row, other) in pairwise(held):
            if start < end:
                found[row, other_row] = (one, other)
    yield from found.values()


def _check_until(record: Record, faults: Faults) -> None:
    kind = record.text("Kind")
    until = "Until" in record.values or "Until" in record.faulty
    if kind == "short day" and not until:
        record.fault(
            faults, "Until", what="a short day needs Until", todo="Write when class ends, such as 12:00 PM."
        )
    if kind == "closed" and until:
        record.fault(
            faults,
            "Until",
            what="a closed day has no class, so Until has no meaning",
            todo="Clear Until, or make it a short day.",
        )
