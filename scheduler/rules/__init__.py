"""The rules every schedule must obey, one file each, and who and what they admit at all.

A rule's file is named after its code and its docstring's first line is its promise. It says
when a schedule breaks it (``violations``) and answers what the engine asks about it, so that
a rule is stated in one place. Rules know no solver.
"""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from scheduler.domain.findings import Finding
from scheduler.domain.ids import InstructorId, RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Instructor, Room
from scheduler.domain.schedule import Schedule
from scheduler.rules import (
    cohort_start,
    cohort_time,
    daily_limit,
    idle,
    instructor_campus,
    instructor_free,
    instructor_load,
    instructor_qualified,
    min_weeks,
    module_hours,
    module_order,
    one_module_at_a_time,
    pin,
    room_capacity,
    room_free,
    room_type,
)


class Rule(Protocol):
    """What every rule's file offers."""

    CODE: str
    __doc__: str | None

    def violations(self, problem: Problem, schedule: Schedule) -> Iterator[Finding]:
        """Yield what breaks the rule, one finding for each real conflict."""


@runtime_checkable
class InstructorRule(Protocol):
    """A rule that says who may teach a cohort's module at all."""

    def admits_instructor(
        self, problem: Problem, cohort: Cohort, module: Module, instructor: Instructor
    ) -> bool:
        """Whether the rule lets the instructor teach it."""


@runtime_checkable
class RoomRule(Protocol):
    """A rule that says where a cohort's module may be held at all."""

    def admits_room(self, problem: Problem, cohort: Cohort, module: Module, room: Room) -> bool:
        """Whether the rule lets it be held in the room."""


RULES: tuple[Rule, ...] = (
    module_hours,
    module_order,
    one_module_at_a_time,
    cohort_time,
    cohort_start,
    idle,
    instructor_qualified,
    instructor_free,
    instructor_load,
    instructor_campus,
    room_type,
    room_capacity,
    room_free,
    daily_limit,
    pin,
    min_weeks,
)
"""All sixteen rules, in the order of the contract."""

_INSTRUCTOR_RULES = tuple(rule for rule in RULES if isinstance(rule, InstructorRule))
_ROOM_RULES = tuple(rule for rule in RULES if isinstance(rule, RoomRule))


def promise(rule: Rule) -> str:
    """Give what a rule promises, as the README says it: the first line of its file."""
    return (rule.__doc__ or "").partition("\n")[0]


def who_may_teach(problem: Problem, cohort: Cohort, module: Module) -> tuple[InstructorId, ...]:
    """Give who may teach a cohort's module at all, as far as every rule about people goes."""
    return tuple(
        instructor.id
        for instructor in problem.instructors.values()
        if all(rule.admits_instructor(problem, cohort, module, instructor) for rule in _INSTRUCTOR_RULES)
    )


def where_it_may_be(problem: Problem, cohort: Cohort, module: Module) -> tuple[RoomId, ...]:
    """Give the rooms a cohort's module may be held in at all, as far as every rule about rooms goes."""
    return tuple(
        room.id
        for room in problem.rooms.values()
        if all(rule.admits_room(problem, cohort, module, room) for rule in _ROOM_RULES)
    )
