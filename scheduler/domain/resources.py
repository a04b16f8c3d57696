"""Who teaches and where: instructors, what they may teach, rooms, and when they are there.

Lengths and times of day are in quarter-hours; see `scheduler.domain.problem`.
"""

from dataclasses import dataclass
from datetime import date

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, ResourceId, RoomId


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructor:
    """A person who teaches; no campus named means every campus. Loads are in quarters."""

    id: InstructorId
    name: str = ""
    campuses: frozenset[str] = frozenset()
    max_per_day: Quarter | None = None
    max_per_week: Quarter | None = None
    email: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """Who may teach what until when (that day included); no module means every module."""

    instructor: InstructorId
    program: ProgramId
    module: ModuleId | None = None
    valid_until: date | None = None
    preference: int = 0
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room; it takes as many students as it has stations, else seats."""

    id: RoomId
    types: frozenset[str]
    seats: int
    campus: str = ""
    stations: int | None = None
    row: int = 0

    @property
    def capacity(self) -> int:
        """How many students fit."""
        return self.seats if self.stations is None else self.stations


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A weekly window of availability; whoever has one is available only inside theirs."""

    who: ResourceId
    days: frozenset[int]
    start: Quarter
    end: Quarter
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Dated unavailability, on each of the days from ``start`` to ``end`` (whole days: 0 to 96)."""

    who: ResourceId
    first: date
    last: date
    start: Quarter = 0
    end: Quarter = 96
    reason: str = ""
    row: int = 0
