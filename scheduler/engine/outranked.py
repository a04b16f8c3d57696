"""Pins outrank the rules of eligibility: the broken rule is declared, and its finding stays."""

from collections.abc import Iterator

from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Pin, Problem
from scheduler.rules import instructor_campus, instructor_qualified, room_capacity, room_type


def outranked(problem: Problem) -> frozenset[tuple[str, CohortId]]:
    """Give the rules that pins are allowed to break, each with the cohort."""
    return frozenset((code, pin.cohort) for pin in problem.pins for code in _broken(problem, pin))


def _broken(problem: Problem, pin: Pin) -> Iterator[str]:
    cohort, module = problem.cohorts[pin.cohort], problem.module(pin.cohort, pin.module)
    if len(pin.instructors) > module.instructors or len(pin.rooms) > len(module.room_types):
        yield "pin"
    for who in pin.instructors:
        person = problem.instructors[who]
        if not instructor_campus.admits_instructor(problem, cohort, module, person):
            yield instructor_campus.CODE
        if not instructor_qualified.admits_instructor(problem, cohort, module, person):
            yield instructor_qualified.CODE
    for where in pin.rooms:
        room = problem.rooms[where]
        if not room_type.admits_room(problem, cohort, module, room):
            yield room_type.CODE
        if not room_capacity.admits_room(problem, cohort, module, room):
            yield room_capacity.CODE
