"""Edits: what a person changed of a schedule workbook since it was written.

A row is known by its Row ID, wherever it stands now; one that has lost it, by its cohort, module, date
and start. What is not known is new; a new row that takes over what a row cut short has left splits it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.schedule import Session, when

YOU, PLANNER = "you", "planner"
"""Who edits: a person, or the planner who repairs."""

PARTS = ("cohort", "module", "time", "instructor", "room", "pin", "note")
"""What of a row can be edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One row that was edited.

    Attributes
    ----------
    before
        The row as it was written; None if somebody added it.
    after
        The rows it is now: none if it was deleted, several if it was split.
    by
        Who did it.
    """

    before: Session | None
    after: tuple[Session, ...]
    by: str = YOU

    @property
    def parts(self) -> tuple[str, ...]:
        """What of the row is different now, of a split row in its first part."""
        if self.before is None or not self.after:
            return ()
        return tuple(part for part in PARTS if value(self.before, part) != value(self.after[0], part))


def known(before: Iterable[Session], after: Sequence[Session]) -> tuple[tuple[str | None, Session], ...]:
    """Give each row of a workbook with the Row ID it was written with; None for what is new.

    No Row ID may stand there twice; of a copied row the reader sees to that.
    """
    written = {session.id: session for session in before}
    there = {session.id for session in after}
    lost = {_moment(row): row.id for row in written.values() if row.id not in there}
    return tuple(
        (session.id if session.id in written else lost.pop(_moment(session), None), session)
        for session in after
    )


def edits(before: Iterable[Session], after: Sequence[Session]) -> tuple[Edit, ...]:
    """Tell the rows of a workbook apart from those it was written with.

    In the order of the rows as they are now; what was deleted comes last, in the order of time.
    """
    written = {session.id: session for session in before}
    rows = known(written.values(), after)
    kept = {row_id: session for row_id, session in rows if row_id is not None}
    added = [session for row_id, session in rows if row_id is None]
    found = [_edit(row, kept[row.id], added) for row in written.values() if row.id in kept]
    split = {part for edit in found for part in edit.after}
    found += [Edit(before=None, after=(session,)) for session in added if session not in split]
    found.sort(key=lambda edit: edit.after[0].row)
    deleted = sorted((row for row in written.values() if row.id not in kept), key=when)
    changed = [edit for edit in found if edit.before is None or edit.parts]
    return (*changed, *(Edit(before=row, after=()) for row in deleted))


def _edit(before: Session, after: Session, added: Iterable[Session]) -> Edit:
    rest = _rest(before, after, added) if (before.start, before.end) != (after.start, after.end) else ()
    return Edit(before=before, after=(after, *rest))


def _rest(before: Session, after: Session, added: Iterable[Session]) -> Iterator[Session]:
    """Yield the new rows of the same module that take over what a row cut short has left."""
    if before.overlaps(after) and before.start <= after.start and after.end <= before.end:
        for other in added:
            same = (other.cohort, other.module) == (after.cohort, after.module)
            within = before.start <= other.start and other.end <= before.end
            if same and other.date == before.date and within and not other.overlaps(after):
                yield other


def _moment(session: Session) -> tuple[object, ...]:
    return session.cohort, session.module, session.date, session.start


def value(session: Session, part: str) -> object:
    """Give a part of a row so that what means the same is equal, in whatever order people are named."""
    match part:
        case "time":
            return session.date, session.start, session.end
        case "instructor":
            return tuple(sorted(session.instructors))
        case "room":
            return tuple(sorted(session.rooms))
        case _:
            return getattr(session, part)
