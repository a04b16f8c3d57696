"""A room holds one session at a time, and none outside its Availability or during an absence."""

from collections.abc import Iterator

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.rules.occupation import Words, clashes, unavailable

CODE = "room-free"
_WORDS = Words(code=CODE, does="holds", column="Room")


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield which room holds two placements at once, or one while it cannot be used."""
    for room, sessions in schedule.by_room.items():
        yield from clashes(_WORDS, room, sessions)
        yield from unavailable(_WORDS, problem, room, sessions)
