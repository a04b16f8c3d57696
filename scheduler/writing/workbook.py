"""Opening and closing a workbook, and the few looks everything in it is made of."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FONT = {"font_name": "Arial", "font_size": 10}
"""Everybody has Arial or its metric twin, so what fits here fits on every desk."""

INK, PAPER = "#1B2A3A", "#FFFFFF"
HEAD, HEAD_LIGHT = "#1F3A5F", "#DCE5EF"
RULE, SHADE, FAINT = "#B8C4D0", "#F3F6F9", "#5B6B7B"
ALERT, ALERT_INK, CLOSED = "#FFD9D6", "#9C0006", "#E3E3E3"
LINK = "#0B57A4"

DATE = "ddd mmm d"
DATE_YEAR = "ddd mmm d, yyyy"
DATE_YEAR_WIDTH = 17.0
"""Characters that a column of such dates needs, in every spreadsheet program."""

DATE_TIME = "ddd mmm d h:mm AM/PM"
MOMENT = "ddd mmm d, yyyy h:mm AM/PM"
TIME = "h:mm AM/PM"
HOURS = "General"
"""Not ``0.##``: Excel would show 30 hours as ``30.``, with the point."""

TEXT = "@"

EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's dates."""

Cell: TypeAlias = str | int | float | date | time | datetime | None
"""What may stand in a cell; None and the empty text leave it empty."""


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas are written as they are.

    They use only functions that every spreadsheet program of the last fifteen years knows, so
    the search for newer ones in each formula (more than half of the time) is left out.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class Book:
    """A workbook being written: its sheets, and each look made once however often it is asked for."""

    def __init__(self, path: Path, today: date) -> None:
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_format_properties": FONT,
        }
        self.workbook = xlsxwriter.Workbook(str(path), options)
        self.workbook.set_properties(
            {"created": datetime(today.year, today.month, today.day, tzinfo=UTC), "author": "scheduler"}
        )
        self.workbook.set_size(2400, 1400)
        self._looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **properties: object) -> Format:
        """Give the format with these properties, in the house's font and ink."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            house = {**FONT, "font_color": INK, "valign": "vcenter"}
            self._looks[key] = self.workbook.add_format({**house, **properties})
        return self._looks[key]

    def difference(self, **properties: object) -> Format:
        """Give a format for a conditional format: only what it changes."""
        key = (("difference", True), *sorted(properties.items()))
        if key not in self._looks:
            self._looks[key] = self.workbook.add_format(properties)
        return self._looks[key]

    def heading(self, *, strong: bool = True, align: str = "left") -> Format:
        """Give the look of a heading; a strong one is white on dark, the other dark on light."""
        colours = (
            {"bg_color": HEAD, "font_color": PAPER}
            if strong
            else {"bg_color": HEAD_LIGHT, "font_color": HEAD}
        )
        return self.look(
            **colours,
            bold=strong,
            align=align,
            indent=int(align == "right"),
            text_wrap=True,
            border=1,
            border_color=RULE,
        )

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet that prints on US Letter, landscape, one page wide."""
        sheet = self.workbook.add_worksheet(name, PlainSheet)
        sheet.set_paper(1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.6)
        sheet.hide_gridlines(2)
        return sheet

    def define(self, name: str, reference: str) -> None:
        """Give a range a name, so that dropdowns and formulas can ask for it."""
        self.workbook.define_name(name, f"={reference}")


def serial(when: date) -> int:
    """Give the number a spreadsheet knows a date by."""
    return (when - EPOCH).days


@contextmanager
def written(path: Path, today: date) -> Iterator[Book]:
    """Open a new workbook, and save it at the end.

    Raises
    ------
    PermissionError
        If the file cannot be written, for instance because it is open in a spreadsheet.
    """
    book = Book(path, today)
    yield book
    try:
        book.workbook.close()
    except FileCreateError as error:
        raise PermissionError(f"{path} cannot be written: {error}") from error


def put(sheet: Worksheet, row: int, column: int, value: Cell, look: Format) -> None:
    """Write one value as what it is: text stays text, and nothing in it is taken for a formula."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def shown(value: float) -> str:
    """Give the number format that shows a value without needless decimals."""
    return "#,##0" if float(value).is_integer() else "#,##0.0#"


def footed(sheet: Worksheet, title: str, site: str = "", *, middle: str = "") -> None:
    """Put the title (and what belongs in the middle) over and the page number under every printed page.

    The size stands before the font: a title like 007 after a size would be read as part of it.
    """
    centre = f'&C&9&"Arial"{escaped(middle)}' if middle else ""
    sheet.set_header(f'&L&10&"Arial,Bold"{escaped(title)}{centre}&R&9&"Arial"{escaped(site)}')
    sheet.set_footer('&L&8&"Arial"&A&R&8&"Arial"Page &P')
    sheet.set_start_page(1)


def escaped(text: str) -> str:
    """Write text so that a page header shows it as it is; there an ampersand is a command."""
    return text.replace("&", "&&")
