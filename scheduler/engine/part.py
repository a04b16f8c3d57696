"""A part of the problem: cohorts that compete with each other and with nobody else, planned on their own."""

from collections.abc import Callable, Iterator
from itertools import islice

from scheduler.domain.ids import CohortId
from scheduler.engine.bounds import exact_bound, least_last_finish, quick_bound
from scheduler.engine.coupling import Limit
from scheduler.engine.model import Model
from scheduler.engine.restaffing import restaffed
from scheduler.engine.search import Search
from scheduler.engine.selection import select
from scheduler.engine.standing import score
from scheduler.engine.team import News
from scheduler.engine.timeline import Timeline

STEPS = 5
"""How many steps of the search lie between two times of restaffing."""
RESTAFFING_SECONDS = 1.0
"""How long restaffing may take by the clock, and by the solver's count of work."""
ROUNDS = 3
"""How many times of restaffing lie between two selections."""
SETTLED = 9
"""After how many rounds of a negotiation its timelines are worth combining, before it goes on."""
PATIENCE = 2
"""After how many selections without a better schedule the cohorts negotiate anew."""
ENOUGH = 60
"""After how many selections without a better schedule it is enough."""
NOISE = 8.0
"""How much chance there is in a later negotiation."""


class Part:
    """One part: its search, what it costs at least, and how far it has come.

    Attributes
    ----------
    ended
        Whether it is proven best, or has been in vain for long.
    """

    def __init__(
        self,
        model: Model,
        seed: int,
        *,
        number: int = 0,
        out_of_time: Callable[[], bool],
        limit: Callable[[], Limit],
    ) -> None:
        self._model = model
        self._out_of_time = out_of_time
        self._limit = limit
        self._quick = {cohort: quick_bound(model, cohort) for cohort in model.cases}
        self._least = dict(self._quick)
        self._last_finish = least_last_finish(model)
        self._search = Search(model, seed, self._least, out_of_time, number=number)
        self._course = self._steps()
        self._dealt: dict[CohortId, Timeline] | None = None
        self.ended = False

    @property
    def best(self) -> dict[CohortId, Timeline]:
        """The best timelines so far."""
        return self._search.best

    @property
    def score(self) -> float:
        """What they add to the score."""
        return score(self._model, self._search.best)

    @property
    def bound(self) -> float:
        """What no schedule of this part costs less than; while it breaks a rule, none that does so either."""
        broken = any(timeline.breaches for timeline in self.best.values())
        return sum((self._quick if broken else self._least).values()) + self._last_finish

    @property
    def least(self) -> dict[CohortId, float]:
        """What each of its cohorts costs at least if it breaks no rule."""
        return dict(self._least)

    def learn(self, news: News) -> None:
        """Take over what others know of it better."""
        for cohort, least in news.least.items():
            self._least[cohort] = max(self._least[cohort], least)
        self._search.learn(news.best)
        self.ended = self.ended or news.ended or self._proven

    @property
    def work(self) -> int:
        """How many timelines have been looked for."""
        return self._search.insertions

    @property
    def effort(self) -> float:
        """How much work it has had for each cohort."""
        return self.work / max(1, len(self._least))

    def advance(self) -> str:
        """Take the next step; say what it was."""
        phase = next(self._course, "")
        self.ended = not phase or self._proven
        return phase

    @property
    def _proven(self) -> bool:
        return self._search.best_worth <= self.bound + 1e-6

    def _steps(self) -> Iterator[str]:
        if not self._search.best:
            self._search.begin()
        yield "first complete schedule"
        afresh = self._model.problem.previous is None
        if afresh:
            yield from self._negotiate(0.0)
            yield from self._combine()
        bounding = self._tighten()
        before, vain = self._search.best_worth, 0
        while vain < ENOUGH:
            yield from islice(bounding, min(vain, 1))
            yield from self._improve()
            vain = 0 if self._search.best_worth < before else vain + 1
            before = self._search.best_worth
            if vain and vain % PATIENCE == 0:
                if afresh:
                    yield from self._negotiate(NOISE)
                self._search.heat()

    def _negotiate(self, noise: float) -> Iterator[str]:
        last = 0
        for number in self._search.negotiate(noise):
            yield "negotiating"
            if number > last and number == SETTLED:
                yield from self._combine()
            last = number
        yield from self._restaff()

    def _tighten(self) -> Iterator[str]:
        """Look closer at what each cohort costs at least, where the quick bound is not reached.

        Those first that are nearest to it, as there it is likely to prove something; whoever breaks a
        rule waits until it no longer does.
        """
        left = set(self._least)
        while left:
            costs = {c: t.cost for c, t in self.best.items() if c in left and not t.breaches}
            cohort = min(costs, key=lambda c: (costs[c] - self._least[c], c), default=None)
            if cohort is not None:
                left.remove(cohort)
                if costs[cohort] <= self._least[cohort]:
                    continue
                least = exact_bound(self._model, cohort, costs[cohort], self._out_of_time)
                self._least[cohort] = max(self._least[cohort], least)
            yield "bounding"

    def _improve(self) -> Iterator[str]:
        """Search for a while, then let the constraint model combine all that was seen."""
        for _ in range(ROUNDS):
            for _ in range(STEPS):
                yield from ("searching" for _ in self._search.step())
            yield from self._restaff()
        yield from self._combine()

    def _combine(self) -> Iterator[str]:
        best = self._search.best
        chosen = select(self._model, self._search.pool.with_all(best), best, self._limit(), self._out_of_time)
        if chosen:
            self._search.adopt(chosen)
        yield "combining"
        yield from self._restaff()

    def _restaff(self) -> Iterator[str]:
        """Let the constraint model deal out people and rooms anew, nothing moved in time.

        What it has been asked about and could not better is not asked again.
        """
        if self._search.best is self._dealt:
            return
        self._dealt = self._search.best
        limit = self._limit().at_most(RESTAFFING_SECONDS)
        dealt = restaffed(self._model, self._search.best, limit, self._out_of_time)
        if dealt:
            self._search.learn(dealt)
        yield "restaffing"
