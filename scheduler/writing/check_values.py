"""The value each formula of the hidden sheet gives at first.

A spreadsheet program that does not recalculate on opening builds on these values, so they have
to be right, cell by cell.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate, chain, groupby

from scheduler.domain.clock import QUARTERS_PER_HOUR
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.writing.check_formulas import COHORTS, ROWS
from scheduler.writing.rows import Row
from scheduler.writing.workbook import serial

Value = str | float
Values = Mapping[str, Sequence[Value]]


def placements(problem: Problem) -> list[tuple[str, str]]:
    """Give every cohort with every module of its program, in the order of the planning workbook."""
    return [
        (cohort, module.id) for cohort in problem.cohorts for module in problem.program_of(cohort).modules
    ]


def row_values(problem: Problem, schedule: Schedule, rows: Sequence[Row], people: int, rooms: int) -> Values:
    """Give the values of each column, one for each session in the order of the schedule."""
    own = _own(schedule.sessions, rows)
    number = {cohort: index for index, cohort in enumerate(problem.cohorts, start=1)}
    place = {key: index for index, key in enumerate(placements(problem), start=1)}
    return {
        **own,
        **_by_day(own),
        **_tokens(
            "p", [s.instructors for s in schedule.sessions], [row["Instructor"] for row in rows], people
        ),
        **_tokens("r", [s.rooms for s in schedule.sessions], [row["Room"] for row in rows], rooms),
        **_counts(schedule.sessions, people, rooms),
        "place": [place[s.cohort, s.module] for s in schedule.sessions],
        **_by_cohort([number[s.cohort] for s in schedule.sessions], schedule.sessions),
    }


def cohort_values(problem: Problem, values: Values) -> Values:
    """Give the values of each column that has one row a cohort."""
    order = [float(key) for key in values["order"]]
    firsts = [bisect_right(order, n * COHORTS) for n in range(1, len(problem.cohorts) + 1)]
    lasts = [bisect_right(order, (n + 1) * COHORTS - 1) for n in range(1, len(problem.cohorts) + 1)]
    blocks = list(zip(firsts, lasts, strict=True))
    return {
        "from": [first + 1 for first in firsts],
        "to": lasts,
        "planned": [values["running"][last - 1] if last > first else 0 for first, last in blocks],
        "begins": [_day(order[first]) if last > first else "" for first, last in blocks],
        "ends": [_day(order[last - 1]) if last > first else "" for first, last in blocks],
    }


def _day(key: float) -> int:
    return int(key % COHORTS // ROWS)


def _own(sessions: Sequence[Session], rows: Sequence[Row]) -> dict[str, list[Value]]:
    return {
        "key": [serial(s.date) * ROWS + s.row for s in sessions],
        "start": [s.start * 15 for s in sessions],
        "end": [s.end * 15 for s in sessions],
        "people": [_padded(str(row["Instructor"])) for row in rows],
        "rooms": [_padded(str(row["Room"])) for row in rows],
        "cohort": [s.cohort for s in sessions],
        "module": [s.module for s in sessions],
        "words": [str(row["Check"]) for row in rows],
    }


def _padded(text: str) -> str:
    return f"+{text.replace(' ', '').upper()}+"


def _by_day(own: Mapping[str, list[Value]]) -> dict[str, list[Value]]:
    ordered = sorted(float(key) for key in own["key"])
    at = [int(key % ROWS) - 1 for key in ordered]
    midnights = [float(key) // ROWS * ROWS for key in own["key"]]
    return {
        "sorted": [*ordered],
        "at": [*at],
        **{
            f"by_{name}": [own[name][place - 1] for place in at]
            for name in ("start", "end", "people", "rooms", "cohort")
        },
        "first": [bisect_left(ordered, midnight) + 1 for midnight in midnights],
        "last": [bisect_left(ordered, midnight + ROWS) for midnight in midnights],
    }


def _tokens(
    kind: str, used: Sequence[Sequence[str]], texts: Sequence[object], most: int
) -> dict[str, list[Value]]:
    """Split each cell at its plus signs; a question mark stands where one is missing."""
    split = [str(text).split(" + ") if ids else [] for ids, text in zip(used, texts, strict=True)]
    return {f"{kind}{n + 1}": [ids[n] if n < len(ids) else "" for ids in split] for n in range(most)}


def _counts(sessions: Sequence[Session], people: int, rooms: int) -> dict[str, list[Value]]:
    """Count for each session the sessions at the same time with the same person, room or cohort."""
    days = {when: [*same] for when, same in groupby(sorted(sessions, key=_date), key=_date)}
    found: dict[str, list[Value]] = {}
    meeting = [[other for other in days[s.date] if s.overlaps(other)] for s in sessions]
    for n in range(people):
        found[f"busy_p{n + 1}"] = [
            sum(s.instructors[n] in other.instructors for other in same) if n < len(s.instructors) else 0
            for s, same in zip(sessions, meeting, strict=True)
        ]
    for n in range(rooms):
        found[f"busy_r{n + 1}"] = [
            sum(s.rooms[n] in other.rooms for other in same) if n < len(s.rooms) else 0
            for s, same in zip(sessions, meeting, strict=True)
        ]
    found["busy"] = [
        sum(s.cohort == other.cohort for other in same) for s, same in zip(sessions, meeting, strict=True)
    ]
    return found


def _date(session: Session) -> date:
    return session.date


def _by_cohort(numbers: Sequence[int], sessions: Sequence[Session]) -> dict[str, list[Value]]:
    keys = [n * COHORTS + serial(s.date) * ROWS + s.row for n, s in zip(numbers, sessions, strict=True)]
    order = sorted(keys)
    place_of = [key % ROWS - 1 for key in order]
    lengths = {s.row: s.length / QUARTERS_PER_HOUR for s in sessions}
    running = [
        list(accumulate(lengths[key % ROWS] for key in block))
        for _, block in groupby(order, key=lambda key: key // COHORTS)
    ]
    return {
        "number": [*numbers],
        "cohort_key": [*keys],
        "order": [*order],
        "place_of": [*place_of],
        "running": [*chain.from_iterable(running)],
    }
