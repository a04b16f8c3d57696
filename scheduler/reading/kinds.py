"""Telling a planning workbook from a schedule workbook."""

from pathlib import Path
from typing import Literal

from scheduler.reading import workbook
from scheduler.reading.faults import Unreadable
from scheduler.reading.sheets import matched
from scheduler.tables import META, PLANNING, SCHEDULE


def kind_of(path: Path) -> Literal["planning", "schedule"]:
    """Say whether a file is a planning workbook or a schedule workbook, by its sheets.

    A folder, and a file that cannot be opened, count as planning: reading them says what is
    wrong. A planning workbook to which somebody has added a sheet Schedule stays one.
    """
    if path.is_dir():
        return "planning"
    try:
        names = workbook.sheet_names(path)
    except Unreadable:
        return "planning"
    planning = matched(PLANNING, names)
    complete = all(sheet.name in planning for sheet in PLANNING if sheet.required)
    scheduled = META in names or SCHEDULE.name in matched((SCHEDULE,), names)
    return "schedule" if scheduled and not complete else "planning"
