"""A cohort's sessions never overlap, and on each track a module ends before the next begins."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from scheduler.domain.calendar import chosen_pattern
from scheduler.domain.clock import day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Pattern, Problem
from scheduler.domain.schedule import Schedule, Session, beginning, ending, grouped
from scheduler.rules.module_order import share_a_track
from scheduler.rules.occupation import Words, clashes, overlapping

CODE = "one-module-at-a-time"
_WORDS = Words(code=CODE, does="has", column="Start")


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield which modules a cohort has at the same time, or one in the middle of another."""
    for cohort, sessions in schedule.by_cohort.items():
        yield from clashes(_WORDS, cohort, sessions)
        at_once = {frozenset((one.module, other.module)) for one, other in overlapping(sessions)}
        modules = grouped((session.module, session) for session in sessions)
        pattern = chosen_pattern(problem, schedule, problem.cohorts[cohort])
        for one, other in _interleaved(problem, cohort, pattern, modules):
            if frozenset((one, other)) not in at_once:
                yield _goes_on(modules[one], modules[other][0])


def _interleaved(
    problem: Problem, cohort: CohortId, pattern: Pattern, modules: Mapping[ModuleId, Sequence[Session]]
) -> Iterator[tuple[ModuleId, ModuleId]]:
    """Yield each module that goes on after another on its track has begun, and that other one."""
    in_order = sorted(modules, key=lambda module: beginning(modules[module][0]))
    ends = {module: max(map(ending, held)) for module, held in modules.items()}
    for one, other in combinations(in_order, 2):
        if ends[one] > beginning(modules[other][0]):
            both = problem.module(cohort, one), problem.module(cohort, other)
            if share_a_track(*both, pattern):
                yield one, other


def _goes_on(held: Sequence[Session], begun: Session) -> Finding:
    again = next(session for session in held if beginning(session) >= beginning(begun))
    return Finding(
        rule=CODE,
        what=f"{begun.cohort} {again.module} is held again on {day(again.date)} although {begun.module} "
        f"has begun on {day(begun.date)}.",
        todo=f"End {again.module} before {begun.module} begins, or the other way round.",
        sessions=(again, begun),
        column="Date",
    )
