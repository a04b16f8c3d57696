"""The selection: the constraint model that combines timelines of all cohorts at the least score.

Out of all timelines that the search has seen it picks one for each cohort, so that no instructor
and no room is used twice at once, loads hold and nobody is on two campuses a day.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ortools.sat.python import cp_model

from scheduler.domain.ids import CohortId
from scheduler.engine.coupling import SCALE, Coupling, Limit, Use, solved
from scheduler.engine.model import Model
from scheduler.engine.prices import BREACH
from scheduler.engine.timeline import Timeline


def select(
    model: Model,
    pool: Mapping[CohortId, Sequence[Timeline]],
    hint: Mapping[CohortId, Timeline],
    limit: Limit,
    stopped: Callable[[], bool],
) -> dict[CohortId, Timeline] | None:
    """Give the best choice of one timeline for each cohort; None if none was found in time."""
    selection = _Selection(model, pool)
    selection.hint(hint)
    solver = solved(selection.cp, limit, stopped, presolve=False)
    if solver is None:
        return None
    return {t.cohort: t for t, chosen in selection.choices if solver.boolean_value(chosen)}


class _Selection:
    """The model: a choice for each timeline, one of them for each cohort."""

    def __init__(self, model: Model, pool: Mapping[CohortId, Sequence[Timeline]]) -> None:
        self.cp = cp_model.CpModel()
        self._model = model
        self.choices: list[tuple[Timeline, cp_model.IntVar]] = []
        for timelines in pool.values():
            of_one = [(timeline, self.cp.new_bool_var("")) for timeline in timelines]
            self.cp.add_exactly_one(chosen for _, chosen in of_one)
            self.choices += of_one
        coupling = Coupling(model, self.cp)
        for timeline, chosen in self.choices:
            for who, mask in timeline.use.items():
                coupling.take(who, Use(mask, timeline.cohort, timeline.cohort, chosen))
        coupling.state()
        self.cp.minimize(sum(self._terms()))

    def hint(self, hint: Mapping[CohortId, Timeline]) -> None:
        """Start from a choice that is known to be allowed."""
        for timeline, chosen in self.choices:
            self.cp.add_hint(chosen, hint.get(timeline.cohort) is timeline)

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
