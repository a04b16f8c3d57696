"""The charts of the sheet Bottlenecks: the ten tightest rows, and the tightest one week by week."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import Any

from xlsxwriter.worksheet import Worksheet

from scheduler.domain.bottleneck import Bottleneck, Supply
from scheduler.domain.clock import hours
from scheduler.tables import BOTTLENECKS
from scheduler.writing.wording import DOT
from scheduler.writing.workbook import FAINT, FONT, HEAD, INK, RULE, Book

ROWS = 20
"""Rows that are kept free for the charts, above the table's headings."""

ROW_HEIGHT = 15
"""Points of each of them, so that every spreadsheet program puts the table below the charts."""

FIRST, MOST = 10, 3.0
"""So many rows are drawn, and no bar longer than this share."""

WIDE, HIGH = 640, 345
GAP = 12
USES, NAMES = 3, 8
"""Where the numbers behind the charts stand, to the right of them: hours by week, then the tightest rows."""

PEAK, MEAN, OVER, TAKEN, THERE = HEAD, "#9DB8D6", "#B3261E", "#C9D3B5", "#C08A3E"
SMALL = {"name": FONT["font_name"], "size": 8, "color": INK}


def add(book: Book, sheet: Worksheet, rows: Sequence[Bottleneck], *, first_week: int) -> None:
    """Add both charts; the numbers they draw stand above the weeks."""
    if rows[0].tightest is None:
        return
    charts = _Charts(book=book, sheet=sheet, rows=rows, first=first_week)
    sheet.insert_chart(2, 0, charts.tightest(), _place(0, "How much of the tightest is used"))
    sheet.insert_chart(2, 0, charts.by_week(), _place(WIDE + GAP, f"Hours by week: {label(rows[0])}"))


def _place(left: int, described: str) -> Mapping[str, object]:
    return {"x_offset": left + 2, "y_offset": 4, "object_position": 3, "description": described}


def label(row: Bottleneck) -> str:
    """Name a row in a few words: ``CNC-600 C06 and 2 more, Main, morning``."""
    pool = row.pool
    if pool.supply is Supply.ROOMS:
        what = f"{pool.room_type} rooms"
    else:
        program, module = next(iter(pool.needs))
        others = len(pool.needs) - 1
        what = f"{program} {module}{f' + {others} more' if others else ''}"
    return DOT.join(filter(None, (what, pool.campus, row.part)))


