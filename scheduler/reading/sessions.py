"""A row of the sheet Schedule as a session: the coordinator's, or as the planner wrote it."""

import re

from scheduler.domain.ids import CohortId, InstructorId, ModuleId, RoomId
from scheduler.domain.schedule import Session
from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.suggestions import did_you_mean, listed, plain, shown

PIN_PARTS = ("time", "instructor", "room")
PIN_ALL = {"all", "yes", "y", "x", "true", "1"}
PIN_NONE = {"no", "n", "none", "false", "0"}

UNREAD = ("Hours", "Title", "Check")
"""Columns that follow from the others."""

_SEPARATORS = re.compile(r"[\s,;+/&]+")


def session_of(record: Record, pin: frozenset[str], row_id: str) -> Session:
    """Give the session of a row without faults."""
    return Session(
        cohort=CohortId(record.text("Cohort")),
        module=ModuleId(record.text("Module")),
        date=record.needed_day("Date"),
        start=record.quarters("Start") or 0,
        end=record.quarters("End") or 0,
        instructors=tuple(InstructorId(who) for who in record.ids("Instructor")),
        rooms=tuple(RoomId(room) for room in record.ids("Room")),
        pin=pin,
        loose=not pin and bool(record.ids("Pin")),
        note=record.text("Note"),
        id=row_id,
        row=record.row,
    )


def fresh_id(record: Record, seen: set[str]) -> str:
    """Give a row's ID; none if a row above has it, for then this row is a copy."""
    row_id = record.text("Row ID")
    if row_id in seen:
        return ""
    seen.add(row_id)
    return row_id


def pin_of(record: Record, faults: Faults) -> frozenset[str]:
    """Give what is pinned of a row; note what is nothing that can be pinned."""
    words = [word for part in record.ids("Pin") for word in _SEPARATORS.split(part.casefold())]
    parts: set[str] = set()
    for word in words:
        found = next((part for part in PIN_PARTS if plain(part) == plain(word).removesuffix("s")), None)
        if found:
            parts.add(found)
        elif word in PIN_ALL:
            parts.update(PIN_PARTS)
        elif word not in PIN_NONE:
            choices = ("all", *PIN_PARTS)
            record.fault(
                faults,
                "Pin",
                what=f"{shown(word)} is nothing that can be pinned.{did_you_mean(word, choices)}",
                todo=f"Write all, or some of: {listed(PIN_PARTS)}; or leave the cell blank.",
            )
    return frozenset(parts)
