"""What whoever edited a schedule brought about and wants so: findings that are no reason to move anything."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scheduler.domain.calendar import with_patterns
from scheduler.domain.edits import Edit
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import unplaced_hours, unstaffed_hours
from scheduler.rules import RULES, idle, pin


def accepted(
    problem: Problem, schedule: Schedule, written: Schedule | None, edits: Iterable[Edit]
) -> tuple[Finding, ...]:
    """Give the findings of a schedule that stay as they are.

    Those about a row that is pinned for a reason, and class time that is missed only since a row was
    moved away from it: there nobody wants class.
    """
    complete = with_patterns(problem, schedule)
    found = [f for rule in RULES if rule is not pin for f in rule.violations(problem, complete)]
    return (
        *(f for f in found if any(map(for_a_reason, f.sessions))),
        *_left(problem, complete, written, edits),
    )


def is_sound(problem: Problem, schedule: Schedule, agreed: Iterable[Finding]) -> bool:
    """Whether nothing is wrong with a schedule but what is accepted, and no hour is missing."""
    complete, said = with_patterns(problem, schedule), {found.what for found in agreed}
    missing = unplaced_hours.units(problem, complete) or unstaffed_hours.units(problem, complete)
    broken = (found for rule in RULES for found in rule.violations(problem, complete))
    return not missing and all(found.what in said for found in broken)


def for_a_reason(row: Session) -> bool:
    """Whether a row is pinned and its Note says why."""
    return bool(row.pin and row.note)


def _left(
    problem: Problem, schedule: Schedule, written: Schedule | None, edits: Iterable[Edit]
) -> Sequence[Finding]:
    """Give the idle time that edits have left, with and without the rows that were deleted."""
    if written is None:
        return ()
    gone = tuple(edit.before for edit in edits if edit.before and not edit.after)
    there = tuple(row for row in gone if (row.cohort, row.module) in schedule.by_placement)
    whole = replace(schedule, sessions=schedule.sessions + there)
    before = {f.what for f in idle.violations(problem, _known(problem, written, schedule))}
    now = (*idle.violations(problem, schedule), *idle.violations(problem, whole))
    return [f for f in now if f.what not in before]


def _known(problem: Problem, written: Schedule, schedule: Schedule) -> Schedule:
    """Give the schedule as it was written, without cohorts and modules that are no longer there."""
    modules = {(c, m.id) for c in problem.cohorts for m in problem.program_of(c).modules}
    rows = tuple(row for row in written.sessions if (row.cohort, row.module) in modules)
    return replace(written, sessions=rows, patterns=schedule.patterns)
