"""Where the term is tight: how much of some people's or rooms' time is needed, week by week.

Lengths are in quarter-hours, weeks run from Monday to Sunday.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from math import inf

from scheduler.domain.availability import stretch
from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter
from scheduler.domain.ids import ModuleId, ProgramId, ResourceId


class PartOfDay(StrEnum):
    """A part of the day; it ends when the next begins."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @property
    def quarters(self) -> int:
        """Its quarters of a day as a bit set."""
        return _QUARTERS[self]


_QUARTERS = {
    PartOfDay.MORNING: stretch(0, 48),
    PartOfDay.AFTERNOON: stretch(48, 68),
    PartOfDay.EVENING: stretch(68, QUARTERS_PER_DAY),
}
"""The morning ends at 12:00 PM, the afternoon at 5:00 PM."""


class Supply(StrEnum):
    """What may be short."""

    INSTRUCTORS = "Instructors"
    ROOMS = "Rooms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """People who may teach the same modules on a campus, or its rooms of one type.

    Attributes
    ----------
    campus
        Whose cohorts need it; empty for the cohorts without a campus.
    needs
        How many of them each module needs at once.
    room_type
        The type of the rooms; empty for people.
    members
        The people or rooms; empty if nobody may teach the modules, or there is no such room.
    """

    supply: Supply
    campus: str
    needs: Mapping[tuple[ProgramId, ModuleId], int]
    room_type: str = ""
    members: tuple[ResourceId, ...] = ()

    @property
    def wanted(self) -> str:
        """What it is needed for: the type of room, or the modules: ``CNC-600 C06, C08; CPT-160 S2``."""
        if self.room_type:
            return self.room_type
        modules: dict[ProgramId, list[ModuleId]] = {}
        for program, module in self.needs:
            modules.setdefault(program, []).append(module)
        return "; ".join(f"{program} {', '.join(those)}" for program, those in modules.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much of a pool is needed, taken by anything else, and there, in all its people or rooms."""

    needed: Quarter = 0
    taken: Quarter = 0
    there: Quarter = 0

    @property
    def share(self) -> float:
        """Needed and taken as a share of what is there; infinite if nothing is."""
        wanted = self.needed + self.taken
        return wanted / self.there if self.there else inf if wanted else 0.0


@dataclass(frozen=True, kw_only=True)
class Bottleneck:
    """A pool in one part of the day, week by week.

    Attributes
    ----------
    weeks
        Its use in each week of the schedule, by the week's Monday.
    unplaced
        What its modules need besides, but is not in the schedule, at whatever time of the day.
    """

    pool: Pool
    part: PartOfDay
    weeks: Mapping[date, Use]
    unplaced: Quarter = 0

    @cached_property
    def busy(self) -> Mapping[date, Use]:
        """The weeks in which it is needed."""
        return {week: use for week, use in self.weeks.items() if use.needed}

    @cached_property
    def total(self) -> Use:
        """Its use in all the weeks in which it is needed."""
        uses = self.busy.values()
        return Use(
            needed=sum(use.needed for use in uses),
            taken=sum(use.taken for use in uses),
            there=sum(use.there for use in uses),
        )

    @cached_property
    def tightest(self) -> date | None:
        """The Monday of the week with the largest share, then the most needed, then the first; or None."""
        weeks = self.busy
        return max(weeks, key=lambda week: (weeks[week].share, weeks[week].needed), default=None)

    @property
    def peak(self) -> Use:
        """Its use in the tightest week."""
        return Use() if self.tightest is None else self.weeks[self.tightest]
