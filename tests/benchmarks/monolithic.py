"""Model B: the whole contract for small problems as one plain CP-SAT model, a quarter at a time.

It is an oracle for the engine and shares no code with it: on tiny problems both must find the
same best score. For every cohort, pattern and class quarter it decides which module is held, who
teaches and where, so cover, room moves and unstaffed hours may happen at any quarter.

Covered: choice of pattern and of start day (Latest start, Start days), `fixed` and
`prerequisites` order, qualifications and their expiry, campuses and one campus a day,
availability, absences, loads per day and week, room types (several at once), capacities, several
instructors at once, Max idle days, Min weeks, pins of date, time, instructors and rooms, closures
and short days; the goals unplaced hours, unstaffed hours, days late, finish, idle hours,
instructors, rooms, cover hours, room moves and preference.

Not covered, and refused: tracks, Max hours/day and Min days that some day could break, repair (`changes`), a
weight for `last finish` or `uneven load`. A pin is kept without breaking another rule: a problem
whose pins cannot be has no answer here.

Shared with the engine by convention: a cohort starts at the beginning of a day's class time, and
hours are left out only where class time ends before them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ortools.sat.python import cp_model

from benchmarks.oracle_course import Course
from benchmarks.oracle_goals import COUNTED_IN_QUARTERS, SCALE, terms
from benchmarks.oracle_staff import Staff, Use
from scheduler.domain.clock import monday
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, RoomId
from scheduler.domain.problem import EVERY_DAY, Module, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import GOALS, weight

Key = tuple[CohortId, date, int]


@dataclass(frozen=True, slots=True)
class Answer:
    """The best score found, what no score can be below, and the schedule."""

    score: float
    bound: float
    schedule: Schedule

    @property
    def is_exact(self) -> bool:
        """Whether no schedule can have a lower score."""
        return self.score - self.bound < 1e-6


class Watching(cp_model.CpSolverSolutionCallback):
    """Tells of each better schedule: its score, and the bound then."""

    def __init__(self, watch: Callable[[float, float], None]) -> None:
        super().__init__()
        self._watch = watch

    def on_solution_callback(self) -> None:
        """Tell of the schedule just found."""
        self._watch(self.objective_value / SCALE, self.best_objective_bound / SCALE)


def solved(
    problem: Problem,
    *,
    seconds: float = 60.0,
    workers: int = 1,
    watch: Callable[[float, float], None] = lambda *_: None,
) -> Answer | None:
    """Give the best schedule of a small problem; None if there is none, or none in time.

    ``watch`` is told the score and the bound of each better schedule.

    Raises
    ------
    NotImplementedError
        If the problem has a feature this model does not cover.
    """
    refuse_uncovered(problem)
    model = cp_model.CpModel()
    courses = [
        Course(model, problem, cohort, problem.patterns[code])
        for cohort in problem.cohorts.values()
        for code in cohort.patterns
    ]
    for course in courses:
        pins = [pin for pin in problem.pins if pin.cohort == course.cohort.id]
        course.constrain(problem.programs[course.cohort.program].order, pins)
    staff = Staff(model, problem, courses)
    staff.constrain()
    _choose_patterns(model, problem, courses)
    _last_long_enough(model, problem, courses)
    _minimize(model, problem, courses, staff)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = 1
    if solver.solve(model, Watching(watch)) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    schedule = Schedule(
        sessions=tuple(sessions(solver, courses, staff)),
        patterns={c.cohort.id: c.pattern.id for c in courses if solver.boolean_value(c.chosen)},
    )
    return Answer(solver.objective_value / SCALE, solver.best_objective_bound / SCALE, schedule)


def refuse_uncovered(problem: Problem) -> None:
    """Say so if a problem has a feature this model does not cover.

    Raises
    ------
    NotImplementedError
        If it has.
    """
    modules = [module for program in problem.programs.values() for module in program.modules]
    longest = longest_day(problem)
    if any(module.track or limits_bind(module, longest) for module in modules):
        raise NotImplementedError("tracks, Max hours/day and Min days are not covered")
    if any(pattern.tracks != ("",) for pattern in problem.patterns.values()):
        raise NotImplementedError("tracks are not covered")
    weighted = [
        goal.NAME for goal in GOALS if goal.NAME in {"last finish", "uneven load"} and weight(problem, goal)
    ]
    if weighted or problem.previous:
        raise NotImplementedError(f"not covered: {', '.join(weighted) or 'repair'}")


def longest_day(problem: Problem) -> int:
    """Give the most class time (quarters) of a day of any pattern."""
    return max(
        sum(block.end - block.start for block in pattern.blocks if weekday in block.days)
        for pattern in problem.patterns.values()
        for weekday in EVERY_DAY
    )


def limits_bind(module: Module, longest: int) -> bool:
    """Whether a module's Max hours/day or Min days leave out anything that the longest day allows."""
    least_days = -(-module.length // longest)
    return (module.max_per_day or longest) < longest or least_days < module.min_days


def _choose_patterns(model: cp_model.CpModel, problem: Problem, courses: list[Course]) -> None:
    for cohort in problem.cohorts:
        model.add_exactly_one(course.chosen for course in courses if course.cohort.id == cohort)


def _last_long_enough(model: cp_model.CpModel, problem: Problem, courses: list[Course]) -> None:
    """Let aided cohorts have class in at least Min weeks different calendar weeks."""
    for cohort in problem.cohorts.values():
        required = problem.programs[cohort.program].min_weeks
        if not cohort.aided or not required:
            continue
        weeks: dict[date, list[cp_model.IntVar]] = {}
        for course in courses:
            if course.cohort.id == cohort.id:
                for held in course.held.values():
                    for (day, _), var in zip(course.moments, held, strict=True):
                        weeks.setdefault(monday(day), []).append(var)
        used = []
        for variables in weeks.values():
            used.append(model.new_bool_var("week"))
            model.add(used[-1] <= sum(variables))
        model.add(sum(used) >= required)


def _minimize(model: cp_model.CpModel, problem: Problem, courses: list[Course], staff: Staff) -> None:
    found = terms(model, problem, courses, staff)
    total = []
    for goal in GOALS:
        if goal.NAME in found:
            factor = weight(problem, goal) * (1 if goal.NAME in COUNTED_IN_QUARTERS else SCALE)
            total.append(round(factor) * found[goal.NAME])
    model.minimize(sum(total))


def sessions(solver: cp_model.CpSolver, courses: list[Course], staff: Staff) -> Iterator[Session]:
    """Read the schedule off a solution: quarters of the same module, people and rooms make a session."""
    people, rooms = _present(solver, staff.people), _present(solver, staff.rooms)
    for course in courses:
        going: Session | None = None
        for quarter in _quarters(solver, course, people, rooms):
            if going and _continues(going, quarter):
                going = replace(going, end=quarter.end)
                continue
            if going:
                yield going
            going = quarter
        if going:
            yield going


def _quarters(
    solver: cp_model.CpSolver, course: Course, people: dict[Key, list[str]], rooms: dict[Key, list[str]]
) -> Iterator[Session]:
    for index, (day, quarter) in enumerate(course.moments):
        module = _held(solver, course, index)
        key = (course.cohort.id, day, quarter)
        if module is not None:
            yield Session(
                cohort=course.cohort.id,
                module=module,
                date=day,
                start=quarter,
                end=quarter + 1,
                instructors=tuple(InstructorId(who) for who in people.get(key, ())),
                rooms=tuple(RoomId(where) for where in rooms.get(key, ())),
            )


def _held(solver: cp_model.CpSolver, course: Course, index: int) -> ModuleId | None:
    return next((m for m, held in course.held.items() if solver.boolean_value(held[index])), None)


def _present(solver: cp_model.CpSolver, uses: list[Use]) -> dict[Key, list[str]]:
    found: dict[Key, list[str]] = {}
    for use in uses:
        if solver.boolean_value(use.var):
            found.setdefault((use.course.cohort.id, *use.moment), []).append(use.who)
    return {key: sorted(names) for key, names in found.items()}


def _continues(one: Session, other: Session) -> bool:
    same = (one.module, one.instructors, one.rooms) == (other.module, other.instructors, other.rooms)
    return same and one.date == other.date and one.end == other.start
