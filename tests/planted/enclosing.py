"""Close a problem around its planted schedule: who may teach, when, how much, and what is pinned."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.tightening import per_day, per_week

from scheduler.domain.clock import QUARTERS_PER_DAY, monday
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, ResourceId
from scheduler.domain.problem import Pin, Problem, Program
from scheduler.domain.resources import Absence, Instructor, Qualification, Window
from scheduler.domain.schedule import Schedule, Session


def closed_around(problem: Problem, schedule: Schedule, chance: Random) -> Problem:
    """Give the problem with qualifications, loads, windows, absences, pins and weeks that hold."""
    taught = {who: list(schedule.by_instructor.get(who, ())) for who in problem.instructors}
    used: dict[ResourceId, list[Session]] = dict(taught.items())
    used |= {where: list(schedule.by_room.get(where, ())) for where in problem.rooms}
    return replace(
        problem,
        settings=replace(problem.settings, weights=chance.choice(({}, {}, {"preference": 1.0}))),
        programs={
            code: _weeks(program, problem, schedule, chance) for code, program in problem.programs.items()
        },
        instructors={who: _capped(problem.instructors[who], taught[who], chance) for who in taught},
        qualifications=tuple(_qualifications(problem, schedule, chance)),
        windows=tuple(window for who, held in used.items() for window in _windows(who, held, chance)),
        absences=tuple(
            absence for who, held in used.items() for absence in _absences(who, held, problem, chance)
        ),
        pins=tuple(_pins(schedule, chance)),
    )


def _weeks(program: Program, problem: Problem, schedule: Schedule, chance: Random) -> Program:
    weeks = [
        len({monday(session.date) for session in schedule.by_cohort[cohort.id]})
        for cohort in problem.cohorts.values()
        if cohort.program == program.id and cohort.aided
    ]
    return replace(program, min_weeks=chance.choice((0, min(weeks, default=0))))


def _capped(person: Instructor, held: list[Session], chance: Random) -> Instructor:
    day, week = max(per_day(held).values(), default=4), max(per_week(held).values(), default=8)
    return replace(
        person,
        max_per_day=chance.choice((None, None, day, day + 2)),
        max_per_week=chance.choice((None, None, week, week + 5)),
    )


def _qualifications(problem: Problem, schedule: Schedule, chance: Random) -> Iterator[Qualification]:
    last: dict[tuple[InstructorId, ProgramId, ModuleId], date] = {}
    for session in schedule.sessions:
        for who in session.instructors:
            key = (who, problem.cohorts[session.cohort].program, session.module)
            last[key] = max(last.get(key, session.date), session.date)
    for who in problem.instructors:
        for program in problem.programs.values():
            for module in program.modules:
                yield from _qualification(who, program.id, module.id, last, chance)
            if chance.random() < 0.2:
                yield Qualification(instructor=who, program=program.id)


def _qualification(
    who: InstructorId,
    program: ProgramId,
    module: ModuleId,
    last: dict[tuple[InstructorId, ProgramId, ModuleId], date],
    chance: Random,
) -> Iterator[Qualification]:
    used = last.get((who, program, module))
    if used is None and chance.random() < 0.8:
        return
    until = (used or date(2026, 1, 12)) + timedelta(days=chance.randint(0, 10))
    yield Qualification(
        instructor=who,
        program=program,
        module=module,
        valid_until=until if chance.random() < 0.4 else None,
        preference=chance.choice((0, 0, 0, -2, 1)),
    )


def _windows(who: ResourceId, held: list[Session], chance: Random) -> Iterator[Window]:
    if not held or chance.random() < 0.75:
        return
    if chance.random() < 0.5:
        start, end = min(session.start for session in held), max(session.end for session in held)
        yield Window(
            who=who, days=frozenset(session.date.weekday() for session in held), start=start, end=end
        )
        return
    for day in sorted({session.date.weekday() for session in held}):
        same = [session for session in held if session.date.weekday() == day]
        start, end = min(session.start for session in same), max(session.end for session in same)
        yield Window(who=who, days=frozenset({day}), start=start, end=end)


def _absences(who: ResourceId, held: list[Session], problem: Problem, chance: Random) -> Iterator[Absence]:
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        first = problem.settings.plan_from + timedelta(days=chance.randint(0, 30))
        last = first + timedelta(days=chance.choice((0, 0, 1, 4)))
        start, end = chance.choice(((0, QUARTERS_PER_DAY), (32, 40), (50, 58)))
        if not any(first <= s.date <= last and s.start < end and start < s.end for s in held):
            yield Absence(who=who, first=first, last=last, start=start, end=end)


def _pins(schedule: Schedule, chance: Random) -> Iterator[Pin]:
    for (cohort, module), sessions in schedule.by_placement.items():
        if chance.random() < 0.1:
            first = sessions[0]
            when = chance.choice((None, None, first.date))
            yield Pin(
                cohort=cohort,
                module=module,
                date=when,
                start=first.start if when and chance.random() < 0.5 else None,
                instructors=first.instructors if chance.random() < 0.5 else (),
                rooms=first.rooms if chance.random() < 0.3 else (),
                reason=chance.choice(("", "Agreed")),
            )
