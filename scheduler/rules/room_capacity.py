"""The group fits: students / number of rooms needed at once, rounded up, ≤ capacity of each room."""

from scheduler.domain.problem import Cohort, Module, Problem, Room

CODE = "room-capacity"


def group_size(cohort: Cohort, module: Module) -> int:
    """Give how many students are in a room at most when a cohort splits into one group a room."""
    return -(-cohort.students // max(1, len(module.room_types)))


def admits_room(problem: Problem, cohort: Cohort, module: Module, room: Room) -> bool:
    """Whether the room takes a group of the cohort."""
    return group_size(cohort, module) <= room.capacity
