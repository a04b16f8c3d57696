"""The oracle's variables for one cohort under one pattern: which module is held in which quarter."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from benchmarks.bounds import start_days
from scheduler.domain.calendar import class_blocks
from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Cohort, Module, Order, Pattern, Pin, Problem

Moment = tuple[date, int]
"""A quarter-hour: its date and its number since midnight."""


class Course:
    """A cohort under a pattern: class quarters in a row, and what is decided about each.

    ``begun`` and ``ended`` step once from 0 to 1 over the quarters, for the cohort and for each of
    its modules; in between something is in progress, and held unless the day is skipped.
    """

    def __init__(self, model: CpModel, problem: Problem, cohort: Cohort, pattern: Pattern) -> None:
        self.model, self.cohort, self.pattern = model, cohort, pattern
        self.blocks = class_blocks(problem, cohort, pattern)
        self.moments: list[Moment] = [
            (block.date, quarter)
            for block in self.blocks
            if block.date >= cohort.earliest_start
            for quarter in range(block.start, block.end)
        ]
        self.days: Mapping[date, list[int]] = _by_day(self.moments)
        self.modules: Sequence[Module] = problem.programs[cohort.program].modules
        self.chosen = model.new_bool_var("chosen")
        self.begun, self.ended = self._steps(), self._steps()
        self.skipped = {day: model.new_bool_var("skipped") for day in self.days}
        self.module_begun = {module.id: self._steps() for module in self.modules}
        self.module_ended = {module.id: self._steps() for module in self.modules}
        self.held = {m.id: [model.new_bool_var("held") for _ in self.moments] for m in self.modules}
        self.starts: dict[date, LinearExpr | IntVar] = {}

    def constrain(self, order: Order, pins: Sequence[Pin]) -> None:
        """State order, no idle time, start days and pinned times."""
        self._keep_together()
        self._start()
        self._modules()
        self._order(order)
        for pin in pins:
            self._pin(pin)

    def _steps(self) -> list[IntVar]:
        steps = [self.model.new_bool_var("step") for _ in self.moments]
        for before, after in pairwise(steps):
            self.model.add_implication(before, after)
        return steps

    def _keep_together(self) -> None:
        for index, (day, _) in enumerate(self.moments):
            going = self.begun[index] - self.ended[index]
            self.model.add(going >= 0)
            self.model.add(going <= self.chosen)
            self.model.add(self.skipped[day] <= going)
            in_progress = [
                self.module_begun[module.id][index] - self.module_ended[module.id][index]
                for module in self.modules
            ]
            self.model.add(sum(in_progress) == going)
        self.model.add(sum(self.skipped.values()) <= self.cohort.max_idle_days)

    def _start(self) -> None:
        allowed = set(start_days(self.cohort, self.blocks))
        for day, indexes in self.days.items():
            first = indexes[0]
            before = self.begun[first - 1] if first else 0
            self.starts[day] = self.begun[first] - before
            self.model.add(self.starts[day] + self.skipped[day] <= 1)
            if day not in allowed:
                self.model.add(self.starts[day] == 0)
            for index in indexes[1:]:
                self.model.add(self.begun[index] == self.begun[first])

    def _modules(self) -> None:
        to_the_end = self.begun[-1] - self.ended[-1] if self.moments else self.chosen
        for module in self.modules:
            held = self.held[module.id]
            for index, (day, _) in enumerate(self.moments):
                going = self.module_begun[module.id][index] - self.module_ended[module.id][index]
                self.model.add(going >= 0)
                self.model.add(held[index] <= going)
                self.model.add(held[index] + self.skipped[day] <= 1)
                self.model.add(held[index] >= going - self.skipped[day])
            self.model.add(sum(held) <= module.length * self.chosen)
            self.model.add(sum(held) >= module.length * (self.chosen - to_the_end))

    def _order(self, order: Order) -> None:
        for place, module in enumerate(self.modules):
            before = self.modules[:place] if order is Order.FIXED else self.modules
            for other in before:
                if order is Order.FIXED or other.id in module.prerequisites:
                    self._follows(other.id, module.id)

    def _follows(self, earlier: ModuleId, later: ModuleId) -> None:
        """Let a module begin only after another has ended, if that one is held at all."""
        is_held = self.model.new_bool_var("is held")
        self.model.add_max_equality(is_held, self.held[earlier] or [0])
        for begun, ended in zip(self.module_begun[later], self.module_ended[earlier], strict=True):
            self.model.add(begun <= ended + 1 - is_held)

    def _pin(self, pin: Pin) -> None:
        if pin.date is None:
            return
        indexes = self.days.get(pin.date, [])
        if pin.start is not None:
            indexes = [index for index in indexes if self.moments[index][1] == pin.start]
        if not indexes:
            self.model.add(self.chosen == 0)
            return
        steps = self.module_begun[pin.module]
        self.model.add(steps[indexes[-1]] == self.chosen)
        self.model.add(self.skipped[pin.date] == 0)
        if indexes[0]:
            self.model.add(steps[indexes[0] - 1] == 0)


def _by_day(moments: Sequence[Moment]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for index, (day, _) in enumerate(moments):
        found.setdefault(day, []).append(index)
    return found
