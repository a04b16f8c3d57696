"""Hours that are missing from a schedule, and hours that lack an instructor or a room."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from scheduler.domain.clock import Quarter
from scheduler.domain.findings import Finding
from scheduler.domain.ids import RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import unplaced_hours, unstaffed_hours
from scheduler.rules import where_it_may_be, who_may_teach
from scheduler.rules.room_type import matched
from scheduler.rules.wording import length, listed, several


def findings(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield one finding for each placement with hours unplaced, then one for each with hours unstaffed."""
    for cohort in problem.cohorts.values():
        for module in problem.programs[cohort.program].modules:
            yield from _unplaced(problem, schedule, cohort, module)
    for (cohort_id, module_id), sessions in schedule.by_placement.items():
        module = problem.module(cohort_id, module_id)
        yield from _unstaffed(problem, problem.cohorts[cohort_id], module, sessions)


def _unplaced(problem: Problem, schedule: Schedule, cohort: Cohort, module: Module) -> Iterator[Finding]:
    missing = unplaced_hours.missing(schedule, cohort, module)
    if missing:
        held = schedule.by_placement.get((cohort.id, module.id), ())
        yield Finding(
            rule=unplaced_hours.NAME,
            what=f"{length(missing)} of the {length(module.length)} of {cohort.id} {module.id} "
            "are not in the schedule.",
            todo=f"Add sessions of {module.id}, set a later Plan to, or give {cohort.id} more class time.",
            where="" if held else problem.cell("Cohorts", cohort.row, "Cohort"),
            sessions=held[-1:],
            column="End",
        )


def _unstaffed(
    problem: Problem, cohort: Cohort, module: Module, sessions: Sequence[Session]
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
            todo=_remedy(problem, cohort, module, people, rooms),
            sessions=short,
            column="Instructor" if people else "Room",
        )


def _sum(missing: Mapping[Session, int]) -> Quarter:
    return sum(session.length * count for session, count in missing.items())


def _remedy(
    problem: Problem, cohort: Cohort, module: Module, people: Collection[Session], rooms: Collection[Session]
) -> str:
    """Say whom to free for the sessions that are short of people, else what for those short of rooms."""
    if people:
        may = who_may_teach(problem, cohort, module)
        more = [who for who in may if any(who not in session.instructors for session in people)]
        return _freeing("Instructors", f"{cohort.id} {module.id}", may, more)
    fit = where_it_may_be(problem, cohort, module)
    useful = [place for place in fit if any(_adds(problem, module, session, place) for session in rooms)]
    return _freeing("Rooms", f"{cohort.id} {module.id}", fit, useful)


def _adds(problem: Problem, module: Module, session: Session, place: RoomId) -> bool:
    """Whether one more room serves a type that the session's rooms do not."""
    types, held = module.room_types, [problem.rooms[room] for room in session.rooms]
    joined = (*held, problem.rooms[place])
    return place not in session.rooms and matched(types, joined) > matched(types, held)


def _freeing(sheet: str, placement: str, able: Sequence[str], more: Sequence[str]) -> str:
    """Say who or what could be freed; if there is no more, that there is nobody or nothing else."""
    if more:
        return f"Free {' or '.join(more)} then, add to {sheet}, or move the session."
    nothing = "Nothing else" if able else "Nothing"
    return f"{nothing} in {sheet} fits {placement}: add to {sheet}, or correct what is there."
