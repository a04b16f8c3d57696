"""A timeline: one complete way for a cohort to run its program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, PatternId, ResourceId, RoomId
from scheduler.domain.schedule import Session
from scheduler.engine.axis import Axis, bits_of

Held = tuple[tuple[ResourceId, int], ...]
"""Who holds which quarters of a placement."""


@dataclass(frozen=True, slots=True)
class Step:
    """One placement of a timeline: the module, its quarters, who holds them and where."""

    module: ModuleId
    mask: int
    people: Held
    rooms: Held


Key = tuple[PatternId, tuple[Step, ...]]


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """One complete way for a cohort to run its program.

    Attributes
    ----------
    cost
        What it adds to the score, by every goal that concerns one cohort alone.
    missing
        Staff quarters that nobody holds: unstaffed, at a price that is part of ``cost``.
    finish
        The number of the day of its last session, -1 if it has none.
    breaches
        Codes of the rules that it breaks because the input leaves no way to keep them.
    """

    cohort: CohortId
    pattern: PatternId
    steps: tuple[Step, ...]
    cost: float
    missing: Quarter
    finish: int
    breaches: tuple[str, ...] = ()

    @cached_property
    def use(self) -> Mapping[ResourceId, int]:
        """The quarters for which it takes each instructor and room."""
        taken: dict[ResourceId, int] = {}
        for step in self.steps:
            for who, mask in step.people + step.rooms:
                taken[who] = taken.get(who, 0) | mask
        return taken

    @property
    def key(self) -> Key:
        """What tells it from the cohort's other timelines: when what is held, by whom and where."""
        return (self.pattern, self.steps)

    def sessions(self, axis: Axis) -> Iterator[Session]:
        """Yield its sessions: each an uninterrupted stretch with the same people and rooms."""
        for step in self.steps:
            for start, end in pairwise(bits_of(_edges(step, axis))):
                if step.mask >> start & 1:
                    staff = _present(step.people, start), _present(step.rooms, start)
                    yield self._session(axis, step.module, start, end, staff)

    def _session(
        self,
        axis: Axis,
        module: ModuleId,
        start: int,
        end: int,
        staff: tuple[tuple[ResourceId, ...], tuple[ResourceId, ...]],
    ) -> Session:
        when, first = axis.moment(start)
        assert first + end - start <= QUARTERS_PER_DAY
        return Session(
            cohort=self.cohort,
            module=module,
            date=when,
            start=first,
            end=first + end - start,
            instructors=tuple(InstructorId(who) for who in staff[0]),
            rooms=tuple(RoomId(who) for who in staff[1]),
        )


def _edges(step: Step, axis: Axis) -> int:
    """Give the quarters at which something begins or has ended: the module, somebody's part of it, a day."""
    edges = sum(1 << day * axis.width for day in axis.days_of(step.mask))
    for mask in (step.mask, *(part for _, part in step.people + step.rooms)):
        edges |= mask ^ mask << 1
    return edges


def _present(held: Held, bit: int) -> tuple[ResourceId, ...]:
    return tuple(who for who, mask in held if mask >> bit & 1)
