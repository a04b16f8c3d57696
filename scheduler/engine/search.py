"""The search: insert all cohorts, then take a few related ones out and insert them anew.

Annealed at a low price for unstaffed hours, so that it can pass through such states, though now and
then at the true one, without which idle days and cover never pay; the true weights judge what is
kept. Every timeline seen goes into a pool, out of which the constraint
model (`scheduler.engine.selection`) picks the best combination from time to time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import exp
from random import Random

from scheduler.domain.clock import QUARTERS_PER_HOUR
from scheduler.domain.ids import CohortId
from scheduler.engine.calendars import Calendars
from scheduler.engine.insertion import timelines
from scheduler.engine.model import Model
from scheduler.engine.negotiation import Negotiation
from scheduler.engine.standing import last_day, worth
from scheduler.engine.timeline import Key, Timeline
from scheduler.engine.tuning import Tuning

SOFT = 2.0 / QUARTERS_PER_HOUR
"""The price of an unstaffed quarter while searching: 2 an hour."""
MOST_POOLED = 150
"""How many timelines of each cohort the pool keeps, the cheapest ones."""
MOST_RUINED = 6
"""How many cohorts are taken out at once."""
WISHES = 0.5
"""How often a cohort is given a better timeline first, and whoever is in its way moves."""
WANDERING = 0.15
"""How often idle days are tried where nothing asks for them."""
ROUNDS = 17
"""How many rounds a negotiation may take."""
FEWER = 0.7
"""How many of the cohorts that collided when it was last settled may still do so, to settle it anew."""
HOT = 20.0
"""The temperature at the beginning, of the order of one more instructor for a cohort."""


class Pool:
    """The timelines seen of each cohort, none twice."""

    def __init__(self, cohorts: Iterable[CohortId]) -> None:
        self._seen: dict[CohortId, dict[Key, Timeline]] = {cohort: {} for cohort in cohorts}

    def add(self, timeline: Timeline) -> None:
        """Remember a timeline; forget the dearest ones where there are too many."""
        seen = self._seen[timeline.cohort]
        seen.setdefault(timeline.key, timeline)
        if len(seen) > 2 * MOST_POOLED:
            best = sorted(seen.values(), key=lambda t: (len(t.breaches), t.cost))[:MOST_POOLED]
            self._seen[timeline.cohort] = {kept.key: kept for kept in best}

    def below(self, cohort: CohortId, cost: float) -> list[Timeline]:
        """Give a cohort's timelines that cost less."""
        return [timeline for timeline in self._seen[cohort].values() if timeline.cost < cost - 1e-9]

    def with_all(self, present: Mapping[CohortId, Timeline]) -> dict[CohortId, list[Timeline]]:
        """Give the timelines of each cohort, the present ones among them."""
        for timeline in present.values():
            self.add(timeline)
            self._seen[timeline.cohort].setdefault(timeline.key, timeline)
        return {
            cohort: [present[cohort], *(t for key, t in seen.items() if key != present[cohort].key)]
            for cohort, seen in self._seen.items()
        }


