"""The sheet Bottlenecks: where the term is tight, as a table with a week in each column, and as charts."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import isinf

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.bottleneck import Bottleneck, Supply, Use
from scheduler.domain.clock import hours
from scheduler.domain.outcome import Outcome
from scheduler.tables import BOTTLENECKS, Column, Kind
from scheduler.writing import bottleneck_charts
from scheduler.writing.table import FORMATS, Report, fitting
from scheduler.writing.workbook import ALERT, ALERT_INK, FAINT, HEAD, RULE, Book, Cell, footed, put

WIDTHS = {
    "What": 11,
    "For": 38,
    "Part of day": 11,
    "Who": 22,
    "Used %": 11,
    "Tightest week": 17,
    "Used then %": 11,
}
USUAL_WIDTH = 9.0
WEEK_WIDTH = 5.0
HEAD_HEIGHT = 72
"""Points a date standing upright needs, with the filter's arrow below it."""

NAMED = 6
"""So many people or rooms are named, or all if there is one more; of the others only the number."""

FROZEN = 4
"""What, For, Campus and Part of day stay where they are when scrolled."""

TOP = bottleneck_charts.ROWS
"""The row of the headings, below the charts."""

NONE_THERE = "none there"
NOTHING = "Nothing is planned yet."
ABOUT = (
    "Used = (needed + taken) / there, in the weeks in which they are needed; the tightest first. "
    "Over 100 %: not everything can be had. Week by week: on the right, on the screen."
)
NOTES = {
    "Needed h": "Class hours of these modules, whether somebody was found or not, times the people (rooms) "
    "they need at once; in the weeks in which there are any.",
    "Taken h": "Hours of the same weeks in which these people (rooms) are there, but have other classes.",
    "There h": "Hours of the same weeks in which these people (rooms) can be had: in the class time of the "
    "cohorts that need them, inside Availability, outside Absences, while qualified, not on days on another "
    "campus; and no more than Max hours/day and Max hours/week leave, with what they teach at other times.",
    "Used %": "Needed and taken as a share of there.",
    "Tightest week": "The Monday of the week with the largest share.",
    "Not placed h": "Hours of these modules that are not in the schedule at all, times the people (rooms) "
    "they need at once.",
}
"""What is counted, for whoever points at a heading."""

NOTE_SIZE = {"width": 260, "height": 140, "font_size": 9, "author": "scheduler"}
SHARE = "0 %"
EASY, TIGHT, FULL, OVER = "#FFFFFF", "#FBE9A6", "#F2AA80", "#E8685A"
"""Colors of a week: not used, used by three quarters, fully used, over; black can be read on all of them."""


def add(book: Book, outcome: Outcome, site: str) -> None:
    """Add the sheet: charts above, then the table, its weeks to the right of the page that prints."""
    rows = outcome.bottlenecks
    sheet = book.sheet(BOTTLENECKS.name)
    footed(sheet, BOTTLENECKS.name, site)
    title = book.look(bold=True, font_size=16, font_color=HEAD)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, BOTTLENECKS.name, title)
    sheet.write_string(1, 0, ABOUT if rows else NOTHING, book.look(font_color=FAINT))
    page = Report(book=book, sheet=sheet, columns=BOTTLENECKS.columns)
    weeks = tuple(rows[0].weeks) if rows else ()
    for number in range(2, TOP):
        sheet.set_row(number, bottleneck_charts.ROW_HEIGHT)
    _headings(page, rows, weeks)
    for number, row in enumerate(rows, start=TOP + 1):
        _row(page, number, row)
    if rows:
        _colours(page, len(rows), len(weeks))
        bottleneck_charts.add(book, sheet, rows, first_week=_first_week())
        sheet.autofilter(TOP, 0, TOP + len(rows), _first_week() + len(weeks) - 1 if weeks else _last())
    sheet.freeze_panes(0, FROZEN)
    sheet.repeat_rows(TOP)
    sheet.ignore_errors({"number_stored_as_text": f"A{TOP + 2}:E{TOP + 2 + len(rows)}"})
    sheet.print_area(0, 0, TOP + max(1, len(rows)), _last())


def _last() -> int:
    return len(BOTTLENECKS.columns) - 1


def _first_week() -> int:
    """Give the first column of weeks; between it and the table one is left for names."""
    return len(BOTTLENECKS.columns) + 1


