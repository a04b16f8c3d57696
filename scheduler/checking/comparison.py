"""Compare two schedules, or count what one comes to, each judged by its own inputs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from scheduler import goals
from scheduler.domain.calendar import with_patterns
from scheduler.domain.clock import Quarter
from scheduler.domain.comparison import (
    CohortPair,
    Comparison,
    Course,
    GoalPair,
    LoadPair,
    Placed,
    PlacementPair,
    Totals,
)
from scheduler.domain.ids import CohortId, ResourceId
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Module, Problem
from scheduler.domain.schedule import (
    Schedule,
    Session,
    beginning,
    ending,
    main_instructors,
    main_rooms,
)
from scheduler.domain.variants import Counted
from scheduler.goals.changes import held, respects
from scheduler.goals.unstaffed_hours import missing

K = TypeVar("K")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two: a schedule, its inputs, what its goals cost, and how many findings it has."""

    problem: Problem
    schedule: Schedule
    goals: Mapping[str, Price]
    findings: int


def compared(before: Side, after: Side) -> Comparison:
    """Compare schedule A with schedule B; what is counted in B is counted by B's inputs."""
    placements = tuple(_placements(before, after))
    return Comparison(
        before=_totals(before),
        after=_totals(after),
        goals=tuple(
            GoalPair(goal=goal, before=before.goals[goal], after=after.goals[goal]) for goal in before.goals
        ),
        cohorts=tuple(_cohorts(before, after)),
        loads=tuple(_loads(before, after)),
        placements=tuple(placement for placement in placements if placement.respects),
        compared=len(placements),
    )


def counted(side: Side) -> Counted:
    """Count what a schedule comes to."""
    return Counted(totals=_totals(side), courses=_courses(side), taught=_taught(side), used=_used(side))


def _totals(side: Side) -> Totals:
    sessions = side.schedule.sessions
    return Totals(
        score=goals.score(side.goals),
        last_finish=max((session.date for session in sessions), default=None),
        placed=_length(sessions),
        unplaced=side.goals["unplaced hours"].units,
        unstaffed=side.goals["unstaffed hours"].units,
        findings=side.findings,
    )


def _length(sessions: Iterable[Session]) -> Quarter:
    return sum(session.length for session in sessions)


def _either(before: Iterable[K], after: Iterable[K]) -> Iterator[K]:
    """Yield what is in A in its order, then what is only in B."""
    yield from dict.fromkeys([*before, *after])


def _cohorts(before: Side, after: Side) -> Iterator[CohortPair]:
    was, now = _courses(before), _courses(after)
    for cohort in _either(was, now):
        yield CohortPair(cohort=cohort, before=was.get(cohort), after=now.get(cohort))


def _courses(side: Side) -> dict[CohortId, Course]:
    complete = with_patterns(side.problem, side.schedule)
    return {cohort: _course(side.problem, complete, cohort) for cohort in side.problem.cohorts}


def _course(problem: Problem, schedule: Schedule, cohort: CohortId) -> Course:
    sessions = schedule.by_cohort.get(cohort, ())
    return Course(
        start=sessions[0].date if sessions else None,
        finish=sessions[-1].date if sessions else None,
        placed=_length(sessions),
        unstaffed=sum(missing(problem, session) for session in sessions),
        pattern=schedule.patterns[cohort],
    )


def _loads(before: Side, after: Side) -> Iterator[LoadPair]:
    yield from _differing("instructor", _taught(before), _taught(after))
    yield from _differing("room", _used(before), _used(after))


def _taught(side: Side) -> dict[ResourceId, Quarter]:
    return {who: _length(side.schedule.by_instructor.get(who, ())) for who in side.problem.instructors}


def _used(side: Side) -> dict[ResourceId, Quarter]:
    return {room: _length(side.schedule.by_room.get(room, ())) for room in side.problem.rooms}


def _differing(
    kind: Literal["instructor", "room"],
    before: Mapping[ResourceId, Quarter],
    after: Mapping[ResourceId, Quarter],
) -> Iterator[LoadPair]:
    for who in _either(before, after):
        pair = LoadPair(who=who, kind=kind, before=before.get(who), after=after.get(who))
        if pair.more:
            yield pair


def _placements(before: Side, after: Side) -> Iterator[PlacementPair]:
    """Yield each placement of a cohort that is in both, those that are the same too.

    A module that only one of them has is not held in the other.
    """
    for cohort in before.problem.cohorts:
        if cohort in after.problem.cohorts:
            was = {module.id: module for module in before.problem.program_of(cohort).modules}
            now = {module.id: module for module in after.problem.program_of(cohort).modules}
            for module in _either(was, now):
                own = was.get(module) or now[module], now.get(module) or was[module]
                yield _placement(cohort, own, before.schedule, after.schedule)


def _placement(
    cohort: CohortId, own: tuple[Module, Module], before: Schedule, after: Schedule
) -> PlacementPair:
    """Compare a placement; A's module says how many people and rooms are its main ones in A, B's in B."""
    was, now = (
        schedule.by_placement.get((cohort, module.id), ())
        for module, schedule in zip(own, (before, after), strict=True)
    )
    return PlacementPair(
        cohort=cohort,
        module=own[0].id,
        before=_placed(own[0], was),
        after=_placed(own[1], now),
        respects=respects(held(own[0], was), held(own[1], now)),
    )


def _placed(module: Module, sessions: tuple[Session, ...]) -> Placed:
    return Placed(
        first=min(map(beginning, sessions), default=None),
        last=max(map(ending, sessions), default=None),
        instructors=main_instructors(sessions, module.instructors),
        rooms=main_rooms(sessions, len(module.room_types)),
    )
