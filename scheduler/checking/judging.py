"""What is wrong with a schedule: broken rules, and hours that nobody teaches or that are missing."""

from collections.abc import Iterator
from dataclasses import replace

from scheduler.checking import shortfalls
from scheduler.checking.shortfalls import NOTHING, Gone
from scheduler.domain.calendar import with_patterns
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules import RULES, pin

PARTS = {"Instructor": "instructor", "Room": "room"}
"""Which part of a pin a column stands for; every other column is about time."""


WANTED = "Nothing, if it is still wanted so."
"""What to do about what somebody wants so."""


def judge(problem: Problem, schedule: Schedule, gone: Gone = NOTHING) -> tuple[Finding, ...]:
    """Give what is wrong with a schedule: the rules in order, then unplaced and unstaffed hours.

    Where a person pinned what breaks a rule, the finding says so, with the pin's reason. Missing
    hours name the rows that are ``gone``.
    """
    complete = with_patterns(problem, schedule)
    broken = (found for rule in RULES for found in rule.violations(problem, complete))
    return (
        *(_with_pins(problem, found) for found in broken),
        *shortfalls.findings(problem, complete, gone),
    )


def excuses(row: Session, found: Finding) -> bool:
    """Whether what is wrong is in a pinned part of the row and its Note says why."""
    return bool(row.note) and _part(found) in row.pin


def _part(found: Finding) -> str:
    """Give the part of a row that a finding is about."""
    return PARTS.get(found.column, "time")


def _with_pins(problem: Problem, found: Finding) -> Finding:
    if found.rule == pin.CODE:
        return found
    said = dict.fromkeys(
        word for session in found.sessions for word in _pinned(problem, session, _part(found))
    )
    wanted = bool(found.sessions) and all(excuses(session, found) for session in found.sessions)
    return replace(found, what=" ".join((found.what, *said)), todo=WANTED if wanted else found.todo)


def _pinned(problem: Problem, session: Session, part: str) -> Iterator[str]:
    """Yield what is to be said if this part of the session was pinned, in its row or in Pins."""
    name = f"{session.cohort} {session.module}"
    row = pin.pinned(problem, session.cohort, session.module)
    told = {
        "time": row and (row.date, row.start or session.start) == (session.date, session.start),
        "instructor": row and row.instructors and set(session.instructors) <= set(row.instructors),
        "room": row and row.rooms and set(session.rooms) <= set(row.rooms),
    }
    if row and told[part]:
        yield f"{name} is pinned" + (f" (accepted: {row.reason})." if row.reason else ".")
    elif part in session.pin:
        yield f"The row of {name} is pinned" + (f" (accepted: {session.note})." if session.note else ".")
