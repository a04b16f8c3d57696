"""The oracle's variables for who teaches and where, quarter by quarter, and what limits them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeVar

from ortools.sat.python.cp_model import CpModel, IntVar

from benchmarks.bounds import group_size, may_work
from benchmarks.oracle_course import Course, Moment
from scheduler.domain.availability import blocked_days
from scheduler.domain.clock import monday
from scheduler.domain.ids import InstructorId, ModuleId, ResourceId, RoomId
from scheduler.domain.problem import Cohort, Module, Pin, Problem

K = TypeVar("K", bound=Hashable)


class Use(NamedTuple):
    """Somebody, or a room, used by a cohort's module in a quarter."""

    course: Course
    module: ModuleId
    index: int
    who: ResourceId
    var: IntVar

    @property
    def moment(self) -> Moment:
        """The quarter in which it is."""
        return self.course.moments[self.index]


class Staff:
    """All uses of people and of rooms that are possible, and how many are missing."""

    def __init__(self, model: CpModel, problem: Problem, courses: Iterable[Course]) -> None:
        self.model, self.problem = model, problem
        everyone: list[ResourceId] = [*problem.instructors, *problem.rooms]
        self.blocked = {who: blocked_days(problem, who) for who in everyone}
        self.people: list[Use] = []
        self.rooms: list[Use] = []
        self.missing: list[IntVar] = []
        for course in courses:
            for module in course.modules:
                pins = [p for p in problem.pins if (p.cohort, p.module) == (course.cohort.id, module.id)]
                for index in range(len(course.moments)):
                    self._add_people(course, module, index, pins)
                    self._add_rooms(course, module, index, pins)

    def constrain(self) -> None:
        """State that nobody is in two places, travels within a day or teaches too much."""
        for uses in _grouped(self.people + self.rooms, lambda use: (use.who, use.moment)).values():
            self.model.add(sum(use.var for use in uses) <= 1)
        for who, uses in _grouped(self.people, lambda use: use.who).items():
            person = self.problem.instructors[InstructorId(who)]
            self._limit(uses, lambda use: use.moment[0], person.max_per_day)
            self._limit(uses, lambda use: monday(use.moment[0]), person.max_per_week)
            for same_day in _grouped(uses, lambda use: use.moment[0]).values():
                self._stay_on_one_campus(same_day)

    def _limit(self, uses: list[Use], when: Callable[[Use], date], most: int | None) -> None:
        if most is not None:
            for together in _grouped(uses, when).values():
                self.model.add(sum(use.var for use in together) <= most)

    def _stay_on_one_campus(self, uses: list[Use]) -> None:
        campuses = _grouped(
            [use for use in uses if use.course.cohort.campus], lambda u: u.course.cohort.campus
        )
        if len(campuses) > 1:
            there = {campus: self.model.new_bool_var("there") for campus in campuses}
            self.model.add_at_most_one(there.values())
            for campus, same in campuses.items():
                for use in same:
                    self.model.add_implication(use.var, there[campus])

    def _add_people(self, course: Course, module: Module, index: int, pins: list[Pin]) -> None:
        held = course.held[module.id][index]
        pinned = {who for pin in pins for who in pin.instructors}
        present: dict[InstructorId, IntVar] = {}
        for who in qualified(self.problem, course.cohort, module, course.moments[index][0]):
            if self._is_free(who, course.moments[index]) and (not pinned or who in pinned):
                present[who] = self._use(self.people, Use(course, module.id, index, who, self._var()))
        for who in sorted(pinned):
            self.model.add(present.get(who, 0) == held)
        self._count_missing(list(present.values()), module.instructors, held)

    def _add_rooms(self, course: Course, module: Module, index: int, pins: list[Pin]) -> None:
        held = course.held[module.id][index]
        pinned = {where for pin in pins for where in pin.rooms}
        used: dict[RoomId, list[IntVar]] = defaultdict(list)
        for kind in module.room_types:
            present = []
            for where in fitting(self.problem, course.cohort, module, kind):
                if self._is_free(where, course.moments[index]):
                    present.append(self._use(self.rooms, Use(course, module.id, index, where, self._var())))
                    used[where].append(present[-1])
            self._count_missing(present, 1, held)
        for where in sorted(pinned):
            self.model.add(sum(used[where]) == held)
        if len(pinned) >= len(module.room_types):
            for where, variables in used.items():
                if pinned and where not in pinned:
                    self.model.add(sum(variables) == 0)

    def _var(self) -> IntVar:
        return self.model.new_bool_var("used")

    def _use(self, uses: list[Use], use: Use) -> IntVar:
        self.model.add_implication(use.var, use.course.held[use.module][use.index])
        uses.append(use)
        return use.var

    def _count_missing(self, present: list[IntVar], needed: int, held: IntVar) -> None:
        missing = self.model.new_int_var(0, needed, "missing")
        self.model.add(sum(present) + missing == needed * held)
        self.missing.append(missing)

    def _is_free(self, who: ResourceId, moment: Moment) -> bool:
        day, quarter = moment
        return not (self.blocked[who].get(day, 0) >> quarter) & 1


def qualified(problem: Problem, cohort: Cohort, module: Module, when: date) -> Iterator[InstructorId]:
    """Yield who may teach a cohort's module on a date."""
    for person in problem.instructors.values():
        held = problem.qualification(person.id, module)
        if held and may_work(cohort, person) and (held.valid_until is None or when <= held.valid_until):
            yield person.id


def fitting(problem: Problem, cohort: Cohort, module: Module, kind: str) -> Iterator[RoomId]:
    """Yield the rooms that can take a group of the cohort for one of the types a module needs."""
    for room in problem.rooms.values():
        here = not room.campus or not cohort.campus or room.campus == cohort.campus
        if here and kind in room.types and room.capacity >= group_size(cohort, module):
            yield room.id


def _grouped(uses: Iterable[Use], key: Callable[[Use], K]) -> Mapping[K, list[Use]]:
    found: dict[K, list[Use]] = defaultdict(list)
    for use in uses:
        found[key(use)].append(use)
    return found
