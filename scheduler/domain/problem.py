"""What is to be planned: the planning workbook as plain frozen values.

Lengths and times of day are in quarter-hours (see `scheduler.domain.clock`), dates are
local dates, identifiers are text exactly as the coordinator wrote them. Every value that
stands for a row of the planning workbook carries that row's number as ``row`` (0 if it
was made by a program), so that a finding can name the cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import (
    CohortId,
    InstructorId,
    ModuleId,
    PatternId,
    ProgramId,
    ResourceId,
    RoomId,
)
from scheduler.domain.resources import Absence, Instructor, Qualification, Room, Window
from scheduler.domain.schedule import Schedule, Session

EVERY_DAY = frozenset(range(7))


class Order(StrEnum):
    """How the modules of a program follow each other."""

    FIXED = "fixed"
    PREREQUISITES = "prerequisites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The plan as a whole: its dates, its site, the weight of each goal by name; ``rows`` by key."""

    plan_from: date
    plan_to: date
    site: str = ""
    time_zone: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days without class, or with a short day if ``until`` says when class ends.

    An empty campus, or no cohort, stands for all of them.
    """

    first: date
    last: date
    campus: str = ""
    cohort: CohortId | None = None
    until: Quarter | None = None
    note: str = ""
    row: int = 0

    def concerns(self, cohort: "Cohort") -> bool:
        """Whether the cohort has these days off (or short)."""
        return self.campus in ("", cohort.campus) and self.cohort in (None, cohort.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A weekly stretch of class time; weekdays count from Monday = 0."""

    days: frozenset[int]
    start: Quarter
    end: Quarter
    track: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Weekly class time: one or more blocks, which do not overlap."""

    id: PatternId
    blocks: tuple[Block, ...]

    @property
    def tracks(self) -> tuple[str, ...]:
        """The names of its tracks, in order; ``("",)`` for a pattern without tracks."""
        named = dict.fromkeys(block.track for block in self.blocks if block.track)
        return tuple(named) or ("",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A part of a program.

    ``room_types`` are needed all at once, one group of the cohort in each; ``instructors``
    is how many teach at once. ``max_per_day`` is in quarters.
    """

    id: ModuleId
    program: ProgramId
    length: Quarter
    title: str = ""
    prerequisites: tuple[ModuleId, ...] = ()
    room_types: tuple[str, ...] = ()
    instructors: int = 1
    track: str = ""
    max_per_day: Quarter | None = None
    min_days: int = 1
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What a cohort goes through: modules in their sequence, ``length`` quarters in all."""

    id: ProgramId
    length: Quarter
    modules: tuple[Module, ...]
    title: str = ""
    order: Order = Order.FIXED
    min_weeks: int = 0
    milestones: tuple[Quarter, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Students who go through a program together.

    The planner picks one of ``patterns``. ``latest_start`` is None where the cohort must
    start on the first allowed class day on or after ``earliest_start``.
    """

    id: CohortId
    program: ProgramId
    patterns: tuple[PatternId, ...]
    earliest_start: date
    campus: str = ""
    students: int = 0
    latest_start: date | None = None
    start_days: frozenset[int] = EVERY_DAY
    finish_by: date | None = None
    max_idle_days: int = 0
    aided: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What must stay of a cohort's module; what is empty or None is free.

    The module's first session is on ``date`` (and at ``start``, if that is given), all its
    sessions have these instructors and these rooms.
    """

    cohort: CohortId
    module: ModuleId
    date: "date | None" = None  # quoted, for here the name already stands for this field
    start: Quarter | None = None
    instructors: tuple[InstructorId, ...] = ()
    rooms: tuple[RoomId, ...] = ()
    reason: str = ""
    row: int = 0


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Everything the planner is told, in the order of the workbook.

    Attributes
    ----------
    previous
        The schedule being repaired; None when planning from nothing.
    since
        Sessions of that schedule before this date have been held, and nothing can be placed there any more.
    unwanted
        Rows of that schedule, each with somebody or a room that was taken out of it.
    accepted
        Findings, in their words, that whoever edited that schedule brought about and wants so: no
        reason to move anything else.
    columns
        For each sheet, the column letter of each heading as it was found, so that a
        finding can name the cell.
    last_rows
        For each sheet, the last row that holds anything: new ones go below it.
    """

    settings: Settings
    patterns: Mapping[PatternId, Pattern]
    programs: Mapping[ProgramId, Program]
    cohorts: Mapping[CohortId, Cohort]
    instructors: Mapping[InstructorId, Instructor]
    rooms: Mapping[RoomId, Room]
    qualifications: tuple[Qualification, ...] = ()
    closures: tuple[Closure, ...] = ()
    windows: tuple[Window, ...] = ()
    absences: tuple[Absence, ...] = ()
    pins: tuple[Pin, ...] = ()
    previous: Schedule | None = None
    since: date | None = None
    unwanted: tuple[tuple[Session, ResourceId], ...] = ()
    accepted: frozenset[str] = frozenset()
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    last_rows: Mapping[str, int] = field(default_factory=dict)

    def program_of(self, cohort: CohortId) -> Program:
        """Give the program a cohort goes through."""
        return self.programs[self.cohorts[cohort].program]

    def module(self, cohort: CohortId, module: ModuleId) -> Module:
        """Give a module of the program a cohort goes through.

        Raises
        ------
        KeyError
            If that program has no such module.
        """
        return self._modules[self.cohorts[cohort].program, module]

    def qualification(self, instructor: InstructorId, module: Module) -> Qualification | None:
        """Give what lets an instructor teach a module; a module's own row outranks ``*``."""
        own = self._qualifications.get((instructor, module.program, module.id))
        return own or self._qualifications.get((instructor, module.program, None))

    @cached_property
    def class_time(self) -> "dict[tuple[Cohort, Pattern], Any]":
        """What `scheduler.domain.calendar.class_blocks` has worked out already."""
        return {}

    @cached_property
    def _modules(self) -> Mapping[tuple[ProgramId, ModuleId], Module]:
        return {(program.id, m.id): m for program in self.programs.values() for m in program.modules}

    @cached_property
    def _qualifications(self) -> Mapping[tuple[InstructorId, ProgramId, ModuleId | None], Qualification]:
        """Rows by whom and what they are for; of several for the same, the first counts."""
        return {(row.instructor, row.program, row.module): row for row in reversed(self.qualifications)}

    def cell(self, sheet: str, row: int, column: str) -> str:
        """Name a cell the way a spreadsheet does: ``Cohorts!C7``; without a row, the sheet."""
        letter = self.columns.get(sheet, {}).get(column)
        return f"{sheet}!{letter}{row}" if row and letter else sheet
