"""What a scenario changes, in words: whose row it is, what stands there, what it would hold."""

from datetime import date

from scheduler.domain.clock import clock
from scheduler.domain.scenario import Change
from scheduler.reading.cells import read_cell
from scheduler.reading.dates import typed
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Broken, Grid
from scheduler.reading.headings import headings_of
from scheduler.tables import ROSTERS, Column, Kind, Sheet

HIDDEN = "(not shown)"
"""Stands for what is in a roster: it never leaves the file."""


def change_of(sheet: Sheet, before: Grid, after: Grid, row: int, column: str) -> Change:
    """Say what is different in a cell of a sheet."""
    new = row not in before.rows
    if sheet is ROSTERS:
        return Change(sheet=sheet.name, row=row, of="", new=new, column=column, before=None, after=HIDDEN)
    return Change(
        sheet=sheet.name,
        row=row,
        of=_whose(sheet, before, row) or _whose(sheet, after, row),
        new=new,
        column=column,
        before=_shown(before, sheet, row, sheet.column(column)),
        after=_shown(after, sheet, row, sheet.column(column)),
    )


def _whose(sheet: Sheet, grid: Grid, row: int) -> str:
    """Give the IDs that a row begins with, to the first that is its own; of a setting its key."""
    ids = [column for column in sheet if column.required and column.kind is Kind.ID]
    own = next((number for number, column in enumerate(ids, start=1) if not column.refers), len(ids))
    keys = ids[:own] or [column for column in sheet if column.name == "Key"]
    return " ".join(filter(None, (_shown(grid, sheet, row, column) for column in keys)))


def _shown(grid: Grid, sheet: Sheet, row: int, column: Column) -> str:
    """Write what a cell holds, dates and times as they are printed everywhere."""
    _, headings = headings_of(sheet, grid)
    number = headings.get(column.name, [0])[0]
    raw = grid.rows.get(row, {}).get(number)
    if raw is None or isinstance(raw, Broken):
        return ""
    try:
        value = read_cell(column, raw, grid.epoch)
    except Misread:
        return typed(raw)
    if isinstance(value, date):
        return typed(value)
    return clock(value) if column.kind is Kind.TIME and isinstance(value, int) else typed(raw)
