"""A cohort under one of its patterns: what is to be placed, when it can be, and who can serve."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, reduce
from operator import or_

from scheduler.domain.clock import Quarter, monday
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import Cohort, Module, Pattern, Pin
from scheduler.engine.lane import Lane
from scheduler.engine.prices import Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone, or a room, that may serve a module: when not, at what price a quarter, whether pinned.

    A pinned person may serve when the qualification has ``expired``, though that breaks a rule.
    """

    who: ResourceId
    bit: int
    blocked: int
    price: float = 0.0
    pinned: bool = False
    expired: int = 0


Slot = tuple[Candidate, ...]
"""Those who can fill one of the places that a module needs filled at once, a pinned one in front."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """How a placement is in the schedule that is being repaired.

    ``mask`` are its quarters, None if they are not all class time now; the others its main ones.
    """

    mask: int | None
    people: frozenset[ResourceId]
    rooms: frozenset[ResourceId]


@dataclass(frozen=True, kw_only=True)
class Task:
    """A cohort's module to be placed: all of it, what rows that stay leave of it, or such a row itself.

    ``bit`` stands for it in sets of modules, ``before`` are those that must have ended, ``tracks``
    the numbers of the tracks it is on; ``people`` and ``rooms`` are what it needs at once; ``usual``
    is how it was, where a schedule is being repaired. ``rows`` are the quarters of rows of the module
    that stay; ``fixed`` says that it is such a row, held all through its lane.
    """

    module: Module
    bit: int
    before: int
    tracks: tuple[int, ...]
    lane: Lane
    people: tuple[Slot, ...]
    rooms: tuple[Slot, ...]
    pin: Pin | None
    usual: Usual | None = None
    rows: int = 0
    fixed: bool = False

    @cached_property
    def people_bits(self) -> tuple[int, ...]:
        """Those who can fill each place for a person, as bits."""
        return self._bits(self.people)

    @cached_property
    def room_bits(self) -> tuple[int, ...]:
        """The rooms that can fill each place for a room, as bits."""
        return self._bits(self.rooms)

    @property
    def places(self) -> int:
        """How many instructors and rooms it needs at once."""
        return len(self.people) + len(self.rooms)

    @cached_property
    def reward(self) -> float:
        """What preferences may take off the score at most (0 or less)."""
        best = sum(min((c.price for c in slot), default=0.0) for slot in self.people)
        return min(0.0, best) * self.module.length

    @cached_property
    def unstaffable(self) -> Quarter:
        """How many staff quarters nobody can ever hold: nobody is qualified, there at that time, or left."""
        return sum(self._unheld(slots) for slots in (self.people, self.rooms))

    def _bits(self, slots: Sequence[Slot]) -> tuple[int, ...]:
        """Give those who can fill each place at any time at all."""
        able = ([c.bit for c in slot if self.lane.mask & ~c.blocked] for slot in slots)
        return tuple(reduce(or_, bits, 0) for bits in able)

    def _unheld(self, slots: Sequence[Slot]) -> Quarter:
        alone = 0
        for slot in slots:
            open_ = reduce(or_, (self.lane.mask & ~candidate.blocked for candidate in slot), 0)
            alone += max(0, self.module.length - open_.bit_count())
        heads = {candidate.who for slot in slots for candidate in slot}
        return max(alone, self.module.length * (len(slots) - len(heads)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """What a cohort has already, as rows of the schedule being repaired stay: quarters, people, rooms."""

    mask: int
    people: int
    rooms: int


@dataclass(frozen=True, kw_only=True)
class Case:
    """A cohort under one of its patterns.

    ``lane`` is the class time it can still use, ``staffed`` that and the time of rows that stay
    and need somebody; ``stay`` is there if there are such rows.
    """

    cohort: Cohort
    pattern: Pattern
    prices: Prices
    tasks: tuple[Task, ...]
    lane: Lane
    staffed: Lane
    track_lanes: tuple[Lane, ...]
    starts: tuple[int, ...]
    min_weeks: int
    finish_prices: Sequence[float]
    stay: Stay | None = None

    @cached_property
    def total(self) -> Quarter:
        """The length of all that is to be placed."""
        return sum(task.module.length for task in self.tasks if not task.fixed)

    @property
    def wanted(self) -> set[ResourceId]:
        """Everybody and every room that could serve it."""
        return {c.who for task in self.tasks for slot in task.people + task.rooms for c in slot}

    @cached_property
    def parallel(self) -> bool:
        """Whether the pattern has named tracks, so that class time of one may be left over by another."""
        return self.pattern.tracks != ("",)

    @cached_property
    def uneven(self) -> bool:
        """Whether what it costs does not follow from the order alone, so that rules and goals are asked."""
        return self.parallel or self.stay is not None

    @property
    def tracks(self) -> int:
        """How many tracks its modules are on."""
        return len(self.track_lanes)

    def fits(self, start: int) -> bool:
        """Whether there is class time enough for all modules from a start on."""
        return len(self.lane.spots) - self.lane.index(start) >= self.total

    def must_wander(self, start: int) -> bool:
        """Whether idle days may be needed for their own sake: to meet a pin, or to last long enough."""
        if any(task.pin and task.pin.date for task in self.tasks):
            return True
        if not self.min_weeks:
            return False
        place = self.lane.index(start)
        weeks = self._weeks[place : place + self.total]
        return not weeks or weeks[-1] - weeks[0] + 1 < self.min_weeks

    @cached_property
    def _weeks(self) -> list[int]:
        """For each spot, in the how manieth week with class time it lies."""
        numbers: dict[date, int] = {}
        weeks = [monday(when) for when in self.lane.axis.days]
        width = self.lane.axis.width
        return [numbers.setdefault(weeks[spot // width], len(numbers)) for spot in self.lane.spots]

    def missed(self, done: int, at: Sequence[int]) -> Iterator[Task]:
        """Yield the modules not done whose pinned start has passed, ``at`` being where each track is free."""
        for task, latest in self._deadlines:
            if not done & task.bit and max(at[track] for track in task.tracks) > latest:
                yield task

    def moved(self, done: int, at: Sequence[int]) -> int:
        """Count the modules not done that cannot be when they were; ``at`` is where each track is free."""
        return sum(
            1
            for task, usual in self._usual_begins
            if not done & task.bit and usual < max(at[track] for track in task.tracks)
        )

    @cached_property
    def _usual_begins(self) -> tuple[tuple[Task, int], ...]:
        """Give the modules there were before, and when each began; -1 if it was at no time there is now."""
        found = []
        for task in self.tasks:
            if task.usual is not None and task.usual.mask != 0:
                mask = task.usual.mask or 0
                found.append((task, (mask & -mask).bit_length() - 1))
        return tuple(found)

    @cached_property
    def _deadlines(self) -> tuple[tuple[Task, int], ...]:
        """Give the modules pinned to a day or an hour, and the last bit at which each may begin."""
        axis, found = self.lane.axis, []
        for task in self.tasks:
            when, start = (task.pin.date, task.pin.start) if task.pin else (None, None)
            if when is not None and not task.rows:
                latest = axis.bit_of(when, axis.first + axis.width - 1 if start is None else start)
                found.append((task, -1 if latest is None else latest))
        return tuple(found)

    def rest_of(self, track: int, done: int) -> Quarter:
        """Give the length of the modules of a track alone that are not among those done."""
        found = self._rests.get((track, done))
        if found is None:
            rest = (t for t in self.tasks if t.tracks == (track,) and not (done & t.bit or t.fixed))
            found = self._rests[track, done] = sum(task.module.length for task in rest)
        return found

    def floor(self, done: int, unstaffed: float) -> float:
        """Give the least that staffing the modules not done can cost, at a price of an unstaffed quarter.

        Quarters that nobody can ever hold cost that, or less if it is cheaper not to place them;
        preferences may take something off.
        """
        found = self._floors.get((done, unstaffed))
        if found is None:
            left = (task for task in self.tasks if not done & task.bit)
            found = self._floors[done, unstaffed] = sum(
                task.reward + task.unstaffable * min(unstaffed, self.prices.unplaced / max(1, task.places))
                for task in left
            )
        return found

    def beyond(self, unstaffed: float) -> float:
        """Give the price of a quarter that no longer fits, less what `floor` may count of it already."""
        counted = (unstaffed * task.places for task in self.tasks if task.unstaffable)
        return max(0.0, self.prices.unplaced - max(counted, default=0.0))

    def heads(self, people: int, rooms: int) -> float:
        """Give the price of a cohort's different instructors and rooms, beyond the first of each."""
        return self.prices.instructor * max(0, people.bit_count() - 1) + self.prices.room * max(
            0, rooms.bit_count() - 1
        )

    def heads_in_all(self, done: int, people: int, rooms: int) -> float:
        """Give the least that heads cost in the end: those had, and those the modules not done need."""
        key = (done, people, rooms)
        found = self._heads.get(key)
        if found is None:
            left = [task for task in self.tasks if not done & task.bit]
            found = self.heads(people, rooms)
            found += self._more((task.people_bits for task in left), people, self.prices.instructor)
            found += self._more((task.room_bits for task in left), rooms, self.prices.room)
            self._heads[key] = found
        return found

    def _more(self, needs: Iterable[tuple[int, ...]], had: int, price: float) -> float:
        """Count needs that share no candidate with each other nor with those had already."""
        if price > min(self.prices.unstaffed, self.prices.unplaced):
            return 0.0
        seen, count = had, 0 if had else -1
        for bits in sorted((bits for need in needs for bits in need), key=int.bit_count):
            if bits and not bits & seen:
                count += 1
                seen |= bits
        return price * max(0, count)

    @cached_property
    def _floors(self) -> dict[tuple[int, float], float]:
        return {}

    @cached_property
    def _heads(self) -> dict[tuple[int, int, int], float]:
        return {}

    @cached_property
    def _rests(self) -> dict[tuple[int, int], Quarter]:
        return {}
