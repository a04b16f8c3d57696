"""How values are put in words, the same on every sheet."""

from collections.abc import Iterable
from datetime import date, time

from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter, clock, day
from scheduler.domain.ids import InstructorId
from scheduler.domain.outcome import Outcome, nearness
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session

PINS = ("time", "instructor", "room")
MISSING = "?"
DASH = "\N{EN DASH}"
DOT = " \N{MIDDLE DOT} "


def at_once(ids: Iterable[str], needed: int) -> str:
    """Write who or what is used at once: ``SIM-1 + ML-2``, ``SIM-1 + ?``, or nothing if none is there."""
    found = list(ids)
    return " + ".join([*found, *[MISSING] * (needed - len(found))]) if found else ""


def pin_words(pin: frozenset[str]) -> str:
    """Write what of a row must stay: ``all``, or some of ``time, instructor, room``."""
    return "all" if pin >= set(PINS) else ", ".join(part for part in PINS if part in pin)


def needs(problem: Problem, session: Session) -> tuple[int, int]:
    """Give how many instructors and how many rooms a session needs at once."""
    module = problem.module(session.cohort, session.module)
    return module.instructors, len(module.room_types)


def is_missing(problem: Problem, session: Session) -> bool:
    """Whether a session lacks an instructor or a room that it needs."""
    people, rooms = needs(problem, session)
    return len(session.instructors) < people or len(session.rooms) < rooms


def title(problem: Problem, session: Session) -> str:
    """Give the title of a session's module."""
    return problem.module(session.cohort, session.module).title


def name(problem: Problem, instructor: InstructorId) -> str:
    """Give an instructor's name, or the ID where no name is known."""
    known = problem.instructors.get(instructor)
    return known.name if known and known.name else instructor


def time_of(quarter: Quarter) -> time:
    """Give a time of day; the midnight that ends a day is its clock time, 12:00 AM."""
    hour, part = divmod(quarter % QUARTERS_PER_DAY, 4)
    return time(hour, part * 15)


def from_to(start: Quarter, end: Quarter) -> str:
    """Write a stretch of a day: ``8:00 - 11:30 AM``, ``10:00 AM - 2:00 PM`` (with a dash)."""
    first, last = clock(start), clock(end)
    return f"{first[:-3] if first[-2:] == last[-2:] else first} {DASH} {last}"


def day_year(when: date) -> str:
    """Write a date with its year: ``Mon Jan 5, 2026``."""
    return f"{day(when)}, {when.year}"


def month_day(when: date) -> str:
    """Write a date without its weekday: ``Jan 5``."""
    return f"{when:%b} {when.day}"


def status(outcome: Outcome) -> str:
    """Say how good the schedule is: ``Proven best``, or ``At most 1.3 % above the best possible``."""
    words = nearness(outcome.score, outcome.bound)
    return words[0].upper() + words[1:]


def plural(number: int, word: str) -> str:
    """Count things in words: ``1 finding``, ``3 findings``, ``no findings``."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
