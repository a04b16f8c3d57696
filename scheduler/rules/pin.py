"""What `Pins` and pinned rows say is kept."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from scheduler.domain.availability import FREE, blocked_days, stretch
from scheduler.domain.calendar import quarters_by_day
from scheduler.domain.clock import clock, day
from scheduler.domain.findings import Finding, named
from scheduler.domain.ids import CohortId, ModuleId, ResourceId
from scheduler.domain.problem import Pin, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules.wording import listed, moment, several, told_in

CODE = "pin"

PARTS = frozenset({"time", "instructor", "room"})
"""What can be pinned of a row."""


def pinned(problem: Problem, cohort: CohortId, module: ModuleId) -> Pin | None:
    """Give what is pinned of a cohort's module, all in one; where they differ the first wins.

    First whom and where all its rows that are still to come are pinned to, then the rows of Pins.
    """
    pins = (_throughout(problem, cohort, module), _of_pins(problem, cohort, module))
    return reduce(together, filter(None, pins)) if any(pins) else None


def _of_pins(problem: Problem, cohort: CohortId, module: ModuleId) -> Pin | None:
    pins = [pin for pin in problem.pins if (pin.cohort, pin.module) == (cohort, module)]
    return reduce(together, pins) if pins else None


def throughout(problem: Problem) -> Iterator[Pin]:
    """Yield whom and where modules are pinned to by all their rows."""
    for cohort, module in problem.previous.by_placement if problem.previous else ():
        if cohort in problem.cohorts and (found := _throughout(problem, cohort, module)):
            yield found


def _throughout(problem: Problem, cohort: CohortId, module: ModuleId) -> Pin | None:
    """Give whom and where all rows to come of a placement are pinned to, if all are to the same."""
    rows = problem.previous.by_placement.get((cohort, module), ()) if problem.previous else ()
    rows = tuple(row for row in rows if not is_history(problem, row))
    people = _same(rows, "instructor", lambda row: row.instructors)
    rooms = _same(rows, "room", lambda row: row.rooms)
    if not people and not rooms:
        return None
    return Pin(cohort=cohort, module=module, instructors=people, rooms=rooms, reason=rows[0].note)


T = TypeVar("T")


def _same(rows: Sequence[Session], part: str, value: Callable[[Session], tuple[T, ...]]) -> tuple[T, ...]:
    """Give the value that all rows are pinned to; nothing if one is free or they differ, or it is one."""
    values = [value(row) if part in row.pin else () for row in rows]
    same = len({frozenset(held) for held in values}) == 1 < len(rows)
    return values[0] if same else ()


def is_history(problem: Problem, row: Session) -> bool:
    """Whether a row of the schedule being repaired has been held already."""
    return problem.since is not None and row.date < problem.since


def stays(problem: Problem, row: Session) -> frozenset[str]:
    """Give what of a row of the schedule being repaired must stay as it is and when it is.

    All of it once it has been held. Who is pinned for this row, and not for all of its module, is
    pinned for this time; so is who is pinned for all of it, but away at this time.
    """
    if is_history(problem, row):
        return PARTS
    found = _throughout(problem, row.cohort, row.module)
    people, rooms = (found.instructors, found.rooms) if found else ((), ())
    always = {"instructor": _there(problem, row, people), "room": _there(problem, row, rooms)}
    then = any(not always.get(part) for part in row.pin)
    return row.pin | {"time"} if then else frozenset()


def _there(problem: Problem, row: Session, those: Iterable[ResourceId]) -> bool:
    """Whether all of some people or rooms, if there are any, are there for a row."""
    held, known = stretch(row.start, row.end), tuple(those)
    return bool(known) and not any(blocked_days(problem, who).get(row.date, FREE) & held for who in known)


def together(first: Pin, second: Pin) -> Pin:
    """Put two pins of one placement together; where they differ the first wins."""
    same_day = first.date in (None, second.date)
    return replace(
        first,
        date=first.date or second.date,
        start=second.start if same_day and first.start is None else first.start,
        instructors=first.instructors or second.instructors,
        rooms=first.rooms or second.rooms,
        reason=first.reason or second.reason,
    )


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the pins that are not kept: rows of Pins, then pinned rows of the schedule being repaired.

    A module that is not held at all breaks no row of Pins; its hours are unplaced.
    """
    for cohort, module in dict.fromkeys((pin.cohort, pin.module) for pin in problem.pins):
        pin, sessions = _of_pins(problem, cohort, module), schedule.by_placement.get((cohort, module), ())
        if pin and sessions:
            yield from _start(problem, pin, sessions[0])
            yield from _people(problem, pin, sessions)
            yield from _places(problem, pin, sessions)
    for row in problem.previous.sessions if problem.previous else ():
        parts = PARTS if is_history(problem, row) else row.pin
        if parts and row.cohort in problem.cohorts:
            yield from _row(schedule, row, parts)


