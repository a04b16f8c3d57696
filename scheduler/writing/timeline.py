"""The sheet Timeline: all cohorts on one page, modules as bars, holidays shaded, months above."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.clock import hours, monday, number
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Closure, Module, Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import TIMELINE
from scheduler.writing.lanes import Bar, Scale, lanes, scale
from scheduler.writing.names import SheetNames, link
from scheduler.writing.palette import module_colours
from scheduler.writing.wording import DASH, is_missing, month_day
from scheduler.writing.workbook import ALERT_INK, CLOSED, FAINT, HEAD, HEAD_LIGHT, LINK, RULE, Book, footed

WIDE = 1000
"""Pixels for all columns of the timeline together."""

NARROW = 26
"""Pixels a module's code needs to stand upright beside its neighbours' codes."""

WITH_YEAR = 56
"""Pixels a month needs for its year."""

MARK = 14
"""Pixels an exclamation mark needs."""

ACROSS = 3
EDGE = "#7D8B99"
HATCHED = 14
"""The number of the thin upward stripes among a spreadsheet's patterns."""

ALARM = {
    "pattern": HATCHED,
    "fg_color": "#D9534F",
    "font_color": ALERT_INK,
    "border": 2,
    "border_color": ALERT_INK,
}
TOP = 3
"""The rows of title, months and weeks above the first cohort."""


def add(book: Book, problem: Problem, schedule: Schedule, names: SheetNames) -> None:
    """Add the sheet; it fits one page wide."""
    sheet = book.sheet(TIMELINE)
    footed(sheet, "Timeline", problem.settings.site)
    sheet.fit_to_pages(1, 0)
    if not schedule.sessions:
        sheet.write_string(0, 0, "Nothing is planned yet.", book.look())
        return
    page = _Timeline(book=book, sheet=sheet, problem=problem, schedule=schedule, scale=scale(schedule))
    page.headings()
    row = TOP
    for cohort in problem.cohorts:
        row = page.cohort(row, cohort, names.cohorts[cohort])
    page.legend(row + 1)
    sheet.freeze_panes(TOP, 1)
    sheet.repeat_rows(1, TOP - 1)


