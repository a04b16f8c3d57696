"""The department of `tiny` as it is read, so that facts name real cells, and why its plan lacks something.

Its sheets are as the template has them, but plain, so that many can be written: headings in row 1, the
rows given from row 2 on. Plan from is Settings!B3, Plan to is Settings!B4.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import tiny
from openpyxl import Workbook

from scheduler.app.planning import Search, solve
from scheduler.domain.problem import Problem
from scheduler.domain.reason import Reason
from scheduler.domain.schedule import Schedule
from scheduler.reading import read_problem
from scheduler.reasons import Asking, Cause, causes
from scheduler.tables import PLANNING

WORK = 150
ASK = Asking(clock=lambda: 0.0)


def department(**changed: Any) -> Problem:
    """Give the department with cells of a sheet's first row changed, or with other rows."""
    with TemporaryDirectory() as scratch:
        reading = read_problem(_plain(Path(scratch) / "fall.xlsx", tiny.rows(**changed)))
    assert reading.problem is not None, reading.faults
    return reading.problem


def _plain(path: Path, rows: tiny.Rows) -> Path:
    book = Workbook()
    for table in PLANNING:
        sheet = book.create_sheet(table.name)
        names = [column.name for column in table.columns]
        sheet.append(names)
        for row in rows.get(table.name, ()):
            sheet.append([row.get(name) for name in names])
    book.save(path)
    return path


def planned(problem: Problem) -> Schedule:
    """Give the schedule that the engine finds, certified."""
    return solve(problem, Search(clock=lambda: 0.0, seconds=None, work=WORK)).schedule


def why(problem: Problem) -> tuple[Cause, ...]:
    """Give why not everything can be had."""
    return causes(problem, planned(problem), ASK)


def reasons(problem: Problem) -> list[Reason]:
    """Give what is told of why not everything can be had."""
    return [cause.reason for cause in why(problem)]


def cells(reason: Reason) -> list[str]:
    """Give the cells of a reason's facts, the one to blame in front."""
    return [fact.where for fact in reason.facts]
