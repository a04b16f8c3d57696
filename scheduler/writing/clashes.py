"""What the column Check says of each session, worked out here as the workbook's formulas do."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.writing.wording import needs

TWICE = " is taken twice"
AT_ONCE = " has two sessions at once"
MISSING_ONE = {"instructor": "Instructor missing", "room": "Room missing"}
BETWEEN = "; "


def warnings(problem: Problem, schedule: Schedule) -> list[str]:
    """Give the text of Check for each session in order: who is taken twice, who is missing, or nothing."""
    same_day = {
        when: tuple(rows)
        for when, rows in groupby(sorted(schedule.sessions, key=lambda s: s.date), key=lambda s: s.date)
    }
    return [BETWEEN.join(_parts(problem, session, same_day[session.date])) for session in schedule.sessions]


def _parts(problem: Problem, session: Session, same_day: tuple[Session, ...]) -> Iterator[str]:
    meeting = [other for other in same_day if session.overlaps(other)]
    people = Counter(who for other in meeting for who in set(other.instructors))
    rooms = Counter(room for other in meeting for room in set(other.rooms))
    yield from (who + TWICE for who in session.instructors if people[who] > 1)
    yield from (room + TWICE for room in session.rooms if rooms[room] > 1)
    if sum(other.cohort == session.cohort for other in meeting) > 1:
        yield session.cohort + AT_ONCE
    needed = needs(problem, session)
    for kind, present, wanted in zip(MISSING_ONE, (session.instructors, session.rooms), needed, strict=True):
        if len(present) < wanted:
            yield MISSING_ONE[kind]
