"""What whoever edited a schedule brought about and wants so: findings that are no reason to move anything."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from scheduler.checking.judging import excuses
from scheduler.domain.calendar import with_patterns
from scheduler.domain.edits import Edit
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import unplaced_hours, unstaffed_hours
from scheduler.rules import RULES, Rule, idle, pin


def accepted(
    problem: Problem, schedule: Schedule, edits: Iterable[Edit], before: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Give the findings of a schedule that stay as they are.

    Those that only rows pinned for a reason bring about, in what is pinned of them; and class time
    that is missed only since a row was moved away from it: there nobody wants class. ``before`` is
    what was accepted so in the version before.
    """
    complete = with_patterns(problem, schedule)
    reasoned = [
        found
        for rule in RULES
        if rule is not pin
        for found in rule.violations(problem, complete)
        if _is_excused(problem, complete, rule, found)
    ]
    return (*reasoned, *_left(problem, complete, tuple(edits), before))


def is_sound(problem: Problem, schedule: Schedule, agreed: Iterable[Finding]) -> bool:
    """Whether nothing is wrong with a schedule but what is accepted, and no hour is missing."""
    complete, said = with_patterns(problem, schedule), {found.what for found in agreed}
    missing = unplaced_hours.units(problem, complete) or unstaffed_hours.units(problem, complete)
    broken = (found for rule in RULES for found in rule.violations(problem, complete))
    return not missing and all(found.what in said for found in broken)


def _is_excused(problem: Problem, schedule: Schedule, rule: Rule, found: Finding) -> bool:
    """Whether a finding is about rows pinned for a reason, and without them there is nothing left of it."""
    excused = {id(row) for row in found.sessions if excuses(row, found)}
    if not excused:
        return False
    rest = tuple(row for row in schedule.sessions if id(row) not in excused)
    others = {id(row) for row in found.sessions} - excused
    left = rule.violations(problem, replace(schedule, sessions=rest))
    return not any(id(row) in others for other in left for row in other.sessions)


def _left(
    problem: Problem, schedule: Schedule, edits: Sequence[Edit], before: Collection[str]
) -> Iterator[Finding]:
    """Yield the idle time that edits have left, with and without the rows that were deleted.

    Not where class time would be missed even if all rows were still there that were moved or deleted.
    """
    modules = {(c, m.id) for c in problem.cohorts for m in problem.program_of(c).modules}
    known = [edit for edit in edits if edit.before and (edit.before.cohort, edit.before.module) in modules]
    deleted = [edit.before for edit in known if edit.before and not edit.after]
    moved = [edit.before for edit in known if edit.before and "time" in edit.parts]
    whole = _with(schedule, deleted)
    missed = {row.cohort for found in _idle(problem, _with(whole, moved)) for row in found.sessions}
    for found in (*_idle(problem, schedule), *(_idle(problem, whole) if deleted else ())):
        if found.what in before or not any(row.cohort in missed for row in found.sessions):
            yield found


def _with(schedule: Schedule, rows: Iterable[Session]) -> Schedule:
    return replace(schedule, sessions=(*schedule.sessions, *rows))


def _idle(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    return idle.violations(problem, schedule)
