"""Hours that are missing from a schedule, and hours that lack an instructor or a room."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from scheduler.domain.clock import Quarter
from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import unplaced_hours, unstaffed_hours
from scheduler.rules import (
    Rule,
    instructor_campus,
    instructor_free,
    instructor_load,
    instructor_qualified,
    room_free,
    where_it_may_be,
    who_may_teach,
)
from scheduler.rules.room_type import matched
from scheduler.rules.wording import NAMED_AT_MOST, length, listed, more, several

Gone = Mapping[tuple[CohortId, ModuleId], Sequence[str]]
"""Rows of a cohort's module that somebody deleted, in words: ``R00499 on Mon Jan 5``."""

NOTHING: Gone = {}

PERSONAL: tuple[Rule, ...] = (instructor_qualified, instructor_free, instructor_load, instructor_campus)
"""The rules that can keep a person from one more session."""


def findings(problem: Problem, schedule: Schedule, gone: Gone = NOTHING) -> Iterator[Finding]:
    """Yield one finding for each placement with hours unplaced, then one for each with hours unstaffed."""
    for cohort in problem.cohorts.values():
        for module in problem.programs[cohort.program].modules:
            yield from _unplaced(problem, schedule, cohort, module, gone.get((cohort.id, module.id), ()))
    for (cohort_id, module_id), sessions in schedule.by_placement.items():
        module = problem.module(cohort_id, module_id)
        yield from _unstaffed(problem, schedule, problem.cohorts[cohort_id], module, sessions)


def _unplaced(
    problem: Problem, schedule: Schedule, cohort: Cohort, module: Module, gone: Sequence[str]
) -> Iterator[Finding]:
    missing = unplaced_hours.missing(schedule, cohort, module)
    if missing:
        held = schedule.by_placement.get((cohort.id, module.id), ())
        yield Finding(
            rule=unplaced_hours.NAME,
            what=f"{length(missing)} of the {length(module.length)} of {cohort.id} {module.id} "
            f"are not in the schedule.{_no_longer(gone)}",
            todo=f"Add sessions of {module.id}, set a later Plan to, or give {cohort.id} more class time.",
            where="" if held else problem.cell("Cohorts", cohort.row, "Cohort"),
            sessions=held[-1:],
            column="End",
        )


def _no_longer(rows: Sequence[str]) -> str:
    """Say which rows were deleted: a few by name, of more the number."""
    if not rows:
        return ""
    named = [*rows[:NAMED_AT_MOST]]
    named += [more(len(rows) - len(named), "row")] * (len(rows) > len(named))
    return f" {listed(named)} {'is' if len(rows) == 1 else 'are'} no longer there."


def _unstaffed(
    problem: Problem, schedule: Schedule, cohort: Cohort, module: Module, sessions: Sequence[Session]
) -> Iterator[Finding]:
    people = {s: missing for s in sessions if (missing := unstaffed_hours.missing_instructors(problem, s))}
    rooms = {s: missing for s in sessions if (missing := unstaffed_hours.missing_rooms(problem, s))}
    lacking = [("an instructor", people)] * bool(people) + [("a room", rooms)] * bool(rooms)
    if lacking:
        short = tuple(s for s in sessions if s in people or s in rooms)
        told = listed(f"{what} for {length(_sum(missing))}" for what, missing in lacking)
        yield Finding(
            rule=unstaffed_hours.NAME,
            what=f"{several(short)} lacks {told}.",
            todo=_remedy(problem, schedule, cohort, module, people=people, rooms=rooms),
            sessions=short,
            column="Instructor" if people else "Room",
        )


def _sum(missing: Mapping[Session, int]) -> Quarter:
    return sum(session.length * count for session, count in missing.items())


def _remedy(
    problem: Problem,
    schedule: Schedule,
    cohort: Cohort,
    module: Module,
    *,
    people: Collection[Session],
    rooms: Collection[Session],
) -> str:
    """Say whom to choose or free for the sessions short of people, else what for those short of rooms."""
    placement = f"{cohort.id} {module.id}"
    if people:
        may = who_may_teach(problem, cohort, module)
        others = [who for who in may if any(who not in session.instructors for session in people)]
        free = [who for who in others if _can_teach(problem, schedule, who, people)]
        able = [who for who in others if _can_teach(problem, Schedule(), who, people)]
        return _choosing("Instructors", placement, may, able, free)
    fit = where_it_may_be(problem, cohort, module)
    useful = [place for place in fit if any(_adds(problem, module, session, place) for session in rooms)]
    open_then = [place for place in useful if _can_hold(problem, schedule, place, rooms)]
    usable = [place for place in useful if _can_hold(problem, Schedule(), place, rooms)]
    return _choosing("Rooms", placement, fit, usable, open_then)


def _can_teach(problem: Problem, schedule: Schedule, who: InstructorId, short: Iterable[Session]) -> bool:
    """Whether nothing is against the person as one more in every one of the sessions."""
    added = tuple(replace(session, instructors=(who,)) for session in short)
    theirs = Schedule(sessions=(*schedule.by_instructor.get(who, ()), *added))
    return _nothing_against(problem, theirs, added, PERSONAL)


def _can_hold(problem: Problem, schedule: Schedule, place: RoomId, short: Iterable[Session]) -> bool:
    added = tuple(replace(session, rooms=(place,)) for session in short)
    held = Schedule(sessions=(*schedule.by_room.get(place, ()), *added))
    return _nothing_against(problem, held, added, (room_free,))


def _nothing_against(
    problem: Problem, schedule: Schedule, added: Sequence[Session], rules: Iterable[Rule]
) -> bool:
    found = (finding for rule in rules for finding in rule.violations(problem, schedule))
    return not any(session in added for finding in found for session in finding.sessions)


def _adds(problem: Problem, module: Module, session: Session, place: RoomId) -> bool:
    """Whether one more room serves a type that the session's rooms do not."""
    types, held = module.room_types, [problem.rooms[room] for room in session.rooms]
    joined = (*held, problem.rooms[place])
    return place not in session.rooms and matched(types, joined) > matched(types, held)


def _choosing(
    sheet: str, placement: str, able: Sequence[str], others: Sequence[str], free: Collection[str]
) -> str:
    """Say who or what is free to choose and could be freed; if nobody, that there is nobody else."""
    ways = [f"choose {' or '.join(free)}"] * bool(free)
    taken = [one for one in others if one not in free]
    ways += [f"free {' or '.join(taken)} then"] * bool(taken)
    if ways:
        said = ", ".join((*ways, f"add to {sheet}"))
        return f"{said[0].upper()}{said[1:]}, or move the session."
    nothing = "Nothing else" if able else "Nothing"
    return f"{nothing} in {sheet} fits {placement}: add to {sheet}, or correct what is there."
