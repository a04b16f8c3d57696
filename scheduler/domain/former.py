"""Who was there when a schedule was planned and is no longer: what of it can still be said."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from scheduler.domain.ids import CohortId, ModuleId, ResourceId, RoomId
from scheduler.domain.problem import Problem
from scheduler.domain.resources import Absence, Instructor, Qualification, Room
from scheduler.domain.schedule import Schedule, Session

GONE = "is no longer in {}"
"""Why somebody cannot be had any more."""


def without_former(problem: Problem, schedule: Schedule) -> tuple[Schedule, tuple[Session, ...]]:
    """Leave out the sessions of cohorts and modules that the problem no longer has; give those too."""
    known = {
        (cohort.id, module) for cohort in problem.cohorts.values() for module in _modules(problem, cohort.id)
    }
    gone = tuple(s for s in schedule.sessions if (s.cohort, s.module) not in known)
    kept = tuple(s for s in schedule.sessions if (s.cohort, s.module) in known)
    return replace(schedule, sessions=kept), gone


def left_out(problem: Problem, gone: Iterable[Session]) -> tuple[str, ...]:
    """Say of which cohorts and modules sessions were left out."""
    gone = tuple(gone)
    cohorts = Counter(s.cohort for s in gone if s.cohort not in problem.cohorts)
    modules = Counter(f"{s.cohort} {s.module}" for s in gone if s.cohort in problem.cohorts)
    notes = [_left_out(name, "Cohorts", count) for name, count in cohorts.items()]
    notes += [_left_out(name, "Modules", count) for name, count in modules.items()]
    return tuple(notes)


def _modules(problem: Problem, cohort: CohortId) -> Iterator[ModuleId]:
    return (module.id for module in problem.program_of(cohort).modules)


def _left_out(name: str, sheet: str, count: int) -> str:
    rows = "its session is" if count == 1 else f"its {count} sessions are"
    return f"{name} {GONE.format(sheet)}: {rows} left out"


def with_former(problem: Problem, schedule: Schedule, since: date) -> tuple[Problem, tuple[str, ...]]:
    """Add the people and rooms that sessions name and the problem no longer has; say which.

    They could do what they did, and from ``since`` on they are not to be had.
    """
    people = [who for who in schedule.by_instructor if who not in problem.instructors]
    rooms = [room for room in schedule.by_room if room not in problem.rooms]
    last = max([problem.settings.plan_to, *(s.date for s in schedule.sessions)])
    sheets: dict[ResourceId, str] = {}
    sheets.update(dict.fromkeys(people, "Instructors"))
    sheets.update(dict.fromkeys(rooms, "Rooms"))
    away = [
        Absence(who=who, first=since, last=last, reason=GONE.format(sheet)) for who, sheet in sheets.items()
    ]
    able = [Qualification(instructor=who, program=name) for who in people for name in problem.programs]
    known = replace(
        problem,
        instructors={**problem.instructors, **{who: Instructor(id=who) for who in people}},
        rooms={**problem.rooms, **{room: _former_room(problem, room, schedule) for room in rooms}},
        qualifications=(*problem.qualifications, *able),
        absences=(*problem.absences, *away),
    )
    return known, tuple(f"{who} {GONE.format(sheet)}" for who, sheet in sheets.items())


def _former_room(problem: Problem, room: RoomId, schedule: Schedule) -> Room:
    """Give a room that is large enough, and has all that is needed, for whoever was in it."""
    held: tuple[Session, ...] = schedule.by_room[room]
    types = {kind for s in held for kind in problem.module(s.cohort, s.module).room_types}
    return Room(id=room, types=frozenset(types), seats=max(problem.cohorts[s.cohort].students for s in held))
