"""Make a planted instance tight and lifelike without touching the planted schedule.

Qualifications run out, people are away, rooms are serviced, loads are capped and some
placements are pinned, all around what was planted; so the planted schedule still breaks no rule,
and nothing here could make a better one possible.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.alternatives import Diary, unneeded
from scheduler.domain.clock import Quarter, monday, quarters
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, ResourceId
from scheduler.domain.problem import Pin, Problem
from scheduler.domain.resources import Absence, Instructor, Qualification, Window
from scheduler.domain.schedule import Schedule, Session

BEFORE = timedelta(days=30)
EVENING, LATEST = quarters(16), quarters(22)
MOST_ABSENCES = 25


def tightened(problem: Problem, schedule: Schedule, chance: Random) -> tuple[Problem, Schedule]:
    """Give the problem with all that makes it tight, and the schedule unchanged."""
    problem = replace(problem, qualifications=tuple(_expiring(problem, schedule, chance)))
    problem = replace(problem, windows=tuple(_windows(problem, schedule, chance)))
    problem = replace(problem, instructors=_capped(problem, schedule, chance))
    problem = replace(problem, pins=tuple(_pins(schedule, chance)))
    return replace(problem, absences=tuple(_absences(problem, schedule, chance))), schedule


def _expiring(problem: Problem, schedule: Schedule, chance: Random) -> Iterator[Qualification]:
    last: dict[tuple[InstructorId, ProgramId, ModuleId], date] = {}
    for session in schedule.sessions:
        for person in session.instructors:
            key = (person, problem.cohorts[session.cohort].program, session.module)
            last[key] = max(last.get(key, session.date), session.date)
    for row in problem.qualifications:
        if row.module is None:
            yield row
            continue
        used = last.get((row.instructor, row.program, row.module))
        until = _valid_until(problem, used, chance)
        yield replace(row, valid_until=until, preference=chance.choice((0, 0, 0, -1, 1, 2)))
    yield from _outranked(problem)


def _valid_until(problem: Problem, used: date | None, chance: Random) -> date | None:
    """Let some qualifications end soon after they were last needed, and some that were not, earlier."""
    draw = chance.random()
    if used:
        return used + timedelta(days=chance.randint(0, 20)) if draw < 0.3 else None
    return problem.settings.plan_from + timedelta(days=chance.randint(-30, 200)) if draw < 0.4 else None


def _outranked(problem: Problem) -> Iterator[Qualification]:
    """Yield authorizations for a whole program whose own rows for some modules ran out."""
    program = problem.programs[ProgramId("CPT-160")]
    for person in list(problem.instructors)[::3]:
        rows = {row.module for row in problem.qualifications if row.instructor == person}
        if ModuleId("P04") in rows:
            yield Qualification(instructor=person, program=program.id)
            for module in program.modules:
                if module.id not in rows:
                    yield Qualification(
                        instructor=person,
                        program=program.id,
                        module=module.id,
                        valid_until=problem.settings.plan_from - BEFORE,
                    )


def _windows(problem: Problem, schedule: Schedule, chance: Random) -> Iterator[Window]:
    for person in problem.instructors:
        sessions = schedule.by_instructor.get(person, ())
        if not sessions or chance.random() < 0.4:
            continue
        if all(session.start >= EVENING for session in sessions):
            yield Window(who=person, days=frozenset(range(4)), start=EVENING, end=LATEST)
        elif all(session.end <= EVENING for session in sessions):
            yield Window(who=person, days=frozenset(range(5)), start=quarters(7.5), end=EVENING)
    for room in list(problem.rooms)[::7]:
        yield Window(who=room, days=frozenset(range(6)), start=quarters(7), end=LATEST)


def _capped(problem: Problem, schedule: Schedule, chance: Random) -> dict[InstructorId, Instructor]:
    capped = {}
    for person in problem.instructors.values():
        sessions = schedule.by_instructor.get(person.id, ())
        day = max(per_day(sessions).values(), default=quarters(8))
        week = max(per_week(sessions).values(), default=quarters(40))
        capped[person.id] = replace(
            person,
            max_per_day=day if chance.random() < 0.5 else quarters(8),
            max_per_week=week if chance.random() < 0.4 else quarters(40),
        )
    return capped


def per_day(sessions: Iterable[Session]) -> Counter[date]:
    """Sum the quarters of sessions by date."""
    return _summed((session.date, session.length) for session in sessions)


def per_week(sessions: Iterable[Session]) -> Counter[date]:
    """Sum the quarters of sessions by week, each under its Monday."""
    return _summed((monday(session.date), session.length) for session in sessions)


def _summed(lengths: Iterable[tuple[date, Quarter]]) -> Counter[date]:
    total: Counter[date] = Counter()
    for when, length in lengths:
        total[when] += length
    return total


def _pins(schedule: Schedule, chance: Random) -> Iterator[Pin]:
    for (cohort, module), sessions in schedule.by_placement.items():
        if chance.random() > 0.03:
            continue
        first, style = sessions[0], chance.choice(("date", "moment", "instructor", "room"))
        yield Pin(
            cohort=cohort,
            module=module,
            date=first.date if style in {"date", "moment"} else None,
            start=first.start if style == "moment" else None,
            instructors=first.instructors if style == "instructor" else (),
            rooms=first.rooms if style == "room" else (),
            reason=f"Agreed beforehand ({style})",
        )


def _absences(problem: Problem, schedule: Schedule, chance: Random) -> Iterator[Absence]:
    """Yield absences that take away most of what could step in for a planted placement."""
    diary = Diary(problem, schedule)
    given: Counter[ResourceId] = Counter()
    for sessions in schedule.by_placement.values():
        for who in unneeded(problem, diary, sessions):
            if given[who] < MOST_ABSENCES and chance.random() < 0.85:
                absence = _absence(diary, who, sessions, chance)
                diary.block(absence)
                given[who] += 1
                yield absence


def _absence(diary: Diary, who: ResourceId, sessions: tuple[Session, ...], chance: Random) -> Absence:
    """Give an absence during some of these sessions, the whole day if nothing else is planned on it."""
    reason = "Training" if who.startswith("I") else "Service"
    first = chance.choice(sessions)
    if not diary.is_idle_on(who, first.date):
        start, end = first.start, first.end
        return Absence(who=who, first=first.date, last=first.date, start=start, end=end, reason=reason)
    last, days = first.date, chance.randint(0, 6)
    while (last - first.date).days < days and diary.is_idle_on(who, last + timedelta(days=1)):
        last += timedelta(days=1)
    return Absence(who=who, first=first.date, last=last, reason=reason)
