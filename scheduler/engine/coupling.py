"""The rules that couple cohorts, stated for the constraint model, and how that is solved.

A quarter-hour of a person or room is used once, a person's hours a day and a week are limited, and a
person is on one campus a day: stated over choices, each of which takes somebody for some quarters.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.engine.axis import bits_of, unpacked
from scheduler.engine.model import Model

SCALE = 1000
"""Costs are counted in thousandths in a model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """When to stop: by the clock, or by the solver's own count of work (which is repeatable)."""

    seconds: float | None
    work: float | None
    seed: int

    def at_most(self, amount: float) -> "Limit":
        """Give the same, or less: no more than so many seconds, and so much work."""
        seconds = None if self.seconds is None else min(self.seconds, amount)
        return replace(self, seconds=seconds, work=None if self.work is None else min(self.work, amount))


@dataclass(frozen=True, slots=True)
class Use:
    """The quarters that a cohort takes of somebody if something is chosen.

    Of the uses with the same ``group`` no two are chosen together anyway.
    """

    mask: int
    cohort: CohortId
    group: Hashable
    chosen: cp_model.IntVar


def solved(
    cp: cp_model.CpModel, limit: Limit, stopped: Callable[[], bool], *, presolve: bool = True
) -> cp_model.CpSolver | None:
    """Give a solver that has the best solution found in time; None if there is none."""
    solver = cp_model.CpSolver()
    if not presolve:
        solver.parameters.cp_model_presolve = False
        solver.parameters.cp_model_probing_level = 0
        solver.parameters.symmetry_level = 0
    solver.parameters.num_workers = 1  # the processes of a team are what runs side by side
    solver.parameters.random_seed = limit.seed
    if limit.seconds is not None:
        solver.parameters.max_time_in_seconds = limit.seconds
    if limit.work is not None:
        solver.parameters.max_deterministic_time = limit.work
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is for the front door to hear
    status = solver.solve(cp, _Stopper(stopped))
    if status == cp_model.MODEL_INVALID:
        raise AssertionError(cp.validate())
    return solver if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None


class _Stopper(cp_model.CpSolverSolutionCallback):
    """Ends the search at the next solution after a stop was asked for."""

    def __init__(self, stopped: Callable[[], bool]) -> None:
        super().__init__()
        self._stopped = stopped

    def on_solution_callback(self) -> None:
        if self._stopped():
            self.stop_search()


class Coupling:
    """What the choices of a model take of everybody, and the rules over that."""

    def __init__(self, model: Model, cp: cp_model.CpModel) -> None:
        self._model = model
        self._cp = cp
        self._uses: dict[ResourceId, list[Use]] = {}

    def take(self, who: ResourceId, use: Use) -> None:
        """Note what a choice takes of somebody."""
        self._uses.setdefault(who, []).append(use)

    def state(self) -> None:
        """State the rules."""
        for who, uses in self._uses.items():
            if len({use.group for use in uses}) > 1:
                self._one_at_a_time(uses)
                self._one_campus_a_day(who, uses)
                self._loads(who, uses)

    def _one_at_a_time(self, uses: Sequence[Use]) -> None:
        for together in maximal_conflicts([use.mask for use in uses]):
            if len({uses[place].group for place in together}) > 1:
                self._cp.add_at_most_one(uses[place].chosen for place in together)

    def _one_campus_a_day(self, who: ResourceId, uses: Sequence[Use]) -> None:
        cohorts, axis = self._model.problem.cohorts, self._model.axis
        campuses = {cohorts[use.cohort].campus for use in uses} - {""}
        if who not in self._model.problem.instructors or len(campuses) < 2:
            return
        days: dict[int, dict[str, list[cp_model.IntVar]]] = {}
        for use in uses:
            campus = cohorts[use.cohort].campus
            for day in axis.days_of(use.mask) if campus else ():
                days.setdefault(day, {}).setdefault(campus, []).append(use.chosen)
        seen = set()
        for by_campus in days.values():
            key = tuple(sorted((campus, tuple(x.index for x in xs)) for campus, xs in by_campus.items()))
            if len(by_campus) > 1 and key not in seen:
                seen.add(key)
                self._only_one_campus(by_campus)

    def _only_one_campus(self, by_campus: Mapping[str, Sequence[cp_model.IntVar]]) -> None:
        heres = []
        for chosen in by_campus.values():
            here = self._cp.new_bool_var("")
            heres.append(here)
            for x in chosen:
                self._cp.add_implication(x, here)
        self._cp.add_at_most_one(heres)

    def _loads(self, who: ResourceId, uses: Sequence[Use]) -> None:
        person = self._model.problem.instructors.get(InstructorId(who))
        if person is None or not self._model.budgeted(who):
            return
        axis = self._model.axis
        days = axis.load_table([use.mask for use in uses])
        kept = axis.load_table([0, *self._model.kept.masks(who)]).sum(axis=0, keepdims=True)
        self._at_most(person.max_per_day, uses, days, kept)
        by_week = [np.add.reduceat(loads, axis.week_starts, axis=1) for loads in (days, kept)]
        self._at_most(person.max_per_week, uses, *by_week)

    def _at_most(
        self, most_held: int | None, uses: Sequence[Use], loads: NDArray[np.int64], kept: NDArray[np.int64]
    ) -> None:
        """Limit what is chosen of the loads of uses (rows) on each day or in each week (columns).

        ``kept`` is what rows that stay take there already.
        """
        if most_held is None:
            return
        limits = np.maximum(0, most_held - kept[0])
        groups = {group: number for number, group in enumerate(dict.fromkeys(use.group for use in uses))}
        most = np.zeros((len(groups), loads.shape[1]), dtype=loads.dtype)
        np.maximum.at(most, [groups[use.group] for use in uses], loads)
        tight = most.sum(axis=0) > limits
        columns = np.vstack([loads[:, tight], limits[tight]]).T
        for column in {column.tobytes(): column for column in columns}.values():
            numbers = np.flatnonzero(column[:-1]).tolist()
            chosen = [uses[number].chosen for number in numbers]
            weighted = cp_model.LinearExpr.weighted_sum(chosen, column[numbers].tolist())
            self._cp.add(weighted <= int(column[-1]))


def maximal_conflicts(masks: Sequence[int]) -> list[tuple[int, ...]]:
    """Give the sets of bit sets (by their numbers) that share a quarter, but no set within another.

    One constraint for each is enough: at most one of its members.
    """
    changes = reduce(or_, (mask ^ mask << 1 for mask in masks))
    quarters = unpacked(masks, changes.bit_length())[:, list(bits_of(changes))]
    shared = quarters[:, quarters.sum(axis=0) > 1]
    distinct = {row.tobytes(): row for row in np.packbits(shared, axis=0).T}
    columns = [np.unpackbits(row, count=len(masks)) for row in distinct.values()]
    largest_first = sorted((frozenset(np.flatnonzero(column).tolist()) for column in columns), key=len)[::-1]
    kept: list[frozenset[int]] = []
    for together in largest_first:
        if not any(together <= other for other in kept):
            kept.append(together)
    return [tuple(sorted(together)) for together in kept]
