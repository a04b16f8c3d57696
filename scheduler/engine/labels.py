"""Labels: beginnings of a timeline, and the least that one can still cost."""

from dataclasses import dataclass, field

from scheduler.domain.clock import Quarter
from scheduler.engine.case import Case, Task
from scheduler.engine.filling import NOTHING_NEEDED, Fill
from scheduler.engine.lane import Run
from scheduler.engine.prices import Prices
from scheduler.engine.tuning import Tuning


@dataclass(slots=True, eq=False)
class Label:
    """A beginning of a timeline.

    Attributes
    ----------
    done, people, rooms
        Sets as bits: finished modules, instructors and rooms so far.
    at
        The bit from which each track is free.
    price, noise
        What it costs so far but for the heads; a random part.
    heads
        What its heads cost in the end, at least.
    bare, rank
        The least a timeline from it can cost, with its random part: without the heads, and with them.
    value, cost
        What the timeline of an ended label costs in search, and what it adds to the score.
    weeks
        The weeks with class so far as bits, where idle days could change how many there are.
    start
        The place of its first quarter in the class time.
    held, missing, idle_days
        Quarters of class, unstaffed quarters, and class days skipped so far.
    """

    done: int
    at: tuple[int, ...]
    price: float
    noise: float
    heads: float
    bare: float
    people: int = 0
    rooms: int = 0
    held: Quarter = 0
    missing: Quarter = 0
    idle_days: int = 0
    breaches: tuple[str, ...] = ()
    parent: "Label | None" = None
    task: Task | None = None
    run: Run | None = None
    fills: tuple[Fill, Fill] = (NOTHING_NEEDED, NOTHING_NEEDED)
    weeks: int = 0
    start: int = 0
    rank: float = field(init=False)
    value: float = 0.0
    cost: float = 0.0

    def __post_init__(self) -> None:
        """Sum up what labels are compared by."""
        self.rank = self.bare + self.heads

    @property
    def whole(self) -> bool:
        """Whether every hour is held and staffed, and no rule broken."""
        lengths = sum(task.module.length for task, _, _ in self.steps())
        return not self.missing and not self.breaches and self.held == lengths

    def steps(self) -> list[tuple[Task, Run, tuple[Fill, Fill]]]:
        """Give the placements so far, the first in front."""
        found, label = [], self
        while label.parent is not None:
            if label.task and label.run:
                found.append((label.task, label.run, label.fills))
            label = label.parent
        return found[::-1]


class Outlook:
    """What a beginning of a timeline will cost at least, for one case."""

    def __init__(self, case: Case, tuning: Tuning) -> None:
        self._case = case
        self._prices = case.prices
        self._unstaffed = tuning.unstaffed
        self._beyond = case.beyond(tuning.unstaffed)
        self._width = case.lane.axis.width
        self._finish = _finish_prices(case, case.prices, tuning)

    def least(self, done: int, at: tuple[int, ...], used: int) -> tuple[float, bool]:
        """Give the price of idle time so far, of finishing, and of hours that nobody can hold.

        ``used`` is the place that it would be at without idle time. Says too whether all modules still
        fit: what is left out needs nobody.
        """
        floor = self._case.floor(done, self._unstaffed)
        ends = [self._end(track, done, bit) for track, bit in enumerate(at)]
        price = floor + max(price for price, _ in ends)
        if not self._case.parallel:
            place = self._case.track_lanes[0].index(at[0])
            price += self._prices.idle * (place - used)
        return price, all(fits for _, fits in ends)

    def _end(self, track: int, done: int, at: int) -> tuple[float, bool]:
        """Give the price of finishing a track's modules, and whether they still fit."""
        lane = self._case.track_lanes[track]
        spots = lane.spots
        last = lane.index(at) + self._case.rest_of(track, done) - 1
        beyond = max(0, last - len(spots) + 1)
        if last < 0 or not spots:
            return self._beyond * beyond, not beyond
        day = spots[last - beyond] // self._width
        return self._finish[day] + self._beyond * beyond, not beyond

    def final(self, label: Label) -> tuple[float, int]:
        """Give the price of an ended timeline's idle time, and the number of its last day (-1: none)."""
        stay = self._case.stay
        end = max((run.end for _, run, _ in label.steps()), default=0)
        end = max(end, stay.mask.bit_length()) if stay else end
        if not end:
            return 0.0, -1
        idle = self._case.lane.index(end) - label.start - label.held
        return self._prices.idle * idle, (end - 1) // self._width

    def finish(self, day: int) -> float:
        """Give what it costs to finish on a day (-1: never to begin)."""
        return self._finish[day] if day >= 0 else 0.0


def _finish_prices(case: Case, prices: Prices, tuning: Tuning) -> list[float]:
    """Give what it costs to finish on each day; being the very last cohort may cost too."""
    if not prices.last_finish or tuning.relaxed:
        return list(case.finish_prices)
    days = case.lane.axis.days
    since = days[tuning.last] if tuning.last >= 0 else days[0]
    return [
        price + prices.last_finish * max(0, (when - since).days)
        for price, when in zip(case.finish_prices, days, strict=True)
    ]
