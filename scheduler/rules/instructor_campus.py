"""An instructor teaches only on their campuses, and never on two campuses the same day."""

from scheduler.domain.problem import Cohort, Instructor, Module, Problem

CODE = "instructor-campus"


def admits_instructor(problem: Problem, cohort: Cohort, module: Module, instructor: Instructor) -> bool:
    """Whether the instructor teaches on the cohort's campus; blank on either side fits everywhere."""
    return not cohort.campus or not instructor.campuses or cohort.campus in instructor.campuses
