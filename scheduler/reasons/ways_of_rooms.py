"""Ways out that find space: one more room, more seats."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from scheduler.domain.ids import RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Room
from scheduler.domain.scenario import Cell
from scheduler.reasons.ways import NEW, Effort, Way, certain, row_of
from scheduler.rules.room_capacity import group_size
from scheduler.rules.room_type import on_campus


def built(problem: Problem, cohort: Cohort, module: Module) -> Iterator[Way]:
    """Yield that there is one more room of a type that a module needs, for every group that needs one."""
    for kind in dict.fromkeys(module.room_types):
        name = next(room for n in range(1, 99) if (room := RoomId(f"NEW-{kind}-{n}")) not in problem.rooms)
        campus = {"Campus": cohort.campus} if cohort.campus else {}
        seats = max(_groups(problem, {kind}, cohort.campus), default=0)
        cells = row_of("Rooms", NEW, Room=name, **campus, Types=kind, Seats=f"{max(1, seats)}")
        where = f" on {cohort.campus}" if cohort.campus else ""
        what = f"one more room of type {kind}{where} for {seats} students"
        yield certain(Effort.ROOM, what, *cells)


def enlarged(problem: Problem, room: Room) -> Iterator[Way]:
    """Yield that a room takes every group that needs a room of its types."""
    needed = max(_groups(problem, room.types, room.campus), default=0)
    if needed > room.capacity:
        column = "Seats" if room.stations is None else "Stations"
        cells = [Cell(sheet="Rooms", row=room.row, column=column, value=f"{needed}")]
        if room.stations is not None and needed > room.seats:
            cells.append(Cell(sheet="Rooms", row=room.row, column="Seats", value=f"{needed}"))
        yield certain(Effort.ROOM, f"{needed} {column.lower()} in {room.id}", *cells)


def fewer_students(problem: Problem, cohort: Cohort) -> Iterator[Way]:
    """Yield that a cohort has no more students than its rooms take."""
    modules = problem.program_of(cohort.id).modules

    def fit(students: int) -> bool:
        smaller = replace(cohort, students=students)
        return all(_fits(problem, smaller, module) for module in modules)

    most = next((number for number in range(cohort.students, 0, -1) if fit(number)), 0)
    if 0 < most < cohort.students:
        cell = Cell(sheet="Cohorts", row=cohort.row, column="Students", value=f"{most}")
        yield certain(Effort.RULE, f"let {cohort.id} have {most} students at most", cell)


def _groups(problem: Problem, types: Collection[str], campus: str) -> Iterator[int]:
    """Yield the size of each group that needs a room of some types on a campus."""
    for cohort in problem.cohorts.values():
        if "" in (campus, cohort.campus) or campus == cohort.campus:
            modules = problem.program_of(cohort.id).modules
            yield from (group_size(cohort, module) for module in modules if set(types) & {*module.room_types})


def _fits(problem: Problem, cohort: Cohort, module: Module) -> bool:
    """Whether for each type that a module needs there is a room that takes the group."""
    size = group_size(cohort, module)
    there = [room for room in problem.rooms.values() if on_campus(cohort, room) and room.capacity >= size]
    return all(any(kind in room.types for room in there) for kind in module.room_types)
