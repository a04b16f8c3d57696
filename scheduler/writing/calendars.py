"""Weekly calendars to hand out: one sheet for each cohort, instructor and room."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from scheduler.domain.availability import WHOLE_DAY, blocked_days
from scheduler.domain.clock import clock, dates, hours, monday, number
from scheduler.domain.ids import CohortId, InstructorId, ResourceId, RoomId
from scheduler.domain.problem import Closure, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.writing.palette import cohort_colours, module_colours
from scheduler.writing.wording import DASH, DOT, MISSING, day_year, from_to, is_missing, name, needs, title

SCHOOL_WEEK = (0, 1, 2, 3, 4)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Sessions of one day that differ only in their time: the times, a headline, more lines, a colour."""

    times: tuple[str, ...]
    headline: str
    lines: tuple[str, ...]
    colour: str
    missing: bool = False


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """A calendar: whose it is, what it is in one line, its sessions and its days off."""

    name: str
    facts: str
    sheet: str
    entries: Mapping[date, Sequence[Entry]]
    off: Mapping[date, str]
    hours: Mapping[date, float]

    @cached_property
    def weeks(self) -> list[date]:
        """The Mondays from the first to the last week with a session."""
        when = sorted(self.entries)
        return [day for day in dates(monday(when[0]), when[-1]) if day.weekday() == 0] if when else []

    @property
    def stretches(self) -> list[list[date]]:
        """The weeks in order, each by itself if it has a session, else together with its like."""
        found: list[list[date]] = []
        for week in self.weeks:
            if found and not self.is_held(week) and not self.is_held(found[-1][0]):
                found[-1].append(week)
            else:
                found.append([week])
        return found

    def is_held(self, week: date) -> bool:
        """Whether the week that begins on this Monday has a session."""
        return week in self.hours

    @cached_property
    def weekdays(self) -> tuple[int, ...]:
        """The days of the week that are shown, Monday is 0: those on which there ever is class."""
        return tuple(sorted({day.weekday() for day in self.entries})) or SCHOOL_WEEK

    @property
    def span(self) -> str:
        """The first and the last day with a session, with their years; empty without one."""
        return f"{day_year(min(self.entries))} {DASH} {day_year(max(self.entries))}" if self.entries else ""


def of_cohort(problem: Problem, schedule: Schedule, cohort: CohortId, sheet: str) -> Calendar:
    """Give a cohort's calendar: what, with whom and where."""
    who, program = problem.cohorts[cohort], problem.program_of(cohort)
    colours = module_colours(problem)
    sessions = schedule.by_cohort.get(cohort, ())
    facts = [program.title or program.id, f"{who.students} students" if who.students else "", who.campus]

    def entry(session: Session) -> Entry:
        people, rooms = needs(problem, session)
        lines = (_people(problem, session, people), _rooms(session, rooms))
        return _entry(
            problem,
            session,
            f"{session.module}  {title(problem, session)}",
            lines,
            colours[cohort, session.module],
        )

    off = _closures(problem, [c for c in problem.closures if c.concerns(who)])
    return _calendar(cohort, facts, sheet, sessions=sessions, entry=entry, off=off)


def of_instructor(problem: Problem, schedule: Schedule, who: InstructorId, sheet: str) -> Calendar:
    """Give an instructor's calendar: which cohort, what and where."""
    colours = cohort_colours(problem)
    campuses = problem.instructors[who].campuses if who in problem.instructors else frozenset()

    def entry(session: Session) -> Entry:
        _, rooms = needs(problem, session)
        others = [name(problem, other) for other in session.instructors if other != who]
        beside = f"with {', '.join(others)}" if others else ""
        lines = (f"{session.module}  {title(problem, session)}", _rooms(session, rooms), beside)
        return _entry(problem, session, session.cohort, lines, colours[session.cohort])

    general = [
        c
        for c in problem.closures
        if c.cohort is None and (not c.campus or not campuses or campuses == {c.campus})
    ]
    off = _closures(problem, general) | _away(problem, who, "Away")
    full = name(problem, who)
    facts = [f"Instructor {who}" if full != who else "Instructor"]
    sessions = schedule.by_instructor.get(who, ())
    return _calendar(full, facts, sheet, sessions=sessions, entry=entry, off=off)