class Search:
    """A state that improves: the present timelines, and the best ones ever."""

    def __init__(
        self, model: Model, seed: int, least: Mapping[CohortId, float], ended: Callable[[], bool]
    ) -> None:
        self._model = model
        self._random = Random(seed)
        self._least = least
        self._ended = ended
        self._calendars = Calendars(model)
        self._rivals = _rivals(model)
        self._temperature = HOT
        self.pool = Pool(model.cases)
        self.insertions = 0
        self.best: dict[CohortId, Timeline] = {}
        self.best_worth = float("inf")

    @property
    def present(self) -> Mapping[CohortId, Timeline]:
        """The timelines as they are now."""
        return self._calendars.timelines

    def begin(self) -> None:
        """Insert every cohort, those with the fewest possibilities first."""
        unstaffed = self._model.prices.unstaffed
        for cohort in sorted(self._model.cases, key=lambda c: (_freedom(self._model, c), c)):
            self._insert(cohort, noise=0.0, unstaffed=unstaffed, hasty=True)
        self._judge()

    def negotiate(self, noise: float) -> Iterator[int]:
        """Let the cohorts settle among themselves who has whom when, from nothing, one at each step.

        Yields the number of the round.
        """
        negotiation = Negotiation(self._model, self._random, noise, self._ended)
        fewest = len(self._model.cases)
        for number in range(ROUNDS):
            for seen in negotiation.round():
                self.insertions += 1
                for timeline in seen:
                    self.pool.add(timeline)
                yield number
            colliding = len(negotiation.colliding)
            if colliding <= FEWER * fewest:
                fewest = colliding
                self._settle(negotiation.timelines)
            if not colliding:
                return

    def _settle(self, wishes: Mapping[CohortId, Timeline]) -> None:
        """Grant the wishes that fit together, insert the other cohorts anew; keep that if it is better."""
        before, value = dict(self.present), self._value()
        for cohort in wishes:
            self._calendars.remove(cohort)
        refused = []
        for cohort, wish in wishes.items():
            if self._calendars.blockers(wish):
                refused.append(cohort)
            else:
                self._calendars.add(wish)
        for cohort in refused:
            self._insert(cohort, noise=0.0, unstaffed=self._model.prices.unstaffed)
        self._judge()
        if self._value() > value:
            self.adopt(before)

    def _value(self) -> float:
        return worth(self._model, self.present, SOFT)

    def step(self) -> None:
        """Take a few related cohorts out, insert them anew, and keep or undo the result."""
        before = dict(self.present)
        first = self._chosen()
        wish = self._wish(first)
        out = sorted(self._calendars.blockers(wish)) if wish else self._related(first)
        for cohort in (first, *out):
            self._calendars.remove(cohort)
        if wish:
            self._calendars.add(wish)
        else:
            out.append(first)
        self._random.shuffle(out)
        noise = self._random.choice((0.0, 2.0, 5.0, 10.0))
        unstaffed = self._random.choice((SOFT, SOFT, self._model.prices.unstaffed))
        for cohort in out:
            self._insert(cohort, noise=noise, unstaffed=unstaffed)
        gain = worth(self._model, before, SOFT) - self._value()
        self._judge()
        self._temperature = max(0.5, self._temperature * 0.995)
        if gain < 0 and self._random.random() >= exp(gain / self._temperature):
            self.adopt({cohort: before[cohort] for cohort in dict.fromkeys((first, *out))})

    def adopt(self, timelines: Mapping[CohortId, Timeline]) -> None:
        """Take on other timelines for some cohorts; together with the rest they fit."""
        for cohort in timelines:
            self._calendars.remove(cohort)
        for timeline in timelines.values():
            self._calendars.add(timeline)
        self._judge()

    def learn(self, timelines: Mapping[CohortId, Timeline]) -> None:
        """Take on a schedule that somebody else has found, if it is better than the best so far."""
        if worth(self._model, timelines, self._model.prices.unstaffed) < self.best_worth - 1e-9:
            for timeline in timelines.values():
                self.pool.add(timeline)
            self.adopt(timelines)

    def heat(self) -> None:
        """Let it wander again, from the best."""
        self._temperature = HOT
        self.adopt(self.best)

    def _judge(self) -> None:
        value = worth(self._model, self.present, self._model.prices.unstaffed)
        if value < self.best_worth - 1e-9:
            self.best_worth, self.best = value, dict(self.present)

    def _insert(self, cohort: CohortId, *, noise: float, unstaffed: float, hasty: bool = False) -> None:
        self.insertions += 1
        tuning = Tuning(
            unstaffed=unstaffed,
            hasty=hasty,
            noise=noise,
            wandering=self._random.random() < WANDERING,
            random=self._random,
            last=last_day(self.present),
            ended=self._ended,
        )
        found = timelines(self._calendars, cohort, tuning)
        for timeline in found:
            self.pool.add(timeline)
        self._calendars.add(found[0])

    def _chosen(self) -> CohortId:
        """Choose a cohort, rather one that costs more than it must."""
        cohorts = list(self.present)
        excess = [max(0.01, self.present[c].cost - self._least[c]) for c in cohorts]
        return self._random.choices(cohorts, weights=excess)[0]

    def _wish(self, cohort: CohortId) -> Timeline | None:
        """Give a better timeline of a cohort for which a few others would have to give way, now and then."""
        if self._random.random() < WISHES:
            better = self.pool.below(cohort, self.present[cohort].cost)
            for wish in self._random.sample(better, min(len(better), 3)):
                if len(self._calendars.blockers(wish)) < MOST_RUINED:
                    return wish
        return None

    def _related(self, first: CohortId) -> list[CohortId]:
        """Choose some cohorts that compete with one."""
        rivals = self._rivals[first]
        names = list(rivals)
        number = self._random.randint(1, MOST_RUINED - 1) if names else 0
        weights = [rivals[name] for name in names]
        return sorted({self._random.choices(names, weights=weights)[0] for _ in range(number)})


def _freedom(model: Model, cohort: CohortId) -> int:
    return sum(len(slot) for case in model.cases[cohort] for task in case.tasks for slot in task.people)


def _rivals(model: Model) -> dict[CohortId, dict[CohortId, float]]:
    """Give for each cohort those that could use the same people or rooms, and how many of them."""
    wanted = {cohort: {who for case in cases for who in case.wanted} for cohort, cases in model.cases.items()}
    return {
        cohort: {
            other: float(len(wanted[cohort] & wanted[other]))
            for other in wanted
            if other != cohort and wanted[cohort] & wanted[other]
        }
        for cohort in wanted
    }
