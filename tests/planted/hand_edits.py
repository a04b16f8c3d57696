"""Edits that a person could make of a schedule, at random: rows pinned, moved, given to others, deleted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from random import Random

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session

PARTS = ("time", "instructor", "room")


def edited(problem: Problem, before: Schedule, chance: Random) -> Problem:
    """Give the problem of repairing a schedule after some edits, from some day on or from the beginning."""
    rows = [row for session in before.sessions for row in _edited(problem, session, chance)]
    days = sorted({session.date for session in before.sessions})
    since = chance.choice([None, None, days[len(days) // 3], days[len(days) // 2]])
    previous = Schedule(sessions=tuple(rows), patterns=before.patterns).numbered(problem.cohorts)
    return replace(problem, previous=previous, since=since)


def _edited(problem: Problem, row: Session, chance: Random) -> Iterator[Session]:
    deed = chance.randrange(16)
    if deed == 1:
        yield replace(row, pin=frozenset(part for part in PARTS if chance.random() < 0.5))
    elif deed == 2:
        yield _moved(row, chance)
    elif deed == 3:
        yield _given(row, "instructors", list(problem.instructors), chance)
    elif deed == 4:
        yield _given(row, "rooms", list(problem.rooms), chance)
    elif deed == 6 and chance.random() < 0.3:
        modules = [module.id for module in problem.program_of(row.cohort).modules]
        yield replace(row, module=chance.choice(modules), pin=frozenset(PARTS))
    elif deed == 7 and chance.random() < 0.3:
        yield replace(row, note="Agreed", pin=frozenset(part for part in PARTS if chance.random() < 0.5))
    elif deed:
        yield row
    if deed == 5 and chance.random() < 0.3:
        yield replace(row, pin=frozenset(PARTS))


def _moved(row: Session, chance: Random) -> Session:
    later = chance.choice((0, 0, 1, 2, 4))
    later = later if row.end + later <= 96 else 0
    day = row.date + timedelta(days=0 if later else chance.randint(-2, 3))
    return replace(row, date=day, start=row.start + later, end=row.end + later, pin=frozenset({"time"}))


def _given(row: Session, field: str, choice: list[str], chance: Random) -> Session:
    """Give a row with another one in the first place of those it has."""
    others = getattr(row, field)[1:]
    if not getattr(row, field):
        return row
    pinned = frozenset({field.removesuffix("s")})
    return replace(row, **{field: tuple(dict.fromkeys((chance.choice(choice), *others)))}, pin=pinned)
