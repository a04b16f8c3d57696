"""Names of sheets: short enough, without forbidden characters, each once whatever its case."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from scheduler.domain.ids import CohortId, InstructorId, RoomId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import SCHEDULE_SHEETS

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

FIXED = (*SCHEDULE_SHEETS, "History")
"""Names that are taken; ``History`` is the spreadsheet program's own."""


@dataclass(frozen=True, kw_only=True)
class SheetNames:
    """The name of the calendar of each cohort, instructor and room that has one."""

    cohorts: Mapping[CohortId, str]
    instructors: Mapping[InstructorId, str]
    rooms: Mapping[RoomId, str]


def sheet_names(problem: Problem, schedule: Schedule) -> SheetNames:
    """Name the calendars: every cohort has one, and every instructor and room that is used."""
    taken = {name.casefold() for name in FIXED}
    used = [who for who in problem.instructors if who in schedule.by_instructor]
    rooms = [room for room in problem.rooms if room in schedule.by_room]
    return SheetNames(
        cohorts=_named(problem.cohorts, "cohort", taken),
        instructors=_named(used, "instructor", taken),
        rooms=_named(rooms, "room", taken),
    )


Id = TypeVar("Id", bound=str)


def _named(ids: Iterable[Id], kind: str, taken: set[str]) -> dict[Id, str]:
    return {one: unique(one, kind, taken) for one in ids}


def unique(wanted: str, kind: str, taken: set[str]) -> str:
    """Give a sheet name for an ID and take it: ``CNC-A``, else ``Schedule (cohort)``, ``... (cohort 2)``."""
    base = FORBIDDEN.sub("-", wanted).strip("' ") or kind
    suffixes = ("", f" ({kind})", *(f" ({kind} {number})" for number in range(2, len(taken) + 2)))
    fitting = (base[: LONGEST - len(suffix)].rstrip("' ") + suffix for suffix in suffixes)
    chosen = next(name for name in fitting if name.casefold() not in taken)
    taken.add(chosen.casefold())
    return chosen


def link(sheet: str, cell: str = "A1") -> str:
    """Give the address of a cell of another sheet, for a link."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"
