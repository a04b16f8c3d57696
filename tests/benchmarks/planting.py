"""Planting: put cohorts one by one into the calendars of people and rooms, each at its own best.

Each cohort has the fewest people and rooms its program needs, starts as early as it may,
never waits and changes nobody: no schedule can serve it better.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import NamedTuple

from benchmarks.class_time import ClassTime, Stretch
from benchmarks.staffing import KINDS, Lab, Person, suites, teams
from scheduler.domain.clock import Quarter
from scheduler.domain.ids import ModuleId
from scheduler.domain.problem import Module, Order, Program


class Placed(NamedTuple):
    """A module with its stretch of class time, its people and its rooms."""

    module: Module
    part: Stretch
    people: tuple[Person, ...]
    labs: tuple[Lab, ...]


@dataclass(frozen=True, slots=True)
class Crew:
    """The people and rooms a cohort gets on its campus."""

    campus: str
    people: list[Person]
    labs: list[Lab]


def packed(
    program: Program,
    time: ClassTime,
    start: Quarter,
    crew: Crew,
    chance: Random,
    *,
    admits: Callable[[Placed], bool] = lambda _: True,
) -> list[Placed] | None:
    """Give an order, people and rooms for all modules without a gap, or None if there is none.

    Without gaps the set of finished modules tells the position, so a set that failed once
    fails always.
    """
    failed: set[frozenset[ModuleId]] = set()

    def extend(done: frozenset[ModuleId], position: Quarter) -> list[Placed] | None:
        if len(done) == len(program.modules):
            return []
        if done in failed:
            return None
        for module in _next(program, done, chance):
            part = time.between(position, position + module.length)
            ways = [way for way in _ways(module, part, crew, time) if admits(way)]
            rest = extend(done | {module.id}, position + module.length) if ways else None
            if rest is not None:
                return [chance.choice(ways), *rest]
        failed.add(done)
        return None

    if start + program.length > time.length:
        return None
    return extend(frozenset(), start)


def take(placed: Sequence[Placed], campus: str, students: int) -> None:
    """Enter a planted cohort into the calendars of its people and rooms."""
    for module, part, people, labs in placed:
        for person in people:
            person.take(campus, part)
        for lab in labs:
            lab.busy |= part.quarters
            lab.largest = max(lab.largest, -(-students // len(module.room_types)))


def crews(
    program: Program, campus: str, people: Sequence[Person], labs: Sequence[Lab], chance: Random
) -> Iterator[Crew]:
    """Yield, for ever, smallest crews that cover a program, drawn at random."""
    able = [person for person in people if campus in person.campuses]
    here = [lab for lab in labs if lab.campus == campus]
    kinds = smallest_cover(sorted({person.kind for person in able}), needed_kinds(program))
    types = smallest_cover(sorted({" ".join(lab.types) for lab in here}), needed_types(program, here))
    while True:
        yield Crew(
            campus,
            [chance.choice([person for person in able if person.kind == kind]) for kind in kinds],
            [chance.choice([lab for lab in here if " ".join(lab.types) == kind]) for kind in types],
        )


def smallest_cover(candidates: Sequence[str], needs: Sequence[frozenset[str]]) -> tuple[str, ...]:
    """Give a smallest choice of candidates that has one of each need (each a set of candidates)."""
    for size in range(len(candidates) + 1):
        for chosen in combinations(candidates, size):
            if all(need.intersection(chosen) for need in needs):
                return chosen
    raise ValueError(f"nothing in {candidates} covers {needs}")


def needed_kinds(program: Program) -> list[frozenset[str]]:
    """Give, for each module, the kinds of instructor all of whom may teach it."""
    return [
        frozenset(name for name, kind in KINDS.items() if module.id in kind.always)
        for module in program.modules
    ]


def needed_types(program: Program, labs: Sequence[Lab]) -> list[frozenset[str]]:
    """Give, for each room type of each module, the kinds of room that have it."""
    return [
        frozenset(" ".join(lab.types) for lab in labs if kind in lab.types)
        for module in program.modules
        for kind in module.room_types
    ]


def _next(program: Program, done: frozenset[ModuleId], chance: Random) -> list[Module]:
    left = [module for module in program.modules if module.id not in done]
    if program.order is Order.FIXED:
        return left[:1]
    ready = [module for module in left if done.issuperset(module.prerequisites)]
    chance.shuffle(ready)
    return ready


def _ways(module: Module, part: Stretch, crew: Crew, time: ClassTime) -> list[Placed]:
    people = [
        team
        for team in teams(crew.people, module)
        if all(person.is_free(crew.campus, part, time) for person in team)
    ]
    labs = [
        suite for suite in suites(crew.labs, module) if not any(lab.busy & part.quarters for lab in suite)
    ]
    return [Placed(module, part, team, suite) for team in people for suite in labs]
