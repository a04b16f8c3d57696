"""Tiny problems with a planted schedule: ``tiny(chance)`` draws everything the contract allows.

The schedule is laid first, people and rooms are put where they are free, or are taken on; then
the problem is closed around it. So it breaks no rule, and all its hours are placed and staffed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations, permutations
from random import Random

from planted import curricula, enclosing
from planted.laying import Piece, by_module, laid, order
from scheduler.domain.calendar import class_blocks
from scheduler.domain.ids import CohortId, InstructorId, PatternId, RoomId
from scheduler.domain.problem import EVERY_DAY, Closure, Cohort, Module, Problem, Settings
from scheduler.domain.resources import Instructor, Room
from scheduler.domain.schedule import Schedule, Session

FIRST, LAST = date(2026, 1, 5), date(2026, 5, 29)
CAMPUSES = ("", "", "North", "South")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What may be drawn: tracks, daily limits, idle days, at most so many cohorts, short programs."""

    tracks: bool = True
    limits: bool = True
    idle_days: bool = True
    cohorts: int = 4
    short: bool = False


@dataclass(slots=True)
class Draft:
    """A problem and its schedule while they are being made."""

    problem: Problem
    chance: Random
    sessions: list[Session] = field(default_factory=list)
    chosen: dict[CohortId, PatternId] = field(default_factory=dict)
    places: dict[tuple[InstructorId, date], str] = field(default_factory=dict)


def tiny(chance: Random, features: Features | None = None) -> tuple[Problem, Schedule]:
    """Give a problem of one to four cohorts and the schedule planted in it."""
    wanted = features or Features()
    draft = Draft(_frame(chance, wanted), chance)
    for number in range(1, chance.randint(1, wanted.cohorts) + 1):
        _add_cohort(draft, CohortId(f"K{number}"), wanted)
    schedule = Schedule(sessions=tuple(draft.sessions), patterns=draft.chosen)
    if wanted.short:
        _end_soon(draft)
    return enclosing.closed_around(draft.problem, schedule, chance), schedule


def _end_soon(draft: Draft) -> None:
    """End the plan a few days after the last planted session."""
    last = max(session.date for session in draft.sessions) + timedelta(days=draft.chance.randint(0, 4))
    draft.problem = replace(draft.problem, settings=replace(draft.problem.settings, plan_to=last))


def _frame(chance: Random, wanted: Features) -> Problem:
    programs = [
        curricula.program(code, chance, tracks=wanted.tracks, limits=wanted.limits, short=wanted.short)
        for code in ("P", "Q")[: chance.randint(1, 2)]
    ]
    return Problem(
        settings=Settings(plan_from=FIRST, plan_to=LAST),
        patterns=curricula.patterns(tracks=wanted.tracks, short=wanted.short),
        programs={program.id: program for program in programs},
        cohorts={},
        instructors={},
        rooms={},
        closures=tuple(_closures(chance)),
    )


def _closures(chance: Random) -> Iterator[Closure]:
    for _ in range(chance.randint(0, 3)):
        first = FIRST + timedelta(days=chance.randint(0, 25))
        last = first + timedelta(days=chance.choice((0, 0, 1, 4)))
        campus = chance.choice(CAMPUSES)
        until = chance.choice((None, None, 40, 56))
        yield Closure(first=first, last=last, campus=campus, until=until)


def _add_cohort(draft: Draft, name: CohortId, wanted: Features) -> None:
    chance, problem = draft.chance, draft.problem
    program = chance.choice(list(problem.programs.values()))
    pattern = chance.choice(list(problem.patterns.values()))
    cohort = Cohort(
        id=name,
        program=program.id,
        patterns=(pattern.id,),
        campus=chance.choice(CAMPUSES),
        students=chance.randint(1, 12),
        earliest_start=FIRST,
        aided=chance.random() < 0.4,
    )
    begin = FIRST + timedelta(days=chance.randint(0, 10))
    blocks = [block for block in class_blocks(problem, cohort, pattern) if block.date >= begin]
    days = sorted({block.date for block in blocks})[1:9]
    may_skip = wanted.idle_days and pattern.tracks == ("",)
    skipped = chance.sample(days, chance.randint(0, 2)) if may_skip else []
    pieces = laid(order(program, chance), blocks, skipped)
    missed = sum(pieces[0].date < day < pieces[-1].date for day in skipped)
    draft.problem = replace(
        problem,
        cohorts={**problem.cohorts, name: _dated(cohort, pieces, missed, problem, chance)},
    )
    draft.chosen[name] = pattern.id
    for placed in by_module(pieces).values():
        _staff(draft, draft.problem.cohorts[name], placed)


