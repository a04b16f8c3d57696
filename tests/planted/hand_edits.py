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
    """Yield what becomes of a row: most often itself; nothing, or itself twice, now and then."""
    deed = chance.randrange(16)
    if deed:
        yield _changed(problem, row, deed, chance)
    if deed == 5 and chance.random() < 0.3:
        yield replace(row, pin=frozenset(PARTS))


def _changed(problem: Problem, row: Session, deed: int, chance: Random) -> Session:
    rarely = chance.random() < 0.3
    modules = [module.id for module in problem.program_of(row.cohort).modules]
    ways = {
        1: lambda: replace(row, pin=_some_parts(chance)),
        2: lambda: _moved(row, chance),
        3: lambda: _given(row, "instructors", list(problem.instructors), chance),
        4: lambda: _given(row, "rooms", list(problem.rooms), chance),
    }
    if rarely:
        ways[6] = lambda: replace(row, module=chance.choice(modules), pin=frozenset(PARTS))
        ways[7] = lambda: replace(row, note="Agreed", pin=_some_parts(chance))
    return ways.get(deed, lambda: row)()


def _some_parts(chance: Random) -> frozenset[str]:
    return frozenset(part for part in PARTS if chance.random() < 0.5)


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