def _start(problem: Problem, pin: Pin, first: Session) -> Iterator[Finding]:
    if pin.date is None:
        return
    if first.date != pin.date or pin.start not in (None, first.start):
        told = told_in(problem, "Pins", pin.row, "Start")
        where = day(pin.date) if pin.start is None else moment(pin.date, pin.start)
        yield Finding(
            rule=CODE,
            what=f"{pin.cohort} {pin.module} is pinned to start on {where}{told}, "
            f"but its first session is on {day(first.date)}, {clock(first.start)}.",
            todo="Move its first session there, or change the pin.",
            sessions=(first,),
            column="Date" if first.date != pin.date else "Start",
        )


def _people(problem: Problem, pin: Pin, sessions: Sequence[Session]) -> Iterator[Finding]:
    others = tuple(s for s in sessions if not set(pin.instructors) <= set(s.instructors))
    if others:
        told = told_in(problem, "Pins", pin.row, "Instructor")
        yield Finding(
            rule=CODE,
            what=f"{' + '.join(pin.instructors)} is pinned to teach {pin.cohort} {pin.module}{told}, "
            f"but {_who(others[0].instructors)} has {several(others)}.",
            todo=f"Give these sessions to {' + '.join(pin.instructors)}, or change the pin.",
            sessions=others,
            column="Instructor",
        )


def _places(problem: Problem, pin: Pin, sessions: Sequence[Session]) -> Iterator[Finding]:
    elsewhere = tuple(s for s in sessions if not set(pin.rooms) <= set(s.rooms))
    if elsewhere:
        told = told_in(problem, "Pins", pin.row, "Room")
        yield Finding(
            rule=CODE,
            what=f"{pin.cohort} {pin.module} is pinned to {' + '.join(pin.rooms)}{told}, "
            f"but {several(elsewhere)} is in {_who(elsewhere[0].rooms, 'no room')}.",
            todo=f"Hold these sessions in {' + '.join(pin.rooms)}, or change the pin.",
            sessions=elsewhere,
            column="Room",
        )


def _who(found: Collection[str], nobody: str = "nobody") -> str:
    return " + ".join(found) or nobody


def _row(schedule: Schedule, row: Session, parts: Collection[str]) -> Iterator[Finding]:
    """Yield what a pinned row has lost; a row that may move is found again by its Row ID or its time."""
    placement = schedule.by_placement.get((row.cohort, row.module), ())
    same = tuple(s for s in placement if s.overlaps(row) or (row.id and s.id == row.id))
    then = _during(row, same)
    with_them = tuple(s for s in same if set(row.instructors) <= set(s.instructors))
    there = tuple(s for s in same if set(row.rooms) <= set(s.rooms))
    lost = {
        "time": bool(stretch(row.start, row.end) & ~then),
        "instructor": bool(then & ~_during(row, with_them)) or (bool(same) and not with_them),
        "room": bool(then & ~_during(row, there)) or (bool(same) and not there),
    }
    changed = [part for part in lost if part in parts and lost[part]]
    if changed:
        yield Finding(
            rule=CODE,
            what=f"The pinned row {named(row)} has lost its {listed(changed)}.",
            todo="Put it back, or clear its Pin.",
            # The row number is one of the schedule before, so it says nothing about this one.
            sessions=same or (replace(row, row=0),),
            column={"time": "Date", "instructor": "Instructor", "room": "Room"}[changed[0]],
        )


def _during(row: Session, sessions: Sequence[Session]) -> int:
    """Give the quarters of a row's time that sessions hold, as bits."""
    return quarters_by_day(sessions).get(row.date, FREE) & stretch(row.start, row.end)