def of_room(problem: Problem, schedule: Schedule, room: RoomId, sheet: str) -> Calendar:
    """Give a room's calendar: which cohort, what and with whom."""
    colours = cohort_colours(problem)
    known = problem.rooms[room]

    def entry(session: Session) -> Entry:
        people, _ = needs(problem, session)
        lines = (f"{session.module}  {title(problem, session)}", _people(problem, session, people))
        return _entry(problem, session, session.cohort, lines, colours[session.cohort])

    general = [c for c in problem.closures if c.cohort is None and c.campus in ("", known.campus)]
    off = _closures(problem, general) | _away(problem, room, "Not available")
    facts = ["Room", ", ".join(sorted(known.types)), f"{known.capacity} places", known.campus]
    sessions = schedule.by_room.get(room, ())
    return _calendar(room, facts, sheet, sessions=sessions, entry=entry, off=off)


def _calendar(
    whose: str,
    facts: Iterable[str],
    sheet: str,
    *,
    sessions: Sequence[Session],
    entry: Callable[[Session], Entry],
    off: Mapping[date, str],
) -> Calendar:
    entries: dict[date, list[Entry]] = {}
    held: dict[date, float] = {}
    for session in sessions:
        _join(entries.setdefault(session.date, []), entry(session))
        week = monday(session.date)
        held[week] = held.get(week, 0) + hours(session.length)
    return Calendar(
        name=whose, facts=_facts(facts, sessions), sheet=sheet, entries=entries, off=off, hours=held
    )


def _join(entries: list[Entry], entry: Entry) -> None:
    """Add an entry to a day; the same class after a break joins the one before it."""
    if entries and replace(entries[-1], times=()) == replace(entry, times=()):
        entries[-1] = replace(entry, times=entries[-1].times + entry.times)
    else:
        entries.append(entry)


def _facts(facts: Iterable[str], sessions: Sequence[Session]) -> str:
    said = [fact for fact in facts if fact]
    if sessions:
        said.append(f"{number(hours(sum(session.length for session in sessions)))} h")
        said.append(f"{day_year(sessions[0].date)} {DASH} {day_year(sessions[-1].date)}")
    else:
        said.append("nothing planned")
    return DOT.join(said)


def _entry(problem: Problem, session: Session, headline: str, lines: Iterable[str], colour: str) -> Entry:
    return Entry(
        times=(from_to(session.start, session.end),),
        headline=headline,
        lines=tuple(line for line in lines if line),
        colour=colour,
        missing=is_missing(problem, session),
    )


def _people(problem: Problem, session: Session, needed: int) -> str:
    found = [name(problem, who) for who in session.instructors]
    missing = [f"{MISSING} no instructor yet"] if len(found) < needed else []
    return " + ".join([*found, *missing])


def _rooms(session: Session, needed: int) -> str:
    missing = [f"{MISSING} no room yet"] if len(session.rooms) < needed else []
    return " + ".join([*session.rooms, *missing])


def _closures(problem: Problem, closures: Iterable[Closure]) -> dict[date, str]:
    found: dict[date, str] = {}
    for closure in closures:
        closed = "No class" if closure.until is None else f"Class ends {clock(closure.until)}"
        for day in dates(closure.first, closure.last):
            found[day] = f"{closed}\n{closure.note}" if closure.note else closed
    return found


def _away(problem: Problem, who: ResourceId, word: str) -> dict[date, str]:
    """Give the days of an absence; why stays with the coordinator."""
    known = {absence.who for absence in problem.absences}
    if who not in known:
        return {}
    whole = {day for day, blocked in blocked_days(problem, who).items() if blocked == WHOLE_DAY}
    return {
        day: word
        for absence in problem.absences
        if absence.who == who
        for day in dates(absence.first, absence.last)
        if day in whole
    }
