"""Campuses being planted: who works there, what rooms there are, and the cohorts put in so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from benchmarks import college_year
from benchmarks.class_time import ClassTime
from benchmarks.planting import Placed, crews, needed_kinds, needed_types, packed, smallest_cover, take
from benchmarks.staffing import KINDS, Lab, Person
from scheduler.domain.calendar import class_blocks
from scheduler.domain.ids import CohortId, PatternId
from scheduler.domain.problem import EVERY_DAY, Closure, Cohort, Pattern, Problem, Program, Settings

FIRST_MONDAY = date(2026, 8, 10)
PATTERN_SHARES = ("FT", "FT", "FT", "AM", "AM", "AM", "PM", "PM", "EVE", "EVE5")
TRIES = 150


@dataclass(frozen=True, slots=True)
class Site:
    """What a campus is to have: programs in turn, kinds of instructors and rooms, cohorts."""

    campus: str
    programs: tuple[str, ...]
    kinds: tuple[str, ...]
    labs: tuple[str, ...]
    cohorts: int


@dataclass(slots=True)
class Field:
    """All that has been planted."""

    programs: dict[str, Program]
    patterns: dict[PatternId, Pattern]
    closures: list[Closure]
    chance: Random
    weeks: int
    people: list[Person] = field(default_factory=list)
    labs: list[Lab] = field(default_factory=list)
    cohorts: dict[CohortId, Cohort] = field(default_factory=dict)
    placed: dict[CohortId, list[Placed]] = field(default_factory=dict)
    chosen: dict[CohortId, PatternId] = field(default_factory=dict)

    def add_person(self, kind: str, campuses: tuple[str, ...]) -> None:
        """Hire another instructor of a kind."""
        extra = {code for code in sorted(KINDS[kind].sometimes) if self.chance.random() < 0.5}
        code = f"I{len(self.people) + 1:03d}"
        self.people.append(Person(code, kind, KINDS[kind].always | extra, campuses))

    def add_lab(self, types: str, campus: str) -> None:
        """Open another room that has these types."""
        kinds = tuple(types.split())
        number = sum(lab.campus == campus for lab in self.labs) + 1
        self.labs.append(Lab(f"{campus}-{'/'.join(kinds)}-{number}", kinds, campus))


def cultivate(site: Site, plot: Field) -> None:
    """Plant all cohorts of a campus; where one does not fit, take on one more person or room."""
    for number in range(1, site.cohorts + 1):
        program = plot.programs[site.programs[(number - 1) % len(site.programs)]]
        cohort = Cohort(
            id=CohortId(f"{site.campus}-{program.id}-{number}"),
            program=program.id,
            campus=site.campus,
            students=plot.chance.randint(8, 18),
            patterns=(),
            earliest_start=FIRST_MONDAY,
        )
        _local_closure(cohort, plot)
        while not _plant(cohort, program, plot):
            _expand(site, program, plot)


@dataclass(frozen=True, slots=True)
class Sown:
    """How a cohort was planted: its pattern and first day among its possible class times."""

    program: Program
    times: dict[PatternId, ClassTime]
    pattern: PatternId
    first: date

    def finish(self, pattern: PatternId, first: date) -> date:
        """Give the date a cohort would finish if it started then and never waited."""
        time, length = self.times[pattern], self.program.length
        position = time.first_on(first)
        if position is None or position + length > time.length:
            return date.max
        return time.date_of(position + length - 1)


def _plant(cohort: Cohort, program: Program, plot: Field) -> bool:
    chance = plot.chance
    times = {pattern: class_time(cohort, pattern, plot) for pattern in plot.patterns}
    drawn = crews(program, cohort.campus, plot.people, plot.labs, chance)
    for _ in range(TRIES):
        pattern = PatternId(chance.choice(PATTERN_SHARES))
        days = 7 * chance.randint(0, plot.weeks) + chance.choice((0, 0, 0, 1, 2))
        sown = Sown(program, times, pattern, FIRST_MONDAY + timedelta(days=days))
        start = times[pattern].first_on(sown.first)
        placed = start is not None and packed(program, times[pattern], start, next(drawn), chance)
        if placed:
            take(placed, cohort.campus, cohort.students)
            plot.placed[cohort.id], plot.chosen[cohort.id] = placed, pattern
            plot.cohorts[cohort.id] = _with_choices(_dated(cohort, sown, chance), sown, chance)
            return True
    return False


def _dated(cohort: Cohort, sown: Sown, chance: Random) -> Cohort:
    """Give a cohort dates such that starting on the planted day ends earliest."""
    first, finish = sown.first, sown.finish(sown.pattern, sown.first)
    earliest, latest, days = first, None, EVERY_DAY
    style = chance.choice(("exact", "weekday", "window", "window"))
    if style == "weekday":
        earliest, days = first - timedelta(days=chance.randint(1, 4)), frozenset({first.weekday()})
    if style == "window":
        latest = first + timedelta(days=chance.choice((7, 14, 21)))
        days = chance.choice((EVERY_DAY, frozenset({first.weekday()})))
    return replace(
        cohort,
        earliest_start=earliest,
        latest_start=latest,
        start_days=days,
        finish_by=chance.choice((None, finish, finish + timedelta(days=chance.randint(1, 20)))),
        max_idle_days=chance.choice((0, 0, 0, 2, 5)),
        aided=sown.program.min_weeks > 0 and chance.random() < 0.7,
    )


def _with_choices(cohort: Cohort, sown: Sown, chance: Random) -> Cohort:
    """Give some cohorts a second pattern to choose from, one that ends no earlier."""
    patterns = [sown.pattern]
    other = PatternId(chance.choice(PATTERN_SHARES))
    starts = list(
        sown.times[other].starts(cohort.earliest_start, cohort.latest_start or date.max, cohort.start_days)
    )
    ends = [sown.finish(other, first) for first in (starts if cohort.latest_start else starts[:1])]
    best = sown.finish(sown.pattern, sown.first)
    if other != sown.pattern and ends and min(ends) >= best and chance.random() < 0.7:
        patterns.append(other)
    chance.shuffle(patterns)
    return replace(cohort, patterns=tuple(patterns))


def class_time(cohort: Cohort, pattern: PatternId, plot: Field) -> ClassTime:
    """Give a cohort's class time in a pattern."""
    return ClassTime(class_blocks(skeleton(plot), cohort, plot.patterns[pattern]))


