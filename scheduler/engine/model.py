"""The problem compiled for search: every fact the rules state, folded into bit sets and prices.

It knows no rule by itself: who may teach, which room will do, when a cohort may start, what has
to come before what and how much of a module a day takes is asked of `scheduler.rules`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, reduce
from operator import or_

from scheduler import goals, rules
from scheduler.domain.availability import blocked_days
from scheduler.domain.calendar import ClassBlock, class_blocks
from scheduler.domain.clock import QUARTERS_PER_HOUR, Quarter
from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.domain.problem import Cohort, Module, Pattern, Pin, Problem, Program
from scheduler.engine.axis import Axis, Lane
from scheduler.goals import finish, last_finish, uneven_load
from scheduler.rules import cohort_start, instructor_qualified, min_weeks, module_order, pin

BREACH = 100_000.0
"""What it costs in search to break a rule that the input leaves no way to keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """The goals' weights: per quarter where hours are counted, else per day or per head."""

    unplaced: float
    unstaffed: float
    late: float
    finish: float
    last_finish: float
    idle: float
    instructor: float
    room: float
    cover: float
    move: float
    preference: float
    uneven: float

    @property
    def shared(self) -> bool:
        """Whether a goal has weight that concerns all cohorts together."""
        return bool(self.last_finish or self.uneven)

    @classmethod
    def of(cls, problem: Problem) -> "Prices":
        """Read them off the problem's weights."""
        weight = {goal.NAME: goals.weight(problem, goal) for goal in goals.GOALS}

        def quarterly(name: str) -> float:
            return weight[name] / QUARTERS_PER_HOUR

        return cls(
            unplaced=quarterly("unplaced hours"),
            unstaffed=quarterly("unstaffed hours"),
            late=weight["days late"],
            finish=weight["finish"],
            last_finish=weight["last finish"],
            idle=quarterly("idle hours"),
            instructor=weight["instructors"],
            room=weight["rooms"],
            cover=quarterly("cover hours"),
            move=quarterly("room moves"),
            preference=quarterly("preference"),
            uneven=quarterly("uneven load"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone, or a room, that may serve a module: when not, at what price a quarter, whether pinned."""

    who: ResourceId
    bit: int
    blocked: int
    price: float = 0.0
    pinned: bool = False


Slot = tuple[Candidate, ...]
"""Those who can fill one of the places that a module needs filled at once, a pinned one in front."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """A cohort's module to be placed.

    ``bit`` stands for it in sets of modules, ``before`` are those that must have ended, ``tracks``
    the numbers of the tracks it is on; ``people`` and ``rooms`` are what it needs at once.
    """

    module: Module
    bit: int
    before: int
    tracks: tuple[int, ...]
    lane: Lane
    people: tuple[Slot, ...]
    rooms: tuple[Slot, ...]
    pin: Pin | None

    @cached_property
    def people_bits(self) -> tuple[int, ...]:
        """Those who can fill each place for a person, as bits."""
        return _bits(self.people)

    @cached_property
    def room_bits(self) -> tuple[int, ...]:
        """The rooms that can fill each place for a room, as bits."""
        return _bits(self.rooms)

    @cached_property
    def unstaffable(self) -> Quarter:
        """How many staff quarters nobody can ever hold: nobody is qualified, or there at that time."""
        most = self.lane.mask
        return sum(
            max(0, self.module.length - max(((most & ~c.blocked).bit_count() for c in slot), default=0))
            for slot in self.people + self.rooms
        )


@dataclass(frozen=True, kw_only=True)
class Case:
    """A cohort under one of its patterns."""

    cohort: Cohort
    pattern: Pattern
    prices: Prices
    tasks: tuple[Task, ...]
    lane: Lane
    track_lanes: tuple[Lane, ...]
    starts: tuple[int, ...]
    min_weeks: int
    finish_prices: Sequence[float]

    @cached_property
    def total(self) -> Quarter:
        """The length of all its modules."""
        return sum(task.module.length for task in self.tasks)

    @property
    def tracks(self) -> int:
        """How many tracks the pattern has."""
        return len(self.track_lanes)

    def must_wander(self, start: int) -> bool:
        """Whether idle days may be needed for their own sake: to meet a pin, or to last long enough."""
        if any(task.pin and task.pin.date for task in self.tasks):
            return True
        place = self.lane.index(start)
        spots = self.lane.spots[place : place + self.total]
        days = {spot // self.lane.axis.width for spot in spots} if self.min_weeks else ()
        return min_weeks.weeks(self.lane.axis.days[day] for day in days) < self.min_weeks

    def rest_of(self, track: int, done: int) -> Quarter:
        """Give the length of the modules of a track alone that are not among those done."""
        found = self._rests.get((track, done))
        if found is None:
            rest = (t for t in self.tasks if t.tracks == (track,) and not done & t.bit)
            found = self._rests[track, done] = sum(task.module.length for task in rest)
        return found

    def unstaffable(self, done: int) -> Quarter:
        """Give the staff quarters, of modules not done, that nobody can ever hold."""
        found = self._unstaffable.get(done)
        if found is None:
            left = (task for task in self.tasks if not done & task.bit)
            found = self._unstaffable[done] = sum(task.unstaffable for task in left)
        return found

    def heads(self, people: int, rooms: int) -> float:
        """Give the price of a cohort's different instructors and rooms, beyond the first of each."""
        return self.prices.instructor * max(0, people.bit_count() - 1) + self.prices.room * max(
            0, rooms.bit_count() - 1
        )

    def heads_needed(self, done: int, people: int, rooms: int) -> float:
        """Give the least that further heads will cost, for the modules not done."""
        key = (done, people, rooms)
        found = self._heads.get(key)
        if found is None:
            left = [task for task in self.tasks if not done & task.bit]
            more = self._more((task.people_bits for task in left), people, self.prices.instructor)
            more += self._more((task.room_bits for task in left), rooms, self.prices.room)
            found = self._heads[key] = more
        return found

    def _more(self, needs: Iterable[tuple[int, ...]], had: int, price: float) -> float:
        """Count needs that share no candidate with each other nor with those had already."""
        if price > self.prices.unstaffed:
            return 0.0
        seen, count = had, 0 if had else -1
        for bits in sorted((bits for need in needs for bits in need), key=int.bit_count):
            if bits and not bits & seen:
                count += 1
                seen |= bits
        return price * max(0, count)

    @cached_property
    def _unstaffable(self) -> dict[int, Quarter]:
        return {}

    @cached_property
    def _heads(self) -> dict[tuple[int, int, int], float]:
        return {}

    @cached_property
    def _rests(self) -> dict[tuple[int, int], Quarter]:
        return {}


class Model:
    """The whole problem, compiled once."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.prices = Prices.of(problem)
        self._blocks = {
            (cohort.id, pattern): class_blocks(problem, cohort, problem.patterns[pattern])
            for cohort in problem.cohorts.values()
            for pattern in cohort.patterns
        }
        self.axis = Axis.over(block for blocks in self._blocks.values() for block in blocks)
        self._lanes: dict[tuple[ClassBlock, ...], Lane] = {}
        resources: list[ResourceId] = [*problem.instructors, *problem.rooms]
        self.blocked = {who: self.axis.folded(blocked_days(problem, who)) for who in resources}
        self.bits = {who: 1 << number for number, who in enumerate(resources)}
        self.cases: dict[CohortId, tuple[Case, ...]] = {
            cohort.id: tuple(self._case(cohort, problem.patterns[pattern]) for pattern in cohort.patterns)
            for cohort in problem.cohorts.values()
        }

    @cache  # noqa: B019  lives as long as the run
    def only(self, cohort: CohortId) -> Problem:
        """Give the problem of one cohort alone, without the goals that concern all of them."""
        settings = self.problem.settings
        weights = {**settings.weights, last_finish.NAME: 0.0, uneven_load.NAME: 0.0}
        return replace(
            self.problem,
            settings=replace(settings, weights=weights),
            cohorts={cohort: self.problem.cohorts[cohort]},
            pins=tuple(pin for pin in self.problem.pins if pin.cohort == cohort),
        )

    def budgeted(self, who: ResourceId) -> bool:
        """Whether somebody's hours per day or week are limited."""
        person = self.problem.instructors.get(InstructorId(who))
        return person is not None and (person.max_per_day is not None or person.max_per_week is not None)

    def _lane(self, blocks: tuple[ClassBlock, ...]) -> Lane:
        if blocks not in self._lanes:
            self._lanes[blocks] = Lane(self.axis, blocks)
        return self._lanes[blocks]

    def _case(self, cohort: Cohort, pattern: Pattern) -> Case:
        problem, blocks = self.problem, self._blocks[cohort.id, pattern.id]
        lane = self._lane(blocks)
        tracks = _tracks(problem.program_of(cohort.id), pattern)
        tasks = self._tasks(cohort, pattern, tracks, blocks)
        starts = cohort_start.start_days(problem, cohort, blocks)
        return Case(
            cohort=cohort,
            pattern=pattern,
            prices=self.prices,
            tasks=tasks,
            lane=lane,
            track_lanes=tuple(self._lane(_time_of(track, blocks)) for track in tracks),
            starts=self._start_spots(tasks, lane, starts),
            min_weeks=min_weeks.required(problem, cohort),
            finish_prices=self._finish_prices(cohort),
        )

    def _tasks(
        self, cohort: Cohort, pattern: Pattern, tracks: Sequence[str], blocks: tuple[ClassBlock, ...]
    ) -> tuple[Task, ...]:
        program = self.problem.program_of(cohort.id)
        before = module_order.predecessors(program, pattern)
        bit = {module.id: 1 << number for number, module in enumerate(program.modules)}
        return tuple(
            Task(
                module=module,
                bit=bit[module.id],
                before=sum(bit[other] for other in before[module.id]),
                tracks=tuple(tracks.index(t) for t in module_order.tracks(module, pattern)),
                lane=self._lane(_time_of(module.track, blocks)),
                people=self._people(cohort, module),
                rooms=self._rooms(cohort, module),
                pin=pin.pinned(self.problem, cohort.id, module.id),
            )
            for module in program.modules
        )

    def _start_spots(self, tasks: Sequence[Task], lane: Lane, days: Sequence[date]) -> tuple[int, ...]:
        """Give the first quarter of each day the cohort may start on, or the hour it is pinned to."""
        pinned = {
            self.axis.bit(task.pin.date, task.pin.start)
            for task in tasks
            if task.pin and task.pin.date and task.pin.date in days and task.pin.start is not None
        }
        first = {lane.spots[lane.index(self.axis.index[when] * self.axis.width)] for when in days}
        return tuple(sorted(first | pinned & set(lane.spots)))

    def _finish_prices(self, cohort: Cohort) -> list[float]:
        """Give what it costs to finish on each day of the axis."""
        earliest = finish.earliest_finish(self.problem, cohort)
        return [
            self.prices.finish * max(0, (when - earliest).days)
            + self.prices.late * max(0, (when - (cohort.finish_by or when)).days)
            for when in self.axis.days
        ]

    def _people(self, cohort: Cohort, module: Module) -> tuple[Slot, ...]:
        fixed = pin.pinned(self.problem, cohort.id, module.id)
        pinned = fixed.instructors[: module.instructors] if fixed else ()
        others = tuple(
            self._person(cohort, module, who)
            for who in rules.who_may_teach(self.problem, cohort, module)
            if who not in pinned
        )
        pinned_slots = tuple((self._person(cohort, module, who, pinned=True), *others) for who in pinned)
        return pinned_slots + (others,) * (module.instructors - len(pinned))

    def _person(
        self, cohort: Cohort, module: Module, who: InstructorId, *, pinned: bool = False
    ) -> Candidate:
        until = instructor_qualified.valid_until(self.problem, module, who)
        outranked = pinned and until is not None and until < cohort.earliest_start
        expired = self.axis.after(until) if until and not outranked else 0
        row = self.problem.qualification(who, module)
        return Candidate(
            who=who,
            bit=self.bits[who],
            blocked=self.blocked[who] | expired,
            price=-(row.preference if row else 0) * self.prices.preference,
            pinned=pinned,
        )

    def _rooms(self, cohort: Cohort, module: Module) -> tuple[Slot, ...]:
        fixed = pin.pinned(self.problem, cohort.id, module.id)
        pinned = list(fixed.rooms[: len(module.room_types)]) if fixed else []
        fitting = [self.problem.rooms[room] for room in rules.where_it_may_be(self.problem, cohort, module)]
        slots: list[Slot] = []
        for needed in module.room_types:
            match = next((r for r in pinned if needed in self.problem.rooms[r].types), None)
            match = match or (pinned[0] if len(pinned) >= len(module.room_types) - len(slots) else None)
            if match:
                pinned.remove(match)
            slots.append(
                tuple(
                    Candidate(who=who, bit=self.bits[who], blocked=self.blocked[who], pinned=who == match)
                    for who in dict.fromkeys(
                        [*([match] if match else []), *(r.id for r in fitting if needed in r.types)]
                    )
                )
            )
        return tuple(slots)


def _tracks(program: Program, pattern: Pattern) -> tuple[str, ...]:
    """Give the tracks that the modules of a program are on, under a pattern."""
    on = (track for module in program.modules for track in module_order.tracks(module, pattern))
    return tuple(dict.fromkeys(on))


def _time_of(track: str, blocks: tuple[ClassBlock, ...]) -> tuple[ClassBlock, ...]:
    """Give the class time that modules of a track can use: its own and nobody's; of no track, all of it."""
    return tuple(block for block in blocks if not track or block.track in ("", track))


def _bits(slots: Sequence[Slot]) -> tuple[int, ...]:
    return tuple(reduce(or_, (candidate.bit for candidate in slot), 0) for slot in slots)
