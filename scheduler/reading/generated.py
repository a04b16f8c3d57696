"""The rows a schedule workbook was written with, kept in its hidden sheet, to tell edits by."""

from dataclasses import replace

from scheduler.domain.schedule import Schedule
from scheduler.reading.faults import Faults
from scheduler.reading.grid import Grid
from scheduler.reading.headings import table_of
from scheduler.reading.records import Record, read_records
from scheduler.reading.sessions import UNREAD, pin_of, session_of
from scheduler.tables import SCHEDULE

FIRST_COLUMN = 4
"""The rows stand from this column on; before it stand the facts of the run."""


def generated(grid: Grid) -> Schedule | None:
    """Give the schedule as it was written; None if the hidden sheet does not hold it any more.

    The sheet is written by the planner and holds no faults of the coordinator's: a row that cannot
    be read there is passed over.
    """
    rows = {
        number: {column: raw for column, raw in cells.items() if column >= FIRST_COLUMN}
        for number, cells in grid.rows.items()
    }
    table = table_of(SCHEDULE, 0, replace(grid, rows=rows), Faults(), [])
    if table is None or not _needed() <= table.columns.keys():
        return None
    records = (r for r in read_records(table, Faults(), unread=UNREAD, key=("Row ID",)) if _whole(r))
    return Schedule(
        sessions=tuple(replace(session_of(r, pin_of(r, Faults()), r.text("Row ID")), row=0) for r in records)
    )


def facts(grid: Grid) -> dict[str, str]:
    """Give what the hidden sheet says of the run that wrote the workbook, by its Key."""
    pairs = ((cells.get(1), cells.get(2)) for cells in grid.rows.values())
    return {key: value for key, value in pairs if isinstance(key, str) and isinstance(value, str)}


def _needed() -> set[str]:
    return {"Row ID", *(column.name for column in SCHEDULE if column.required)}


def _whole(record: Record) -> bool:
    return _needed() <= record.values.keys()
