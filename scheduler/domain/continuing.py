"""Rows that go on from one version of a schedule to the next: the same Row IDs, pins and notes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scheduler.domain.schedule import Schedule, Session, grouped, when


def continued(before: Schedule, after: Iterable[Session]) -> tuple[Session, ...]:
    """Give sessions as rows that continue those before, cut where those were cut.

    A session is the row that was held at the same time, if possible by the same people; what is left
    over of each module is paired in the order of time. What continues nothing has no Row ID; where it
    is part of a row whose time is pinned, it is pinned like that.
    """
    groups = grouped(((s.cohort, s.module), s) for s in after)
    rows = {row.id: row for row in before.sessions}
    found: list[Session] = []
    for placement, sessions in groups.items():
        held = before.by_placement.get(placement, ())
        for row in _continued(held, sessions):
            whole = rows.get(row.id) or _whole_of(row, held)
            found.append(replace(row, pin=whole.pin, note=whole.note) if whole else row)
    return tuple(found)


def _whole_of(session: Session, rows: Iterable[Session]) -> Session | None:
    """Give the row pinned in its time of which a session is a part."""
    for row in rows:
        within = row.date == session.date and row.start <= session.start and session.end <= row.end
        if "time" in row.pin and within:
            return row
    return None


def _continued(before: Sequence[Session], sessions: Sequence[Session]) -> Iterator[Session]:
    pieces = [piece for session in sessions for piece in _cut(before, session)]
    known = {session.id for session in pieces if session.id}
    left = [row for row in before if row.id not in known]
    found: dict[int, Session] = {}
    for same in (_alike, _moment):
        for number, piece in enumerate(pieces):
            if not piece.id and number not in found:
                row = next((row for row in left if same(row) == same(piece)), None)
                if row:
                    left.remove(row)
                    found[number] = row
    open_ = [
        number
        for number, piece in enumerate(pieces)
        if not piece.id and number not in found and not _whole_of(piece, before)
    ]
    found |= dict(zip(open_, sorted(left, key=when), strict=False))
    for number, piece in enumerate(pieces):
        row = found.get(number)
        yield replace(piece, id=row.id) if row else piece


def _cut(before: Iterable[Session], session: Session) -> Iterator[Session]:
    """Cut a session where a row before ended and another began, held by the same people."""
    if session.id:
        yield session
        return
    same = [row for row in before if row.date == session.date and _holders(row) == _holders(session)]
    cuts = {row.end for row in same} & {row.start for row in same}
    edges = [session.start, *sorted(cut for cut in cuts if session.start < cut < session.end), session.end]
    for start, end in pairwise(edges):
        yield replace(session, start=start, end=end)


def _holders(session: Session) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(session.instructors), frozenset(session.rooms)


def _moment(session: Session) -> tuple[object, ...]:
    return session.date, session.start


def _alike(session: Session) -> tuple[object, ...]:
    return session.date, session.start, session.end, _holders(session)
