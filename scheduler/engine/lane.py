"""A lane: the class time that some modules of a cohort can use, and runs of modules in it."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scheduler.domain.calendar import ClassBlock
from scheduler.domain.clock import Quarter
from scheduler.engine.axis import Axis


@dataclass(frozen=True, slots=True)
class Run:
    """When a module is held: the quarters, the first, the one after the last, and the days skipped."""

    mask: int
    begin: int
    end: int
    length: Quarter
    idle_days: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The class time of a day or a week: the numbers of both (of its first day), its quarters, how many."""

    number: int
    week: int
    mask: int
    length: Quarter


class Lane:
    """The class time that some modules of a cohort can use, quarter by quarter in order.

    Attributes
    ----------
    spots
        The numbers of the bits, in order.
    laid
        What `scheduler.engine.laying` has laid into it already.
    """

    def __init__(self, axis: Axis, blocks: Iterable[ClassBlock]) -> None:
        self.axis = axis
        self.spots: Sequence[int] = sorted(
            axis.bit(block.date, quarter) for block in blocks for quarter in range(block.start, block.end)
        )
        self._day_starts = _day_starts(self.spots, axis.width)
        self._prefixes = _prefixes(self.spots, self._day_starts)
        self._upto: dict[int, int] = {}
        self.laid: dict[tuple[int, int | None, int, int, frozenset[int]], Run] = {}

    @property
    def mask(self) -> int:
        """All its quarters."""
        return self._prefixes[-1]

    @cached_property
    def days(self) -> tuple[Stretch, ...]:
        """Its class days."""
        found = []
        for start, end in self.days_from(0):
            number = self.spots[start] // self.axis.width
            found.append(Stretch(number, self.axis.week[number], self.stretch(start, end), end - start))
        return tuple(found)

    @cached_property
    def weeks(self) -> Mapping[int, Stretch]:
        """Its weeks, by their number."""
        found: dict[int, Stretch] = {}
        for day in self.days:
            week = found.get(day.week, Stretch(day.number, day.week, 0, 0))
            found[day.week] = Stretch(week.number, day.week, week.mask | day.mask, week.length + day.length)
        return found

    def place_of_day(self, mask: int) -> int:
        """Give the place among its class days of the day of the first quarter of a bit set."""
        return self._places[((mask & -mask).bit_length() - 1) // self.axis.width]

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {day.number: place for place, day in enumerate(self.days)}

    def index(self, bit: int) -> int:
        """Give the place in the lane of the first spot at or after a bit."""
        return bisect_left(self.spots, bit)

    def opens_day(self, place: int) -> bool:
        """Whether a place is the first of its class day."""
        return place == 0 or self.spots[place] // self.axis.width != self.spots[place - 1] // self.axis.width

    def next_day(self, place: int) -> int:
        """Give the first place of the class day after the one that a place lies in."""
        return self.index((self.spots[place] // self.axis.width + 1) * self.axis.width)

    def stretch(self, start: int, end: int) -> int:
        """Give the quarters from one place to another, the end excluded."""
        return self._first(end) ^ self._first(start)

    def _first(self, places: int) -> int:
        found = self._upto.get(places)
        if found is None:
            block = bisect_left(self._day_starts, places)
            block -= block == len(self._day_starts) or self._day_starts[block] != places
            found = self._prefixes[block]
            for spot in self.spots[self._day_starts[block] : places]:
                found |= 1 << spot
            self._upto[places] = found
        return found

    def without(self, taken: int) -> "Lane":
        """Give the lane without some quarters."""
        return self._of([spot for spot in self.spots if not taken >> spot & 1])

    def joined(self, others: Iterable["Lane"]) -> "Lane":
        """Give the lane with the quarters of others; itself if there are none."""
        more = {spot for other in others for spot in other.spots}
        return self._of(sorted(more.union(self.spots))) if more else self

    def _of(self, spots: Sequence[int]) -> "Lane":
        lane = Lane(self.axis, ())
        lane.spots = spots
        lane._day_starts = _day_starts(spots, self.axis.width)
        lane._prefixes = _prefixes(spots, lane._day_starts)
        return lane

    def days_from(self, place: int, skip: Collection[int] = ()) -> Iterator[tuple[int, int]]:
        """Yield the (first place, place after the last) of each class day from a place on, but some days."""
        while place < len(self.spots):
            after = self.next_day(place)
            if self.spots[place] // self.axis.width not in skip:
                yield place, after
            place = after


def _day_starts(spots: Sequence[int], width: int) -> list[int]:
    starts = [
        place for place, spot in enumerate(spots) if place == 0 or spot // width != spots[place - 1] // width
    ]
    return [*starts, len(spots)]


def _prefixes(spots: Sequence[int], day_starts: Sequence[int]) -> list[int]:
    masks, mask = [0], 0
    for start, end in pairwise(day_starts):
        for spot in spots[start:end]:
            mask |= 1 << spot
        masks.append(mask)
    return masks
