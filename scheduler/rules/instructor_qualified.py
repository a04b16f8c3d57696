"""Everyone who teaches a session is qualified for that module on that date."""

from collections.abc import Iterator, Sequence
from datetime import date

from scheduler.domain.findings import Finding
from scheduler.domain.ids import InstructorId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Instructor
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import dated, several, told_in

CODE = "instructor-qualified"
NEVER = date.min
"""Until when somebody who has no row in Qualifications is qualified."""


def admits_instructor(problem: Problem, cohort: Cohort, module: Module, instructor: Instructor) -> bool:
    """Whether the instructor is or was ever qualified for the module; `valid_until` says until when."""
    return problem.qualification(instructor.id, module) is not None


def valid_until(problem: Problem, module: Module, instructor: InstructorId) -> date | None:
    """Give the last day an instructor is qualified; None if there is no end, `NEVER` if not at all."""
    row = problem.qualification(instructor, module)
    return NEVER if row is None else row.valid_until


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield who teaches what without being qualified, with all those sessions of a placement together."""
    for who, sessions in schedule.by_instructor.items():
        unqualified = (((s.cohort, s.module), s) for s in sessions if not _qualified(problem, s, who))
        for held in grouped(unqualified).values():
            yield _finding(problem, who, held)


def _qualified(problem: Problem, session: Session, who: InstructorId) -> bool:
    until = valid_until(problem, problem.module(session.cohort, session.module), who)
    return until is None or session.date <= until


def _finding(problem: Problem, who: InstructorId, held: Sequence[Session]) -> Finding:
    module = problem.module(held[0].cohort, held[0].module)
    row = problem.qualification(who, module)
    cause = f"is not qualified for {module.program} {module.id}"
    if row is not None and row.valid_until is not None:
        told = told_in(problem, "Qualifications", row.row, "Valid until")
        cause = f"is qualified for {module.program} {module.id} only until {dated(row.valid_until)}{told}"
    others = [other for other in problem.instructors if _qualified(problem, held[0], other)]
    instead = f"Choose {' or '.join(others)}" if others else "Nobody else is qualified then: find someone"
    return Finding(
        rule=CODE,
        what=f"{who} {cause}, but teaches {several(held)}.",
        todo=f"{instead}, or correct Qualifications.",
        sessions=tuple(held),
        column="Instructor",
    )
