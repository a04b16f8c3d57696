"""A schedule of the sample department in which each cohort has its own best.

Found by dealing cohorts into the calendars in random order with random crews; about one deal in
three hundred works out, which is how tight the department is.
"""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from benchmarks.bounds import is_ever_in, lower_bound
from benchmarks.class_time import ClassTime, day_number
from benchmarks.department import CAMPUS, STAFF, problem
from benchmarks.generator import sessions
from benchmarks.planting import Crew, Placed, packed, take
from benchmarks.staffing import Lab, Person
from scheduler.domain.availability import blocked_days
from scheduler.domain.calendar import class_blocks
from scheduler.domain.clock import QUARTERS_PER_DAY, quarters
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, ResourceId
from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.resources import Room
from scheduler.domain.schedule import Schedule

FIRST_THAT_WORKS = 104


def planted(seed: int = FIRST_THAT_WORKS) -> tuple[Schedule, float]:
    """Give a schedule in which each cohort has its own best, and the score of such a schedule.

    Raises
    ------
    ValueError
        If this seed does not lead to one.
    """
    department = problem()
    schedule = attempt(department, Random(seed))
    if schedule is None:
        raise ValueError(f"seed {seed} gives no schedule in which each cohort has its own best")
    return schedule, lower_bound(department)


def attempt(department: Problem, chance: Random) -> Schedule | None:
    """Deal the cohorts out in random order; give None as soon as one cannot have its own best."""
    people = [_person(department, person) for person in department.instructors]
    labs = [_lab(department, room) for room in department.rooms.values()]
    found: dict[CohortId, list[Placed]] = {}
    for cohort in sorted(department.cohorts.values(), key=lambda _: chance.random()):
        placed = _placed(department, cohort, people, labs, chance)
        if placed is None:
            return None
        take(placed, CAMPUS, cohort.students)
        found[cohort.id] = placed
    chosen = {cohort.id: cohort.patterns[0] for cohort in department.cohorts.values()}
    return Schedule(
        sessions=tuple(s for cohort, placed in found.items() for p in placed for s in sessions(cohort, p)),
        patterns=chosen,
    )


def _placed(
    department: Problem, cohort: Cohort, people: list[Person], labs: list[Lab], chance: Random
) -> list[Placed] | None:
    program = department.programs[cohort.program]
    time = ClassTime(class_blocks(department, cohort, department.patterns[cohort.patterns[0]]))
    first = time.first_on(cohort.earliest_start)
    able = [person for person in people if is_ever_in(department, cohort, department.instructors[person.id])]
    codes = {module.id for module in program.modules}
    crews = [Crew(CAMPUS, list(team), labs) for team in smallest_teams(able, codes)]
    chance.shuffle(crews)
    for crew in crews if first is not None else ():
        fitting = Crew(CAMPUS, crew.people, _one_of_each(labs, cohort.students, chance))
        found = packed(
            program, time, first or 0, fitting, chance, admits=lambda way: _admits(department, cohort, way)
        )
        if found:
            return found
    return None


def smallest_teams(people: Sequence[Person], codes: set[ModuleId]) -> list[tuple[Person, ...]]:
    """Give the smallest groups of people who can hold all these modules between them."""
    for size in range(1, len(people) + 1):
        teams = [
            team
            for team in combinations(people, size)
            if codes <= {code for person in team for code in person.teaches}
        ]
        if teams:
            return teams
    return []


def _one_of_each(labs: Sequence[Lab], students: int, chance: Random) -> list[Lab]:
    kinds: dict[tuple[str, ...], list[Lab]] = {}
    for lab in labs:
        if lab.largest >= students:
            kinds.setdefault(lab.types, []).append(lab)
    return [chance.choice(alike) for alike in kinds.values()]


def _admits(department: Problem, cohort: Cohort, way: Placed) -> bool:
    """Whether nobody's qualification runs out before a module ends, and a pin is kept."""
    last = way.part.pieces[-1].date
    for person in way.people:
        held = department.qualification(InstructorId(person.id), way.module)
        if held is None or (held.valid_until and held.valid_until < last):
            return False
    pins = [p for p in department.pins if (p.cohort, p.module) == (cohort.id, way.module.id)]
    return all(
        pin.date in (None, way.part.pieces[0].date)
        and set(pin.rooms) <= {lab.id for lab in way.labs}
        and set(pin.instructors) <= {person.id for person in way.people}
        for pin in pins
    )


def _person(department: Problem, code: InstructorId) -> Person:
    teaches = frozenset(str(row.module) for row in department.qualifications if row.instructor == code)
    _, day, week = STAFF[code]
    return Person(
        code, code, teaches, (CAMPUS,), quarters(day), quarters(week), busy=_blocked(department, code)
    )


def _lab(department: Problem, room: Room) -> Lab:
    types = tuple(sorted(room.types))
    return Lab(room.id, types, CAMPUS, busy=_blocked(department, room.id), largest=room.capacity)


def _blocked(department: Problem, who: ResourceId) -> int:
    days = blocked_days(department, who).items()
    return sum(bits << (day_number(when) * QUARTERS_PER_DAY) for when, bits in days)
