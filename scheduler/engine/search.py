"""The search: insert all cohorts, then change a few of them, again and again.

One takes what is best for it and negotiates with those in its way; or, also where nothing comes of
that, a few related ones are taken out and inserted anew. Annealed at a low price for unstaffed
hours, so that it can pass through such states, though now and then at the true one, without which
idle days and cover never pay; the true weights judge what is kept. Every timeline seen goes into a
pool, out of which the constraint model (`scheduler.engine.selection`) picks the best combination
from time to time.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from functools import partial
from random import Random

from scheduler.domain.clock import QUARTERS_PER_HOUR
from scheduler.domain.ids import CohortId
from scheduler.engine.before import timelines_before
from scheduler.engine.calendars import Calendars
from scheduler.engine.insertion import timelines
from scheduler.engine.model import Model
from scheduler.engine.negotiation import FIRST_TOLL, Negotiation
from scheduler.engine.standing import last_day, worth
from scheduler.engine.timeline import Key, Timeline
from scheduler.engine.tuning import Tuning

SOFT = 2.0 / QUARTERS_PER_HOUR
"""The price of an unstaffed quarter while searching: 2 an hour."""
MOST_POOLED = 150
"""How many timelines of each cohort the pool keeps, the cheapest ones."""
MOST_RUINED = 6
"""How many cohorts are taken out at once."""
CLAIMS = 0.5
"""How often a cohort claims what is best for it, and negotiates."""
CLAIMS_REPAIRING = 0.1
"""The same where a schedule is being repaired: what is best for one costs the others changes.

