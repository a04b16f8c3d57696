"""The looks a page of words and small tables is made of, such as Read me."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.writing.workbook import HEAD, HEAD_LIGHT, RULE, Book

LINE = 13.0
"""Points a line of text takes at the usual size."""

USUAL_SIZE = 10.0
PORTRAIT = 130
"""Characters that fit across an upright page and can still be read."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A sheet that reads like a page, and how many characters wide each of its columns is."""

    book: Book
    sheet: Worksheet
    widths: Sequence[float]

    @property
    def last(self) -> int:
        """The last column of the page."""
        return len(self.widths) - 1

    def lay_out(self) -> None:
        """Set the columns; a page too wide to be read upright is turned."""
        for index, width in enumerate(self.widths):
            self.sheet.set_column(index, index, width)
        if sum(self.widths) <= PORTRAIT:
            self.sheet.set_portrait()

    def section(self, row: int, text: str) -> int:
        """Write the heading of a section, and give the row after it."""
        self.sheet.set_row(row, 22)
        self.sheet.write_string(row, 0, text, self.book.look(bold=True, font_size=12, font_color=HEAD))
        return row + 1

    def heads(self, row: int, texts: Sequence[str], left: int) -> None:
        """Write the headings of a table; so many of them belong to text, the rest to numbers and dates."""
        for index, text in enumerate(texts):
            align = "left" if index < left else "right"
            look = self.book.look(bold=True, bg_color=HEAD_LIGHT, font_color=HEAD, align=align)
            self.sheet.write_string(row, index, text, look)

    def line(self, *, right: bool = False, **more: Any) -> Format:
        """Give the look of a cell in a line of a table."""
        return self.book.look(bottom=1, bottom_color=RULE, align="right" if right else "left", **more)

    def words(self, row: int, first: int, text: str, *, size: float = USUAL_SIZE, **more: Any) -> None:
        """Write text from a column to the end of the page, in a row as high as it needs."""
        across = 1.1 * sum(self.widths[first:]) * USUAL_SIZE / size
        lines = max(1, ceil(len(text) / across))
        look = self.line(text_wrap=True, valign="top", font_size=size, **more)
        self.sheet.set_row(row, lines * LINE * max(size / USUAL_SIZE, 0.8) + 3)
        if first < self.last:
            self.sheet.merge_range(row, first, row, self.last, text, look)
        else:
            self.sheet.write_string(row, first, text, look)
