"""A plan as it stands beside what it would be in scenarios: dates, hours, and how good each is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.domain.clock import Quarter
from scheduler.domain.comparison import Course, Totals
from scheduler.domain.findings import Finding, named
from scheduler.domain.ids import CohortId, ResourceId
from scheduler.domain.outcome import Outcome, nearness
from scheduler.domain.scenario import Scenario

FAULTY, NOT_PLANNED = "faulty", "not planned"

ROUGH = 0.05
"""A schedule that may be so much above the best possible, as a share, says little about its scenario."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a schedule comes to: its totals, each cohort's course, and each person's and room's quarters."""

    totals: Totals
    courses: Mapping[CohortId, Course]
    taught: Mapping[ResourceId, Quarter]
    used: Mapping[ResourceId, Quarter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A scenario, and what became of it; of those that are compared the first is the plan as it stands.

    Attributes
    ----------
    outcome, counted
        None where its inputs have faults, or it was not planned before somebody asked to stop.
    faults
        Why its inputs cannot be used.
    changes
        What it changes, a line for each row of the workbook.
    """

    scenario: Scenario
    outcome: Outcome | None = None
    counted: Counted | None = None
    faults: tuple[Finding, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the scenario."""
        return self.scenario.name

    @property
    def status(self) -> str:
        """``optimal`` or ``feasible``, or else ``faulty`` or ``not planned``."""
        if self.outcome is not None:
            return self.outcome.status
        return FAULTY if self.faults else NOT_PLANNED

    @property
    def findings(self) -> tuple[tuple[str, Finding], ...]:
        """What is wrong: its faults, or else its findings, each with where it is.

        No workbook holds this schedule, so a session is named by its module and date.
        """
        found = self.outcome.findings if self.outcome else self.faults
        return tuple((named(one.sessions[0]) if one.sessions else one.where, one) for one in found)

    @property
    def days_late(self) -> float | None:
        """How many days cohorts are late; None without a schedule."""
        return self.outcome.goals["days late"].units if self.outcome else None

    @property
    def said(self) -> str:
        """How near its schedule is to the best possible, or why there is none."""
        if self.outcome is not None:
            return nearness(self.outcome.score, self.outcome.bound)
        return f"{NOT_PLANNED}: {len(self.faults)} to correct" if self.faults else NOT_PLANNED

    @property
    def is_rough(self) -> bool:
        """Whether a longer search may well find a much better schedule."""
        return self.outcome is not None and self.outcome.gap > ROUGH

    def finish(self, cohort: CohortId) -> date | None:
        """Give the day on which a cohort finishes; None if it does not, or is not there."""
        course = self.counted.courses.get(cohort) if self.counted else None
        return course.finish if course else None

    def later(self, than: "Variant", cohort: CohortId) -> int | None:
        """Give how many days later a cohort finishes than in another; None unless it finishes in both."""
        here, there = self.finish(cohort), than.finish(cohort)
        return (here - there).days if here and there else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Somebody's or a room's quarters in each variant; None where it is not there."""

    who: ResourceId
    is_room: bool
    quarters: tuple[Quarter | None, ...]

    @property
    def differs(self) -> bool:
        """Whether it is not the same in all that were planned."""
        return len(set(self.quarters)) > 1


def cohorts(variants: Iterable[Variant]) -> tuple[CohortId, ...]:
    """Give the cohorts that any of them has, in the order of the first that has them."""
    courses = (variant.counted.courses for variant in variants if variant.counted)
    return tuple(dict.fromkeys(cohort for found in courses for cohort in found))


def loads(variants: Sequence[Variant]) -> tuple[Load, ...]:
    """Give the quarters of the instructors, then of the rooms, in those variants that were planned."""
    counted = [variant.counted for variant in variants if variant.counted]
    people = _loads([one.taught for one in counted], is_room=False)
    return (*people, *_loads([one.used for one in counted], is_room=True))


def _loads(found: Sequence[Mapping[ResourceId, Quarter]], *, is_room: bool) -> tuple[Load, ...]:
    known = dict.fromkeys(who for quarters in found for who in quarters)
    return tuple(
        Load(who=who, is_room=is_room, quarters=tuple(quarters.get(who) for quarters in found))
        for who in known
    )
