"""The facts around a question, each with the problem as it would be without it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import reduce

from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.reason import Fact
from scheduler.reasons.ways import Way
from scheduler.rules.wording import listed

Drop = Callable[[Problem], Problem]
Wish = tuple[str, str, str]
"""Whose, what, and the numbers: ``("CNC-AM", "cannot finish by Fri Dec 11", "CNC-AM has 478 of ...")``."""
Wanting = tuple[Cohort, Module]
"""A cohort and a module of its program that needs somebody or some room."""


class Rank(IntEnum):
    """How much a fact says about what to do; of several that stand in the way, the last is to blame."""

    OTHERS = 0
    OWN = 1
    LIMITS = 2
    DATES = 3
    PATTERN = 4
    ORDER = 5
    STUDENTS = 6
    NEEDS = 7
    PRESENCE = 8
    ROOMS = 9
    ENDS = 10
    PINS = 11


GIVEN_UP = (
    Rank.ENDS,
    Rank.OTHERS,
    Rank.OWN,
    Rank.LIMITS,
    Rank.PRESENCE,
    Rank.ROOMS,
    Rank.DATES,
    Rank.PATTERN,
    Rank.ORDER,
    Rank.STUDENTS,
    Rank.PINS,
    Rank.NEEDS,
)
"""Which facts are given up first, if any of several would do: last those without which much is possible."""

Ranked = Callable[[Collection[Wanting]], Rank]
"""Gives the rank of the fact that some modules need somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """A fact, the problem without it, and what else could be done about it.

    Attributes
    ----------
    wish
        What cannot be had if this is the fact to blame: whose it is, and the rest of the sentence.
    ways
        What could be changed in the workbook so that the fact stands in the way no more.
    about
        Of a need: for whom or what, so that needs for the same can be told; of a cohort's time: which.
    """

    fact: Fact
    rank: Rank
    drop: Drop = field(compare=False)
    wish: Wish | None = None
    ways: tuple[Way, ...] = field(default=(), compare=False)
    about: object = None


def premise(
    what: str,
    where: str,
    rank: Rank,
    drop: Drop,
    *,
    wish: Wish | None = None,
    ways: Iterable[Way] = (),
    about: object = None,
) -> Premise:
    """State a fact."""
    fact = Fact(what=what, where=where)
    return Premise(fact=fact, rank=rank, drop=drop, wish=wish, ways=tuple(ways), about=about)


def without(problem: Problem, premises: Iterable[Premise]) -> Problem:
    """Give the problem without some facts."""
    return reduce(lambda known, premise: premise.drop(known), premises, problem)


def named(wanting: Iterable[Wanting]) -> str:
    """Name modules, cohort by cohort: ``CNC-AM C06, C08 and CNC-FT C06``."""
    modules: dict[CohortId, list[ModuleId]] = {}
    for cohort, module in wanting:
        modules.setdefault(cohort.id, []).append(module.id)
    if len(modules) == 1:
        return listed(f"{cohort} {listed(keys)}" for cohort, keys in modules.items())
    return listed(f"{cohort} {', '.join(keys)}" for cohort, keys in modules.items())
