"""Planted instances made worse: short of people, disturbed after planning, or impossible.

Of these no best score is known; what is known is how they came about.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from random import Random

from benchmarks.generator import Planted
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import Closure, Pin, Problem
from scheduler.domain.resources import Absence

DISTURBANCES = ("absence", "room closed", "cohort grows", "college closed")


def short_handed(instance: Planted, seed: int = 0) -> Problem:
    """Take away one instructor or room in ten."""
    problem = instance.problem
    chance = Random(f"short-{instance.name}-{seed}")
    everyone: list[ResourceId] = [*problem.instructors, *problem.rooms]
    return without(problem, chance.sample(everyone, max(1, len(everyone) // 10)))


def without(problem: Problem, gone: Iterable[ResourceId]) -> Problem:
    """Take these people and rooms out of a problem, with all that is said about them."""
    left = set(gone)
    return replace(
        problem,
        instructors={who: person for who, person in problem.instructors.items() if who not in left},
        rooms={where: room for where, room in problem.rooms.items() if where not in left},
        qualifications=tuple(row for row in problem.qualifications if row.instructor not in left),
        windows=tuple(row for row in problem.windows if row.who not in left),
        absences=tuple(row for row in problem.absences if row.who not in left),
        pins=tuple(pin for pin in problem.pins if not left.intersection((*pin.instructors, *pin.rooms))),
    )


def disturbed(instance: Planted, kind: str = "absence", seed: int = 0) -> Problem:
    """Let something happen after the planted schedule was made, which becomes the one to repair.

    Raises
    ------
    ValueError
        If there is no disturbance of that kind.
    """
    chance = Random(f"disturbed-{instance.name}-{kind}-{seed}")
    problem = replace(instance.problem, previous=instance.schedule)
    session = chance.choice(instance.schedule.sessions)
    if kind == "absence":
        away = Absence(who=session.instructors[0], first=session.date, last=session.date + timedelta(days=6))
        return replace(problem, absences=(*problem.absences, away))
    if kind == "room closed":
        where = chance.choice([s for s in instance.schedule.sessions if s.rooms]).rooms[0]
        shut = Absence(who=where, first=session.date, last=session.date + timedelta(days=13))
        return replace(problem, absences=(*problem.absences, shut))
    if kind == "cohort grows":
        cohort = problem.cohorts[session.cohort]
        grown = replace(cohort, students=cohort.students + 2)
        return replace(problem, cohorts={**problem.cohorts, cohort.id: grown})
    if kind == "college closed":
        storm = Closure(first=session.date, last=session.date + timedelta(days=1), note="Storm")
        return replace(problem, closures=(*problem.closures, storm))
    raise ValueError(f"no disturbance {kind!r}; there are {', '.join(DISTURBANCES)}")


def over_constrained(instance: Planted, seed: int = 0) -> Problem:
    """Make an instance impossible in three ways at once.

    Nobody may teach one module any more, one cohort has too few days left before Plan to, and two
    cohorts are pinned to one room at one time.
    """
    problem = instance.problem
    chance = Random(f"impossible-{instance.name}-{seed}")
    module = chance.choice(instance.schedule.sessions).module
    late = chance.choice(list(problem.cohorts))
    start = problem.settings.plan_to - timedelta(days=28)
    moved = replace(
        problem.cohorts[late], earliest_start=start, latest_start=start + timedelta(days=7), finish_by=None
    )
    return replace(
        problem,
        qualifications=tuple(row for row in problem.qualifications if row.module != module),
        cohorts={**problem.cohorts, late: moved},
        pins=(*problem.pins, *_clashing(instance)),
    )


def _clashing(instance: Planted) -> tuple[Pin, ...]:
    """Pin the last module of one cohort to the time and room of another's."""
    placements = list(instance.schedule.by_placement.items())
    first = placements[0][1][0]
    cohort, module = placements[-1][0]
    here = Pin(
        cohort=first.cohort, module=first.module, date=first.date, start=first.start, rooms=first.rooms
    )
    return here, replace(here, cohort=cohort, module=module, reason="Double booked")
