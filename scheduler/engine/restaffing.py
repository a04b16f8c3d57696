"""Restaffing: who teaches what and where, chosen anew for all cohorts at once, nothing moved in time.

The search gives one cohort after another the people and rooms it likes best; here the constraint
model deals them out to all, so that together they have the fewest.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.engine.budgets import Budget
from scheduler.engine.case import Case, Slot, Task
from scheduler.engine.coupling import SCALE, Coupling, Limit, Use, solved
from scheduler.engine.filling import Rates, mains, price_of
from scheduler.engine.model import Model
from scheduler.engine.staffing import rates_of
from scheduler.engine.timeline import Held, Step, Timeline
from scheduler.engine.trial import judged


def restaffed(
    model: Model,
    timelines: Mapping[CohortId, Timeline],
    limit: Limit,
    stopped: Callable[[], bool],
) -> dict[CohortId, Timeline] | None:
    """Give the timelines with the best people and rooms for when they are; None if none came in time."""
    dealing = _Dealing(model, timelines)
    solver = solved(dealing.cp, limit, stopped)
    if solver is None:
        return None
    return {cohort: dealing.timeline(cohort, solver) for cohort in timelines}


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to fill one or all places of a placement, and the choice that stands for it."""

    held: Held
    chosen: cp_model.IntVar


class _Dealing:
    """The model: for each place of each placement somebody who can hold all of it, or what is now."""

    def __init__(self, model: Model, timelines: Mapping[CohortId, Timeline]) -> None:
        self.cp = cp_model.CpModel()
        self._model = model
        self._timelines = timelines
        self._coupling = Coupling(model, self.cp)
        self._has: dict[tuple[CohortId, ResourceId], cp_model.IntVar] = {}
        self._terms: list[cp_model.LinearExprT] = []
        self._ways = {
            cohort: [
                (self._deal(cohort, task.people, step.mask, step.people, people),
                 self._deal(cohort, task.rooms, step.mask, step.rooms, rooms))
                for task, step in _steps(model.case(cohort, timeline.pattern), timeline)
                for people, rooms in [rates_of(model.prices, task)]
            ]
            for cohort, timeline in timelines.items()
        }  # fmt: skip
        self._coupling.state()
        prices = model.prices
        for (cohort, who), has in self._has.items():
            if self._stays(cohort, who):
                continue
            head = prices.instructor if who in model.problem.instructors else prices.room
            self._terms.append(round(SCALE * head) * has)
        self.cp.minimize(sum(self._terms))

    def _deal(
        self, cohort: CohortId, slots: Sequence[Slot], mask: int, held: Held, rates: Rates
    ) -> list[list[_Way]]:
        """Give for each group of places the ways to fill it, one of which is chosen.

        Where somebody is pinned, and where several share several places, it stays as it is.
        """
        pinned = any(slot and slot[0].pinned for slot in slots)
        places = None if pinned else _places(slots, mask, held)
        if places is None:
            spare = slots if len(slots) == 1 and not pinned else ()
            price = _price(self._model, slots, mask, held, replace(rates, usual=None))
            now = self._way(cohort, held, price, hinted=True)
            groups = [[now, *(way for slot in spare for way in self._whole(cohort, slot, mask, None))]]
        else:
            groups = [self._whole(cohort, slot, mask, who) for slot, who in zip(slots, places, strict=True)]
        for group in groups:
            self.cp.add_exactly_one(way.chosen for way in group)
            for way in group:
                for who, part in way.held:
                    self._coupling.take(who, Use(part, cohort, (cohort, mask, id(group)), way.chosen))
        self._price_change(groups, len(slots), rates)
        return groups

    def _price_change(self, groups: Sequence[Sequence[_Way]], places: int, rates: Rates) -> None:
        """State what it costs that a placement has other main ones than it had."""
        if rates.usual is None or len(rates.usual) != places:
            return
        changed = self.cp.new_bool_var("")
        self._terms.append(round(SCALE * rates.change) * changed)
        for group in groups:
            for way in group:
                found = mains(way.held, places)
                if not found <= rates.usual or (len(groups) == 1 and found != rates.usual):
                    self.cp.add_implication(way.chosen, changed)

    def _whole(self, cohort: CohortId, slot: Slot, mask: int, now: ResourceId | None) -> list[_Way]:
        """Give those who can hold a place alone."""
        able = [c for c in slot if not mask & c.blocked and self._lasts(c.who, mask)]
        return [
            self._way(cohort, ((c.who, mask),), c.price * mask.bit_count(), hinted=c.who == now) for c in able
        ]

    def _lasts(self, who: ResourceId, mask: int) -> bool:
        """Whether somebody's hours a day and a week are enough for a placement."""
        if not self._model.budgeted(who):
            return True
        person = self._model.problem.instructors[InstructorId(who)]
        kept = self._model.kept.masks(who)
        return not Budget(self._model.axis, person, [mask, *kept]).exceeded() & mask

    def _way(self, cohort: CohortId, held: Held, price: float, *, hinted: bool) -> _Way:
        chosen = self.cp.new_bool_var("")
        self.cp.add_hint(chosen, hinted)
        self._terms.append(round(SCALE * price) * chosen)
        for who, _ in held:
            if (cohort, who) not in self._has:
                self._has[cohort, who] = self.cp.new_bool_var("")
            self.cp.add_implication(chosen, self._has[cohort, who])
        return _Way(held, chosen)

    def timeline(self, cohort: CohortId, solver: cp_model.CpSolver) -> Timeline:
        """Give a cohort's timeline as it has been dealt."""
        old = self._timelines[cohort]
        steps = tuple(
            Step(step.module, step.mask, _chosen(people, solver), _chosen(rooms, solver))
            for step, (people, rooms) in zip(old.steps, self._ways[cohort], strict=True)
        )
        case = self._model.case(cohort, old.pattern)
        new = replace(old, steps=steps)
        new = replace(new, missing=sum(_missing(case, new)))
        if case.stay:
            return replace(new, cost=judged(self._model, new)[0])
        difference = _staff_cost(self._model, case, new) - _staff_cost(self._model, case, old)
        return replace(new, cost=old.cost + difference)

    def _stays(self, cohort: CohortId, who: ResourceId) -> bool:
        """Whether a cohort has somebody anyway, in rows that stay."""
        stay = self._model.case(cohort, self._timelines[cohort].pattern).stay
        return bool(stay and self._model.bits[who] & (stay.people | stay.rooms))


