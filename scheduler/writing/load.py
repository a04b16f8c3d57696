"""How much of their time instructors and rooms are used."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scheduler.domain.availability import FREE, blocked_days, stretch
from scheduler.domain.calendar import class_blocks
from scheduler.domain.clock import Quarter, hours, monday
from scheduler.domain.ids import PatternId, ResourceId
from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.resources import Instructor, Room
from scheduler.domain.schedule import Schedule, Session


@dataclass(frozen=True, kw_only=True)
class Load:
    """Hours in all, per week on average and at most, and the share of the time they could be used."""

    who: ResourceId
    hours: float
    mean: float
    most: float
    share: float


def loads(problem: Problem, schedule: Schedule) -> tuple[list[Load], list[Load]]:
    """Give the load of each instructor and of each room, in the order of the planning workbook.

    The mean is over the weeks in which any cohort has class. Available time is the class time
    of the cohorts whose campus is theirs, from the first to the last session of the schedule,
    inside their Availability and outside their absences; for instructors no more of it than
    Max hours/day and Max hours/week allow.
    """
    weeks = len({monday(session.date) for session in schedule.sessions})
    times = _class_time(problem, schedule)
    people = [
        _load(who.id, schedule.by_instructor.get(who.id, ()), weeks, _available(problem, who, times))
        for who in problem.instructors.values()
    ]
    rooms = [
        _load(room.id, schedule.by_room.get(room.id, ()), weeks, _available(problem, room, times))
        for room in problem.rooms.values()
    ]
    return people, rooms


def _load(who: ResourceId, sessions: Iterable[Session], weeks: int, available: Quarter) -> Load:
    by_week: dict[date, Quarter] = defaultdict(int)
    for session in sessions:
        by_week[monday(session.date)] += session.length
    total = sum(by_week.values())
    return Load(
        who=who,
        hours=hours(total),
        mean=hours(total) / weeks if weeks else 0.0,
        most=hours(max(by_week.values(), default=0)),
        share=total / available if available else 0.0,
    )


def _class_time(problem: Problem, schedule: Schedule) -> Mapping[str, Mapping[date, int]]:
    """Give the quarters of class time of each day, by campus, while the schedule lasts."""
    dates = [session.date for session in schedule.sessions]
    found: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for cohort in problem.cohorts.values():
        for block in class_blocks(problem, cohort, problem.patterns[_pattern(cohort, schedule)]):
            if dates and min(dates) <= block.date <= max(dates):
                found[cohort.campus][block.date] |= stretch(block.start, block.end)
    return found


def _pattern(cohort: Cohort, schedule: Schedule) -> PatternId:
    return schedule.patterns.get(cohort.id, cohort.patterns[0])


def _available(problem: Problem, who: Instructor | Room, times: Mapping[str, Mapping[date, int]]) -> Quarter:
    blocked = blocked_days(problem, who.id)
    open_time: dict[date, int] = defaultdict(int)
    for campus, days in times.items():
        if _serves(who, campus):
            for when, quarters in days.items():
                open_time[when] |= quarters & ~blocked.get(when, FREE)
    by_day = {when: quarters.bit_count() for when, quarters in open_time.items()}
    return _limited(who, by_day) if isinstance(who, Instructor) else sum(by_day.values())


def _serves(who: Instructor | Room, campus: str) -> bool:
    if isinstance(who, Instructor):
        return not campus or not who.campuses or campus in who.campuses
    return not campus or who.campus in ("", campus)


def _limited(who: Instructor, by_day: Mapping[date, Quarter]) -> Quarter:
    by_week: dict[date, Quarter] = defaultdict(int)
    for when, quarters in by_day.items():
        by_week[monday(when)] += quarters if who.max_per_day is None else min(quarters, who.max_per_day)
    return sum(
        quarters if who.max_per_week is None else min(quarters, who.max_per_week)
        for quarters in by_week.values()
    )
