"""Each session is held in the room types its module needs, one room of each, on the cohort's campus."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Room
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import listed, several

CODE = "room-type"


def on_campus(cohort: Cohort, room: Room) -> bool:
    """Whether the room is on the cohort's campus; a blank campus on either side fits everywhere."""
    return "" in (cohort.campus, room.campus) or cohort.campus == room.campus


def admits_room(problem: Problem, cohort: Cohort, module: Module, room: Room) -> bool:
    """Whether the room is on the cohort's campus and of a type the module needs."""
    return on_campus(cohort, room) and not room.types.isdisjoint(module.room_types)


def matched(types: tuple[str, ...], rooms: Iterable[Room]) -> int:
    """Count how many of the needed types the rooms can serve at once, each room one type.

    A largest matching, found by augmenting paths (Kuhn 1955): a room is taken from a type if
    that type can move to another room.
    """
    candidates = tuple(rooms)
    taken: dict[int, int] = {}

    def seat(kind: int, tried: set[int]) -> bool:
        for place, room in enumerate(candidates):
            if types[kind] in room.types and place not in tried:
                tried.add(place)
                if place not in taken or seat(taken[place], tried):
                    taken[place] = kind
                    return True
        return False

    return sum(seat(kind, set()) for kind in range(len(types)))


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the placements in rooms of a wrong type or number, or on another campus."""
    for (cohort_id, module_id), sessions in schedule.by_placement.items():
        cohort, module = problem.cohorts[cohort_id], problem.module(cohort_id, module_id)
        for places, held in grouped((s.rooms, s) for s in sessions).items():
            rooms = tuple(problem.rooms[place] for place in places)
            away = [room for room in rooms if not on_campus(cohort, room)]
            if matched(module.room_types, rooms) < len(rooms):
                yield _wrong_type(module, rooms, held)
            if away:
                yield _other_campus(cohort, away, held)


def _wrong_type(module: Module, rooms: Sequence[Room], held: Sequence[Session]) -> Finding:
    found = " + ".join(f"{room.id} ({', '.join(sorted(room.types))})" for room in rooms)
    needed = " + ".join(module.room_types)
    return Finding(
        rule=CODE,
        what=f"{several(held)} is held in {found}, but {module.id} needs "
        f"{f'a room of type {needed}' if needed else 'no room'}.",
        todo=f"Choose {f'a room of type {needed}' if needed else 'no room'}, or correct Types or Room type.",
        sessions=tuple(held),
        column="Room",
    )


def _other_campus(cohort: Cohort, away: Sequence[Room], held: Sequence[Session]) -> Finding:
    found = listed(f"{room.id} on {room.campus}" for room in away)
    return Finding(
        rule=CODE,
        what=f"{several(held)} is held in {found}, but {cohort.id} is on {cohort.campus}.",
        todo=f"Choose a room on {cohort.campus}.",
        sessions=tuple(held),
        column="Room",
    )