@dataclass(frozen=True, kw_only=True)
class _Charts:
    """Charts of rows, and the column in which the weeks begin."""

    book: Book
    sheet: Worksheet
    rows: Sequence[Bottleneck]
    first: int

    def tightest(self) -> object:
        """Draw the tightest rows as bars, with a line at 100 %."""
        drawn = [row for row in self.rows[:FIRST] if row.tightest is not None]
        self._list(drawn)
        chart = self._chart({"type": "bar"}, "The tightest, and how much of them is used (red: over 100 %)")
        last = NAMES + len(drawn) - 1
        names = self._range(NAMES, self.first + 1, last, self.first + 1)
        for heading, column, colour in (("In its tightest week", -1, PEAK), ("In all its weeks", 0, MEAN)):
            values = self._range(NAMES, self.first + column, last, self.first + column)
            series: dict[str, Any] = {"name": heading, "categories": names, "values": values, "gap": 45}
            series["fill"] = {"color": colour}
            if colour == PEAK:
                series["points"] = [
                    {"fill": {"color": OVER if row.peak.share > 1 else PEAK}} for row in drawn
                ]
                said = [{"value": _percent(row.peak.share)} for row in drawn]
                series["data_labels"] = {"value": True, "custom": said, "font": SMALL}
            chart.add_series(series)
        highest = max(max(map(_drawn, (row.peak.share, row.total.share))) for row in drawn)
        chart.set_y_axis({"reverse": True, "num_font": SMALL, "line": {"color": FAINT}})
        chart.set_x_axis(
            {
                "min": 0,
                "max": round(1.15 * highest + 0.1, 2),
                "major_unit": 1,
                "minor_unit": 0.25,
                "num_format": "0 %",
                "num_font": SMALL,
                "major_gridlines": {"visible": True, "line": {"color": INK, "width": 1.25}},
                "minor_gridlines": {"visible": True, "line": {"color": "#E3E8EE", "width": 0.5}},
            }
        )
        return chart

    def by_week(self) -> object:
        """Draw the hours of the tightest row week by week: needed and taken as columns, there as a line."""
        row = self.rows[0]
        self._uses(row)
        chart = self._chart(
            {"type": "column", "subtype": "stacked"}, f"The tightest, week by week: {label(row)}"
        )
        for offset, colour in ((0, PEAK), (1, TAKEN)):
            chart.add_series({**self._week_series(offset), "fill": {"color": colour}, "gap": 30})
        line = self.book.workbook.add_chart({"type": "line"})
        line.add_series({**self._week_series(2), "line": {"color": THERE, "width": 2.25}})
        chart.combine(line)
        every = max(1, len(row.weeks) // 12)
        upright = {**SMALL, "rotation": -90}
        spread = {"text_axis": True, "interval_unit": every, "num_format": "mmm d", "num_font": upright}
        chart.set_x_axis(spread)
        grid = {"visible": True, "line": {"color": "#E3E8EE", "width": 0.5}}
        chart.set_y_axis(
            {"min": 0, "num_font": SMALL, "name": "Hours", "name_font": SMALL, "major_gridlines": grid}
        )
        return chart

    def _chart(self, kind: Mapping[str, str], title: str) -> Any:
        chart = self.book.workbook.add_chart(kind)
        chart.set_title({"name": title, "name_font": {**SMALL, "size": 11, "bold": True, "color": HEAD}})
        chart.set_legend({"position": "bottom", "font": SMALL})
        chart.set_size({"width": WIDE, "height": HIGH})
        chart.set_chartarea({"border": {"color": RULE}})
        return chart

    def _range(self, first: int, left: int, last: int, right: int) -> list[object]:
        return [BOTTLENECKS.name, first, left, last, right]

    def _week_series(self, offset: int) -> dict[str, Any]:
        last, heads = self.first + len(self.rows[0].weeks) - 1, USES + offset
        return {
            "name": [BOTTLENECKS.name, heads, self.first - 1],
            "categories": self._range(ROWS, self.first, ROWS, last),
            "values": self._range(heads, self.first, heads, last),
        }

    def _uses(self, row: Bottleneck) -> None:
        """Write the tightest row's hours above its weeks."""
        bold, small = self.book.look(bold=True), self.book.look(font_size=8, align="center")
        self.sheet.write_string(USES - 1, self.first - 1, f"Hours by week: {label(row)}", bold)
        for offset, name in enumerate(("needed", "taken", "there")):
            self.sheet.write_string(USES + offset, self.first - 1, name.capitalize(), self.book.look())
            for index, use in enumerate(row.weeks.values()):
                value = hours(getattr(use, name))
                self.sheet.write_number(USES + offset, self.first + index, value, small)

    def _list(self, rows: Sequence[Bottleneck]) -> None:
        """Write the names and shares of the rows drawn; a bar that would be too long says its share."""
        title = "Used in its tightest week, in all its weeks"
        self.sheet.write_string(NAMES - 1, self.first - 1, title, self.book.look(bold=True))
        for number, row in enumerate(rows, start=NAMES):
            for column, share in ((-1, row.peak.share), (0, row.total.share)):
                look = self.book.look(num_format=f'"{_percent(share, "none")}"', align="center", font_size=8)
                self.sheet.write_number(number, self.first + column, _drawn(share), look)
            self.sheet.write_string(number, self.first + 1, label(row), self.book.look(font_size=8))


def _drawn(share: float) -> float:
    return min(share, MOST)


def _percent(share: float, none_there: str = "none there") -> str:
    return none_there if isinf(share) else f"{share * 100:.0f} %"
