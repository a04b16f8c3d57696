"""Modules whose people or rooms are away in too much of a cohort's class time to hold their hours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from scheduler.domain.availability import FREE, WHOLE_DAY, blocked_days, stretch
from scheduler.domain.calendar import ClassBlock, class_blocks
from scheduler.domain.clock import Quarter
from scheduler.domain.findings import Finding
from scheduler.domain.ids import PatternId, ResourceId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.rules import instructor_free, pin, room_free, where_it_may_be, who_may_teach
from scheduler.rules.instructor_qualified import valid_until
from scheduler.rules.wording import length, listed

Until = tuple[tuple[ResourceId, date | None], ...]
"""Who may be used, each with the last day on which they may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """So many people or rooms at once, out of these; rooms of one type."""

    code: str
    those: Until
    at_once: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lack:
    """A module that has so little of a need in the pattern that has most of it."""

    module: Module
    there: Quarter


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield for each cohort, and for the same people or rooms, the modules they are not there for."""
    if not (problem.windows or problem.absences or any(row.valid_until for row in problem.qualifications)):
        return
    presence = _Presence(problem)
    for cohort in problem.cohorts.values():
        calendars = [_class_time(problem, cohort, pattern) for pattern in cohort.patterns]
        lacks: dict[_Need, list[_Lack]] = {}
        for module in problem.programs[cohort.program].modules:
            for need in _needs(problem, cohort, module):
                there = presence.most(need, module, calendars)
                if there is not None:
                    lacks.setdefault(need, []).append(_Lack(module=module, there=there))
        yield from (_finding(problem, cohort, need, found) for need, found in lacks.items())


def _class_time(problem: Problem, cohort: Cohort, pattern: PatternId) -> tuple[ClassBlock, ...]:
    blocks = class_blocks(problem, cohort, problem.patterns[pattern])
    return tuple(block for block in blocks if block.date >= cohort.earliest_start)


def _needs(problem: Problem, cohort: Cohort, module: Module) -> Iterator[_Need]:
    """Yield what a module needs, as far as there are enough of them at all and no pin says who or where."""
    row = pin.pinned(problem, cohort.id, module.id)
    first = max(cohort.earliest_start, problem.settings.plan_from)
    people = tuple((who, valid_until(problem, module, who)) for who in who_may_teach(problem, cohort, module))
    fit = where_it_may_be(problem, cohort, module)
    valid = sum(end is None or end >= first for _, end in people)
    if valid >= module.instructors and not (row and row.instructors):
        yield _Need(code=instructor_free.CODE, those=people, at_once=module.instructors)
    for kind in () if row and row.rooms else dict.fromkeys(module.room_types):
        rooms = tuple((room, None) for room in fit if kind in problem.rooms[room].types)
        if len(rooms) >= module.room_types.count(kind):
            yield _Need(code=room_free.CODE, those=rooms, at_once=module.room_types.count(kind))


class _Presence:
    """When enough of some people or rooms are there: worked out once for each need and day."""

    def __init__(self, problem: Problem) -> None:
        everybody: tuple[ResourceId, ...] = (*problem.instructors, *problem.rooms)
        self._blocked = {who: blocked_days(problem, who) for who in everybody}
        self._found: dict[tuple[_Need, date], int] = {}

    def most(self, need: _Need, module: Module, calendars: Sequence[Sequence[ClassBlock]]) -> Quarter | None:
        """Give how much of the class time of a pattern there is enough at most; None if it will do.

        Patterns that have too little class time for the module whoever is there do not count.
        """
        most = None
        for blocks in calendars:
            serving = [block for block in blocks if block.serves(module)]
            if sum(block.length for block in serving) < module.length:
                continue
            there = self._within(need, serving, module.length)
            if there >= module.length:
                return None
            most = max(there, most or 0)
        return most

    def _within(self, need: _Need, blocks: Sequence[ClassBlock], enough: Quarter) -> Quarter:
        """Count the quarters of class time at which there is enough, up to what is needed."""
        found = 0
        for block in blocks:
            found += (self._there(need, block.date) & stretch(block.start, block.end)).bit_count()
            if found >= enough:
                break
        return found

    def _there(self, need: _Need, when: date) -> int:
        """Give the quarters of a day at which enough of them are there."""
        if (need, when) not in self._found:
            levels = [WHOLE_DAY] + [FREE] * need.at_once
            for who, until in need.those:
                free = WHOLE_DAY & ~self._blocked[who].get(when, FREE)
                if until is None or when <= until:
                    # At level n stand the quarters at which at least n of those so far are there.
                    levels[1:] = [up | (low & free) for low, up in pairwise(levels)]
            self._found[need, when] = levels[-1]
        return self._found[need, when]


def _finding(problem: Problem, cohort: Cohort, need: _Need, lacks: Sequence[_Lack]) -> Finding:
    people = need.code == instructor_free.CODE
    hours = listed(
        f"{lack.module.id} ({length(lack.there)} of {length(lack.module.length)})" for lack in lacks
    )
    those = listed(who for who, _ in need.those)
    be = "is" if len(need.those) == 1 else "are"
    at_once = f" {need.at_once} at once" if need.at_once > 1 else ""
    use = "may teach" if people else "can be used for"
    return Finding(
        rule=need.code,
        what=f"Only {those} {use} {hours} of {cohort.id}, and {be} not there{at_once} "
        f"for the rest in the class time of {listed(cohort.patterns)}.",
        todo="Correct Availability, Absences or Valid until, choose another pattern, "
        f"or add {'somebody who is qualified' if people else 'a room'}.",
        where=_where(problem, need, lacks[0].module),
    )


def _where(problem: Problem, need: _Need, module: Module) -> str:
    """Name the first row that keeps one of them away, else the module's."""
    those = {who for who, _ in need.those}
    for sheet, rows in (("Availability", problem.windows), ("Absences", problem.absences)):
        row = next((row.row for row in rows if row.who in those), None)
        if row is not None:
            return problem.cell(sheet, row, "Who")
    return problem.cell("Modules", module.row, "Module")
