"""Who or what the cohorts of a campus draw on: people for the same modules, rooms of the same type."""

from collections.abc import Iterator, Mapping, Sequence

from scheduler.domain.bottleneck import Pool, Supply
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.rules import where_it_may_be, who_may_teach
from scheduler.rules.room_capacity import group_size


def pools(problem: Problem) -> Iterator[Pool]:
    """Yield for each campus with cohorts the people its modules draw on, then its types of rooms.

    Modules share a pool if the very same people may teach them.
    """
    campuses: dict[str, list[Cohort]] = {}
    for cohort in problem.cohorts.values():
        campuses.setdefault(cohort.campus, []).append(cohort)
    for campus, cohorts in campuses.items():
        yield from _people(problem, campus, cohorts)
        yield from _rooms(problem, campus, cohorts)


def _modules(problem: Problem, cohorts: Sequence[Cohort]) -> Iterator[tuple[Cohort, Module]]:
    """Yield the modules of each program once, with the first cohort that has it."""
    first = {cohort.program: cohort for cohort in reversed(cohorts)}
    for program in dict.fromkeys(cohort.program for cohort in cohorts):
        yield from ((first[program], module) for module in problem.programs[program].modules)


def _people(problem: Problem, campus: str, cohorts: Sequence[Cohort]) -> Iterator[Pool]:
    needs: dict[tuple[InstructorId, ...], dict[tuple[ProgramId, ModuleId], int]] = {}
    for cohort, module in _modules(problem, cohorts):
        people = who_may_teach(problem, cohort, module)
        needs.setdefault(people, {})[module.program, module.id] = module.instructors
    for people, modules in needs.items():
        yield Pool(supply=Supply.INSTRUCTORS, campus=campus, needs=modules, members=people)


def _rooms(problem: Problem, campus: str, cohorts: Sequence[Cohort]) -> Iterator[Pool]:
    needs: dict[str, dict[tuple[ProgramId, ModuleId], int]] = {}
    for _, module in _modules(problem, cohorts):
        for kind in module.room_types:
            needs.setdefault(kind, {})[module.program, module.id] = module.room_types.count(kind)
    usable = _usable(problem, cohorts) if needs else {}
    for kind, modules in needs.items():
        yield Pool(supply=Supply.ROOMS, campus=campus, needs=modules, room_type=kind, members=usable[kind])


def _usable(problem: Problem, cohorts: Sequence[Cohort]) -> Mapping[str, tuple[RoomId, ...]]:
    """Give the rooms of each type that some cohort may use, in the order of the workbook."""
    alike = {
        (module.room_types, group_size(cohort, module)): (cohort, module)
        for cohort in cohorts
        for module in problem.programs[cohort.program].modules
    }
    found: dict[str, set[RoomId]] = {}
    for cohort, module in alike.values():
        fit = where_it_may_be(problem, cohort, module)
        for kind in module.room_types:
            found.setdefault(kind, set()).update(room for room in fit if kind in problem.rooms[room].types)
    return {kind: tuple(room for room in problem.rooms if room in fit) for kind, fit in found.items()}