def _dated(cohort: Cohort, pieces: Sequence[Piece], missed: int, problem: Problem, chance: Random) -> Cohort:
    first, last = pieces[0].date, pieces[-1].date
    others = [code for code in problem.patterns if code not in cohort.patterns]
    patterns = [*cohort.patterns, *chance.sample(others, chance.choice((0, 0, 1)))]
    chance.shuffle(patterns)
    window = len(patterns) > 1 or chance.random() < 0.5
    return replace(
        cohort,
        patterns=tuple(patterns),
        earliest_start=first - timedelta(days=chance.randint(0, 3)) if window else first,
        latest_start=first + timedelta(days=chance.randint(0, 4)) if window else None,
        start_days=chance.choice((EVERY_DAY, frozenset({first.weekday(), (first.weekday() + 2) % 7}))),
        finish_by=chance.choice((None, last + timedelta(days=chance.randint(0, 9)))),
        max_idle_days=missed + chance.choice((0, 0, 1)),
    )


def _staff(draft: Draft, cohort: Cohort, pieces: Sequence[Piece]) -> None:
    """Give a module people and rooms that are free, or new ones."""
    module = pieces[0].module
    bare = [
        Session(cohort=cohort.id, module=module.id, date=piece.date, start=piece.start, end=piece.end)
        for piece in pieces
    ]
    people = _people(draft, cohort, module, bare)
    rooms = _rooms(draft, cohort, module, bare)
    draft.sessions += [replace(session, instructors=people, rooms=rooms) for session in bare]
    for who in people if cohort.campus else ():
        draft.places.update({(who, session.date): cohort.campus for session in bare})


def _people(
    draft: Draft, cohort: Cohort, module: Module, bare: Sequence[Session]
) -> tuple[InstructorId, ...]:
    free = [
        person.id
        for person in draft.problem.instructors.values()
        if _works(person, cohort)
        and not _taken([s for s in draft.sessions if person.id in s.instructors], bare)
        and all(draft.places.get((person.id, s.date), cohort.campus) == cohort.campus for s in bare)
    ]
    teams = list(combinations(free, module.instructors))
    if teams and draft.chance.random() < 0.9:
        return draft.chance.choice(teams)
    return tuple(_hired(draft, cohort) for _ in range(module.instructors))


def _works(person: Instructor, cohort: Cohort) -> bool:
    return not cohort.campus or not person.campuses or cohort.campus in person.campuses


def _hired(draft: Draft, cohort: Cohort) -> InstructorId:
    code = InstructorId(f"I{len(draft.problem.instructors) + 1}")
    campuses = draft.chance.choice((frozenset(), frozenset({cohort.campus or "North"})))
    person = Instructor(id=code, campuses=campuses)
    draft.problem = replace(draft.problem, instructors={**draft.problem.instructors, code: person})
    return code


def _rooms(draft: Draft, cohort: Cohort, module: Module, bare: Sequence[Session]) -> tuple[RoomId, ...]:
    if not module.room_types:
        return ()
    group = -(-cohort.students // len(module.room_types))
    free = [
        room
        for room in draft.problem.rooms.values()
        if (not room.campus or not cohort.campus or room.campus == cohort.campus)
        and room.capacity >= group
        and not _taken([s for s in draft.sessions if room.id in s.rooms], bare)
    ]
    suites = [
        tuple(room.id for room in suite)
        for suite in permutations(free, len(module.room_types))
        if all(kind in room.types for kind, room in zip(module.room_types, suite, strict=True))
    ]
    if suites and draft.chance.random() < 0.9:
        return draft.chance.choice(suites)
    return tuple(_opened(draft, cohort, kind, group) for kind in module.room_types)


def _opened(draft: Draft, cohort: Cohort, kind: str, group: int) -> RoomId:
    chance = draft.chance
    code = RoomId(f"R{len(draft.problem.rooms) + 1}")
    also = {other for other in curricula.ROOM_TYPES if chance.random() < 0.25}
    seats, stations = group + chance.randint(0, 3), chance.choice((None, group))
    campus = chance.choice(("", cohort.campus))
    room = Room(id=code, types=frozenset({kind} | also), campus=campus, seats=seats, stations=stations)
    draft.problem = replace(draft.problem, rooms={**draft.problem.rooms, code: room})
    return code


def _taken(planned: Sequence[Session], wanted: Sequence[Session]) -> bool:
    return any(one.overlaps(other) for one in planned for other in wanted)
