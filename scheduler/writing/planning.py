"""The planning workbook: blank with dropdowns and instructions, or filled with rows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scheduler.goals import GOALS, unit
from scheduler.tables import PLANNING, SETTINGS, Column, Kind, Sheet
from scheduler.writing import instructions
from scheduler.writing.dropdowns import LAST_ROW, add_lists, offer
from scheduler.writing.workbook import DATE_YEAR, MOMENT, RULE, TEXT, TIME, Book, Cell, footed, put, written

Row = Mapping[str, object]

MADE = date(2026, 1, 1)
"""The date a blank workbook carries: the same rows give the same file on any day."""

WIDTHS = {
    "Key": 26,
    "Value": 24,
    "Note": 52,
    "Title": 40,
    "Name": 26,
    "Email": 32,
    "Reason": 36,
    "Prerequisites": 22,
    "Types": 18,
    "Patterns": 14,
    "Status": 14,
    "Campuses": 18,
    "Instructor": 16,
    "Room": 16,
    "Student ID": 14,
    "Scenario": 28,
    "Sheet": 16,
    "Row": 8,
    "Column": 22,
}
KIND_WIDTHS = {Kind.DATE: 18, Kind.MOMENT: 26, Kind.TIME: 12, Kind.DAYS: 14, Kind.HOURS_LIST: 14}
NUMBER_FORMATS = {
    Kind.DATE: DATE_YEAR,
    Kind.MOMENT: DATE_YEAR,
    Kind.TIME: TIME,
    Kind.HOURS: "General",
    Kind.COUNT: "General",
    Kind.LEVEL: "General",
    Kind.NUMBER: "General",
}

SITE_SETTINGS = (
    ("Site", "", "The name printed on every page"),
    ("Time zone", "America/New_York", "For calendar feeds"),
    ("Plan from", "", "The first day that may be planned"),
    ("Plan to", "", "The last day that may be planned"),
)


def write_planning(path: Path, rows: Mapping[str, Sequence[Row]] | None = None) -> None:
    """Write a planning workbook: instructions, every sheet with its dropdowns, and the rows given.

    Parameters
    ----------
    path
        Where to; a file there is replaced.
    rows
        For each sheet by name its rows, as {column: value}; values are text, numbers, dates or
        times. Settings that are not among the rows are prefilled, goals with their usual weight.

    Raises
    ------
    KeyError
        If a row has a column its sheet has not.
    PermissionError
        If the file cannot be written.
    """
    given = rows or {}
    with written(path, MADE) as book:
        instructions.add(book)
        for table in PLANNING:
            found = given.get(table.name, ())
            _add_sheet(book, table, _settings(found) if table is SETTINGS else found)
        add_lists(book)


def _settings(given: Sequence[Row]) -> list[Row]:
    """Give the settings in their usual order, with what is given in place of the usual value."""
    own = {str(row["Key"]): dict(row) for row in given}
    usual = [*SITE_SETTINGS, *((f"Weight: {goal.NAME}", goal.WEIGHT, unit(goal)) for goal in GOALS)]
    filled = [{"Key": key, "Value": value, "Note": note} | own.pop(key, {}) for key, value, note in usual]
    return [*filled, *own.values()]


def _add_sheet(book: Book, table: Sheet, rows: Sequence[Row]) -> None:
    sheet = book.sheet(table.name)
    footed(sheet, table.name)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_row(0, 30)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{xl_col_to_name(len(table.columns) - 1)}{LAST_ROW}"})
    for index, column in enumerate(table):
        _add_column(book, sheet, table, index, column)
    for number, row in enumerate(rows, start=1):
        _add_row(book, sheet, table, number, row)
    sheet.autofilter(0, 0, max(1, len(rows)), len(table.columns) - 1)


def _add_column(book: Book, sheet: Worksheet, table: Sheet, index: int, column: Column) -> None:
    width = WIDTHS.get(column.name, KIND_WIDTHS.get(column.kind, 14))
    sheet.set_column(index, index, width, _look(book, column))
    sheet.write_string(0, index, column.name, book.heading(strong=column.required))
    note = instructions.explained(column)
    lines = max(2, len(note) // 30 + 2)
    sheet.write_comment(
        0, index, note, {"width": 220, "height": 18 * lines, "font_size": 9, "author": "scheduler"}
    )
    offer(sheet, table, index, column)


def _look(book: Book, column: Column, value: object = None) -> Format:
    number_format = NUMBER_FORMATS.get(column.kind, TEXT)
    if isinstance(value, datetime):
        number_format = MOMENT
    elif isinstance(value, date):
        number_format = DATE_YEAR
    elif isinstance(value, int | float) and column.kind is Kind.TEXT:
        number_format = "General"
    align = "left" if column.name in ("Value", "Row") or number_format == TEXT else "right"
    if column.kind is Kind.TEXT and column.name in ("Note", "Reason"):
        return book.look(num_format=TEXT, align="left", text_wrap=True, bottom=4, bottom_color=RULE)
    return book.look(num_format=number_format, align=align, bottom=4, bottom_color=RULE)


def _add_row(book: Book, sheet: Worksheet, table: Sheet, number: int, row: Row) -> None:
    unknown = [name for name in row if name not in {column.name for column in table}]
    if unknown:
        raise KeyError(f"{table.name} has no column {unknown[0]}")
    for index, column in enumerate(table):
        value = _typed(row.get(column.name), column)
        put(sheet, number, index, value, _look(book, column, value))


def _typed(value: object, column: Column) -> Cell:
    """Give the value as the cell is to hold it: an ID is text even if it looks like a number."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, int | float) and column.kind in (Kind.ID, Kind.IDS, Kind.AT_ONCE, Kind.HOURS_LIST):
        return f"{value:g}"
    return value if isinstance(value, int | float) or hasattr(value, "hour") else str(value)  # type: ignore[return-value]
