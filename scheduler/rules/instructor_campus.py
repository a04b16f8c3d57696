"""An instructor teaches only on their campuses, and never on two campuses the same day."""

from collections.abc import Iterator, Sequence

from scheduler.domain.clock import day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import InstructorId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Instructor
from scheduler.domain.schedule import Schedule, Session, grouped, when
from scheduler.rules.wording import also_on, listed, several

CODE = "instructor-campus"


def admits_instructor(problem: Problem, cohort: Cohort, module: Module, instructor: Instructor) -> bool:
    """Whether the instructor teaches on the cohort's campus; blank on either side fits everywhere."""
    return not cohort.campus or not instructor.campuses or cohort.campus in instructor.campuses


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield who teaches on a campus that is not theirs, and who on two campuses in one day."""
    for who, sessions in schedule.by_instructor.items():
        yield from _elsewhere(problem, problem.instructors[who], sessions)
        yield from _two_campuses(problem, who, sessions)


def _elsewhere(problem: Problem, person: Instructor, sessions: Sequence[Session]) -> Iterator[Finding]:
    for (cohort_id, module), held in grouped(((s.cohort, s.module), s) for s in sessions).items():
        cohort = problem.cohorts[cohort_id]
        if not admits_instructor(problem, cohort, problem.module(cohort_id, module), person):
            yield Finding(
                rule=CODE,
                what=f"{person.id} teaches only on {listed(sorted(person.campuses))}, "
                f"but has {several(held)} on {cohort.campus}.",
                todo=f"Choose someone who teaches on {cohort.campus}, or add it to the person's Campuses.",
                sessions=held,
                column="Instructor",
            )


def _two_campuses(problem: Problem, who: InstructorId, sessions: Sequence[Session]) -> Iterator[Finding]:
    """Yield the days on two campuses, those on the same campuses together; a blank campus does not count."""
    days: dict[tuple[str, ...], list[dict[str, Session]]] = {}
    for held in grouped((session.date, session) for session in sessions).values():
        first = {campus: s for s in reversed(held) if (campus := problem.cohorts[s.cohort].campus)}
        if len(first) > 1:
            days.setdefault(tuple(sorted(first)), []).append(first)
    for campuses, visits in days.items():
        taught = sorted((s for visit in visits for s in visit.values()), key=when)
        both = dict.fromkeys(f"{s.cohort} {s.module}" for s in taught if s.date == taught[0].date)
        yield Finding(
            rule=CODE,
            what=f"{who} teaches on {listed(campuses)} on {day(taught[0].date)}"
            f"{also_on(s.date for s in taught)}: {listed(both)}.",
            todo="Give one of them to someone else, or move it to another day.",
            sessions=tuple(taught),
            column="Instructor",
        )