@dataclass(frozen=True, kw_only=True)
class _Timeline:
    book: Book
    sheet: Worksheet
    problem: Problem
    schedule: Schedule
    scale: Scale

    def headings(self) -> None:
        count = len(self.scale.starts)
        self.sheet.set_column_pixels(0, 0, 150)
        self.sheet.set_column_pixels(1, count, self._pixels)
        self.sheet.set_row(0, 26)
        self.sheet.set_row(1, 18)
        self.sheet.set_row(2, 15)
        self.sheet.write_string(0, 0, "Timeline", self.book.look(bold=True, font_size=16, font_color=HEAD))
        self.sheet.write_string(1, 0, "Month", self.book.heading())
        self.sheet.write_string(2, 0, "Week of", self.book.heading(strong=False))
        for label, first, last in self._groups(lambda day: (day.year, day.month)):
            self._across(1, first, last, self._month(label, last - first + 1), self._head(HEAD, "#FFFFFF"))
        for label, first, last in self._groups(monday):
            self._across(2, first, last, str(label.day), self._head(HEAD_LIGHT, HEAD, size=7))

    def _month(self, label: date, columns: int) -> str:
        """Name a month as fully as its columns allow; the one after it tells a month of a few days."""
        pixels = columns * self._pixels
        return f"{label:%b %Y}" if pixels >= WITH_YEAR else f"{label:%b}" if pixels >= NARROW else ""

    def _head(self, paper: str, ink: str, size: int = 9) -> Format:
        settings = {"bg_color": paper, "font_color": ink, "font_size": size, "bold": size > 7}
        return self.book.look(align="center", left=1, left_color="#FFFFFF", **settings)

    def _groups(self, key: object) -> Iterator[tuple[date, int, int]]:
        numbered = enumerate(self.scale.starts, start=1)
        for _, group in groupby(numbered, key=lambda item: key(item[1])):  # type: ignore[operator]
            columns = list(group)
            yield columns[0][1], columns[0][0], columns[-1][0]

    def _across(self, row: int, first: int, last: int, text: str, look: Format) -> None:
        if last > first:
            self.sheet.merge_range(row, first, row, last, text, look)
        else:
            self.sheet.write_string(row, first, text, look)

    def cohort(self, row: int, cohort: CohortId, calendar: str) -> int:
        """Write a cohort's lanes, and give the row after them."""
        found = lanes(self.problem, self.schedule, cohort, self.scale) or [[]]
        closed = self._closed(cohort)
        self._label(row, cohort, calendar)
        for index, bars in enumerate(found):
            self.sheet.set_row(row + index, 28)
            self._lane(row + index, cohort, bars, closed)
        self.sheet.set_row(row + len(found), 14)
        self._caption(row + len(found), cohort)
        return row + len(found) + 1

    def _label(self, row: int, cohort: CohortId, calendar: str) -> None:
        look = self.book.look(bold=True, font_color=LINK, valign="vcenter")
        self.sheet.write_url(row, 0, link(calendar), look, cohort)

    def _caption(self, row: int, cohort: CohortId) -> None:
        sessions = self.schedule.by_cohort.get(cohort, ())
        total = number(hours(sum(session.length for session in sessions)))
        span = (
            f"{month_day(sessions[0].date)} {DASH} {month_day(sessions[-1].date)}"
            if sessions
            else "not planned"
        )
        self.sheet.write_string(
            row, 0, f"{total} h, {span}", self.book.look(font_size=7, font_color=FAINT, valign="top")
        )

    def _closed(self, cohort: CohortId) -> dict[int, str]:
        """Give the columns in which the cohort has no class because of the calendar, and why."""
        whole = [
            c for c in self.problem.closures if c.until is None and c.concerns(self.problem.cohorts[cohort])
        ]
        return {
            column: _why(whole, day)
            for column, day in enumerate(self.scale.starts)
            if not self.scale.weekly and any(c.first <= day <= c.last for c in whole)
        }

    def _lane(self, row: int, cohort: CohortId, bars: list[Bar], closed: dict[int, str]) -> None:
        empty = self.book.look(bg_color="#FFFFFF", bottom=4, bottom_color=RULE)
        shaded = self.book.look(bg_color=CLOSED, pattern=1)
        for column in range(len(self.scale.starts)):
            self.sheet.write_blank(row, column + 1, None, shaded if column in closed else empty)
        colours = module_colours(self.problem)
        for bar in bars:
            colour = colours[cohort, bar.module]
            parts = [part for run in _open_parts(bar, closed) for part in self._marked(bar, *run)]
            longest = max(parts, key=lambda part: (not part[2], part[1] - part[0]))
            for part in parts:
                first, last, missing = part
                shown = bar.module if part == longest or last - first > 3 else ""
                roomy = (last - first + 1) * self._pixels >= NARROW + MARK
                text = (f"! {shown}".strip() if roomy else "!") if missing else shown
                self._across(row, first + 1, last + 1, text, self._bar(colour, last - first + 1, missing))

    def _marked(self, bar: Bar, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
        """Divide a part of a bar by whether somebody is missing; a mark is wide enough to be seen."""
        wide = ceil(MARK / self._pixels)
        starts = [max(first, min(c, last + 1 - wide)) for c in bar.missing if first <= c <= last]
        marked = {column for start in starts for column in range(start, min(start + wide, last + 1))}
        for missing, group in groupby(range(first, last + 1), key=marked.__contains__):
            columns = list(group)
            yield columns[0], columns[-1], missing

    def _bar(self, colour: str, columns: int, missing: bool) -> Format:
        """Give the look of a bar; in a narrow one the code stands upright."""
        narrow = columns * self._pixels < NARROW and not missing
        turned = {"rotation": 90, "font_size": 7} if narrow else {"font_size": 8}
        look: dict[str, object] = {"bg_color": colour, "border": 1, "border_color": EDGE, "bold": True}
        if missing:
            look |= ALARM | {"bg_color": colour}
        return self.book.look(**look, **turned, align="center")

    @property
    def _pixels(self) -> int:
        return max(4, WIDE // len(self.scale.starts))

    def legend(self, row: int) -> None:
        """Write what the codes stand for, program by program."""
        for program in self.problem.programs.values():
            owner = next((c.id for c in self.problem.cohorts.values() if c.program == program.id), None)
            if owner is not None:
                bold = self.book.look(bold=True, text_wrap=True, valign="top")
                self.sheet.write_string(row, 0, program.title or program.id, bold)
                for index, module in enumerate(program.modules):
                    self._explain(row + index // ACROSS, index % ACROSS, owner, module)
                row += ceil(len(program.modules) / ACROSS) + 1
        if any(is_missing(self.problem, session) for session in self.schedule.sessions):
            self._mark(row)
            row += 1
        self._shading(row)

    def _mark(self, row: int) -> None:
        look = self.book.look(**ALARM, bg_color="#FFFFFF", font_size=8, bold=True, align="center")
        words = "Hours without an instructor or a room they need; Findings names them."
        self.sheet.write_string(row, 0, "! Red, striped", look)
        self._across(row, 1, len(self.scale.starts), words, self.book.look(font_size=8))

    def _explain(self, row: int, place: int, owner: CohortId, module: Module) -> None:
        count = len(self.scale.starts)
        width, code = count // ACROSS, max(2, count // 24)
        first = 1 + place * width
        colour = module_colours(self.problem)[owner, module.id]
        boxed = self.book.look(
            bg_color=colour, border=1, border_color=EDGE, font_size=8, bold=True, align="center"
        )
        small = self.book.look(font_size=8, indent=1, shrink=True)
        self.sheet.set_row(row, 15)
        self._across(row, first, first + code - 1, module.id, boxed)
        words = (
            f"{module.title}, {number(hours(module.length))} h"
            if module.title
            else f"{number(hours(module.length))} h"
        )
        self._across(row, first + code, first + max(width - 2, code), words, small)

    def _shading(self, row: int) -> None:
        closures = sorted({(c.first, c.last, c.note) for c in self.problem.closures if c.until is None})
        words = [f"{_span(first, last)} {note}".strip() for first, last, note in closures]
        if words:
            self.sheet.write_string(row, 0, "Grey: no class", self.book.look(bg_color=CLOSED, font_size=8))
            look = self.book.look(font_size=8, text_wrap=True, valign="top")
            self._across(row, 1, len(self.scale.starts), "; ".join(words), look)
            self.sheet.set_row(row, 13 * (1 + len("; ".join(words)) // 170))


def _why(closures: list[Closure], day: date) -> str:
    return next(closure.note for closure in closures if closure.first <= day <= closure.last)


def _span(first: date, last: date) -> str:
    return month_day(first) if first == last else f"{month_day(first)} {DASH} {month_day(last)}"


def _open_parts(bar: Bar, closed: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a bar between the closed days."""
    columns = [column for column in range(bar.first, bar.last + 1) if column not in closed]
    for _, group in groupby(enumerate(columns), key=lambda item: item[1] - item[0]):
        run = [column for _, column in group]
        yield run[0], run[-1]
