"""Modules for which there is no room of the type on the campus, or none that is large enough."""

from collections.abc import Iterator, Sequence

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Problem, Room
from scheduler.rules import room_capacity, room_type
from scheduler.rules.room_capacity import group_size
from scheduler.rules.room_type import matched
from scheduler.rules.wording import listed

Needs = dict[tuple[str, ...], list[Module]]


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield missing rooms once for each program and campus, rooms that are too small for each cohort."""
    said: set[tuple[str, str, tuple[str, ...]]] = set()
    for cohort in problem.cohorts.values():
        for types, modules in _needs(problem, cohort).items():
            rooms = _rooms(problem, cohort, modules[0])
            if matched(types, rooms) < len(types):
                if (cohort.program, cohort.campus, types) not in said:
                    said.add((cohort.program, cohort.campus, types))
                    yield _missing(problem, cohort, modules, rooms)
            else:
                yield from _too_small(problem, cohort, modules, rooms)


def _needs(problem: Problem, cohort: Cohort) -> Needs:
    """Give the modules of a cohort by the room types they need at once."""
    needs: Needs = {}
    for module in problem.programs[cohort.program].modules:
        needs.setdefault(module.room_types, []).append(module)
    return needs


def _rooms(problem: Problem, cohort: Cohort, module: Module) -> tuple[Room, ...]:
    """Give the rooms of the right types on the cohort's campus, whatever their size."""
    rooms = problem.rooms.values()
    return tuple(room for room in rooms if room_type.admits_room(problem, cohort, module, room))


def _missing(problem: Problem, cohort: Cohort, modules: Sequence[Module], rooms: Sequence[Room]) -> Finding:
    types = modules[0].room_types
    names = listed(module.id for module in modules)
    there = listed(room.id for room in rooms) if rooms else "nothing"
    return Finding(
        rule=room_type.CODE,
        what=f"{cohort.program} {names} needs a room of type {' + '.join(types)}{_at(cohort)}, "
        f"but there is {'only ' * bool(rooms)}{there}.",
        todo=f"Add a room of type {' + '.join(types)} to Rooms, or correct Types, Campus or Room type.",
        where=problem.cell("Modules", modules[0].row, "Room type"),
    )


def _too_small(
    problem: Problem, cohort: Cohort, modules: Sequence[Module], rooms: Sequence[Room]
) -> Iterator[Finding]:
    types, size = modules[0].room_types, group_size(cohort, modules[0])
    large = [room for room in rooms if room.capacity >= size]
    if matched(types, large) < len(types):
        group = f"{cohort.students} students" + f" in groups of {size}" * (len(types) > 1)
        yield Finding(
            rule=room_capacity.CODE,
            what=f"{cohort.id} has {group}, but for {listed(module.id for module in modules)} "
            f"{_largest(types, rooms, large)}{_at(cohort)}.",
            todo="Find a larger room, add Stations, or split the cohort.",
            where=problem.cell("Cohorts", cohort.row, "Students"),
        )


def _largest(types: Sequence[str], rooms: Sequence[Room], large: Sequence[Room]) -> str:
    """Name the largest room of the type that has none large enough, or say that there are too few."""
    for kind in types:
        if not any(kind in room.types for room in large):
            room = max((room for room in rooms if kind in room.types), key=lambda room: room.capacity)
            return f"the largest room of type {kind} is {room.id} with {room.capacity}"
    return f"only {listed(room.id for room in large)} is large enough of {' + '.join(types)}"


def _at(cohort: Cohort) -> str:
    return f" on campus {cohort.campus}" if cohort.campus else ""
