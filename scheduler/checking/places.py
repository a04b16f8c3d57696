"""Modules for which there is no room of the type on the campus, or none that is large enough."""

from collections.abc import Iterator, Sequence

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Room
from scheduler.rules import room_capacity, room_type
from scheduler.rules.room_capacity import group_size
from scheduler.rules.room_type import matched
from scheduler.rules.wording import did_you_mean, listed

Needs = dict[tuple[str, ...], list[Module]]


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield missing rooms once for each program and campus, rooms that are too small for each cohort."""
    said: set[tuple[str, str, tuple[str, ...]]] = set()
    for cohort in problem.cohorts.values():
        small: dict[tuple[str, ...], list[Module]] = {}
        for types, modules in _needs(problem, cohort).items():
            rooms = _rooms(problem, cohort, modules[0])
            if matched(types, rooms) < len(types):
                if (cohort.program, cohort.campus, types) not in said:
                    said.add((cohort.program, cohort.campus, types))
                    yield _missing(problem, cohort, modules, rooms)
            elif limit := _limit(cohort, modules[0], rooms):
                small.setdefault(limit, []).extend(modules)
        yield from (_too_small(problem, cohort, limit, modules) for limit, modules in small.items())


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
    known = dict.fromkeys(kind for room in problem.rooms.values() for kind in sorted(room.types))
    slip = "".join(did_you_mean(kind, known) for kind in types if kind not in known)
    return Finding(
        rule=room_type.CODE,
        what=f"{cohort.program} {names} needs a room of type {' + '.join(types)}{_at(cohort)}, "
        f"but there is {'only ' * bool(rooms)}{there}.{slip}",
        todo=f"Add a room of type {' + '.join(types)} to Rooms, or correct Types, Campus or Room type.",
        where=problem.cell("Modules", modules[0].row, "Room type"),
    )


def _limit(cohort: Cohort, module: Module, rooms: Sequence[Room]) -> tuple[str, ...]:
    """Give the type of which no room is large enough, or all types if rooms are too few; else nothing."""
    large = _large(cohort, module, rooms)
    if matched(module.room_types, large) == len(module.room_types):
        return ()
    without = (kind for kind in module.room_types if not any(kind in room.types for room in large))
    kind = next(without, None)
    return module.room_types if kind is None else (kind,)


def _large(cohort: Cohort, module: Module, rooms: Sequence[Room]) -> list[Room]:
    return [room for room in rooms if room.capacity >= group_size(cohort, module)]


def _too_small(
    problem: Problem, cohort: Cohort, limit: tuple[str, ...], modules: Sequence[Module]
) -> Finding:
    """Give the finding of the modules that one type of room is too small for, with their largest group."""
    largest = max(modules, key=lambda module: group_size(cohort, module))
    size, rooms = group_size(cohort, largest), _rooms(problem, cohort, largest)
    group = f"{cohort.students} students" + f" in groups of {size}" * (size < cohort.students)
    room = max((room for room in rooms if limit[0] in room.types), key=lambda room: room.capacity)
    cause = f"the largest room of type {limit[0]} is {room.id} with {room.capacity}"
    if limit == largest.room_types and len(limit) > 1:
        large = listed(room.id for room in _large(cohort, largest, rooms))
        cause = f"only {large} is large enough of {' + '.join(limit)}"
    return Finding(
        rule=room_capacity.CODE,
        what=f"{cohort.id} has {group}, but for {listed(module.id for module in modules)} {cause}"
        f"{_at(cohort)}.",
        todo=f"Find a larger room, {_more_stations(problem, room, size)}or split the cohort.",
        where=problem.cell("Cohorts", cohort.row, "Students"),
    )


def _more_stations(problem: Problem, room: Room, size: int) -> str:
    """Ask for more stations where there are seats enough for the group."""
    if room.capacity < size <= room.seats:
        return f"more Stations at {problem.cell('Rooms', room.row, 'Stations')}, "
    return ""


def _at(cohort: Cohort) -> str:
    return f" on campus {cohort.campus}" if cohort.campus else ""
