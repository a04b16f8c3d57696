"""The selection: the constraint model that combines timelines of all cohorts at the least score.

Out of all timelines that the search has seen it picks one for each cohort, so that no instructor
and no room is used twice at once, loads hold and nobody is on two campuses a day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.engine.model import Model
from scheduler.engine.prices import BREACH
from scheduler.engine.timeline import Timeline

SCALE = 1000
"""Costs are counted in thousandths in the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """When to stop: by the clock, or by the solver's own count of work (which is repeatable)."""

    seconds: float | None
    work: float | None
    workers: int
    seed: int


def select(
    model: Model,
    pool: Mapping[CohortId, Sequence[Timeline]],
    hint: Mapping[CohortId, Timeline],
    limit: Limit,
    stopped: Callable[[], bool],
) -> dict[CohortId, Timeline] | None:
    """Give the best choice of one timeline for each cohort; None if none was found in time."""
    selection = _Selection(model, pool)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = limit.workers
    solver.parameters.random_seed = limit.seed
    if limit.seconds is not None:
        solver.parameters.max_time_in_seconds = limit.seconds
    if limit.work is not None:
        solver.parameters.max_deterministic_time = limit.work
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is for the front door to hear
    selection.hint(hint)
    status = solver.solve(selection.cp, _Stopper(stopped))
    if status == cp_model.MODEL_INVALID:
        raise AssertionError(selection.cp.validate())
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return {t.cohort: t for t, chosen in selection.choices if solver.boolean_value(chosen)}


class _Stopper(cp_model.CpSolverSolutionCallback):
    """Ends the search at the next solution after a stop was asked for."""

    def __init__(self, stopped: Callable[[], bool]) -> None:
        super().__init__()
        self._stopped = stopped

    def on_solution_callback(self) -> None:
        if self._stopped():
            self.stop_search()


