"""Planning: every part in turn, until all are proven best, out of time, or in vain for long."""

from collections.abc import Callable, Mapping
from math import inf
from operator import attrgetter

from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.model import Model
from scheduler.engine.options import Options, Progress, Solution
from scheduler.engine.outranked import outranked
from scheduler.engine.part import Part
from scheduler.engine.selection import Limit
from scheduler.engine.timeline import Timeline

SELECTION_SECONDS = 5.0
"""How long a selection may take by the clock, and by the solver's count of work."""


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
    return _Run(problem, options, clock, watch, stopped).solution()


class _Run:
    """One run: its parts, its clock, and when it ends."""

    def __init__(
        self,
        problem: Problem,
        options: Options,
        clock: Callable[[], float],
        watch: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._options = options
        self._clock = clock
        self._watch = watch
        self._stopped = stopped
        self._began = clock()
        self._model = Model(problem)
        self._parts = [
            Part(part, options.seed, out_of_time=self._out_of_time, limit=self._limit)
            for part in self._model.parts()
        ]

    def solution(self) -> Solution:
        """Search until proven or out of time, and give the best schedule."""
        for part in self._parts:
            part.advance()
        first = self._seconds()
        self._tell("first complete schedule")
        while open_ := self._open():
            part = min(open_, key=attrgetter("effort"))
            before = (part.score, part.bound)
            phase = part.advance()
            if (part.score, part.bound) != before:
                self._tell(phase)
        best = self._best()
        return Solution(
            schedule=Schedule(
                sessions=tuple(s for t in best.values() for s in t.sessions(self._model.axis)),
                patterns={cohort: timeline.pattern for cohort, timeline in best.items()},
            ),
            score=self._score(),
            bound=self._bound(),
            declared=self._declared(best),
            breached=any(timeline.breaches for timeline in best.values()),
            seconds_to_first=first,
        )

    def _open(self) -> list[Part]:
        """Give the parts that may still get better; none when time or work is up."""
        work = self._options.work
        if self._out_of_time() or (work is not None and sum(part.work for part in self._parts) >= work):
            return []
        return [part for part in self._parts if not part.ended]

    def _best(self) -> dict[CohortId, Timeline]:
        """Give the best timelines so far, the cohorts in the order of the input."""
        found = {cohort: timeline for part in self._parts for cohort, timeline in part.best.items()}
        return {cohort: found[cohort] for cohort in self._model.cases}

    def _score(self) -> float:
        return sum(part.score for part in self._parts)

    def _bound(self) -> float:
        return sum(part.bound for part in self._parts)

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

    def _declared(self, best: Mapping[CohortId, Timeline]) -> frozenset[tuple[str, CohortId]]:
        """Name the rules the input left no way to keep, and those that a pin outranks."""
        broken = {(code, timeline.cohort) for timeline in best.values() for code in timeline.breaches}
        return frozenset(broken | outranked(self._model.problem))

    def _seconds(self) -> float:
        return self._clock() - self._began

    def _tell(self, phase: str) -> None:
        self._watch(Progress(seconds=self._seconds(), score=self._score(), bound=self._bound(), phase=phase))