Half of the processes claim as often as ever: which is better differs from case to case.
"""
CLAIM_TOLLS = (FIRST_TOLL, 0.05)
"""What a quarter may cost then at first that somebody else holds."""
CLAIM_NOISE = 2.0
"""How much chance there is in such a negotiation."""
MOST_CHOICES = 60
"""How many times cohorts may choose anew in it at most, among many."""
CHOICES_EACH = 6
"""How many times they may for each cohort there is, among few."""
WANDERING = 0.15
"""How often idle days are tried where nothing asks for them."""
ROUNDS = 11
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
        self,
        model: Model,
        seed: int,
        least: Mapping[CohortId, float],
        ended: Callable[[], bool],
        *,
        number: int = 0,
    ) -> None:
        self._model = model
        self._random = Random(seed)
        often = model.problem.previous is None or number % 2
        self._claims = CLAIMS if often else CLAIMS_REPAIRING
        self._least = least
        self._ended = ended
        self._calendars = Calendars(model)
        self._rivals = _rivals(model)
        self._stake = model.prices.stake
        self._soft = SOFT * self._stake
        self._temperature = HOT * self._stake
        self.pool = Pool(model.cases)
        self.insertions = 0
        self.best: dict[CohortId, Timeline] = {}
        self.best_worth = float("inf")

    @property
    def present(self) -> Mapping[CohortId, Timeline]:
        """The timelines as they are now."""
        return self._calendars.timelines

    def begin(self) -> None:
        """Insert every cohort, those with the fewest possibilities first; who may stay as they were stay."""
        unstaffed = self._model.prices.unstaffed
        for timeline in timelines_before(self._model):
            self.pool.add(timeline)
            if self._calendars.fits(timeline):
                self._calendars.add(timeline)
        rest = set(self._model.cases) - set(self.present)
        for cohort in sorted(rest, key=lambda c: (_freedom(self._model, c), c)):
            self._insert(cohort, noise=0.0, unstaffed=unstaffed, hasty=True)
        self._judge()

    def negotiate(self, noise: float) -> Iterator[int]:
        """Let the cohorts settle among themselves who has whom when, from nothing, one at each step.

        Yields the number of the round.
        """
        unstaffed = self._model.prices.unstaffed
        negotiation = Negotiation(
            self._model, self._random, noise=noise, unstaffed=unstaffed, ended=self._ended
        )
        fewest = len(self._model.cases)
        for number in range(ROUNDS):
            for seen in negotiation.round(self._model.cases):
                self._see(seen)
                yield number
            colliding = len(negotiation.colliding)
            if colliding <= FEWER * fewest:
                fewest = colliding
                self._try(partial(self._grant, negotiation.timelines), gain=0.0)
            if not colliding:
                return

    def _try(self, change: Callable[[], None], gain: float) -> None:
        """Make a change; undo it where it gains less than that, or time was up before it was whole."""
        before, value = dict(self.present), self._value()
        change()
        whole = len(self.present) == len(before)
        if whole:
            self._judge()
        if not whole or value - self._value() < gain:
            self.adopt({c: t for c, t in before.items() if self.present.get(c) is not t})

    def _grant(self, wishes: Mapping[CohortId, Timeline]) -> None:
        """Grant the wishes that fit together, the first ones first; insert the other cohorts anew."""
        for cohort in wishes:
            self._calendars.remove(cohort)
        refused = []
        for cohort, wish in wishes.items():
            if self._calendars.fits(wish):
                self._calendars.add(wish)
            else:
                refused.append(cohort)
        self._insert_all(refused, noise=0.0, unstaffed=self._model.prices.unstaffed)

    def _value(self) -> float:
        return worth(self._model, self.present, self._soft)

    def step(self) -> Iterator[None]:
        """Change a few cohorts, and keep or undo that; yields after each choice of a negotiation too."""
        first, unstaffed = self._chosen(), self._price_of_unstaffed()
        change = partial(self._ruin, first, unstaffed)
        if self._random.random() < self._claims:
            wishes = yield from self._claimed(first, unstaffed)
            if wishes:
                change = partial(self._grant, wishes)
        self._temperature = max(0.5 * self._stake, self._temperature * 0.995)
        self._try(change, gain=-self._temperature * self._random.expovariate(1.0))
        yield

    def _claimed(self, first: CohortId, unstaffed: float) -> Generator[None, None, dict[CohortId, Timeline]]:
        """Let a cohort take what is best for it, and those in its way negotiate; give what they want anew."""
        before = dict(self.present)
        negotiation = Negotiation(
            self._model,
            self._random,
            noise=CLAIM_NOISE,
            unstaffed=unstaffed,
            toll=self._random.choice(CLAIM_TOLLS) * self._stake,
            present=before.values(),
            ended=self._ended,
        )
        out, choices = {first}, 0
        while out and choices + len(out) <= min(MOST_CHOICES, CHOICES_EACH * len(before)):
            for seen in negotiation.round(out):
                choices += 1
                self._see(seen)
                yield
            out = negotiation.colliding
        wishes = {first: negotiation.timelines[first], **negotiation.timelines}
        return {c: t for c, t in wishes.items() if before[c].key != t.key}

    def _price_of_unstaffed(self) -> float:
        """Choose how much an unstaffed quarter costs for a while."""
        return self._random.choice((self._soft, self._soft, self._model.prices.unstaffed))

    def _see(self, seen: Iterable[Timeline]) -> None:
        """Count what a cohort looked at, and remember it."""
        self.insertions += 1
        for timeline in seen:
            self.pool.add(timeline)

    def _ruin(self, first: CohortId, unstaffed: float) -> None:
        """Take a few related cohorts out, and insert them anew."""
        out = self._related(first)
        for cohort in out:
            self._calendars.remove(cohort)
        self._random.shuffle(out)
        self._insert_all(out, noise=self._random.choice((0.0, 2.0, 5.0, 10.0)), unstaffed=unstaffed)

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
        self._temperature = HOT * self._stake
        self.adopt(self.best)

    def _judge(self) -> None:
        value = worth(self._model, self.present, self._model.prices.unstaffed)
        if value < self.best_worth - 1e-9:
            self.best_worth, self.best = value, dict(self.present)

    def _insert_all(self, cohorts: Iterable[CohortId], *, noise: float, unstaffed: float) -> None:
        """Insert some cohorts, one after the other, until time is up."""
        for cohort in cohorts:
            if self._ended():
                return
            self._insert(cohort, noise=noise, unstaffed=unstaffed)

    def _insert(self, cohort: CohortId, *, noise: float, unstaffed: float, hasty: bool = False) -> None:
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
        self._see(found)
        self._calendars.add(found[0])

    def _chosen(self) -> CohortId:
        """Choose a cohort, rather one that costs more than it must."""
        cohorts = list(self.present)
        excess = [max(0.01, self.present[c].cost - self._least[c]) for c in cohorts]
        return self._random.choices(cohorts, weights=excess)[0]

    def _related(self, first: CohortId) -> list[CohortId]:
        """Choose some cohorts that compete with one, and that one."""
        rivals = self._rivals[first]
        names = list(rivals)
        number = self._random.randint(1, MOST_RUINED - 1) if names else 0
        weights = [rivals[name] for name in names]
        return sorted({first, *(self._random.choices(names, weights=weights)[0] for _ in range(number))})


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
