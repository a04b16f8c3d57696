"""The rows of the sheet Schedule as values, for the sheet itself, for pandas and for the hidden copy."""

from collections.abc import Mapping

import pandas as pd

from scheduler.domain.clock import hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.tables import SCHEDULE
from scheduler.writing.clashes import warnings
from scheduler.writing.wording import at_once, needs, pin_words, time_of, title
from scheduler.writing.workbook import Cell

Row = Mapping[str, Cell]


def schedule_rows(problem: Problem, schedule: Schedule) -> list[Row]:
    """Give each session's cells by column, in the order of the schedule."""
    checks = warnings(problem, schedule)
    return [_row(problem, session, check) for session, check in zip(schedule.sessions, checks, strict=True)]


def _row(problem: Problem, session: Session, check: str) -> Row:
    instructors, rooms = needs(problem, session)
    return {
        "Row ID": session.id,
        "Cohort": session.cohort,
        "Date": session.date,
        "Start": time_of(session.start),
        "End": time_of(session.end),
        "Hours": hours(session.length),
        "Module": session.module,
        "Title": title(problem, session),
        "Instructor": at_once(session.instructors, instructors),
        "Room": at_once(session.rooms, rooms),
        "Pin": pin_words(session.pin),
        "Note": session.note,
        "Check": check,
    }


def as_frame(schedule: Schedule, problem: Problem) -> pd.DataFrame:
    """Give the schedule as a table with the columns of the sheet Schedule.

    Returns
    -------
    pandas.DataFrame
        One row a session; ``Date`` is a timestamp, ``Start`` and ``End`` are times of day,
        ``Hours`` a number, the rest text; nothing is missing, an empty cell is empty text.
    """
    columns = [column.name for column in SCHEDULE]
    frame = pd.DataFrame(schedule_rows(problem, schedule), columns=columns)
    frame["Date"] = pd.to_datetime(frame["Date"])
    return frame
