"""Two schedules side by side: what A comes to, what B comes to, and where they differ.

A is called ``before`` and B ``after``; every difference is B minus A.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isclose
from typing import Literal, TypeAlias

from scheduler.domain.clock import Quarter, day, number
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, PatternId, ResourceId, RoomId
from scheduler.domain.outcome import Price

RESPECTS = ("time", "instructor", "room")
"""In what a placement can differ."""

TOLERANCE = 1e-6
"""Costs that are no further apart are the same: sums of fractions round."""

Moment: TypeAlias = tuple[date, Quarter]
"""A date and a time of day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What one schedule comes to: hours of the goals, and how many findings there are."""

    score: float
    last_finish: date | None
    placed: Quarter
    unplaced: float
    unstaffed: float
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalPair:
    """The price of a goal in both."""

    goal: str
    before: Price
    after: Price

    @property
    def differs(self) -> bool:
        """Whether it has other units or another cost."""
        same = _same(self.before.units, self.after.units) and _same(self.before.cost, self.after.cost)
        return not same


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a cohort goes through its program: first and last day, and quarters placed and unstaffed."""

    start: date | None
    finish: date | None
    placed: Quarter
    unstaffed: Quarter
    pattern: PatternId


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortPair:
    """A cohort in both; None where the inputs do not have it."""

    cohort: CohortId
    before: Course | None
    after: Course | None

    @property
    def differs(self) -> bool:
        """Whether anything of it is another, or it is only in one."""
        return self.before != self.after

    @property
    def only_in(self) -> str:
        """The one that has it, ``A`` or ``B``; empty if both have."""
        if self.before is None:
            return "B"
        return "A" if self.after is None else ""

    @property
    def days_later(self) -> int | None:
        """How many days later it finishes in B, negative if earlier; None unless it finishes in both."""
        before, after = self.before and self.before.finish, self.after and self.after.finish
        return (after - before).days if before and after else None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPair:
    """The quarters somebody teaches, or a room is used, in both; None where the inputs have neither."""

    who: ResourceId
    kind: Literal["instructor", "room"]
    before: Quarter | None
    after: Quarter | None

    @property
    def more(self) -> Quarter:
        """How much more it is in B."""
        return (self.after or 0) - (self.before or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """When a placement begins and ends, None if it is not held; its main instructors and rooms."""

    first: Moment | None
    last: Moment | None
    instructors: tuple[InstructorId, ...]
    rooms: tuple[RoomId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementPair:
    """A placement that differs, and in what: some of ``time``, ``instructor``, ``room``."""

    cohort: CohortId
    module: ModuleId
    before: Placed
    after: Placed
    respects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two schedules side by side.

    Attributes
    ----------
    goals, cohorts
        All there are, those that are the same in both too.
    loads
        The instructors, then the rooms, whose hours differ.
    placements
        Those that differ, of the cohorts that are in both.
    compared
        How many placements those cohorts have.
    """

    before: Totals
    after: Totals
    goals: tuple[GoalPair, ...]
    cohorts: tuple[CohortPair, ...]
    loads: tuple[LoadPair, ...]
    placements: tuple[PlacementPair, ...]
    compared: int

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        goals, cohorts = any(p.differs for p in self.goals), any(p.differs for p in self.cohorts)
        return not (goals or cohorts or self.loads or self.placements)

    def differing(self, respect: str) -> int:
        """Count the placements that differ in this respect."""
        return sum(respect in placement.respects for placement in self.placements)


def summed_up(comparison: Comparison) -> str:
    """Say in one line what differs: ``3 of 60 placements differ: 2 in time, 1 in room; score 220 -> 305``."""
    return "no differences" if comparison.same else "; ".join(_parts(comparison))


def _parts(comparison: Comparison) -> Iterator[str]:
    yield _placements(comparison)
    for one in "AB":
        alone = sum(pair.only_in == one for pair in comparison.cohorts)
        if alone:
            yield f"{alone} cohort{'s' * (alone > 1)} only in {one}"
    before, after = comparison.before, comparison.after
    if not _same(before.score, after.score):
        yield f"score {number(before.score)} -> {number(after.score)}"
    if before.last_finish != after.last_finish:
        ends = (day(end) if end else "none" for end in (before.last_finish, after.last_finish))
        yield f"last finish {' -> '.join(ends)}"


def _placements(comparison: Comparison) -> str:
    differing, compared = len(comparison.placements), comparison.compared
    if not compared:
        return "no cohort is in both"
    if not differing:
        return f"none of {compared} placements differs"
    counts = {respect: comparison.differing(respect) for respect in RESPECTS}
    in_what = ", ".join(f"{count} in {respect}" for respect, count in counts.items() if count)
    return f"{differing} of {compared} placements differ{'s' * (differing == 1)}: {in_what}"


def _same(before: float, after: float) -> bool:
    return isclose(before, after, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
