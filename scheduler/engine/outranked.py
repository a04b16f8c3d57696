"""What a person wants outranks the rules: what pins and rows that stay break is declared."""

from collections.abc import Iterator
from dataclasses import replace

from scheduler.domain.calendar import with_patterns
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Pin, Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.kept import rows_kept
from scheduler.engine.trial import CODES_OF_TIME
from scheduler.rules import RULES, instructor_campus, instructor_qualified, room_capacity, room_type
from scheduler.rules.pin import CODE, pinned, throughout


def outranked(problem: Problem) -> frozenset[tuple[str, CohortId]]:
    """Give the rules that pins are allowed to break, each with the cohort."""
    pins = [*problem.pins, *throughout(problem)]
    return frozenset((code, pin.cohort) for pin in pins for code in _broken(problem, pin))


def among_kept(problem: Problem) -> frozenset[tuple[str, CohortId]]:
    """Give the rules, but those of time, that rows that stay break among themselves."""
    kept = rows_kept(problem)
    rows = tuple(replace(row.session, instructors=row.people, rooms=row.rooms) for row in kept)
    schedule = with_patterns(problem, Schedule(sessions=rows))
    return frozenset(
        (found.rule, session.cohort)
        for rule in RULES
        if rule.CODE not in CODES_OF_TIME
        for found in rule.violations(problem, schedule)
        for session in found.sessions
    )


def _broken(problem: Problem, pin: Pin) -> Iterator[str]:
    cohort, module = problem.cohorts[pin.cohort], problem.module(pin.cohort, pin.module)
    kept = pinned(problem, pin.cohort, pin.module) or pin
    another = {*pin.instructors, *pin.rooms} - {*kept.instructors, *kept.rooms}
    if another or len(pin.instructors) > module.instructors or len(pin.rooms) > len(module.room_types):
        yield CODE
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
