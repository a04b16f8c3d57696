"""What stays of the schedule being repaired: rows that have been held, and rows that a person pinned.

A row that stays keeps its time, and those it is pinned to. It takes its time out of the cohort's
class time, its length off its module, and those who hold it away from everybody else. Places of it
that are open are filled like any other's (see `scheduler.engine.case.Task`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_

from scheduler.domain.calendar import ClassBlock
from scheduler.domain.clock import Quarter
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, ResourceId, RoomId
from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.schedule import Session, grouped
from scheduler.engine.axis import Axis
from scheduler.rules import pin
from scheduler.rules.occupation import overlapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that stays: who holds it still and where, and how many more it needs at once."""

    session: Session
    people: tuple[InstructorId, ...]
    rooms: tuple[RoomId, ...]
    open_people: int
    open_rooms: int

    @property
    def whole(self) -> bool:
        """Whether nothing of it is open."""
        return not (self.open_people or self.open_rooms)


def rows_kept(problem: Problem) -> tuple[Row, ...]:
    """Give the rows of the schedule being repaired that stay, in its order.

    Those that a cohort would have at the same time stay as they are: nobody can be found for them.
    """
    previous = problem.previous.sessions if problem.previous else ()
    found = [(row, pin.stays(problem, row)) for row in previous if row.cohort in problem.cohorts]
    kept = [(row, parts) for row, parts in found if parts]
    by_cohort = grouped((row.cohort, row) for row, _ in kept)
    at_once = {id(row) for rows in by_cohort.values() for pair in overlapping(rows) for row in pair}
    return tuple(_row(problem, row, parts, settled=id(row) in at_once) for row, parts in kept)


def _row(problem: Problem, row: Session, parts: frozenset[str], *, settled: bool) -> Row:
    module = problem.module(row.cohort, row.module)
    held = settled or pin.is_history(problem, row)
    people = row.instructors if held or "instructor" in parts else ()
    rooms = row.rooms if held or "room" in parts else ()
    return Row(
        session=row,
        people=people,
        rooms=rooms,
        open_people=0 if held else max(0, module.instructors - len(people)),
        open_rooms=0 if held else max(0, len(module.room_types) - len(rooms)),
    )


def class_time_of(rows: Iterable[Row]) -> Iterator[ClassBlock]:
    """Yield the time of rows as if it were class time, so that the axis holds it."""
    for row in rows:
        yield ClassBlock(date=row.session.date, start=row.session.start, end=row.session.end)


class Kept:
    """The rows that stay, on the axis."""

    def __init__(self, problem: Problem, axis: Axis, rows: Sequence[Row]) -> None:
        self._problem = problem
        self._axis = axis
        self._rows = rows

    @cached_property
    def _by_cohort(self) -> Mapping[CohortId, Sequence[Row]]:
        found: dict[CohortId, list[Row]] = {}
        for row in self._rows:
            found.setdefault(row.session.cohort, []).append(row)
        return found

    @cached_property
    def uses(self) -> Mapping[ResourceId, Sequence[tuple[CohortId, int]]]:
        """The quarters for which rows take those they stay with, by the cohort."""
        found: dict[ResourceId, list[tuple[CohortId, int]]] = {}
        for row in self._rows:
            for who in row.people + row.rooms:
                found.setdefault(who, []).append((row.session.cohort, self.mask(row.session)))
        return found

    def masks(self, who: ResourceId) -> list[int]:
        """Give the quarters for which each row takes somebody."""
        return [mask for _, mask in self.uses.get(who, ())]

    def closed(self, who: ResourceId, cohort: Cohort) -> int:
        """Give the quarters at which somebody is not to be had for anything else of a cohort."""
        taken = elsewhere = 0
        for other, mask in self.uses.get(who, ()):
            taken |= mask
            campus = self._problem.cohorts[other].campus
            if who in self._problem.instructors and campus and cohort.campus not in ("", campus):
                elsewhere |= mask
        return taken | self._axis.whole_days(elsewhere) if elsewhere else taken

    def hours(self, cohorts: Iterable[CohortId]) -> dict[InstructorId, Quarter]:
        """Give the quarters that people teach in rows of some cohorts."""
        found: dict[InstructorId, Quarter] = {}
        for cohort in cohorts:
            for row in self.of(cohort):
                for who in row.people:
                    found[who] = found.get(who, 0) + row.session.length
        return found

    def mask(self, session: Session) -> int:
        """Give the quarters of a session."""
        start = self._axis.bit(session.date, session.start)
        return (1 << session.length) - 1 << start

    def of(self, cohort: CohortId) -> Sequence[Row]:
        """Give the rows of a cohort."""
        return self._by_cohort.get(cohort, ())

    def taken(self, cohort: CohortId) -> int:
        """Give the quarters at which a cohort can have nothing else: those of its rows, and the past."""
        since = self._problem.since
        past = self._axis.everything ^ self._axis.since(since) if since else 0
        return reduce(or_, (self.mask(row.session) for row in self.of(cohort)), past)

    def by_module(self, cohort: CohortId) -> Mapping[ModuleId, int]:
        """Give the quarters of a cohort's rows, by module."""
        found: dict[ModuleId, int] = {}
        for row in self.of(cohort):
            module = row.session.module
            found[module] = found.get(module, 0) | self.mask(row.session)
        return found

    def sessions(self, cohort: CohortId, placed: Iterable[Session]) -> Iterator[Session]:
        """Yield the sessions placed and the rows of a cohort, whose open places some of those fill."""
        parts = [row for row in self.of(cohort) if not row.whole]
        for session in placed:
            row = next((row for row in parts if _within(session, row.session)), None)
            people, rooms = (row.people, row.rooms) if row else ((), ())
            yield replace(session, instructors=people + session.instructors, rooms=rooms + session.rooms)
        yield from (row.session for row in self.of(cohort) if row.whole)


def _within(session: Session, row: Session) -> bool:
    same = (session.cohort, session.module, session.date) == (row.cohort, row.module, row.date)
    return same and row.start <= session.start and session.end <= row.end
