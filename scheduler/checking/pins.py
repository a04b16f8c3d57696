"""Pinned instructors and rooms that a rule forbids.

Whom and what a pin names is used all the same; the finding of the rule stays, and says that
it was accepted if the pin gives a reason.
"""

from collections.abc import Iterator

from scheduler.checking.pinned_starts import said_start, wanted_quarters
from scheduler.domain.availability import FREE, blocked_days
from scheduler.domain.calendar import class_blocks, quarters_by_day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import InstructorId, ResourceId
from scheduler.domain.problem import Cohort, Module, Pin, Problem
from scheduler.domain.resources import Room
from scheduler.rules import (
    instructor_campus,
    instructor_free,
    instructor_qualified,
    room_capacity,
    room_free,
    room_type,
)
from scheduler.rules.instructor_qualified import valid_until
from scheduler.rules.room_capacity import group_size
from scheduler.rules.wording import dated, listed

Fault = tuple[str, str]
"""The code of the rule that forbids it, and why."""


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield what each row of Pins keeps against a rule, in the order of the rows."""
    for pin in problem.pins:
        cohort, module = problem.cohorts[pin.cohort], problem.module(pin.cohort, pin.module)
        for who in pin.instructors:
            for fault in _person(problem, cohort, module, pin, who):
                yield _finding(problem, pin, fault, who, "Instructor")
        for fault in _number_of_rooms(problem, module, pin):
            yield _finding(problem, pin, fault, " + ".join(pin.rooms), "Room")
        for place in pin.rooms:
            for fault in _room(problem, cohort, module, pin, problem.rooms[place]):
                yield _finding(problem, pin, fault, place, "Room")


def _finding(problem: Problem, pin: Pin, fault: Fault, named: str, column: str) -> Finding:
    code, cause = fault
    accepted = f" (accepted: {pin.reason})" if pin.reason else ""
    return Finding(
        rule=code,
        what=f"{pin.cohort} {pin.module} is pinned to {named}, {cause}{accepted}.",
        todo=f"Pin another {column.lower()} or none, or leave it and give a Reason.",
        where=problem.cell("Pins", pin.row, column),
    )


def _person(problem: Problem, cohort: Cohort, module: Module, pin: Pin, who: InstructorId) -> Iterator[Fault]:
    person = problem.instructors[who]
    begins = pin.date or max(cohort.earliest_start, problem.settings.plan_from)
    until = valid_until(problem, module, who)
    if not instructor_qualified.admits_instructor(problem, cohort, module, person):
        yield instructor_qualified.CODE, f"who is not qualified for {module.program} {module.id}"
    elif until is not None and until < begins:
        yield instructor_qualified.CODE, f"who is qualified for it only until {dated(until)}"
    if not instructor_campus.admits_instructor(problem, cohort, module, person):
        yield instructor_campus.CODE, f"who teaches only on {listed(sorted(person.campuses))}"
    if _unavailable(problem, cohort, module, pin, who):
        yield instructor_free.CODE, f"who is not available {said_start(pin)}"


def _number_of_rooms(problem: Problem, module: Module, pin: Pin) -> Iterator[Fault]:
    rooms = [problem.rooms[place] for place in pin.rooms]
    fitting = [room for room in rooms if not room.types.isdisjoint(module.room_types)]
    if room_type.matched(module.room_types, rooms) < len(fitting):
        yield room_type.CODE, f"which cannot all be used: it needs {' + '.join(module.room_types)}"


def _room(problem: Problem, cohort: Cohort, module: Module, pin: Pin, room: Room) -> Iterator[Fault]:
    if room.types.isdisjoint(module.room_types):
        needed = " + ".join(module.room_types) or "no room"
        yield room_type.CODE, f"which is {listed(sorted(room.types))}, but it needs {needed}"
    if not room_type.on_campus(cohort, room):
        yield room_type.CODE, f"which is on {room.campus}, but {cohort.id} is on {cohort.campus}"
    if not room_capacity.admits_room(problem, cohort, module, room):
        size = group_size(cohort, module)
        yield room_capacity.CODE, f"which takes {room.capacity} students, but a group is {size}"
    if _unavailable(problem, cohort, module, pin, room.id):
        yield room_free.CODE, f"which is not available {said_start(pin)}"


def _unavailable(problem: Problem, cohort: Cohort, module: Module, pin: Pin, who: ResourceId) -> bool:
    """Whether somebody is away at the pinned start, or all through the class time of the pinned day."""
    if pin.date is None:
        return False
    patterns = (problem.patterns[name] for name in cohort.patterns)
    blocks = (b for p in patterns for b in class_blocks(problem, cohort, p) if b.serves(module))
    wanted = quarters_by_day(blocks).get(pin.date, FREE) & wanted_quarters(pin)
    return bool(wanted) and not wanted & ~blocked_days(problem, who).get(pin.date, FREE)
