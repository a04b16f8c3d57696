"""A problem with one thing in it changed."""

from dataclasses import replace
from typing import Any

from scheduler.domain.ids import CohortId, InstructorId, ModuleId, RoomId
from scheduler.domain.problem import Problem


def with_cohort(problem: Problem, cohort: CohortId, **changed: Any) -> Problem:
    """Change a cohort; nothing if it is not there."""
    if cohort not in problem.cohorts:
        return problem
    cohorts = {**problem.cohorts, cohort: replace(problem.cohorts[cohort], **changed)}
    return replace(problem, cohorts=cohorts)


def without_cohort(problem: Problem, cohort: CohortId) -> Problem:
    """Leave a cohort out."""
    kept = {key: one for key, one in problem.cohorts.items() if key != cohort}
    pins = tuple(pin for pin in problem.pins if pin.cohort != cohort)
    return replace(problem, cohorts=kept, pins=pins)


def with_program(problem: Problem, cohort: CohortId, **changed: Any) -> Problem:
    """Change the program of a cohort."""
    if cohort not in problem.cohorts:
        return problem
    program = replace(problem.program_of(cohort), **changed)
    return replace(problem, programs={**problem.programs, program.id: program})


def with_module(problem: Problem, cohort: CohortId, module: ModuleId, **changed: Any) -> Problem:
    """Change a module of a cohort's program."""
    if cohort not in problem.cohorts:
        return problem
    modules = problem.program_of(cohort).modules
    return with_program(
        problem,
        cohort,
        modules=tuple(replace(m, **changed) if m.id == module else m for m in modules),
    )


def without_people(problem: Problem, cohort: CohortId, module: ModuleId) -> Problem:
    """Let a cohort's module need no instructor, not even those it is pinned to."""
    freed = with_module(problem, cohort, module, instructors=0)
    return _unpinned(freed, cohort, module, instructors=())


def without_rooms(problem: Problem, cohort: CohortId, module: ModuleId) -> Problem:
    """Let a cohort's module need no room, not even those it is pinned to."""
    freed = with_module(problem, cohort, module, room_types=())
    return _unpinned(freed, cohort, module, rooms=())


def _unpinned(problem: Problem, cohort: CohortId, module: ModuleId, **freed: Any) -> Problem:
    pins = (
        replace(pin, **freed) if (pin.cohort, pin.module) == (cohort, module) else pin for pin in problem.pins
    )
    return replace(problem, pins=tuple(pins))


def with_instructor(problem: Problem, who: InstructorId, **changed: Any) -> Problem:
    """Change an instructor."""
    people = {**problem.instructors, who: replace(problem.instructors[who], **changed)}
    return replace(problem, instructors=people)


def with_room(problem: Problem, which: RoomId, **changed: Any) -> Problem:
    """Change a room."""
    return replace(problem, rooms={**problem.rooms, which: replace(problem.rooms[which], **changed)})
