"""Planning: search, selection and bounds, until proven best, out of time, or in vain for long."""

from collections.abc import Callable
from math import inf

from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.bounds import exact_bound, least_last_finish, quick_bound
from scheduler.engine.model import Model
from scheduler.engine.options import Options, Progress, Solution
from scheduler.engine.outranked import outranked
from scheduler.engine.search import Search
from scheduler.engine.selection import Limit, select
from scheduler.engine.standing import score

STEPS = 15
"""How many steps of the search lie between two selections."""
SELECTION_SECONDS = 5.0
"""How long a selection may take by the clock, and by the solver's count of work."""
PATIENCE = 2
"""After how many selections without a better schedule the cohorts negotiate anew."""
ENOUGH = 60
"""After how many selections without a better schedule it is enough."""
NOISE = 8.0
"""How much chance there is in a later negotiation."""


def plan(
    problem: Problem,
    *,
    options: Options,
    clock: Callable[[], float],
    watch: Callable[[Progress], None],
    stopped: Callable[[], bool],
) -> Solution:
    """Plan every cohort, as well as the limits allow.

    Parameters
    ----------
    clock
        Gives the time in seconds; only differences count.
    watch
        Is told of each better schedule and each better bound.
    stopped
        Says whether to end as soon as possible with the best schedule so far.
    """
    return _Run(Model(problem), options, clock, watch, stopped).solution()


class _Run:
    """One run: its clock, what it knows so far, and when it ends."""

    def __init__(
        self,
        model: Model,
        options: Options,
        clock: Callable[[], float],
        watch: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._model = model
        self._options = options
        self._clock = clock
        self._watch = watch
        self._stopped = stopped
        self._began = clock()
        self._bounds: dict[CohortId, float] = {cohort: quick_bound(model, cohort) for cohort in model.cases}
        self._last_finish = least_last_finish(model)
        self._search = Search(model, options.seed, self._bounds, self._out_of_time)

    def solution(self) -> Solution:
        """Search until proven or out of time, and give the best schedule."""
        self._search.begin()
        first = self._seconds()
        self._tell("first complete schedule")
        self._search.negotiate(0.0, self._ended)
        self._tell("negotiating")
        self._tighten()
        vain = 0
        while vain < ENOUGH and not self._ended():
            before = self._search.best_worth
            self._improve()
            vain = 0 if self._search.best_worth < before else vain + 1
            if vain and vain % PATIENCE == 0:
                self._search.negotiate(NOISE, self._ended)
                self._search.heat()
        best = self._search.best
        return Solution(
            schedule=Schedule(
                sessions=tuple(s for t in best.values() for s in t.sessions(self._model.axis)),
                patterns={cohort: timeline.pattern for cohort, timeline in best.items()},
            ),
            score=score(self._model, best),
            bound=self._bound(),
            declared=self._declared(),
            breached=any(timeline.breaches for timeline in best.values()),
            seconds_to_first=first,
        )

    def _improve(self) -> None:
        """Search for a while, then let the constraint model combine all that was seen."""
        for _ in range(STEPS):
            if self._ended():
                return
            before = self._search.best_worth
            self._search.step()
            if self._search.best_worth < before:
                self._tell("searching")
        best = self._search.best
        pool = self._search.pool.with_all(best)
        chosen = select(self._model, pool, best, self._limit(), self._stopped)
        if chosen:
            before = self._search.best_worth
            self._search.adopt(chosen)
            if self._search.best_worth < before:
                self._tell("combining")
                return
        self._tell("searching")

    def _tighten(self) -> None:
        """Look closer at what each cohort costs at least, where the quick bound is not reached."""
        for cohort, timeline in self._search.best.items():
            if not self._out_of_time() and timeline.cost > self._bounds[cohort] and not timeline.breaches:
                self._bounds[cohort] = max(
                    self._bounds[cohort], exact_bound(self._model, cohort, timeline.cost)
                )
        self._tell("bounding")

    def _bound(self) -> float:
        """Give the sum of what the cohorts cost at least, which no schedule's score is below."""
        return sum(self._bounds.values()) + self._last_finish

    def _ended(self) -> bool:
        work = self._options.work
        return (
            self._out_of_time()
            or self._search.best_worth <= self._bound() + 1e-6
            or (work is not None and self._search.insertions >= work)
        )

    def _out_of_time(self) -> bool:
        seconds = self._options.seconds
        return self._stopped() or (seconds is not None and self._seconds() >= seconds)

    def _limit(self) -> Limit:
        options = self._options
        left = inf if options.seconds is None else max(0.1, options.seconds - self._seconds())
        repeatable = options.work is not None
        return Limit(
            seconds=None if repeatable else min(SELECTION_SECONDS, left),
            work=SELECTION_SECONDS if repeatable else None,
            workers=options.workers,
            seed=options.seed,
        )

    def _declared(self) -> frozenset[tuple[str, CohortId]]:
        """Name the rules the input left no way to keep, and those that a pin outranks."""
        broken = {
            (code, timeline.cohort) for timeline in self._search.best.values() for code in timeline.breaches
        }
        return frozenset(broken | outranked(self._model.problem))

    def _seconds(self) -> float:
        return self._clock() - self._began

    def _tell(self, phase: str) -> None:
        self._watch(
            Progress(
                seconds=self._seconds(),
                score=score(self._model, self._search.best),
                bound=self._bound(),
                phase=phase,
            )
        )
