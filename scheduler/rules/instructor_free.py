"""Nobody teaches two sessions at once, or outside Availability, or during an absence."""

from collections.abc import Iterator

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.rules.occupation import Words, clashes, unavailable

CODE = "instructor-free"
_WORDS = Words(code=CODE, does="teaches", column="Instructor")


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield who teaches two placements at once, and who teaches while they are not there."""
    for who, sessions in schedule.by_instructor.items():
        yield from clashes(_WORDS, who, sessions)
        yield from unavailable(_WORDS, problem, who, sessions)
