"""Tiny problems and schedules for tests, so that a test states only what matters to it.

Everything happens in January 2026, when the 5th is a Monday: a date is a day of that month
(``5``, and ``35`` is Wed Feb 4) or a `date`; a stretch of time is ``"8-11"`` or
``"8:00-9:15"``; lengths are in hours. Unless a test says otherwise there is one cohort ``A``
of ten students on the pattern ``AM`` (Mon-Fri, 8:00 to 11:00 AM), one program ``P``, its
modules of three hours in rooms of type ``CL``, two instructors ``I-1`` and ``I-2`` who may
teach everything, and two rooms ``R-1`` and ``R-2`` of 20 seats. The plan runs from Mon Jan 5
to Fri Jan 30.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from scheduler.domain.clock import WEEKDAYS, quarters
from scheduler.domain.problem import (
    Block,
    Closure,
    Cohort,
    Module,
    Order,
    Pattern,
    Pin,
    Problem,
    Program,
    Settings,
)
from scheduler.domain.resources import Absence, Instructor, Qualification, Room, Window
from scheduler.domain.schedule import Schedule, Session

EVERY_MODULE = None


def on(day: int | date) -> date:
    """Give a day of January 2026, counted on into February and beyond."""
    return day if isinstance(day, date) else date(2026, 1, 1) + timedelta(days=day - 1)


def stretch(text: str) -> tuple[int, int]:
    """Give the start and end of ``"8:00-9:15"`` in quarters since midnight."""
    start, end = (_quarter(part) for part in text.split("-"))
    return start, end


def _quarter(text: str) -> int:
    hour, _, minutes = text.partition(":")
    return int(hour) * 4 + int(minutes or 0) // 15


def weekdays(letters: str) -> frozenset[int]:
    """Give the weekdays of ``"MTWRF"``."""
    return frozenset(WEEKDAYS.index(letter) for letter in letters)


def block(days: str = "MTWRF", at: str = "8-11", track: str = "") -> Block:
    start, end = stretch(at)
    return Block(days=weekdays(days), start=start, end=end, track=track)


def pattern(name: str = "AM", *blocks: Block) -> Pattern:
    return Pattern(id=name, blocks=blocks or (block(),))


def module(name: str = "M1", hours: float = 3, *, day: float | None = None, **fields: Any) -> Module:
    """Give a module; ``day`` is its Max hours/day."""
    limit = None if day is None else quarters(day)
    fields = {"program": "P", "room_types": ("CL",), "max_per_day": limit} | fields
    return Module(id=name, length=quarters(hours), **fields)


def program(*modules: Module, name: str = "P", **fields: Any) -> Program:
    held = modules or (module(),)
    return Program(id=name, length=sum(m.length for m in held), modules=held, **fields)


def cohort(name: str = "A", start: int | date = 5, **fields: Any) -> Cohort:
    """Give a cohort; ``start`` is its Earliest start, and it starts then unless it has a ``latest``."""
    for short, field in (("latest", "latest_start"), ("finish", "finish_by")):
        if short in fields:
            fields[field] = on(fields.pop(short))
    fields = {"program": "P", "patterns": ("AM",), "students": 10} | fields
    return Cohort(id=name, earliest_start=on(start), **fields)


def instructor(name: str = "I-1", *, day: float | None = None, week: float | None = None, at: str = ""):
    """Give an instructor with Max hours/day, Max hours/week and campuses (``"North South"``)."""
    return Instructor(
        id=name,
        campuses=frozenset(at.split()),
        max_per_day=None if day is None else quarters(day),
        max_per_week=None if week is None else quarters(week),
    )


def qualified(who: str, module: str | None = EVERY_MODULE, until: int | date | None = None, **fields: Any):
    last = None if until is None else on(until)
    return Qualification(
        **{"instructor": who, "program": "P", "module": module, "valid_until": last} | fields
    )


def room(name: str = "R-1", types: str = "CL", seats: int = 20, **fields: Any) -> Room:
    return Room(id=name, types=frozenset(types.split()), seats=seats, **fields)


def closure(first: int | date, last: int | date | None = None, **fields: Any) -> Closure:
    return Closure(first=on(first), last=on(first if last is None else last), **fields)


def window(who: str, days: str = "MTWRF", at: str = "8-11") -> Window:
    start, end = stretch(at)
    return Window(who=who, days=weekdays(days), start=start, end=end)


def absence(who: str, first: int | date, last: int | date | None = None, at: str = "0-24", **fields: Any):
    start, end = stretch(at)
    last = on(first if last is None else last)
    return Absence(who=who, first=on(first), last=last, start=start, end=end, **fields)


def pin(cohort: str = "A", module: str = "M1", day: int | date | None = None, **fields: Any) -> Pin:
    """Give a pin; ``start`` is in hours since midnight, ``who`` and ``where`` are IDs: ``"I-1 I-2"``."""
    for short, field in (("who", "instructors"), ("where", "rooms")):
        if short in fields:
            fields[field] = tuple(fields.pop(short).split())
    if "start" in fields:
        fields["start"] = quarters(fields["start"])
    return Pin(cohort=cohort, module=module, date=None if day is None else on(day), **fields)


def problem(
    *modules: Module,
    first: int | date = 5,
    last: int | date = 30,
    order: str = Order.FIXED,
    min_weeks: int = 0,
    weights: dict[str, float] | None = None,
    programs: Iterable[Program] = (),
    patterns: Iterable[Pattern] = (),
    cohorts: Iterable[Cohort] = (),
    instructors: Iterable[Instructor] = (),
    rooms: Iterable[Room] = (),
    qualifications: Iterable[Qualification] | None = None,
    **fields: Any,
) -> Problem:
    """Give a problem of these modules in one program, or of several programs; who is not named is as usual.

    Without ``qualifications`` every instructor may teach every module.
    """
    people = tuple(instructors) or (instructor("I-1"), instructor("I-2"))
    courses = tuple(programs) or (program(*modules, order=Order(order), min_weeks=min_weeks),)
    if qualifications is None:
        qualifications = (qualified(who.id, program=course.id) for who in people for course in courses)
    return Problem(
        settings=Settings(plan_from=on(first), plan_to=on(last), weights=weights or {}),
        patterns={p.id: p for p in tuple(patterns) or (pattern(),)},
        programs={p.id: p for p in courses},
        cohorts={c.id: c for c in tuple(cohorts) or (cohort(),)},
        instructors={i.id: i for i in people},
        rooms={r.id: r for r in tuple(rooms) or (room("R-1"), room("R-2"))},
        qualifications=tuple(qualifications),
        **fields,
    )


def session(
    cohort: str = "A",
    module: str = "M1",
    day: int | date = 5,
    at: str = "8-11",
    *,
    who: str = "I-1",
    where: str = "R-1",
    **fields: Any,
) -> Session:
    """Give a session; who teaches and where are IDs: ``"I-1 I-2"``, or ``""`` for nobody."""
    start, end = stretch(at)
    people, places = tuple(who.split()), tuple(where.split())
    fields = {"instructors": people, "rooms": places, "start": start, "end": end} | fields
    return Session(cohort=cohort, module=module, date=on(day), **fields)


def schedule(*sessions: Session, **patterns: str) -> Schedule:
    """Give a schedule; patterns are named by cohort: ``A="AM"``."""
    return Schedule(sessions=sessions, patterns=patterns)
