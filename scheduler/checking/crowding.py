"""People and rooms that modules need for more hours than they are to be had for in the class time."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from scheduler.domain.availability import FREE, blocked_days
from scheduler.domain.calendar import class_blocks, quarters_by_day
from scheduler.domain.clock import Quarter, monday
from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.rules import instructor_free, instructor_load, pin, room_free, where_it_may_be, who_may_teach
from scheduler.rules.wording import NAMED_AT_MOST, length, listed, more

Days = Mapping[date, int]
"""The quarters of each day that has any, as bit sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """A module of a cohort, the people or rooms that can serve it, and for how long it needs them in all."""

    cohort: Cohort
    module: Module
    those: frozenset[ResourceId]
    hours: Quarter


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield the people, and the rooms, that can serve some modules alone and are not there for all of them.

    A module that by itself needs more than there is, is left to `scheduler.checking.presence`; a cohort
    that has too little class time for its hours, to `scheduler.checking.class_time`.
    """
    count = _Count(problem)
    needs = [need for need in _needs(problem) if count.has_time(need.cohort)]
    for those in sorted({need.those for need in needs}, key=lambda those: (len(those), sorted(those))):
        alone = [need for need in needs if need.those <= those]
        there = count.there(those, {need.cohort.id for need in alone})
        needed = sum(need.hours for need in alone)
        if needed > there and len(alone) > 1 and all(need.hours <= there for need in alone):
            yield _finding(problem, those, alone, there)


def _needs(problem: Problem) -> Iterator[_Need]:
    """Yield what nobody is pinned to, as far as there is anybody for it at all."""
    for cohort in problem.cohorts.values():
        for module in problem.program_of(cohort.id).modules:
            row = pin.pinned(problem, cohort.id, module.id)
            people = frozenset(who_may_teach(problem, cohort, module)) if module.instructors else frozenset()
            if people and not (row and row.instructors):
                hours = module.length * module.instructors
                yield _Need(cohort=cohort, module=module, those=people, hours=hours)
            fit = where_it_may_be(problem, cohort, module)
            for kind in () if row and row.rooms else dict.fromkeys(module.room_types):
                rooms = frozenset(room for room in fit if kind in problem.rooms[room].types)
                hours = module.length * module.room_types.count(kind)
                if rooms:
                    yield _Need(cohort=cohort, module=module, those=rooms, hours=hours)


class _Count:
    """For how long people and rooms are there, in the class time of some cohorts."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._class_time = {cohort.id: _class_time(problem, cohort) for cohort in problem.cohorts.values()}
        everybody: tuple[ResourceId, ...] = (*problem.instructors, *problem.rooms)
        self._blocked = {who: blocked_days(problem, who) for who in everybody}

    def has_time(self, cohort: Cohort) -> bool:
        """Whether a cohort has class time for all its hours."""
        hours = sum(quarters.bit_count() for quarters in self._class_time[cohort.id].values())
        return hours >= self._problem.program_of(cohort.id).length

    def there(self, those: Collection[ResourceId], cohorts: Collection[CohortId]) -> Quarter:
        """Give the sum over all of them; of people no more than their Max hours/day and Max hours/week."""
        days: dict[date, int] = {}
        for cohort in cohorts:
            for when, quarters in self._class_time[cohort].items():
                days[when] = days.get(when, FREE) | quarters
        return sum(self._of(who, days) for who in those)

    def _of(self, who: ResourceId, days: Days) -> Quarter:
        blocked, person = self._blocked[who], self._problem.instructors.get(InstructorId(who))
        free = {when: (quarters & ~blocked.get(when, FREE)).bit_count() for when, quarters in days.items()}
        if person is None:
            return sum(free.values())
        weeks: dict[date, Quarter] = {}
        for when, quarters in free.items():
            held = quarters if person.max_per_day is None else min(quarters, person.max_per_day)
            weeks[monday(when)] = weeks.get(monday(when), 0) + held
        most = person.max_per_week
        return sum(weeks.values()) if most is None else sum(min(held, most) for held in weeks.values())


def _class_time(problem: Problem, cohort: Cohort) -> Days:
    """Give the class time of a cohort from its earliest start, by whichever of its patterns."""
    blocks = (
        block
        for name in cohort.patterns
        for block in class_blocks(problem, cohort, problem.patterns[name])
        if block.date >= cohort.earliest_start
    )
    return quarters_by_day(blocks)


def _finding(
    problem: Problem, those: Collection[ResourceId], needs: Collection[_Need], there: Quarter
) -> Finding:
    people = not those & problem.rooms.keys()
    needed = length(sum(need.hours for need in needs))
    use = "may teach" if people else "can be used for"
    be, add = ("is" if len(those) == 1 else "are"), "somebody who is qualified" if people else "a room"
    first = next(iter(needs)).module
    return Finding(
        rule=_rule(problem, those) if people else room_free.CODE,
        what=f"Only {listed(sorted(those))} {use} {_named(needs)}, {needed} in all, "
        f"and {be} to be had for {length(there)} of their class time.",
        todo=f"Add {add}, or give cohorts other dates or patterns.",
        where=problem.cell("Modules", first.row, "Module" if people else "Room type"),
    )


def _named(needs: Collection[_Need]) -> str:
    """Name the modules of a few cohorts, and say how many cohorts more there are."""
    modules: dict[CohortId, list[str]] = {}
    for need in needs:
        modules.setdefault(need.cohort.id, []).append(need.module.id)
    told = [f"{cohort} {', '.join(keys)}" for cohort, keys in modules.items()]
    rest = len(told) - NAMED_AT_MOST
    return listed([*told[:NAMED_AT_MOST], *[more(rest, "cohort")] * (rest > 0)])


def _rule(problem: Problem, those: Collection[ResourceId]) -> str:
    """Give the code of the rule that keeps people from it: their load, if it is limited by the week."""
    limited = any(problem.instructors[InstructorId(who)].max_per_week is not None for who in those)
    return instructor_load.CODE if limited else instructor_free.CODE
