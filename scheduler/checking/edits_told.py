"""Edits in words: what somebody changed, said to them."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.clock import clock, day
from scheduler.domain.edits import PLANNER, Edit
from scheduler.domain.findings import named
from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules.wording import listed, several

Key = tuple[object, ...]


def told(edits: Iterable[Edit], written: Schedule) -> Iterator[str]:
    """Yield a sentence for each edit; the same edit of several rows of a module is said once.

    A person's come in the order of the rows, the planner's with what concerns most rows first.
    ``written`` is the schedule before: it tells whether all sessions of a module were edited.
    """
    groups: dict[Key, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(_alike(edit), []).append(edit)
    found = sorted(groups.values(), key=lambda group: -len(group) if group[0].by == PLANNER else 0)
    return (_sentence(alike, written) for alike in found)


def gone(edits: Iterable[Edit]) -> dict[tuple[CohortId, ModuleId], tuple[str, ...]]:
    """Give for each cohort's module the rows that were deleted: ``R00499 on Mon Jan 5``."""
    found: dict[tuple[CohortId, ModuleId], tuple[str, ...]] = {}
    for edit in edits:
        if edit.before and not edit.after:
            key = edit.before.cohort, edit.before.module
            found[key] = (*found.get(key, ()), f"{edit.before.id} on {day(edit.before.date)}")
    return found


def _alike(edit: Edit) -> Key:
    """Give what edits of one cohort's module that are said together have in common."""
    before = edit.before
    if before is None and edit.by == PLANNER:
        return (edit.after[0].cohort, edit.after[0].module, "added")
    if before is None or len(edit.after) > 1:
        return (id(edit),)
    if not edit.after:
        return (before.cohort, before.module, "deleted")
    after = edit.after[0]
    if edit.by == PLANNER and "time" in edit.parts:
        return (before.cohort, before.module, "time")
    if {"time", "cohort", "module"} & set(edit.parts):
        return _shift(before, after) if edit.parts == ("time",) else (id(edit),)
    place = (after.instructors, before.instructors, after.rooms, before.rooms, after.pin)
    return (before.cohort, before.module, edit.parts, *place)


def _shift(before: Session, after: Session) -> Key:
    """Give by how much a row was moved."""
    days = (after.date - before.date).days
    return (before.cohort, before.module, days, after.start - before.start, after.end - before.end)


def _sentence(edits: Sequence[Edit], written: Schedule) -> str:
    first = edits[0]
    who = "The planner" if first.by == PLANNER else "You"
    if first.before is None:
        return f"{who} added {_added([edit.after[0] for edit in edits])}."
    rows = [edit.before for edit in edits if edit.before]
    if "time" in first.parts and len(rows) > 1:
        return f"{who} moved {_moved(edits, rows)}."
    those = _those(rows, written)
    if not first.after:
        return f"{who} deleted {those}."
    if len(first.after) > 1:
        parts = listed(_hours(session) + _staff(session) for session in first.after)
        return f"{who} split {those}: {parts}."
    return f"{who} {listed(_deeds(first.before, first.after[0], first.parts, those))}."


def _added(rows: Sequence[Session]) -> str:
    """Name a row that is new, or several of a module and from when to when they are."""
    if len(rows) == 1:
        return f"{named(rows[0])}{_staff(rows[0])}"
    return f"{len(rows)} sessions of {rows[0].cohort} {rows[0].module}, {_span(rows)}"


def _moved(edits: Sequence[Edit], rows: Sequence[Session]) -> str:
    """Say from when to when several rows of a module were moved, and whether to other people or rooms."""
    now = [edit.after[0] for edit in edits]
    others = any({"instructor", "room"} & set(edit.parts) for edit in edits)
    was, is_ = _span(rows), _span(now)
    hours = {_hours(row) for row in now}
    to = f"from {was} to {is_}"
    if was == is_:
        to = f"of {was} to {hours.pop() if len(hours) == 1 else 'other times'}"
    also = ", some to other people or rooms" if others else ""
    return f"{len(rows)} sessions of {rows[0].cohort} {rows[0].module} {to}{also}"


def _span(rows: Sequence[Session]) -> str:
    """Give the first and the last day of rows: ``Oct 27 - Nov 6`` in words."""
    first, last = min(row.date for row in rows), max(row.date for row in rows)
    return day(first) if first == last else f"{day(first)} \N{EN DASH} {day(last)}"


def _those(rows: Sequence[Session], written: Schedule) -> str:
    """Name the rows: all of a placement by its module, else the first and on which days there are more."""
    placement = written.by_placement.get((rows[0].cohort, rows[0].module), ())
    if len(rows) == len(placement) > 1:
        return f"all {len(rows)} sessions of {rows[0].cohort} {rows[0].module}"
    return several(rows)


def _deeds(before: Session, after: Session, parts: Sequence[str], those: str) -> Iterator[str]:
    """Yield what was done to a row, part by part; only the first names the row."""
    for number, part in enumerate(parts):
        it = "it" if number else those
        match part:
            case "time":
                yield f"moved {it} to {_time(before, after)}"
            case "instructor":
                yield _changed(it, before.instructors, after.instructors, "gave {} to {}", "took {} from {}")
            case "room":
                yield _changed(it, before.rooms, after.rooms, "moved {} to {}", "took {} out of {}")
            case "cohort" | "module":
                yield f"changed {it} to {getattr(after, part)}"
            case "pin":
                yield _of(it, "pinned", listed(sorted(after.pin))) if after.pin else f"unpinned {it}"
            case _:
                yield _of(it, "changed", "note")


def _of(it: str, did: str, what: str) -> str:
    """Say that something of a row was dealt with: ``pinned the room of CNC-A C01``, ``pinned its room``."""
    return f"{did} its {what}" if it == "it" else f"{did} the {what} of {it}"


def _changed(it: str, before: Sequence[str], after: Sequence[str], gave: str, took: str) -> str:
    """Say who or what a row has now, and had before."""
    if not after:
        return took.format(it, " + ".join(before))
    was = f" (was {' + '.join(before)})" if before else ""
    return gave.format(it, " + ".join(after)) + was


def _time(before: Session, after: Session) -> str:
    return _hours(after) if after.date == before.date else f"{day(after.date)}, {_hours(after)}"


def _hours(session: Session) -> str:
    return f"{clock(session.start)} to {clock(session.end)}"


def _staff(session: Session) -> str:
    """Say who holds a session and where."""
    who = f" with {' + '.join(session.instructors)}" if session.instructors else ""
    where = f" in {' + '.join(session.rooms)}" if session.rooms else ""
    return f"{who}{where}"