def _steps(case: Case, timeline: Timeline) -> Iterator[tuple[Task, Step]]:
    tasks = {(task.module.id, task.lane.mask if task.fixed else 0): task for task in case.tasks}
    for step in timeline.steps:
        yield tasks.get((step.module, step.mask)) or tasks[step.module, 0], step


def _chosen(groups: Sequence[Sequence[_Way]], solver: cp_model.CpSolver) -> Held:
    return tuple(
        one for group in groups for way in group if solver.boolean_value(way.chosen) for one in way.held
    )


def _places(slots: Sequence[Slot], mask: int, held: Held) -> list[ResourceId] | None:
    """Give who fills each place, if each is filled by one alone; else None."""
    if len(held) != len(slots) or any(part != mask for _, part in held):
        return None
    left, found = [who for who, _ in held], []
    for slot in slots:
        who = next((who for who in left if any(c.who == who for c in slot)), None)
        if who is None:
            return None
        left.remove(who)
        found.append(who)
    return found


def _price(model: Model, slots: Sequence[Slot], mask: int, held: Held, rates: Rates) -> float:
    """Give what the places of a placement cost but for the heads."""
    missing = len(slots) * mask.bit_count() - sum(part.bit_count() for _, part in held)
    return price_of(slots, held, missing, rates, model.prices.unstaffed)


def _staff_cost(model: Model, case: Case, timeline: Timeline) -> float:
    """Give what a timeline's people and rooms cost."""
    people = rooms = 0
    cost = 0.0
    for task, step in _steps(case, timeline):
        of_people, of_rooms = rates_of(model.prices, task)
        cost += _price(model, task.people, step.mask, step.people, of_people)
        cost += _price(model, task.rooms, step.mask, step.rooms, of_rooms)
        for who, _ in step.people:
            people |= model.bits[who]
        for who, _ in step.rooms:
            rooms |= model.bits[who]
    return cost + case.heads(people, rooms)


def _missing(case: Case, timeline: Timeline) -> Iterator[int]:
    """Yield the staff quarters that nobody holds, placement by placement."""
    for task, step in _steps(case, timeline):
        held = sum(part.bit_count() for _, part in step.people + step.rooms)
        yield task.places * step.mask.bit_count() - held
