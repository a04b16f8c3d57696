"""The problem compiled for search: every fact the rules state, folded into bit sets and prices.

It knows no rule by itself: who may teach, which room will do, when a cohort may start, what has
to come before what and how much of a module a day takes is asked of `scheduler.rules`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cache

from scheduler import rules
from scheduler.domain.availability import blocked_days
from scheduler.domain.calendar import ClassBlock, class_blocks
from scheduler.domain.ids import CohortId, InstructorId, PatternId, ResourceId
from scheduler.domain.problem import Cohort, Module, Pattern, Problem, Program
from scheduler.domain.schedule import Session, main_instructors, main_rooms
from scheduler.engine.axis import Axis, Lane
from scheduler.engine.case import Candidate, Case, Slot, Task, Usual
from scheduler.engine.prices import Prices
from scheduler.goals import finish, last_finish, uneven_load
from scheduler.rules import cohort_start, instructor_qualified, min_weeks, module_order, pin


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
        self.wanted = self._wanted(self.cases)

    def case(self, cohort: CohortId, pattern: PatternId) -> Case:
        """Give a cohort under one of its patterns."""
        return next(case for case in self.cases[cohort] if case.pattern.id == pattern)

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

    def parts(self) -> list["Model"]:
        """Split it: cohorts that share nobody and no room, directly or through others, are independent.

        They are not where a goal has weight that concerns all of them.
        """
        if self.prices.shared or not self.cases:
            return [self]
        groups: list[tuple[set[ResourceId], set[CohortId]]] = []
        for cohort, cases in self.cases.items():
            wanted, cohorts = {who for case in cases for who in case.wanted}, {cohort}
            for group in [group for group in groups if group[0] & wanted]:
                groups.remove(group)
                wanted |= group[0]
                cohorts |= group[1]
            groups.append((wanted, cohorts))
        return [self._only_with(cohorts) for _, cohorts in groups]

    def _only_with(self, cohorts: Collection[CohortId]) -> "Model":
        part = copy(self)
        part.cases = {cohort: cases for cohort, cases in self.cases.items() if cohort in cohorts}
        part.wanted = self._wanted(part.cases)
        return part

    def _wanted(self, cohorts: Mapping[CohortId, Sequence[Case]]) -> tuple[ResourceId, ...]:
        """Give the people and rooms that some cohorts could use."""
        wanted = {who for cases in cohorts.values() for case in cases for who in case.wanted}
        return tuple(who for who in self.bits if who in wanted)

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
        program = problem.program_of(cohort.id)
        tracks = _tracks(program, pattern)
        lanes = {
            track: self._lane(_time_of(track, blocks))
            for track in {"", *tracks, *(module.track for module in program.modules)}
        }
        lane = lanes[""]
        tasks = self._tasks(cohort, pattern, tracks, lanes)
        starts = cohort_start.start_days(problem, cohort, blocks)
        return Case(
            cohort=cohort,
            pattern=pattern,
            prices=self.prices,
            tasks=tasks,
            lane=lane,
            track_lanes=tuple(lanes[track] for track in tracks),
            starts=self._start_spots(tasks, lane, starts),
            min_weeks=min_weeks.required(problem, cohort),
            finish_prices=self._finish_prices(cohort),
        )

    def _tasks(
        self, cohort: Cohort, pattern: Pattern, tracks: Sequence[str], lanes: Mapping[str, Lane]
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
                lane=lanes[module.track],
                people=self._people(cohort, module),
                rooms=self._rooms(cohort, module),
                pin=pin.pinned(self.problem, cohort.id, module.id),
                usual=self._usual(cohort, module),
            )
            for module in program.modules
        )

    def _usual(self, cohort: Cohort, module: Module) -> Usual | None:
        """Give how a placement is in the schedule that is being repaired."""
        if self.problem.previous is None:
            return None
        sessions = self.problem.previous.by_placement.get((cohort.id, module.id), ())
        return Usual(
            mask=self.mask_of(sessions),
            people=frozenset(main_instructors(sessions, module.instructors)),
            rooms=frozenset(main_rooms(sessions, len(module.room_types))),
        )

    def mask_of(self, sessions: Iterable[Session]) -> int | None:
        """Give the quarters of sessions as bits; None if one is not on the axis."""
        mask = 0
        for session in sessions:
            start = self.axis.bit_of(session.date, session.start)
            if start is None or start % self.axis.width + session.length > self.axis.width:
                return None
            mask |= (1 << session.length) - 1 << start
        return mask

    def _start_spots(self, tasks: Sequence[Task], lane: Lane, days: Sequence[date]) -> tuple[int, ...]:
        """Give the first quarter of each day the cohort may start on, or the hour it is pinned to."""
        pinned = {
            self.axis.bit_of(task.pin.date, task.pin.start)
            for task in tasks
            if task.pin and task.pin.date in days and task.pin.start is not None
        }
        first = {lane.spots[lane.index(self.axis.index[when] * self.axis.width)] for when in days}
        return tuple(sorted(first | {spot for spot in lane.spots if spot in pinned}))

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
            self._person(module, who)
            for who in rules.who_may_teach(self.problem, cohort, module)
            if who not in pinned
        )
        pinned_slots = tuple((self._person(module, who, pinned=True), *others) for who in pinned)
        return pinned_slots + (others,) * (module.instructors - len(pinned))

    def _person(self, module: Module, who: InstructorId, *, pinned: bool = False) -> Candidate:
        until = instructor_qualified.valid_until(self.problem, module, who)
        expired = self.axis.after(until) if until else 0
        row = self.problem.qualification(who, module)
        return Candidate(
            who=who,
            bit=self.bits[who],
            blocked=self.blocked[who] | (0 if pinned else expired),
            expired=expired,
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
