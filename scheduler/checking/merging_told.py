"""Conflicts in words: what two people edited differently, and whose edit was kept."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.clock import clock, day
from scheduler.domain.findings import Finding, named
from scheduler.domain.merging import ROW, Conflict
from scheduler.domain.schedule import Session
from scheduler.rules.wording import listed

EDIT = "edit"
"""The rule of a finding about edits that cannot all be kept."""

DEEDS = {
    "cohort": ("changed to", "to"),
    "module": ("changed to", "to"),
    "date": ("moved to", "to"),
    "start": ("made to start at", "at"),
    "end": ("made to end at", "at"),
    "time": ("moved to", "to"),
    "instructor": ("given to", "to"),
    "room": ("put into", "into"),
    "pin": ("pinned by", "by"),
    "note": ("given the note", "the note"),
}
"""What was done to a row, and how that goes on for the second copy."""

COLUMNS = {"time": "Date", ROW: "Cohort"}
"""The column to look at, where a part has not its own."""


def disputed(conflicts: Iterable[Conflict], copies: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each conflict; ``copies`` are the names of the files that were merged."""
    for found in conflicts:
        kept, other = copies[found.kept.copy], copies[found.other.copy]
        what, todo = _what(found, kept, other), _todo(found, kept, other)
        column = COLUMNS.get(found.part, found.part.capitalize())
        yield Finding(rule=EDIT, what=what, todo=todo, sessions=(found.row,), column=column)


def _what(found: Conflict, kept: str, other: str) -> str:
    name = named(found.before)
    if found.kept.row is None or found.other.row is None:
        return f"{name} was edited in {kept} and deleted in {other}; it was kept as in {kept}."
    deed, again = DEEDS[found.part]
    here, there = _said(found.kept.row, found.part), _said(found.other.row, found.part)
    return f"{name} was {deed} {here} in {kept} and {again} {there} in {other}; {here} was kept."


def _todo(found: Conflict, kept: str, other: str) -> str:
    settle = f"Settle it with whoever edited {other}, and"
    if found.other.row is None:
        return f"{settle} delete it from {kept} if it is not to be held."
    row = f"its row in {kept}" if found.kept.copy else "this row"
    return f"{settle} edit {row} if {_said(found.other.row, found.part)} is right."


def _said(session: Session, part: str) -> str:
    """Say what stands in a cell."""
    match part:
        case "date":
            return day(session.date)
        case "time":
            return f"{day(session.date)}, {clock(session.start)} to {clock(session.end)}"
        case "start" | "end":
            return clock(getattr(session, part))
        case "instructor":
            return " + ".join(session.instructors) or "nobody"
        case "room":
            return " + ".join(session.rooms) or "no room"
        case "pin":
            return listed(sorted(session.pin)) if session.pin else "nothing"
        case "note":
            return f'"{session.note}"'
        case _:
            return str(getattr(session, part))
