"""Negotiation: everybody takes what is best for them, at a toll for what others want too.

Each cohort in turn takes its best timeline, may use people and rooms that others use at the same
time, but pays a toll for it. The toll rises from round to round, more so for quarters that were
wanted twice before, until those who can do without have moved (negotiated congestion, as in the
routing of circuits: McMurchie and Ebeling 1995). The timelines seen on the way are near each
cohort's own best, and so the constraint model often finds a whole schedule among them.

It begins from nothing, or from a whole schedule: then one cohort takes what is best for it, and
only those that collide choose anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    """Timelines of all cohorts that may still collide, and the tolls.

    Attributes
    ----------
    colliding
        The cohorts that wanted somebody, after the last round, who cannot be had with what others want.
    """

    def __init__(
        self,
        model: Model,
        random: Random,
        *,
        noise: float,
        unstaffed: float,
        toll: float = FIRST_TOLL,
        present: Iterable[Timeline] = (),
        ended: Callable[[], bool],
    ) -> None:
        self._model = model
        self._random = random
        self._noise = noise
        self._unstaffed = unstaffed
        self._ended = ended
        self._calendars = Calendars(model)
        for timeline in present:
            self._calendars.add(timeline)
        self._price = toll
        self._history: dict[ResourceId, list[int]] = {}
        self.colliding: set[CohortId] = set()

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

    def round(self, cohorts: Iterable[CohortId]) -> Iterator[list[Timeline]]:
        """Let some cohorts choose anew, and yield what each looked at; then raise the tolls."""
        order = sorted(cohorts)
        self._random.shuffle(order)
        for cohort in order:
            yield self._choose(cohort)
        self._raise()

    def _choose(self, cohort: CohortId) -> list[Timeline]:
        """Let a cohort choose anew; what it has is a price to beat, so that it seldom needs long."""
        old = self._calendars.timelines.get(cohort)
        self._calendars.remove(cohort)
        tuning = Tuning(
            unstaffed=self._unstaffed,
            noise=self._noise,
            random=self._random,
            last=last_day(self._calendars.timelines),
            tolls=self,
            ended=self._ended,
        )
        if old:
            slack = SLACK * self._model.prices.stake
            luck = self._noise / 2 * len(self._model.case(cohort, old.pattern).tasks)
            tuning = replace(tuning, cutoff=self._price_of(old, tuning) + slack + luck)
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

    def _raise(self) -> None:
        """See who collides, and raise the tolls."""
        self._price *= RISE
        self.colliding = set()
        for who in self._model.wanted:
            mask = self._calendars.contested(who)
            if not mask:
                continue
            self.colliding |= {cohort for cohort, use in self._calendars.users(who).items() if use & mask}
            slices = self._history.setdefault(who, [])
            carry, place = mask, 0
            while carry:
                if place == len(slices):
                    slices.append(0)
                slices[place], carry = slices[place] ^ carry, slices[place] & carry
                place += 1
