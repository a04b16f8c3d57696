"""No module of a cohort is held for more than its hours, counted in whole quarter-hours (missing hours are the goal `unplaced hours`)."""  # noqa: E501

from collections.abc import Iterator
from itertools import accumulate

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.rules.wording import length

CODE = "module-hours"


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the placements that are held for too long, from the session on that goes beyond."""
    for (cohort, module), sessions in schedule.by_placement.items():
        allowed = problem.module(cohort, module).length
        held = tuple(accumulate(session.length for session in sessions))
        if held[-1] > allowed:
            beyond = tuple(s for s, sofar in zip(sessions, held, strict=True) if sofar > allowed)
            yield Finding(
                rule=CODE,
                what=f"{cohort} {module} is held for {length(held[-1])}, "
                f"{length(held[-1] - allowed)} more than its {length(allowed)}.",
                todo=f"Shorten or delete sessions of {cohort} {module}.",
                sessions=beyond,
                column="Hours",
            )
