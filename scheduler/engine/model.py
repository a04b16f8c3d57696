"""The problem compiled for search: every fact the rules state, folded into bit sets and prices.

It knows no rule by itself: who may teach, which room will do, when a cohort may start, what has
to come before what and how much of a module a day takes is asked of `scheduler.rules`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cache, reduce
from operator import or_

from scheduler.domain.availability import blocked_days
from scheduler.domain.calendar import ClassBlock, chosen_pattern, class_blocks
from scheduler.domain.ids import CohortId, InstructorId, PatternId, ResourceId
from scheduler.domain.problem import Cohort, Pattern, Problem, Program
from scheduler.domain.schedule import Schedule, Session
from scheduler.engine.axis import Axis
from scheduler.engine.case import Case, Stay, Task
from scheduler.engine.kept import Kept, class_time_of, rows_kept
from scheduler.engine.lane import Lane
from scheduler.engine.prices import Prices
from scheduler.engine.tasks import Tasks
from scheduler.engine.timeline import Timeline
from scheduler.goals import finish, last_finish, uneven_load
from scheduler.rules import cohort_start, min_weeks, module_order, pin


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
        rows = rows_kept(problem)
        time = [block for blocks in self._blocks.values() for block in blocks]
        self.axis = Axis.over([*time, *class_time_of(rows)])
        self.kept = Kept(problem, self.axis, rows)
        self._lanes: dict[tuple[tuple[ClassBlock, ...], int], Lane] = {}
        resources: list[ResourceId] = [*problem.instructors, *problem.rooms]
        self.blocked = {who: self.axis.folded(blocked_days(problem, who)) for who in resources}
        self.bits = {who: 1 << number for number, who in enumerate(resources)}
        self._tasks = Tasks(problem, self.axis, self.kept, bits=self.bits, blocked=self.blocked)
        self.cases: dict[CohortId, tuple[Case, ...]] = {
            cohort.id: tuple(self._cases(cohort)) for cohort in problem.cohorts.values()
        }
        self.wanted = self._wanted(self.cases)

    def sessions(self, timeline: Timeline) -> Iterator[Session]:
        """Yield all sessions of a cohort: those of its timeline, and the rows that stay."""
        yield from self.kept.sessions(timeline.cohort, timeline.sessions(self.axis))

    def case(self, cohort: CohortId, pattern: PatternId) -> Case:
        """Give a cohort under one of its patterns."""
        return next(case for case in self.cases[cohort] if case.pattern.id == pattern)

    @cache  # noqa: B019  lives as long as the run
    def only(self, cohort: CohortId) -> Problem:
        """Give the problem of one cohort alone, without the goals that concern all of them."""
        settings = self.problem.settings
        weights = {**settings.weights, last_finish.NAME: 0.0, uneven_load.NAME: 0.0}
        previous = self.problem.previous
        rows = previous.by_cohort.get(cohort, ()) if previous else ()
        return replace(
            self.problem,
            previous=replace(previous, sessions=rows) if previous else None,
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

    def _lane(self, blocks: tuple[ClassBlock, ...], taken: int = 0) -> Lane:
        if (blocks, taken) not in self._lanes:
            lane = Lane(self.axis, blocks)
            self._lanes[blocks, taken] = lane.without(taken) if taken else lane
        return self._lanes[blocks, taken]

    def _cases(self, cohort: Cohort) -> Iterator[Case]:
        """Yield a cohort under each pattern; one with rows that stay keeps its own, and may keep its gaps."""
        if not self.kept.of(cohort.id):
            for name in cohort.patterns:
                yield self._case(cohort, self.problem.patterns[name], self.kept.taken(cohort.id))
            return
        previous = self.problem.previous or Schedule()
        pattern = chosen_pattern(self.problem, previous, cohort)
        taken = self.kept.taken(cohort.id)
        yield self._case(cohort, pattern, taken)
        gaps = self._gaps(previous.by_cohort[cohort.id], self._blocks[cohort.id, pattern.id]) & ~taken
        if gaps:
            yield self._case(cohort, pattern, taken | gaps)

    def _gaps(self, held: Sequence[Session], blocks: tuple[ClassBlock, ...]) -> int:
        """Give the class time that sessions miss, as bits."""
        missed = self._lane(blocks).mask
        for session in held:
            missed &= ~(self.axis.mask_of([session]) or 0)
        first, last = (self.axis.bit_of(s.date, s.start) or 0 for s in (held[0], held[-1]))
        return missed >> first << first & (1 << last) - 1

    def _case(self, cohort: Cohort, pattern: Pattern, taken: int) -> Case:
        """Give a cohort under a pattern; some of its class time is taken already."""
        problem, blocks = self.problem, self._blocks[cohort.id, pattern.id]
        program = problem.program_of(cohort.id)
        tracks = _tracks(program, pattern)
        lanes = {
            track: self._lane(_time_of(track, blocks), taken)
            for track in {"", *tracks, *(module.track for module in program.modules)}
        }
        lane = lanes[""]
        tasks = self._tasks.of(cohort, pattern, tracks, lanes)
        starts = cohort_start.start_days(problem, cohort, blocks)
        return Case(
            cohort=cohort,
            pattern=pattern,
            prices=self.prices,
            tasks=tasks,
            lane=lane,
            staffed=lane.joined([task.lane for task in tasks if task.fixed]),
            track_lanes=tuple(lanes[track] for track in tracks),
            starts=self._start_spots(cohort, tasks, lane, starts),
            min_weeks=min_weeks.required(problem, cohort),
            finish_prices=self._finish_prices(cohort),
            stay=self._stay(cohort, starts),
        )

    def _stay(self, cohort: Cohort, starts: Sequence[date]) -> Stay | None:
        """Give what a cohort has already; None if it is all still to come."""
        rows = self.kept.of(cohort.id)
        if not rows and not self._has_begun(cohort, starts):
            return None
        return Stay(
            mask=reduce(or_, (self.kept.mask(row.session) for row in rows), 0),
            people=reduce(or_, (self.bits[who] for row in rows for who in row.people), 0),
            rooms=reduce(or_, (self.bits[room] for row in rows for room in row.rooms), 0),
        )

    def _start_spots(
        self, cohort: Cohort, tasks: Sequence[Task], lane: Lane, days: Sequence[date]
    ) -> tuple[int, ...]:
        """Give the first quarter of each day the cohort may start on, or the hour it is pinned to.

        One that has begun, or should have, goes on with the first quarter it can use.
        """
        if self._has_begun(cohort, days):
            return (lane.spots[0] if lane.spots else self.axis.everything.bit_length(),)
        pinned = {
            self.axis.bit_of(task.pin.date, task.pin.start)
            for task in tasks
            if task.pin and task.pin.date in days and task.pin.start is not None
        }
        since = self.problem.since
        to_come = (when for when in days if since is None or when >= since)
        places = {lane.index(self.axis.index[when] * self.axis.width) for when in to_come}
        first = {lane.spots[place] for place in places if place < len(lane.spots)}
        return tuple(sorted(first | {spot for spot in lane.spots if spot in pinned}))

    def _has_begun(self, cohort: Cohort, days: Sequence[date]) -> bool:
        """Whether a cohort has had class, or all days it may start on are over."""
        rows, since = self.kept.of(cohort.id), self.problem.since
        over = since is not None and bool(days) and days[-1] < since
        return over or any(pin.is_history(self.problem, row.session) for row in rows)

    def _finish_prices(self, cohort: Cohort) -> list[float]:
        """Give what it costs to finish on each day of the axis."""
        earliest = finish.earliest_finish(self.problem, cohort)
        return [
            self.prices.finish * max(0, (when - earliest).days)
            + self.prices.late * max(0, (when - (cohort.finish_by or when)).days)
            for when in self.axis.days
        ]


def _tracks(program: Program, pattern: Pattern) -> tuple[str, ...]:
    """Give the tracks that the modules of a program are on, under a pattern."""
    on = (track for module in program.modules for track in module_order.tracks(module, pattern))
    return tuple(dict.fromkeys(on))


def _time_of(track: str, blocks: tuple[ClassBlock, ...]) -> tuple[ClassBlock, ...]:
    """Give the class time that modules of a track can use: its own and nobody's; of no track, all of it."""
    return tuple(block for block in blocks if not track or block.track in ("", track))