def _headings(page: Report, rows: Sequence[Bottleneck], weeks: Sequence[date]) -> None:
    sheet, book = page.sheet, page.book
    widths = {column.name: WIDTHS.get(column.name, USUAL_WIDTH) for column in page.columns}
    widths["Campus"] = fitting(USUAL_WIDTH, (row.pool.campus for row in rows))
    sheet.set_row(TOP, HEAD_HEIGHT)
    for index, column in enumerate(page.columns):
        sheet.set_column(index, index, widths[column.name])
        align = "right" if column.kind in FORMATS else "left"
        sheet.write_string(TOP, index, column.name, book.heading(align=align))
        if column.name in NOTES:
            sheet.write_comment(TOP, index, NOTES[column.name], NOTE_SIZE)
    upright = {
        "rotation": 90,
        "align": "center",
        "valign": "top",
        "num_format": "mmm d, yyyy",
        "font_size": 8,
    }
    look = book.look(**upright, bg_color=HEAD, font_color="#FFFFFF", border=1, border_color=RULE)
    sheet.set_column(_first_week() - 1, _first_week() - 1, USUAL_WIDTH)
    sheet.set_column(_first_week(), _first_week() + max(len(weeks), 1) - 1, WEEK_WIDTH)
    for index, week in enumerate(weeks):
        sheet.write_datetime(TOP, _first_week() + index, week, look)


def _row(page: Report, number: int, row: Bottleneck) -> None:
    wanted, who = row.pool.wanted, _who(row)
    values: list[Cell] = [row.pool.supply, wanted, row.pool.campus, row.part.capitalize(), who]
    values += [*_hours(row.total), row.tightest, *_hours(row.peak), hours(row.unplaced)]
    page.tall(number, [(wanted, WIDTHS["For"]), (who, WIDTHS["Who"])])
    for index, (column, value) in enumerate(zip(page.columns, values, strict=True)):
        put(page.sheet, number, index, value, _look(page, column, alarming=value == NONE_THERE))
    for index, use in enumerate(row.weeks.values()):
        if use.needed:
            put(page.sheet, number, _first_week() + index, _share(use, "none"), _week(page.book, use))


def _hours(use: Use) -> Iterator[Cell]:
    """Yield needed, taken, there and their share."""
    yield from (hours(use.needed), hours(use.taken), hours(use.there))
    yield _share(use, NONE_THERE)


def _share(use: Use, none_there: str) -> Cell:
    return none_there if isinf(use.share) else use.share


def _look(page: Report, column: Column, *, alarming: bool) -> Format:
    style: dict[str, object] = {"num_format": SHARE} if column.kind is Kind.NUMBER else {}
    if alarming:
        style |= {"bg_color": ALERT, "font_color": ALERT_INK, "bold": True}
    return page.look(column, **style)


def _week(book: Book, use: Use) -> Format:
    alarm = {"bg_color": OVER, "bold": True} if isinf(use.share) else {}
    fine = {"border": 1, "border_color": RULE, "align": "center", "valign": "top", "font_size": 8}
    return book.look(num_format="0%", **fine, **alarm)


def _who(row: Bottleneck) -> str:
    """Name the people or rooms; of many only some: ``INS-1, INS-2 and 5 more``."""
    members = row.pool.members
    if not members:
        return "nobody" if row.pool.supply is Supply.INSTRUCTORS else "no such room"
    if len(members) <= NAMED + 1:
        return ", ".join(members)
    return f"{', '.join(members[:NAMED])} and {len(members) - NAMED} more"


def _colours(page: Report, rows: int, weeks: int) -> None:
    """Color the shares: more than there is stands out in red, weeks grow warmer the more they are used."""
    sheet, book, last = page.sheet, page.book, TOP + rows
    alert = book.difference(bg_color=ALERT, font_color=ALERT_INK, bold=True)
    for name in ("Used %", "Used then %", "Not placed h"):
        column, limit = BOTTLENECKS.columns.index(BOTTLENECKS.column(name)), 0 if "Not" in name else 1
        rule = {"type": "cell", "criteria": ">", "value": limit, "format": alert}
        sheet.conditional_format(TOP + 1, column, last, column, rule)
    if weeks:
        _warmth(sheet, book, (TOP + 1, _first_week(), last, _first_week() + weeks - 1))


def _warmth(sheet: Worksheet, book: Book, area: tuple[int, int, int, int]) -> None:
    over = book.difference(bg_color=OVER, bold=True)
    rule = {"type": "cell", "criteria": ">", "value": 1, "format": over, "stop_if_true": True}
    sheet.conditional_format(*area, rule)
    kinds = {"min_type": "num", "mid_type": "num", "max_type": "num"}
    values = {"min_value": 0, "mid_value": 0.75, "max_value": 1}
    colours = {"min_color": EASY, "mid_color": TIGHT, "max_color": FULL}
    sheet.conditional_format(*area, {"type": "3_color_scale", **kinds, **values, **colours})
