"""A calendar as a sheet: a row of days for each week, which print whole weeks to a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.clock import number
from scheduler.writing.calendars import Calendar, Entry
from scheduler.writing.pages import page_starts
from scheduler.writing.wording import DASH, DOT, month_day
from scheduler.writing.workbook import (
    ALERT_INK,
    CLOSED,
    FAINT,
    HEAD,
    HEAD_LIGHT,
    INK,
    RULE,
    SHADE,
    Book,
    footed,
)

PAGE_WIDTH = 900
"""Pixels across a Letter page in landscape inside our margins, at full size, with a reserve of a twelfth."""

PAGE_HEIGHT = 496
"""Points down the same page; a reserve for programs that round each row up."""

WEEK_WIDTH = 88
WIDEST_DAY = 560
"""Pixels; a calendar of Saturdays need not be stretched over the page."""

FREE_HEIGHT = 18
LINE = 10.8
"""Points a line of small print takes."""

TITLE, FACTS, DAYS = 0, 1, 2
TITLE_HEIGHT = 26 + 18
DAYS_HEIGHT = 18
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def add(book: Book, calendar: Calendar, site: str, colour: str) -> None:
    """Add the sheet of a calendar."""
    sheet = book.sheet(calendar.sheet)
    footed(sheet, calendar.name, site, middle=calendar.span)
    sheet.set_print_scale(100)
    sheet.center_horizontally()
    sheet.set_tab_color(colour)
    page = _Page(book=book, sheet=sheet, calendar=calendar)
    page.headings()
    row, breaks = DAYS + 1, list[int]()
    sizes = [page.height(weeks) for weeks in calendar.stretches]
    firsts = page_starts(sizes, title=TITLE_HEIGHT, heading=DAYS_HEIGHT, most=PAGE_HEIGHT)
    for index, weeks in enumerate(calendar.stretches):
        if index in firsts:
            breaks.append(row)
        row = page.stretch(row, weeks)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, max(row - 1, FACTS), len(calendar.weekdays))


@dataclass(frozen=True, kw_only=True)
class _Page:
    book: Book
    sheet: Worksheet
    calendar: Calendar

    def headings(self) -> None:
        self.sheet.set_column_pixels(0, 0, WEEK_WIDTH)
        self.sheet.set_column_pixels(1, len(self.calendar.weekdays), self._width)
        self.sheet.set_row(TITLE, 26)
        self.sheet.set_row(FACTS, 18)
        self.sheet.set_row(DAYS, DAYS_HEIGHT)
        self.sheet.write_string(
            TITLE, 0, self.calendar.name, self.book.look(bold=True, font_size=16, font_color=HEAD)
        )
        self.sheet.write_string(FACTS, 0, self.calendar.facts, self.book.look(font_color=FAINT))
        for index, word in enumerate(("Week of", *(WEEKDAYS[day] for day in self.calendar.weekdays))):
            self.sheet.write_string(
                DAYS,
                index,
                word,
                self.book.look(bold=True, bg_color=HEAD, font_color="#FFFFFF", align="center"),
            )
        self.sheet.freeze_panes(DAYS + 1, 1)
        self.sheet.repeat_rows(DAYS)

    @property
    def _width(self) -> int:
        """The pixels of a day."""
        return min(WIDEST_DAY, (PAGE_WIDTH - WEEK_WIDTH) // len(self.calendar.weekdays))

    def _days(self, week: date) -> list[date]:
        return [week + timedelta(days=offset) for offset in self.calendar.weekdays]

    def _depth(self, week: date) -> int:
        """Give how many rows a week needs; a day with class may also have a note."""
        entries, off = self.calendar.entries, self.calendar.off
        return max(len(entries.get(day, ())) + (day in off) for day in self._days(week))

    def _heights(self, week: date) -> list[float]:
        """Give the height of each row of sessions of a week, by the longest text in it."""
        return [
            max(
                (self._lines(entries[place]) for entries in self._entries(week) if place < len(entries)),
                default=2,
            )
            * LINE
            + 4
            for place in range(self._depth(week))
        ]

    def _entries(self, week: date) -> list[Sequence[Entry]]:
        return [self.calendar.entries.get(day, ()) for day in self._days(week)]

    def _lines(self, entry: Entry) -> int:
        """Estimate how many lines a session takes in its column: about 5.3 pixels a letter at this size."""
        across = self._width / 5.6
        return len(entry.times) + sum(ceil(len(line) / across) for line in (entry.headline, *entry.lines))

    def height(self, weeks: Sequence[date]) -> float:
        """Give the height in points of a week with its line of dates, or of weeks without a session."""
        return 14 + sum(self._heights(weeks[0])) if self.calendar.is_held(weeks[0]) else FREE_HEIGHT

    def stretch(self, row: int, weeks: Sequence[date]) -> int:
        """Write a week, or weeks without a session on one line; give the row after."""
        if self.calendar.is_held(weeks[0]):
            return self.week(row, weeks[0])
        self.sheet.set_row(row, FREE_HEIGHT)
        self.sheet.write_string(row, 0, _week_of(weeks[0]), self._dated())
        look = self.book.look(
            font_size=9, font_color=FAINT, italic=True, bg_color=CLOSED, top=2, top_color=HEAD, indent=1
        )
        columns = len(self.calendar.weekdays)
        if columns > 1:
            self.sheet.merge_range(row, 1, row, columns, self._idle(weeks), look)
        else:
            self.sheet.write_string(row, 1, self._idle(weeks), look)
        return row + 1

    def _idle(self, weeks: Sequence[date]) -> str:
        days = [day for week in weeks for day in self._days(week)]
        span = f"{month_day(days[0])} {DASH} {month_day(days[-1])}"
        reasons = dict.fromkeys(
            self.calendar.off[day].replace("\n", ": ") for day in days if day in self.calendar.off
        )
        return f"{span}   no sessions" + "".join(f"{DOT}{reason}" for reason in reasons)

    def _dated(self) -> Format:
        return self.book.look(
            bg_color=HEAD_LIGHT,
            font_color=HEAD,
            bold=True,
            font_size=9,
            align="center",
            top=2,
            top_color=HEAD,
        )

    def week(self, row: int, week: date) -> int:
        """Write a week, and give the row after it."""
        self._dates(row, week)
        heights = self._heights(week)
        for place, height in enumerate(heights, start=1):
            self.sheet.set_row(row + place, height)
        held = self.calendar.hours.get(week, 0)
        said = f"{number(held)} h" if held else ""
        side = self.book.look(
            bg_color=SHADE,
            align="center",
            valign="top",
            font_size=9,
            font_color=FAINT,
            right=1,
            right_color=RULE,
        )
        self.sheet.write_string(row + 1, 0, said, side)
        for place in range(1, len(heights)):
            self.sheet.write_blank(row + 1 + place, 0, None, side)
        for column, day in enumerate(self._days(week), start=1):
            self._day(row + 1, column, day, len(heights))
        return row + 1 + len(heights)

    def _dates(self, row: int, week: date) -> None:
        self.sheet.set_row(row, 14)
        strong = self._dated()
        self.sheet.write_string(row, 0, _week_of(week), strong)
        for column, day in enumerate(self._days(week), start=1):
            self.sheet.write_string(row, column, month_day(day), strong)

    def _day(self, row: int, column: int, day: date, depth: int) -> None:
        entries = self.calendar.entries.get(day, ())
        reason = self.calendar.off.get(day, "")
        for place in range(depth):
            if place < len(entries):
                self._session(row + place, column, entries[place])
            else:
                shown = reason if place == len(entries) else ""
                self._free(row + place, column, shown, closed=bool(reason) and not entries)

    def _session(self, row: int, column: int, entry: Entry) -> None:
        border = (
            {"border": 2, "border_color": ALERT_INK} if entry.missing else {"border": 1, "border_color": RULE}
        )
        cell = self.book.look(bg_color=entry.colour, text_wrap=True, valign="top", font_size=8.5, **border)
        small = {"font_size": 8.5, "font_color": INK}
        bold, plain = self.book.look(bold=True, **small), self.book.look(**small)
        strong = self.book.look(bold=True, font_size=8.5, font_color=ALERT_INK)
        parts = [bold, "\n".join(entry.times), plain, "\n" + entry.headline]
        for line in entry.lines:
            parts += [strong if "?" in line and entry.missing else plain, "\n" + line]
        self.sheet.write_rich_string(row, column, *parts, cell)

    def _free(self, row: int, column: int, text: str, *, closed: bool) -> None:
        colour = {"bg_color": CLOSED} if closed else {}
        look = self.book.look(
            text_wrap=True,
            valign="top",
            align="center",
            font_size=8.5,
            font_color=FAINT,
            italic=True,
            left=1,
            right=1,
            left_color=RULE,
            right_color=RULE,
            **colour,
        )
        if text:
            self.sheet.write_string(row, column, text, look)
        else:
            self.sheet.write_blank(row, column, None, look)


def _week_of(week: date) -> str:
    return f"{month_day(week)}, {week.year}"
