"""What a person edited is pinned: it must stay when the rest is repaired."""

from collections.abc import Iterable
from dataclasses import replace

from scheduler.domain.edits import Edit
from scheduler.domain.ids import ResourceId
from scheduler.domain.schedule import Schedule, Session

HELD = {"time": "date", "instructor": "instructors", "room": "rooms"}
"""What can be pinned of a row, and the field that says whether there is anything to pin."""


def with_edits_pinned(schedule: Schedule, edits: Iterable[Edit]) -> Schedule:
    """Pin the cells of each row that somebody edited, unless they wrote that it is not pinned.

    That is what ``no`` in its Pin says, or a Pin that was cleared. A cell that was cleared is not
    pinned: somebody else is wanted there. A row that was added, that belongs to another cohort or module
    now, or that was edited for a reason, which its Note says, is pinned with all it says, unless its Pin
    says otherwise.
    """
    pins = {id(row): pin for edit in edits for row, pin in _pins(edit)}
    rows = (replace(row, pin=pins.get(id(row), row.pin), loose=False) for row in schedule.sessions)
    return replace(schedule, sessions=tuple(rows))


def _pins(edit: Edit) -> Iterable[tuple[Session, frozenset[str]]]:
    for number, row in enumerate(edit.after):
        parts = set(HELD) if number or edit.before is None else set(edit.parts)
        if row.loose or ("pin" in edit.parts and not row.pin):
            continue
        if parts & {"cohort", "module"} or (row.note and parts & set(HELD) and not row.pin):
            parts |= set(HELD)
        edited = {part for part, field in HELD.items() if part in parts and getattr(row, field)}
        yield row, row.pin | edited


def cleared(edits: Iterable[Edit]) -> Iterable[tuple[Session, ResourceId]]:
    """Yield each row whose Instructor or Room was cleared, with each who or which is not wanted there."""
    for edit in edits:
        if edit.before and edit.after:
            now = edit.after[0]
            if not now.instructors:
                yield from ((now, who) for who in edit.before.instructors)
            if not now.rooms:
                yield from ((now, room) for room in edit.before.rooms)


def replaced(cleared: Session, now: Session) -> frozenset[str]:
    """Give which cells of a row that somebody cleared are filled now."""
    parts = {"instructor": "instructors", "room": "rooms"}
    return frozenset(p for p, field in parts.items() if getattr(now, field) and not getattr(cleared, field))
