"""Who and what a campus has: kinds of instructors and of rooms, and the resources being planted.

Each kind of instructor holds modules nobody else may teach, so the fewest people a cohort can
have is the number of kinds its program needs; which of them teaches the rest is a choice a
naive planner gets wrong. Rooms likewise.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, permutations

from benchmarks.class_time import ClassTime, Stretch, day_bits, day_number
from scheduler.domain.clock import Quarter, quarters
from scheduler.domain.problem import Module

DAY_LIMIT, WEEK_LIMIT = quarters(8), quarters(40)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of instructor: what each of them teaches, and what some of them teach as well."""

    name: str
    always: frozenset[str]
    sometimes: frozenset[str] = frozenset()


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLASSROOM = Kind(
    "CLASS",
    _codes("C01 C03 C04 C05 C12 T01 T02 T03 T04 T06 T12 T13 T14 P01 P02 P03"),
    _codes("C02 C10 T08"),
)
MILL = Kind("MILL", _codes("C02 C06 C08 C10 C11"), _codes("C01 C05 C12"))
LATHE = Kind("LATHE", _codes("C07 C09 C11"), _codes("C02 C10 C12"))
MACHINIST = Kind("MACH", MILL.always | LATHE.always, _codes("C01 C05"))
MECHANIC = Kind("MECH", _codes("T05 T07 T08 T09 T10 T11 T14 P04"), _codes("T04 T12 T13 P02"))
KINDS = {kind.name: kind for kind in (CLASSROOM, MILL, LATHE, MACHINIST, MECHANIC)}


@dataclass(slots=True)
class Person:
    """An instructor while the schedule is being planted."""

    id: str
    kind: str
    teaches: frozenset[str]
    campuses: tuple[str, ...]
    day_limit: Quarter = DAY_LIMIT
    week_limit: Quarter = WEEK_LIMIT
    busy: int = 0
    days: dict[str, int] = field(default_factory=dict)
    load: dict[int, Quarter] = field(default_factory=dict)

    def is_free(self, campus: str, part: Stretch, time: ClassTime) -> bool:
        """Whether they can take a stretch of a cohort's class time on a campus, loads included.

        All of the cohort's class time that day and week that they could take counts as theirs, so
        that the answer does not depend on what else they teach the same cohort.
        """
        if self.busy & part.quarters:
            return False
        if any(days & part.days for other, days in self.days.items() if other != campus):
            return False
        return all(self._has_room(monday, time.weeks[monday] & ~self.busy) for monday in part.mondays)

    def take(self, campus: str, part: Stretch) -> None:
        """Give them a stretch of class time to teach."""
        self.busy |= part.quarters
        self.days[campus] = self.days.get(campus, 0) | part.days
        for piece in part.pieces:
            day = day_number(piece.date)
            self.load[day] = self.load.get(day, 0) + piece.length

    def _has_room(self, monday: int, more: int) -> bool:
        loads = [self.load.get(day, 0) for day in range(monday, monday + 7)]
        days = [(more & day_bits(day)).bit_count() for day in range(monday, monday + 7)]
        longest = max((load + extra for load, extra in zip(loads, days, strict=True) if extra), default=0)
        return longest <= self.day_limit and sum(loads) + sum(days) <= self.week_limit


@dataclass(slots=True)
class Lab:
    """A room while the schedule is being planted."""

    id: str
    types: tuple[str, ...]
    campus: str
    busy: int = 0
    largest: int = 0


def teams(people: list[Person], module: Module) -> Iterator[tuple[Person, ...]]:
    """Yield who of a cohort's people may hold a module, as many at once as it needs."""
    able = [person for person in people if module.id in person.teaches]
    yield from combinations(able, module.instructors)


def suites(labs: list[Lab], module: Module) -> Iterator[tuple[Lab, ...]]:
    """Yield the rooms of a cohort that serve a module, one for each type it needs."""
    for chosen in permutations(labs, len(module.room_types)):
        if all(kind in lab.types for kind, lab in zip(module.room_types, chosen, strict=True)):
            yield chosen