def skeleton(plot: Field) -> Problem:
    """Give the problem as far as the calendar goes."""
    return Problem(
        settings=Settings(plan_from=college_year.FIRST, plan_to=college_year.LAST),
        patterns=plot.patterns,
        programs={},
        cohorts={},
        instructors={},
        rooms={},
        closures=tuple(plot.closures),
    )


def _local_closure(cohort: Cohort, plot: Field) -> None:
    if plot.chance.random() < 0.15:
        when = FIRST_MONDAY + timedelta(days=7 * plot.chance.randint(3, 20) + plot.chance.randint(0, 3))
        plot.closures.append(Closure(first=when, last=when, cohort=cohort.id, note="Plant visit"))


def _expand(site: Site, program: Program, plot: Field) -> None:
    """Add one more of what is used most of all that the program needs."""
    people = [person for person in plot.people if site.campus in person.campuses]
    labs = [lab for lab in plot.labs if lab.campus == site.campus]
    kinds = smallest_cover(sorted({person.kind for person in people}), needed_kinds(program))
    types = smallest_cover(sorted({" ".join(lab.types) for lab in labs}), needed_types(program, labs))
    staff = {kind: _use([p.busy for p in people if p.kind == kind]) for kind in kinds}
    rooms = {kind: _use([lab.busy for lab in labs if " ".join(lab.types) == kind]) for kind in types}
    if max(staff.values()) >= max(rooms.values()) or plot.chance.random() < 0.3:
        plot.add_person(max(staff, key=lambda kind: staff[kind]), (site.campus,))
    else:
        plot.add_lab(max(rooms, key=lambda kind: rooms[kind]), site.campus)


def _use(calendars: Sequence[int]) -> float:
    return sum(busy.bit_count() for busy in calendars) / len(calendars)
