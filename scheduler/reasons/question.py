"""A question: whether some cohorts could have a clean schedule if only these modules needed anybody."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta

from scheduler.domain.ids import CohortId, ModuleId, ProgramId
from scheduler.domain.problem import Closure, Cohort, Module, Problem, Program

Need = tuple[CohortId, ModuleId]
"""A cohort's module, which needs people and rooms."""


def narrowed(problem: Problem, cohorts: Collection[CohortId], needs: Collection[Need]) -> Problem:
    """Give the problem of some cohorts, each with a program of its own; other modules need nobody.

    It is planned from nothing, whatever schedule is being repaired.
    """
    kept = [cohort for cohort in problem.cohorts.values() if cohort.id in cohorts]
    programs = [_program_of(problem, cohort, needs) for cohort in kept]
    names: dict[ProgramId, list[ProgramId]] = {}
    for cohort, program in zip(kept, programs, strict=True):
        names.setdefault(cohort.program, []).append(program.id)
    return replace(
        problem,
        programs={program.id: program for program in programs},
        previous=None,
        since=None,
        unwanted=(),
        accepted=frozenset(),
        cohorts={c.id: replace(c, program=p.id) for c, p in zip(kept, programs, strict=True)},
        qualifications=tuple(
            replace(row, program=name)
            for row in problem.qualifications
            for name in names.get(row.program, ())
        ),
        pins=tuple(
            row if (row.cohort, row.module) in needs else replace(row, instructors=(), rooms=())
            for row in problem.pins
            if row.cohort in cohorts
        ),
    )


def _program_of(problem: Problem, cohort: Cohort, needs: Collection[Need]) -> Program:
    program = problem.programs[cohort.program]
    name = ProgramId(f"{program.id} of {cohort.id}")
    modules = (_module(m, name, needed=(cohort.id, m.id) in needs) for m in program.modules)
    return replace(program, id=name, modules=tuple(modules))


def _module(module: Module, program: ProgramId, *, needed: bool) -> Module:
    own = replace(module, program=program)
    return own if needed else replace(own, instructors=0, room_types=())


def in_time(problem: Problem) -> Problem:
    """Let nobody have class after their Finish by."""
    return replace(problem, closures=(*problem.closures, *_after_finish(problem)))


def _after_finish(problem: Problem) -> Iterable[Closure]:
    last = problem.settings.plan_to
    for cohort in problem.cohorts.values():
        if cohort.finish_by and cohort.finish_by < last:
            yield Closure(first=cohort.finish_by + timedelta(days=1), last=last, cohort=cohort.id)