class _Selection:
    """The model: a choice for each timeline, one of them for each cohort."""

    def __init__(self, model: Model, pool: Mapping[CohortId, Sequence[Timeline]]) -> None:
        self.cp = cp_model.CpModel()
        self._model = model
        self.choices = [(t, self.cp.new_bool_var("")) for timelines in pool.values() for t in timelines]
        for cohort in pool:
            self.cp.add_exactly_one(x for t, x in self.choices if t.cohort == cohort)
        self._users: dict[ResourceId, list[tuple[int, Timeline, cp_model.IntVar]]] = {}
        for timeline, chosen in self.choices:
            for who, mask in timeline.use.items():
                self._users.setdefault(who, []).append((mask, timeline, chosen))
        for who, users in self._users.items():
            if len({timeline.cohort for _, timeline, _ in users}) > 1:
                self._one_at_a_time(users)
                self._one_campus_a_day(who, users)
                self._loads(who, users)
        self.cp.minimize(sum(self._terms()))

    def hint(self, hint: Mapping[CohortId, Timeline]) -> None:
        """Start from a choice that is known to be allowed."""
        for timeline, chosen in self.choices:
            self.cp.add_hint(chosen, hint.get(timeline.cohort) is timeline)

    def _one_at_a_time(self, users: Sequence[tuple[int, Timeline, cp_model.IntVar]]) -> None:
        for together in maximal_conflicts([mask for mask, _, _ in users]):
            if len({users[place][1].cohort for place in together}) > 1:
                self.cp.add_at_most_one(users[place][2] for place in together)

    def _one_campus_a_day(
        self, who: ResourceId, users: Sequence[tuple[int, Timeline, cp_model.IntVar]]
    ) -> None:
        cohorts, axis = self._model.problem.cohorts, self._model.axis
        campuses = {cohorts[t.cohort].campus for _, t, _ in users} - {""}
        if who not in self._model.problem.instructors or len(campuses) < 2:
            return
        days: dict[int, dict[str, list[cp_model.IntVar]]] = {}
        for mask, timeline, chosen in users:
            for day in axis.days_of(mask) if cohorts[timeline.cohort].campus else ():
                days.setdefault(day, {}).setdefault(cohorts[timeline.cohort].campus, []).append(chosen)
        seen = set()
        for by_campus in days.values():
            key = tuple(sorted((campus, tuple(x.index for x in xs)) for campus, xs in by_campus.items()))
            if len(by_campus) > 1 and key not in seen:
                seen.add(key)
                self._only_one_campus(by_campus)

    def _only_one_campus(self, by_campus: Mapping[str, Sequence[cp_model.IntVar]]) -> None:
        heres = []
        for chosen in by_campus.values():
            here = self.cp.new_bool_var("")
            heres.append(here)
            for x in chosen:
                self.cp.add_implication(x, here)
        self.cp.add_at_most_one(heres)

    def _loads(self, who: ResourceId, users: Sequence[tuple[int, Timeline, cp_model.IntVar]]) -> None:
        person = self._model.problem.instructors.get(InstructorId(who))
        if person is None or not self._model.budgeted(who):
            return
        axis = self._model.axis
        days: dict[int, list[tuple[int, cp_model.IntVar]]] = {}
        weeks: dict[int, dict[int, tuple[int, cp_model.IntVar]]] = {}
        for number, (mask, _, chosen) in enumerate(users):
            for day in axis.days_of(mask):
                length = (mask & axis.day(day)).bit_count()
                days.setdefault(day, []).append((length, chosen))
                week = weeks.setdefault(axis.week[day], {})
                week[number] = (week.get(number, (0, chosen))[0] + length, chosen)
        self._at_most(person.max_per_day, days.values())
        self._at_most(person.max_per_week, [list(week.values()) for week in weeks.values()])

    def _at_most(self, limit: int | None, loads: Iterable[Sequence[tuple[int, cp_model.IntVar]]]) -> None:
        if limit is None:
            return
        seen = set()
        for load in loads:
            key = tuple((length, x.index) for length, x in load)
            if key not in seen:
                seen.add(key)
                self.cp.add(sum(length * x for length, x in load) <= limit)

    def _terms(self) -> Iterator[cp_model.LinearExprT]:
        for timeline, chosen in self.choices:
            yield round(SCALE * (timeline.cost + BREACH * len(timeline.breaches))) * chosen
        prices = self._model.prices
        if prices.last_finish:
            yield round(SCALE * prices.last_finish) * self._last_finish()

    def _last_finish(self) -> cp_model.IntVar:
        days = self._model.axis.days
        last = self.cp.new_int_var(0, (days[-1] - days[0]).days, "last")
        for timeline, chosen in self.choices:
            if timeline.finish >= 0:
                self.cp.add(last >= (days[timeline.finish] - days[0]).days).only_enforce_if(chosen)
        return last


def maximal_conflicts(masks: Sequence[int]) -> list[tuple[int, ...]]:
    """Give the sets of bit sets (by their numbers) that share a quarter, but no set within another.

    One constraint for each is enough: at most one of its members.
    """
    length = max(mask.bit_length() for mask in masks) // 8 + 1
    raw = b"".join(mask.to_bytes(length, "little") for mask in masks)
    table = np.frombuffer(raw, dtype=np.uint8).reshape(len(masks), length)
    quarters = np.unpackbits(table, axis=1, bitorder="little")
    shared = quarters[:, quarters.sum(axis=0) > 1]
    distinct = np.unique(np.packbits(shared, axis=0), axis=1)
    columns = np.unpackbits(distinct, axis=0)[: len(masks)].T
    largest_first = sorted((frozenset(np.flatnonzero(column).tolist()) for column in columns), key=len)[::-1]
    kept: list[frozenset[int]] = []
    for together in largest_first:
        if not any(together <= other for other in kept):
            kept.append(together)
    return [tuple(sorted(together)) for together in kept]
