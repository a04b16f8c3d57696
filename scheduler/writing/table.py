"""A report sheet: headings in row 1 from `scheduler.tables`, one row of values after the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from math import ceil

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scheduler.tables import Column, Kind, Sheet
from scheduler.writing.workbook import (
    DATE_TIME,
    DATE_YEAR,
    DATE_YEAR_WIDTH,
    HOURS,
    RULE,
    TEXT,
    Book,
    Cell,
    footed,
    put,
    serial,
)

FORMATS = {
    Kind.DATE: DATE_YEAR,
    Kind.MOMENT: DATE_TIME,
    Kind.HOURS: HOURS,
    Kind.COUNT: "0",
    Kind.NUMBER: "0.0",
}


@dataclass(frozen=True, kw_only=True)
class Live:
    """A formula, and the value it gives at first."""

    formula: str
    value: Cell


LINE = 12.75
"""Points a line of text takes."""
WIDEST = 36
"""Characters; what is longer wraps or is cut."""

INDENT = {"left": 0, "right": 1}
"""Numbers keep a distance from the text in the next column."""


def fitting(least: float, texts: Iterable[str]) -> float:
    """Give the width a column of IDs needs, within reason."""
    return min(WIDEST, max((least, *(len(text) + 2.0 for text in texts))))


def cached(value: Cell) -> str | float:
    """Give a value as a formula keeps it: a date as its number, nothing as empty text."""
    if isinstance(value, date):
        return serial(value)
    return "" if value is None or isinstance(value, time) else value


@dataclass(frozen=True, kw_only=True)
class Report:
    """A sheet that is being filled, and the columns it has."""

    book: Book
    sheet: Worksheet
    columns: Sequence[Column]

    def row(self, number: int, values: Sequence[Cell | Live], **style: object) -> None:
        """Write one row below the headings; each value in the look of its column."""
        for index, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            look = self.look(column, **style)
            if isinstance(value, Live):
                self.sheet.write_formula(number, index, value.formula, look, cached(value.value))
            else:
                put(self.sheet, number, index, value, look)

    def tall(self, number: int, texts: Iterable[tuple[str, float]]) -> None:
        """Make a row as high as its longest text needs, each given with the width of its column."""
        lines = max(ceil(len(text) / width) for text, width in texts)
        self.sheet.set_row(number, LINE * max(1, lines) + 3)

    def look(self, column: Column, **style: object) -> object:
        """Give the look of a column's cells."""
        number_format = FORMATS.get(column.kind, TEXT)
        align = "right" if column.kind in FORMATS else "left"
        wrap = column.kind is Kind.TEXT
        usual = {
            "num_format": number_format,
            "align": align,
            "text_wrap": wrap,
            "valign": "top",
            "indent": INDENT[align],
        }
        return self.book.look(**{**usual, "bottom": 1, "bottom_color": RULE, **style})

    def finish(self, rows: int) -> None:
        """Add the filter arrows, over as many rows as there are."""
        self.sheet.autofilter(0, 0, max(1, rows), len(self.columns) - 1)
        last = xl_col_to_name(len(self.columns) - 1)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:{last}{rows + 2}"})


def report(
    book: Book, table: Sheet, widths: Mapping[str, float], *, site: str, more: Sequence[str] = ()
) -> Report:
    """Begin a sheet with its headings; ``more`` are headings of further columns of dates."""
    sheet = book.sheet(table.name)
    footed(sheet, table.name, site)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_row(0, 32)
    columns = [*table, *(Column(name=name, kind=Kind.DATE) for name in more)]
    for index, column in enumerate(columns):
        usual = DATE_YEAR_WIDTH if column.kind is Kind.DATE else 13
        sheet.set_column(index, index, widths.get(column.name, usual))
        align = "right" if column.kind in FORMATS else "left"
        sheet.write_string(0, index, column.name, book.heading(align=align))
    return Report(book=book, sheet=sheet, columns=columns)
