"""What cannot be had whatever the planner does: found by counting, with the cell to look at."""

from dataclasses import replace

from scheduler.checking import (
    campuses,
    class_time,
    crowding,
    people,
    pinned_starts,
    pins,
    pins_together,
    places,
    presence,
)
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem


def findings(problem: Problem) -> tuple[Finding, ...]:
    """Give every problem of the planning workbook that counting can find, in the order of the sheets.

    Of a cohort whose campus does not exist nothing more is said about people and rooms.
    """
    lost = campuses.nowhere(problem)
    found = replace(problem, cohorts={key: c for key, c in problem.cohorts.items() if c not in lost})
    return (
        *campuses.findings(problem),
        *people.findings(found),
        *places.findings(found),
        *presence.findings(found),
        *crowding.findings(found),
        *class_time.findings(problem),
        *pins.findings(problem),
        *pinned_starts.findings(problem),
        *pins_together.findings(problem),
    )
