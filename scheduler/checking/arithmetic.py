"""What cannot be had whatever the planner does: found by counting, with the cell to look at."""

from scheduler.checking import class_time, people, pinned_starts, pins, pins_together, places
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem


def findings(problem: Problem) -> tuple[Finding, ...]:
    """Give every problem of the planning workbook that counting can find, in the order of the sheets."""
    return (
        *people.findings(problem),
        *places.findings(problem),
        *class_time.findings(problem),
        *pins.findings(problem),
        *pinned_starts.findings(problem),
        *pins_together.findings(problem),
    )
