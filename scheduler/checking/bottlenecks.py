"""Where the term is tight: what is needed of people and rooms in each part of the day, and what is there.

Counted from the sessions of a schedule, staffed or not, for each pool of people or rooms
(see `scheduler.checking.pools`), part of the day and week:

- needed: the hours of the pool's modules, times how many they need at once;
- taken: the hours that the pool's people or rooms spend on anything else while they would be there;
- there: the hours they can be had at all: in the class time of the cohorts that need them, inside
  Availability and outside absences; people while they are qualified for what is needed that week, and
  not on days on which they teach on other campuses only. Of Max hours/day and Max hours/week a person
  has in a part of the day what the hours that they teach at other times leave over.

So a schedule that keeps all rules and has somebody for every hour uses 100 % at most. Weeks are bit
sets: bit 0 is the first quarter-hour of Monday.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from scheduler.checking.pools import pools
from scheduler.domain.availability import FREE, WHOLE_DAY, blocked_days, stretch
from scheduler.domain.bottleneck import Bottleneck, PartOfDay, Pool, Supply, Use
from scheduler.domain.calendar import ClassBlock, chosen_pattern, class_blocks, quarters_by_day, with_patterns
from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter, dates, monday
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, ResourceId, RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.goals.unplaced_hours import missing
from scheduler.rules.instructor_qualified import valid_until

Weekly = Mapping[date, int]
"""The quarters of each week that has any, by its Monday."""


def bottlenecks(problem: Problem, schedule: Schedule) -> tuple[Bottleneck, ...]:
    """Give every pool in every part of the day in which it is needed, the tightest first.

    That is the one with the largest share in its tightest week, then in all weeks in which it is
    needed. A pool whose modules have hours left unplaced is there in all parts with class time.
    """
    count = _Count(problem, with_patterns(problem, schedule))
    found = (bottleneck for pool in pools(problem) for bottleneck in count.parts(pool))
    return tuple(sorted(found, key=lambda one: (-one.peak.share, -one.total.share, -one.total.needed)))


def weekly(days: Mapping[date, int]) -> dict[date, int]:
    """Put the quarters of days together to weeks."""
    found: dict[date, int] = {}
    for when, quarters in days.items():
        week = monday(when)
        found[week] = found.get(week, FREE) | quarters << QUARTERS_PER_DAY * when.weekday()
    return found


EACH_DAY = tuple(WHOLE_DAY << QUARTERS_PER_DAY * day for day in range(7))
PARTS = {part: sum(part.quarters << QUARTERS_PER_DAY * day for day in range(7)) for part in PartOfDay}
"""The quarters of a week that belong to a part of the day."""


class _Count:
    """Counts pools of one schedule; what several pools ask for is worked out once."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem, self.schedule = problem, schedule
        self._absent: dict[ResourceId, Weekly] = {}
        self._away: dict[tuple[ResourceId, str], Weekly] = {}
        self._spent: dict[ResourceId, Weekly] = {}

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays from the first session to the last."""
        held = {monday(session.date) for session in self.schedule.sessions}
        return tuple(dates(min(held), max(held)))[::7] if held else ()

    @cached_property
    def placed(self) -> Mapping[tuple[str, ProgramId, ModuleId], tuple[Session, ...]]:
        """The sessions of each module on each campus."""
        return grouped((self.key(session), session) for session in self.schedule.sessions)

    def key(self, session: Session) -> tuple[str, ProgramId, ModuleId]:
        """Give the campus and the module a session is of."""
        cohort = self.problem.cohorts[session.cohort]
        return (cohort.campus, cohort.program, session.module)

    def absent(self, who: ResourceId) -> Weekly:
        """Give when somebody or a room cannot be used at all."""
        if who not in self._absent:
            self._absent[who] = weekly(blocked_days(self.problem, who))
        return self._absent[who]

    def held(self, supply: Supply, who: ResourceId) -> tuple[Session, ...]:
        """Give the sessions of a person or room."""
        if supply is Supply.ROOMS:
            return self.schedule.by_room.get(RoomId(who), ())
        return self.schedule.by_instructor.get(InstructorId(who), ())

    def spent(self, who: ResourceId) -> Weekly:
        """Give when a person has a session, whatever it is."""
        if who not in self._spent:
            self._spent[who] = weekly(quarters_by_day(self.held(Supply.INSTRUCTORS, who)))
        return self._spent[who]

    def away(self, who: ResourceId, campus: str) -> Weekly:
        """Give the days on which a person teaches on other campuses, and not on this one."""
        if (who, campus) not in self._away:
            on: dict[date, set[str]] = {}
            for session in self.held(Supply.INSTRUCTORS, who):
                on.setdefault(session.date, set()).add(self.key(session)[0])
            elsewhere = (day for day, there in on.items() if there - {""} and campus not in there | {""})
            self._away[who, campus] = weekly(dict.fromkeys(elsewhere, WHOLE_DAY))
        return self._away[who, campus]

    def parts(self, pool: Pool) -> Iterator[Bottleneck]:
        """Yield a pool in each part of the day in which it is needed, or could be."""
        case = _Case(self, pool)
        for part in PartOfDay:
            if case.needed[part] or (case.unplaced and case.has_class(part)):
                weeks = {week: case.use(part, week) for week in self.weeks}
                yield Bottleneck(pool=pool, part=part, weeks=weeks, unplaced=case.unplaced)


class _Case:
    """One pool: what is needed of it, and when its people or rooms are there."""

    def __init__(self, count: _Count, pool: Pool) -> None:
        self._count, self._pool = count, pool
        cohorts = count.problem.cohorts.values()
        programs = {program for program, _ in pool.needs}
        self._cohorts = [one for one in cohorts if one.campus == pool.campus and one.program in programs]
        self.needed: dict[PartOfDay, dict[date, Quarter]] = {part: {} for part in PartOfDay}
        self._modules: dict[date, set[tuple[ProgramId, ModuleId]]] = {}
        for module, at_once in pool.needs.items():
            for session in count.placed.get((pool.campus, *module), ()):
                self._need(session, module, at_once)
        self._class_time = weekly(quarters_by_day(self._blocks()))
        self._open = {who: self._when_open(who) for who in pool.members}
        self._others = {who: weekly(quarters_by_day(self._elsewhere(who))) for who in pool.members}

    def _need(self, session: Session, module: tuple[ProgramId, ModuleId], at_once: int) -> None:
        week, held = monday(session.date), stretch(session.start, session.end)
        self._modules.setdefault(week, set()).add(module)
        for part, weeks in self.needed.items():
            if length := (held & part.quarters).bit_count() * at_once:
                weeks[week] = weeks.get(week, 0) + length

    def _served(self, cohort: Cohort) -> Iterator[tuple[Module, int]]:
        """Yield the modules of a cohort that need the pool, and how many of it at once."""
        for module in self._count.problem.programs[cohort.program].modules:
            if (module.program, module.id) in self._pool.needs:
                yield module, self._pool.needs[module.program, module.id]

    def _blocks(self) -> Iterator[ClassBlock]:
        """Yield the class time in which some module of the pool can be held."""
        problem, schedule = self._count.problem, self._count.schedule
        for cohort in self._cohorts:
            modules = [module for module, _ in self._served(cohort)]
            for block in class_blocks(problem, cohort, chosen_pattern(problem, schedule, cohort)):
                if any(block.serves(module) for module in modules):
                    yield block

    @cached_property
    def unplaced(self) -> Quarter:
        """What its modules lack in the schedule, times how many they need at once."""
        return sum(
            missing(self._count.schedule, cohort, module) * at_once
            for cohort in self._cohorts
            for module, at_once in self._served(cohort)
        )

    def has_class(self, part: PartOfDay) -> bool:
        """Whether there is class time in a part of the day."""
        return any(quarters & PARTS[part] for quarters in self._class_time.values())

    def _when_open(self, who: ResourceId) -> Weekly:
        """Give when somebody or a room is there, whatever they do then."""
        absent, gone = self._count.absent(who), self._gone(who)
        return {
            week: quarters & ~absent.get(week, FREE) & ~gone.get(week, FREE)
            for week, quarters in self._class_time.items()
        }

    def _gone(self, who: ResourceId) -> Weekly:
        """Give when a person teaches on other campuses that day, or is qualified no more; no room is."""
        if self._pool.supply is Supply.ROOMS:
            return {}
        problem, away = self._count.problem, self._count.away(who, self._pool.campus)
        modules = (module for cohort in self._cohorts for module, _ in self._served(cohort))
        until = {(m.program, m.id): valid_until(problem, m, InstructorId(who)) for m in modules}
        if not any(until.values()):
            return away
        return {
            week: away.get(week, FREE) | _after(week, [until[m] for m in self._modules.get(week, until)])
            for week in self._class_time
        }

    def _elsewhere(self, who: ResourceId) -> Iterator[Session]:
        """Yield the sessions of somebody or a room that do not need the pool, or not them as well."""
        pool = self._pool
        for session in self._count.held(pool.supply, who):
            campus, program, module = self._count.key(session)
            needed = pool.needs.get((program, module), 0) if campus == pool.campus else 0
            used = session.rooms if pool.supply is Supply.ROOMS else session.instructors
            if who not in [one for one in used if one in pool.members][:needed]:
                yield session

    def use(self, part: PartOfDay, week: date) -> Use:
        """Give what is needed, taken and there in a part of the day of a week."""
        taken = there = 0
        for who in self._pool.members:
            free = self._open[who].get(week, FREE) & PARTS[part]
            taken += (self._others[who].get(week, FREE) & free).bit_count()
            there += self._within_limits(who, week, free)
        return Use(needed=self.needed[part].get(week, 0), taken=taken, there=there)

    def _within_limits(self, who: ResourceId, week: date, free: int) -> Quarter:
        """Count what their limits leave somebody of free time, with what they teach at other times."""
        if self._pool.supply is Supply.ROOMS:
            return free.bit_count()
        person = self._count.problem.instructors[InstructorId(who)]
        besides = self._count.spent(who).get(week, FREE) & ~free
        there = sum(_left(person.max_per_day, free & day, besides & day) for day in EACH_DAY)
        return min(there, _left(person.max_per_week, free, besides))


def _left(limit: Quarter | None, free: int, besides: int) -> Quarter:
    """Count free quarters, but no more than a limit leaves besides others."""
    count = free.bit_count()
    return count if limit is None else min(count, max(0, limit - besides.bit_count()))


def _after(week: date, until: Collection[date | None]) -> int:
    """Give the quarters of a week after the last of these days; None is no end."""
    last = max((day or date.max for day in until), default=date.max)
    days = (week + timedelta(days=day) for day in range(7))
    return weekly({day: WHOLE_DAY for day in days if day > last}).get(week, FREE)
