"""Negotiation: everybody takes what is best for them, at a toll for what others want too.

Each cohort in turn takes its best timeline, may use people and rooms that others use at the same
time, but pays a toll for it. The toll rises from round to round, more so for quarters that were
wanted twice before, until those who can do without have moved (negotiated congestion, as in the
routing of circuits: McMurchie and Ebeling 1995). The timelines seen on the way are near each
cohort's own best, and so the constraint model often finds a whole schedule among them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from scheduler.domain.ids import CohortId, ResourceId
from scheduler.engine.calendars import Calendars
from scheduler.engine.insertion import timelines
from scheduler.engine.model import Model
from scheduler.engine.staffing import Staffing
from scheduler.engine.standing import last_day, worth
from scheduler.engine.timeline import Timeline
from scheduler.engine.tuning import Tuning

FIRST_TOLL = 0.01
"""What a quarter costs at first that somebody else holds: little beside one more head.

Where it was 0.2, the cohorts were content with dearer timelines from the first round on.
"""
RISE = 1.2
"""How much the toll rises from round to round."""
SLACK = 5.0
"""By how much (of the score) a timeline may be dearer than the one a cohort has, to be looked at."""
MEMORY = 0.5
"""What a quarter costs for each round in which it was contested, as a share of the toll."""


class Negotiation:
    """Timelines of all cohorts that may still collide, and the tolls."""

    def __init__(self, model: Model, random: Random, noise: float, ended: Callable[[], bool]) -> None:
        self._model = model
        self._random = random
        self._noise = noise
        self._ended = ended
        self._calendars = Calendars(model)
        self._price = FIRST_TOLL
        self._history: dict[ResourceId, list[int]] = {}

    def toll(self, who: ResourceId, taken: int, wanted: int) -> float:
        """Give the toll for the quarters wanted of somebody, of which some are taken by others now."""
        weighted = taken.bit_count() if taken else 0.0
        if history := self._history.get(who):
            for power, slice_ in enumerate(history):
                weighted += MEMORY * (1 << power) * (slice_ & wanted).bit_count()
        return self._price * weighted

    @property
    def timelines(self) -> Mapping[CohortId, Timeline]:
        """What the cohorts have chosen last."""
        return self._calendars.timelines

    def round(self) -> Iterator[list[Timeline]]:
        """Let every cohort choose anew, and yield what it looked at; then raise the tolls."""
        cohorts = list(self._model.cases)
        self._random.shuffle(cohorts)
        for cohort in cohorts:
            yield self._choose(cohort)
        self._raise()

    def _choose(self, cohort: CohortId) -> list[Timeline]:
        """Let a cohort choose anew; what it has is a price to beat, so that it seldom needs long."""
        old = self._calendars.timelines.get(cohort)
        self._calendars.remove(cohort)
        tuning = Tuning(
            unstaffed=self._model.prices.unstaffed,
            noise=self._noise,
            random=self._random,
            last=last_day(self._calendars.timelines),
            tolls=self,
            ended=self._ended,
        )
        if old:
            tuning = replace(tuning, cutoff=self._price_of(old, tuning) + SLACK)
        found = timelines(self._calendars, cohort, tuning)
        chosen = found[0] if found else old
        if chosen:
            self._calendars.add(chosen)
        return found

    def _price_of(self, timeline: Timeline, tuning: Tuning) -> float:
        """Give what a timeline costs in search, with the tolls of now."""
        case = self._model.case(timeline.cohort, timeline.pattern)
        others, staffed = self._calendars.timelines, tuning.unstaffed
        price = worth(self._model, {**others, timeline.cohort: timeline}, staffed)
        toll = Staffing(self._calendars, case, tuning).toll(timeline.use.items())
        return price - worth(self._model, others, staffed) + toll

    @property
    def colliding(self) -> set[CohortId]:
        """The cohorts that want somebody who cannot be had with what others want."""
        return {
            cohort
            for who, mask in self._contested().items()
            for cohort, use in self._calendars.users(who).items()
            if use & mask
        }

    def _contested(self) -> dict[ResourceId, int]:
        found = {who: self._calendars.contested(who) for who in self._model.bits}
        return {who: mask for who, mask in found.items() if mask}

    def _raise(self) -> None:
        self._price *= RISE
        for who, mask in self._contested().items():
            slices = self._history.setdefault(who, [])
            carry, place = mask, 0
            while carry:
                if place == len(slices):
                    slices.append(0)
                slices[place], carry = slices[place] ^ carry, slices[place] & carry
                place += 1
