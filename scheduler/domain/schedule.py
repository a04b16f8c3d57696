"""What was planned: sessions, and what can be read off them without judging.

A session is an uninterrupted stretch of one cohort, one module, the same instructors and
rooms, on one date. Lengths and times of day are in quarter-hours.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import count
from typing import TypeVar

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, PatternId, RoomId

R = TypeVar("R", InstructorId, RoomId)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One row of the schedule.

    Attributes
    ----------
    instructors, rooms
        Who teaches and where; fewer than the module needs means that hours are unstaffed.
    pin
        Which parts of the row must stay: some of ``time``, ``instructor``, ``room``.
    loose
        Whether a person wrote that nothing of it must stay, not even what they edited.
    id
        The Row ID of the workbook, empty until the schedule is written.
    row
        The row number in the sheet ``Schedule`` it was read from or is written to, 0 if none.
    """

    cohort: CohortId
    module: ModuleId
    date: date
    start: Quarter
    end: Quarter
    instructors: tuple[InstructorId, ...] = ()
    rooms: tuple[RoomId, ...] = ()
    pin: frozenset[str] = frozenset()
    loose: bool = False
    note: str = ""
    id: str = ""
    row: int = 0

    @property
    def length(self) -> Quarter:
        """How long it lasts, in quarters."""
        return self.end - self.start

    def overlaps(self, other: "Session") -> bool:
        """Whether the two are held at the same time, if only for a quarter-hour."""
        return self.date == other.date and self.start < other.end and other.start < self.end


def when(session: Session) -> tuple[date, Quarter, Quarter, CohortId, ModuleId]:
    """Give the key that puts sessions in the order of time, then of cohort and module."""
    return (session.date, session.start, session.end, session.cohort, session.module)


def beginning(session: Session) -> tuple[date, Quarter]:
    """Give the moment a session begins."""
    return (session.date, session.start)


def ending(session: Session) -> tuple[date, Quarter]:
    """Give the moment a session ends."""
    return (session.date, session.end)


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """All sessions, and the pattern chosen for each cohort."""

    sessions: tuple[Session, ...] = ()
    patterns: Mapping[CohortId, PatternId] = field(default_factory=dict)

    @cached_property
    def by_cohort(self) -> Mapping[CohortId, tuple[Session, ...]]:
        """Sessions of each cohort that has any, in the order of time."""
        return grouped((session.cohort, session) for session in self.sessions)

    @cached_property
    def by_placement(self) -> Mapping[tuple[CohortId, ModuleId], tuple[Session, ...]]:
        """Sessions of each (cohort, module) that has any, in the order of time."""
        return grouped(((s.cohort, s.module), s) for s in self.sessions)

    @cached_property
    def by_instructor(self) -> Mapping[InstructorId, tuple[Session, ...]]:
        """Sessions of each instructor who teaches, in the order of time."""
        return grouped((who, s) for s in self.sessions for who in s.instructors)

    @cached_property
    def by_room(self) -> Mapping[RoomId, tuple[Session, ...]]:
        """Sessions in each room that is used, in the order of time."""
        return grouped((where, s) for s in self.sessions for where in s.rooms)

    def numbered(self, cohorts: Iterable[CohortId]) -> "Schedule":
        """Give the schedule as it is written: by cohort, then in time, each row with its ID and number.

        The first session stands in row 2, below the headings. A Row ID that is there already is kept.
        """
        place = {cohort: index for index, cohort in enumerate(cohorts)}
        ordered = sorted(self.sessions, key=lambda s: (place.get(s.cohort, len(place)), when(s)))
        fresh = fresh_ids({session.id for session in ordered})
        rows = (
            replace(session, id=session.id or next(fresh), row=row)
            for row, session in enumerate(ordered, start=2)
        )
        return replace(self, sessions=tuple(rows))


def fresh_ids(taken: Container[str]) -> Iterator[str]:
    """Yield Row IDs that are not taken, one after the other."""
    return (row_id for number in count(1) if (row_id := f"R{number:05d}") not in taken)


K = TypeVar("K")


def grouped(pairs: Iterable[tuple[K, Session]]) -> dict[K, tuple[Session, ...]]:
    """Put sessions that belong together in one group, each group in the order of time."""
    groups: dict[K, list[Session]] = {}
    for key, session in pairs:
        groups.setdefault(key, []).append(session)
    return {key: tuple(sorted(group, key=when)) for key, group in groups.items()}


def main_instructors(sessions: Iterable[Session], number: int) -> tuple[InstructorId, ...]:
    """Give a placement's main instructors: the ``number`` who hold most of its hours.

    A tie goes to who comes first in the earlier session.
    """
    return _holding_most(((s.instructors, s.length) for s in sorted(sessions, key=when)), number)


def main_rooms(sessions: Iterable[Session], number: int) -> tuple[RoomId, ...]:
    """Give a placement's main rooms: the ``number`` that hold most of its hours."""
    return _holding_most(((s.rooms, s.length) for s in sorted(sessions, key=when)), number)


def _holding_most(parts: Iterable[tuple[tuple[R, ...], Quarter]], number: int) -> tuple[R, ...]:
    held: Counter[R] = Counter()
    for resources, length in parts:
        for resource in resources:
            held[resource] += length
    return tuple(resource for resource, _ in held.most_common(number))
