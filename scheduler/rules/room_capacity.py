"""The group fits: students / number of rooms needed at once, rounded up, ≤ capacity of each room."""

from collections.abc import Iterator

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Room
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import several

CODE = "room-capacity"


def group_size(cohort: Cohort, module: Module) -> int:
    """Give how many students are in a room at most when a cohort splits into one group a room."""
    return -(-cohort.students // max(1, len(module.room_types)))


def admits_room(problem: Problem, cohort: Cohort, module: Module, room: Room) -> bool:
    """Whether the room takes a group of the cohort."""
    return group_size(cohort, module) <= room.capacity


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the rooms that are too small, with all sessions of a cohort and group size together."""
    for room_id, sessions in schedule.by_room.items():
        room = problem.rooms[room_id]
        sizes = ((_size(problem, s), s) for s in sessions)
        crowded = (((s.cohort, size), s) for size, s in sizes if size > room.capacity)
        for (cohort, size), held in grouped(crowded).items():
            students = problem.cohorts[cohort].students
            group = f"{size} students" if size == students else f"groups of {size} of its {students} students"
            yield Finding(
                rule=CODE,
                what=f"{room_id} takes {room.capacity} students, but {cohort} has {group}: {several(held)}.",
                todo=f"Choose a room for at least {size} students.",
                sessions=held,
                column="Room",
            )


def _size(problem: Problem, session: Session) -> int:
    return group_size(problem.cohorts[session.cohort], problem.module(session.cohort, session.module))
