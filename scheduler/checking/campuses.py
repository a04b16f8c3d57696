"""Cohorts on a campus that does not exist: no room is there and nobody teaches there."""

from collections.abc import Iterator

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Problem
from scheduler.rules import instructor_campus, room_type
from scheduler.rules.wording import did_you_mean


def nowhere(problem: Problem) -> tuple[Cohort, ...]:
    """Give the cohorts whose campus no room and no instructor names, so that they lack one of them."""
    named = set(_named(problem))
    cohorts = problem.cohorts.values()
    return tuple(
        cohort
        for cohort in cohorts
        if cohort.campus and cohort.campus not in named and not _served(problem, cohort)
    )


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield one finding for each cohort that is nowhere, with what its campus may be a slip of."""
    for cohort in nowhere(problem):
        slip = did_you_mean(cohort.campus, _named(problem))
        yield Finding(
            rule=instructor_campus.CODE if _rooms(problem, cohort) else room_type.CODE,
            what=f"{cohort.id} is on campus {cohort.campus}, which no room and nobody's Campuses name.{slip}",
            todo="Correct Campus, or add the campus to Rooms and to the Campuses of Instructors.",
            where=problem.cell("Cohorts", cohort.row, "Campus"),
        )


def _named(problem: Problem) -> tuple[str, ...]:
    rooms = (room.campus for room in problem.rooms.values() if room.campus)
    people = (campus for person in problem.instructors.values() for campus in sorted(person.campuses))
    return tuple(dict.fromkeys((*rooms, *people)))


def _rooms(problem: Problem, cohort: Cohort) -> bool:
    return any(room_type.on_campus(cohort, room) for room in problem.rooms.values())


def _served(problem: Problem, cohort: Cohort) -> bool:
    """Whether rooms and people without a campus, who are everywhere, are there for it."""
    people = any(not person.campuses for person in problem.instructors.values())
    return people and _rooms(problem, cohort)
