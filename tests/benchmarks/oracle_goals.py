"""The oracle's objective: every goal it covers, as a linear expression in quarter-hours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExprT

from benchmarks.oracle_course import Course
from benchmarks.oracle_staff import Staff, Use
from scheduler.domain.clock import QUARTERS_PER_HOUR
from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.domain.problem import Problem
from scheduler.goals import finish

Terms = Mapping[str, LinearExprT]


def terms(model: CpModel, problem: Problem, courses: Sequence[Course], staff: Staff) -> Terms:
    """Give each goal's units, times four where they are hours, so that all are whole."""
    return {
        "unplaced hours": sum(_unplaced(model, problem, courses)),
        "unstaffed hours": sum(staff.missing),
        "days late": sum(_late(model, problem, courses)),
        "finish": sum(_finish(model, problem, courses)),
        "idle hours": sum(
            len(course.days[day]) * var for course in courses for day, var in course.skipped.items()
        ),
        "instructors": sum(_different(model, staff.people)),
        "rooms": sum(_different(model, staff.rooms)),
        "cover hours": sum(_away_from_main(model, problem, staff.people, rooms=False)),
        "room moves": sum(_away_from_main(model, problem, staff.rooms, rooms=True)),
        "preference": sum(_preferred(problem, staff.people)),
    }


COUNTED_IN_QUARTERS = {
    "unplaced hours",
    "unstaffed hours",
    "idle hours",
    "cover hours",
    "room moves",
    "preference",
}
SCALE = QUARTERS_PER_HOUR


def _unplaced(model: CpModel, problem: Problem, courses: Sequence[Course]) -> Iterator[IntVar]:
    """Yield the quarters of each placement that are not held."""
    for cohort in problem.cohorts:
        for module in problem.program_of(cohort).modules:
            held = [var for course in courses if course.cohort.id == cohort for var in course.held[module.id]]
            missing = model.new_int_var(0, module.length, "unplaced")
            model.add(missing + sum(held) == module.length)
            yield missing


def _late(model: CpModel, problem: Problem, courses: Sequence[Course]) -> Iterator[IntVar]:
    for cohort in problem.cohorts.values():
        if cohort.finish_by:
            yield _days_after(model, cohort.id, cohort.finish_by, courses)


def _finish(model: CpModel, problem: Problem, courses: Sequence[Course]) -> Iterator[IntVar]:
    for cohort in problem.cohorts.values():
        yield _days_after(model, cohort.id, finish.earliest_finish(problem, cohort), courses)


def _days_after(model: CpModel, cohort: CohortId, when: date, courses: Sequence[Course]) -> IntVar:
    days = model.new_int_var(0, 1000, "days after")
    for course in courses:
        if course.cohort.id == cohort:
            for held in course.held.values():
                for (day, _), var in zip(course.moments, held, strict=True):
                    if day > when:
                        model.add(days >= (day - when).days * var)
    return days


def _different(model: CpModel, uses: Iterable[Use]) -> Iterator[IntVar]:
    """Yield, for each cohort, how many different ones it has beyond the first."""
    cohorts: dict[CohortId, dict[ResourceId, IntVar]] = defaultdict(dict)
    for use in uses:
        used = cohorts[use.course.cohort.id]
        if use.who not in used:
            used[use.who] = model.new_bool_var("has")
        model.add_implication(use.var, used[use.who])
    for used in cohorts.values():
        beyond = model.new_int_var(0, len(used), "beyond the first")
        model.add(beyond >= sum(used.values()) - 1)
        yield beyond


def _away_from_main(
    model: CpModel, problem: Problem, uses: Iterable[Use], *, rooms: bool
) -> Iterator[IntVar]:
    """Yield the quarters each placement's people or rooms hold without being its main ones."""
    placements: dict[tuple[CohortId, str], dict[ResourceId, list[IntVar]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for use in uses:
        placements[use.course.cohort.id, use.module][use.who].append(use.var)
    for (cohort, module_id), held in placements.items():
        module = next(m for m in problem.program_of(cohort).modules if m.id == module_id)
        most = len(module.room_types) if rooms else module.instructors
        main = {who: model.new_bool_var("main") for who in held}
        model.add(sum(main.values()) <= most)
        for who, variables in held.items():
            away = model.new_int_var(0, module.length, "away from main")
            model.add(away >= sum(variables) - module.length * main[who])
            yield away


def _preferred(problem: Problem, uses: Iterable[Use]) -> Iterator[LinearExprT]:
    for use in uses:
        module = problem.module(use.course.cohort.id, use.module)
        held = problem.qualification(InstructorId(use.who), module)
        if held and held.preference:
            yield -held.preference * use.var
