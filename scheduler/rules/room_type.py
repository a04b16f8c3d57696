"""Each session is held in the room types its module needs, one room of each, on the cohort's campus."""

from collections.abc import Iterable

from scheduler.domain.problem import Cohort, Module, Problem, Room

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
