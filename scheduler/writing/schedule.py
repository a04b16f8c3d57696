"""The schedule workbook: everything people read, print and edit."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from scheduler.domain.calendar import with_patterns
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.writing import (
    bottleneck_sheet,
    calendar_sheet,
    calendars,
    changes,
    check_sheet,
    finding_sheet,
    hours_sheet,
    lists,
    load_sheet,
    meta,
    module_sheet,
    session_sheet,
    summary,
    timeline,
)
from scheduler.writing.names import SheetNames, sheet_names
from scheduler.writing.rows import schedule_rows
from scheduler.writing.workbook import Book, written

TABS = {"cohort": "#4A7FB5", "instructor": "#7BA05B", "room": "#C08A3E"}


def write_schedule(
    path: Path, problem: Problem, outcome: Outcome, *, inputs: str, today: date, version: str = ""
) -> None:
    """Write the schedule workbook.

    Parameters
    ----------
    path
        Where to; a file there is replaced.
    problem, outcome
        What was planned and what came out; the sessions carry their Row IDs and row numbers.
    inputs
        The fingerprint (sha256) of the planning workbook.
    today
        The date the workbook carries.
    version
        What it is a version of and which: ``fall v2``.

    Raises
    ------
    PermissionError
        If the file cannot be written, for instance because it is open in a spreadsheet.
    """
    schedule = with_patterns(problem, outcome.schedule)
    outcome = replace(outcome, schedule=schedule)
    site = problem.settings.site
    rows = schedule_rows(problem, schedule)
    names = sheet_names(problem, schedule)
    facts = {"Version": version, "Made": today.isoformat(), "Inputs": inputs}
    with written(path, today) as book:
        summary.add(book, problem, outcome, names)
        session_sheet.add(book, rows, problem.settings, changes.marks(outcome))
        module_sheet.add(book, problem, schedule)
        hours_sheet.add(book, problem, schedule)
        load_sheet.add(book, problem, schedule)
        bottleneck_sheet.add(book, outcome, site)
        timeline.add(book, problem, schedule, names)
        _calendars(book, problem, schedule, names)
        finding_sheet.add(book, outcome, site)
        changes.add(book, outcome, site)
        lists.add(book, problem, schedule)
        meta.add(book, problem, outcome, rows, facts)
        check_sheet.add(book, problem, schedule, rows)


def _calendars(book: Book, problem: Problem, schedule: Schedule, names: SheetNames) -> None:
    site = problem.settings.site
    for cohort, sheet in names.cohorts.items():
        calendar_sheet.add(book, calendars.of_cohort(problem, schedule, cohort, sheet), site, TABS["cohort"])
    for who, sheet in names.instructors.items():
        calendar_sheet.add(
            book, calendars.of_instructor(problem, schedule, who, sheet), site, TABS["instructor"]
        )
    for room, sheet in names.rooms.items():
        calendar_sheet.add(book, calendars.of_room(problem, schedule, room, sheet), site, TABS["room"])
