"""Planning: every part in turn, until all are proven best, out of time, or in vain for long."""

from collections.abc import Callable, Mapping
from math import inf

from scheduler.domain.clock import hours
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.bounds import least_last_finish, quick_bound
from scheduler.engine.coupling import Limit
from scheduler.engine.model import Model
from scheduler.engine.options import Options, Progress, Solution
from scheduler.engine.outranked import among_kept, outranked
from scheduler.engine.part import Part
from scheduler.engine.team import Link, News, team
from scheduler.engine.timeline import Timeline

SELECTION_SECONDS = 5.0
"""How long a selection may take by the clock, and by the solver's count of work."""
SEEDS = 1_000_003
"""How far the seeds of a team's processes lie apart."""


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
    began = clock()
    with team(problem, options) as link:
        return Run(
            problem, options, link, 0, seconds=lambda: clock() - began, watch=watch, stopped=stopped
        ).solution()


def least(problem: Problem) -> float:
    """Give a score that no schedule can be below, found in no time."""
    return sum(
        sum(quick_bound(model, cohort) for cohort in model.cases) + least_last_finish(model)
        for model in Model(problem).parts()
    )


class Run:
    """One run of one process: its parts, its clock, and when it ends.

    ``number`` tells it from the others of its team; ``seconds`` gives the time since the beginning.
    """

    def __init__(
        self,
        problem: Problem,
        options: Options,
        link: Link,
        number: int,
        *,
        seconds: Callable[[], float],
        watch: Callable[[Progress], None],
        stopped: Callable[[], bool],
    ) -> None:
        self._options = options
        self._link = link
        self._seconds = seconds
        self._watch = watch
        self._stopped = stopped
        self._model = Model(problem)
        parts = sorted(self._model.parts(), key=lambda part: -len(part.cases))
        seed = options.seed + number * SEEDS
        self._parts = [
            Part(p, seed, number=number, out_of_time=self._out_of_time, limit=self._limit) for p in parts
        ]
        self._number = number
        self._told: dict[int, tuple[float, float, bool]] = {}

    def solution(self) -> Solution:
        """Search until proven or out of time, and give the best schedule."""
        places = range(len(self._parts))
        order = [p for p in places if self._mine(p)] + [p for p in reversed(places) if not self._mine(p)]
        for place in order:
            self._listen()
            if not self._parts[place].best:
                self._advance(place)
        first = self._seconds()
        told = self._tell("first complete schedule")
        while open_ := self._open():
            place = min(open_, key=lambda place: (not self._mine(place), self._parts[place].effort))
            phase = self._advance(place)
            self._listen()
            if (self._score(), self._bound()) != told:
                told = self._tell(phase)
        best = self._best()
        return Solution(
            schedule=Schedule(
                sessions=tuple(s for t in best.values() for s in self._model.sessions(t)),
                patterns={cohort: timeline.pattern for cohort, timeline in best.items()},
            ),
            score=self._score(),
            bound=self._bound(),
            declared=self._declared(best),
            breached=any(timeline.breaches for timeline in best.values()),
            seconds_to_first=first,
        )

    def _mine(self, place: int) -> bool:
        """Whether a part is for this process to begin with: its own, or of one that is not there."""
        owner = place % self._options.workers
        return owner == self._number or owner in self._link.lost

    def _advance(self, place: int) -> str:
        """Let a part take its next step, and tell the others of it if it is one forward."""
        part = self._parts[place]
        phase = part.advance()
        told = (part.score, part.bound, part.ended)
        if told != self._told.get(place):
            self._told[place] = told
            self._link.send(News(part=place, best=part.best, least=part.least, ended=part.ended))
        return phase

    def _listen(self) -> None:
        """Hear what the others have found."""
        for news in self._link.received():
            self._parts[news.part].learn(news)

    def _open(self) -> list[int]:
        """Give the parts, by their numbers, that may still get better; none when time or work is up."""
        work = self._options.work
        if self._out_of_time() or (work is not None and sum(part.work for part in self._parts) >= work):
            return []
        return [place for place, part in enumerate(self._parts) if not part.ended]

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
            seconds=None if repeatable and left == inf else min(SELECTION_SECONDS, left),
            work=SELECTION_SECONDS if repeatable else None,
            seed=options.seed,
        )

    def _declared(self, best: Mapping[CohortId, Timeline]) -> frozenset[tuple[str, CohortId]]:
        """Name the rules the input left no way to keep, and those that a pin outranks."""
        broken = {(code, timeline.cohort) for timeline in best.values() for code in timeline.breaches}
        return frozenset(broken | outranked(self._model.problem) | among_kept(self._model.problem))

    def _tell(self, phase: str) -> tuple[float, float]:
        """Tell of the score and the bound; give them."""
        told = score, bound = self._score(), self._bound()
        missing = sum(timeline.missing for part in self._parts for timeline in part.best.values())
        self._watch(
            Progress(
                seconds=self._seconds(),
                score=score,
                bound=bound,
                phase=phase,
                unstaffed=hours(missing),
            )
        )
        return told
