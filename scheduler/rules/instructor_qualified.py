"""Everyone who teaches a session is qualified for that module on that date."""

from datetime import date

from scheduler.domain.ids import InstructorId
from scheduler.domain.problem import Cohort, Instructor, Module, Problem

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
