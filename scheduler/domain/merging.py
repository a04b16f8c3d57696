"""Merging: copies of one schedule that several people edited become one, cell by cell.

What only one of them changed is taken; what several changed alike, once. Where they changed the same
differently, the first copy's edit stays and a conflict tells of the other, so that nothing is lost.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scheduler.domain.edits import PARTS, known, value
from scheduler.domain.schedule import Session, fresh_ids

TIME = ("date", "start", "end")
CELLS = ("cohort", "module", *TIME, "instructor", "room", "pin", "note")
"""What is merged of a row, each by itself; `PARTS` is the same with the time in one."""

SAID = ("cohort", "module", "time", "instructor", "room")
"""What makes the new rows of two copies the same row."""

ROW = "row"
"""What a conflict is about if one copy deleted the row and another edited it."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "time": TIME,
    "instructor": ("instructors",),
    "room": ("rooms",),
    "pin": ("pin", "loose"),
}
"""The fields of a session that a part stands for, where it is not the one of that name."""

Rows = Mapping[int, Session]
"""A row in each of the copies that have it, by the number of the copy."""

Key = str | tuple[object, ...]
"""What a row is known by in all copies: its Row ID, or what a new one says."""

Dispute = tuple[str, int, int]
"""A part, the copy whose edit stays, and a copy that has another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A row as one of the copies has it.

    Attributes
    ----------
    copy
        The number of the copy, 0 for the first.
    row
        The row there; None if it was deleted there.
    """

    copy: int
    row: Session | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two copies that edited the same differently.

    Attributes
    ----------
    part
        What they disagree on: one of `CELLS`, ``time`` for date, start and end together, or ``row``
        for whether it is held at all.
    before
        The row as it was written, or as both added it.
    row
        The row as it is merged.
    kept, other
        The row in the copy whose edit stays, and in the one whose edit does not.
    """

    part: str
    before: Session
    row: Session
    kept: Version
    other: Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Several copies as one: its rows, and where the copies conflict."""

    sessions: tuple[Session, ...]
    conflicts: tuple[Conflict, ...] = ()


def merged(written: Sequence[Session], copies: Sequence[Sequence[Session]]) -> Merged:
    """Merge edited copies of a schedule as it was written.

    First come the rows of the first copy in their order and with their numbers; then what only others
    have, without a number, for it stands nowhere in the first. A row that was written has the Row ID
    it was written with, one that only others added a new one. Of new rows of one module that are held at
    the same time in different copies, the first stays.
    """
    before: dict[Key, Session] = {row.id: row for row in written}
    keyed = [dict(_keyed(written, copy)) for copy in copies]
    fresh = fresh_ids({row.id for rows in (written, *copies) for row in rows})
    found: list[Merged] = []
    added: list[Rows] = []
    for key in dict.fromkeys(key for copy in keyed for key in copy):
        rows = {number: copy[key] for number, copy in enumerate(keyed) if key in copy}
        if key in before:
            gone = [number for number in range(len(copies)) if number not in rows]
            found.append(_row(before[key], rows, gone))
        elif rival := _rival(rows, added):
            found.append(rival)
        else:
            added.append(rows)
            found.append(_row(_added(rows, fresh), rows))
    return Merged(
        sessions=tuple(session for one in found for session in one.sessions),
        conflicts=tuple(conflict for one in found for conflict in one.conflicts),
    )


def _keyed(written: Iterable[Session], copy: Sequence[Session]) -> Iterator[tuple[Key, Session]]:
    """Yield each row with its key; a new row that is there twice is two rows."""
    seen: Counter[Key] = Counter()
    for row_id, session in known(written, copy):
        if row_id is None:
            said = tuple(value(session, part) for part in SAID)
            seen[said] += 1
            yield (said, seen[said]), session
        else:
            yield row_id, session


def _added(rows: Rows, fresh: Iterator[str]) -> Session:
    """Give what all copies that added a row agree on; where the first has not, the row gets a new ID."""
    first = next(iter(rows.values()))
    return replace(first, pin=frozenset(), note="", id=first.id if 0 in rows else next(fresh))


def _rival(rows: Rows, added: Iterable[Rows]) -> Merged | None:
    """Give the conflict of a new row with one of the same module that another copy has at the same time."""
    theirs = next(iter(rows.values()))
    for kept, ours in ((next(iter(one.items()))) for one in added if not one.keys() & rows.keys()):
        if (ours.cohort, ours.module) == (theirs.cohort, theirs.module) and ours.overlaps(theirs):
            part = next(part for part in SAID if value(ours, part) != value(theirs, part))
            both = {**rows, kept: ours}
            conflicts = (_conflict(ours, ours, both, (part, kept, other)) for other in rows)
            return Merged(sessions=(), conflicts=tuple(conflicts))
    return None


def _row(before: Session, rows: Rows, gone: Sequence[int] = ()) -> Merged:
    """Merge a row that some copies have and some deleted: one that was edited stays."""
    edited = [n for n, row in rows.items() if any(value(row, part) != value(before, part) for part in PARTS)]
    if gone and not edited:
        return Merged(sessions=())
    row, disputes = _sound(before, rows)
    disputes += [(ROW, edited[0], number) for number in gone]
    return Merged(
        sessions=(row,), conflicts=tuple(_conflict(before, row, rows, dispute) for dispute in disputes)
    )


def _sound(before: Session, rows: Rows) -> tuple[Session, list[Dispute]]:
    """Mix a row cell by cell, or with its time as one where that makes hours that cannot be meant."""
    row, disputes = _mixed(before, rows, CELLS)
    disputed = any(part in {"start", "end"} for part, _, _ in disputes)
    held = {(one.start, one.end) for one in rows.values()}
    if row.end <= row.start or (disputed and (row.start, row.end) not in held):
        return _mixed(before, rows, PARTS)
    return row, disputes


def _mixed(before: Session, rows: Rows, parts: Iterable[str]) -> tuple[Session, list[Dispute]]:
    """Take each part from the first copy that changed it, and say who changed it otherwise."""
    fields: dict[str, Any] = {}
    disputes: list[Dispute] = []
    for part in parts:
        values = {number: value(row, part) for number, row in rows.items()}
        changed = [number for number in rows if values[number] != value(before, part)]
        kept = next(iter(changed or rows))
        fields |= {field: getattr(rows[kept], field) for field in FIELDS.get(part, (part,))}
        disputes += [(part, kept, other) for other in changed if values[other] != values[kept]]
    return replace(before, row=rows[0].row if 0 in rows else 0, **fields), disputes


def _conflict(before: Session, row: Session, rows: Rows, dispute: Dispute) -> Conflict:
    part, kept, other = dispute
    return Conflict(
        part=part,
        before=before,
        row=row,
        kept=Version(copy=kept, row=rows[kept]),
        other=Version(copy=other, row=rows.get(other)),
    )
