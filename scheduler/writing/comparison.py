"""The workbook that compares two schedules: a summary, and a sheet for each kind of difference."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from scheduler.domain.clock import Quarter, hours
from scheduler.domain.comparison import CohortPair, Comparison, Course, LoadPair, Moment, PlacementPair
from scheduler.tables import (
    COMPARED_COHORTS,
    COMPARED_GOALS,
    COMPARED_LOADS,
    COMPARED_PLACEMENTS,
    Kind,
    Sheet,
)
from scheduler.writing import comparison_summary
from scheduler.writing.comparison_summary import HEADED
from scheduler.writing.table import Report, fitting, report
from scheduler.writing.wording import time_of
from scheduler.writing.workbook import FAINT, Book, Cell, put, shown, written

WIDTHS: Mapping[str, Mapping[str, float]] = {
    COMPARED_GOALS.name: {"Goal": 24},
    COMPARED_COHORTS.name: {
        "Only in": 8,
        "Days later": 10,
        **dict.fromkeys(("Hours in A", "Hours in B", "Unstaffed in A", "Unstaffed in B"), 11.0),
    },
    COMPARED_LOADS.name: {"Instructor or room": 28},
    COMPARED_PLACEMENTS.name: {
        "Module": 9,
        "Differs in": 21,
        **dict.fromkeys(("Begins in A", "Begins in B", "Ends in A", "Ends in B"), 21.0),
    },
}
USUAL = 13.0
"""Characters that a column of IDs has at least, unless another width is named."""

NOTHING = "no differences"

Rows: TypeAlias = Sequence[tuple[bool, Sequence[Cell]]]
"""The values of each row, and before them whether it differs."""


def write_comparison(path: Path, comparison: Comparison, *, names: Sequence[str], today: date) -> None:
    """Write the workbook.

    Parameters
    ----------
    path
        Where to; a file there is replaced.
    names
        What schedule A and schedule B are called.
    today
        The date the workbook carries.

    Raises
    ------
    PermissionError
        If the file cannot be written.
    """
    with written(path, today) as book:
        comparison_summary.add(book, comparison, names)
        _goals(book, comparison)
        _table(book, COMPARED_COHORTS, [(pair.differs, _cohort(pair)) for pair in comparison.cohorts])
        _table(book, COMPARED_LOADS, [(True, _load(pair)) for pair in comparison.loads])
        _table(book, COMPARED_PLACEMENTS, [(True, _placement(pair)) for pair in comparison.placements])


def _page(book: Book, table: Sheet, rows: Rows = ()) -> Report:
    """Begin a sheet; columns of IDs are as wide as these rows need."""
    widths = dict(WIDTHS[table.name])
    for index, column in enumerate(table):
        if column.kind in {Kind.ID, Kind.AT_ONCE}:
            texts = (str(values[index] or "") for _, values in rows)
            widths[column.name] = fitting(widths.get(column.name, USUAL), texts)
    return report(book, table, widths, site=HEADED)


def _ink(*, differs: bool) -> dict[str, object]:
    """Give the ink of a row: faint where nothing differs."""
    return {} if differs else {"font_color": FAINT}


def _goals(book: Book, comparison: Comparison) -> None:
    page = _page(book, COMPARED_GOALS)
    for number, pair in enumerate(comparison.goals, start=1):
        prices = pair.before, pair.after
        units, costs = [price.units for price in prices], [price.cost for price in prices]
        _priced(page, number, pair.goal, [*_apart(*units), *_apart(*costs)], **_ink(differs=pair.differs))
    number = len(comparison.goals) + 1
    score = _apart(comparison.before.score, comparison.after.score)
    _priced(page, number, "score", [None, None, None, *score], bold=True)
    page.finish(number)


def _apart(before: float, after: float) -> tuple[float, float, float]:
    return before, after, after - before


def _priced(page: Report, number: int, goal: str, values: Sequence[float | None], **style: object) -> None:
    """Write what a goal costs, each number with the decimals it needs."""
    put(page.sheet, number, 0, goal, page.look(page.columns[0], **style))
    for column, value in enumerate(values, start=1):
        look = page.look(page.columns[column], num_format=shown(value or 0), **style)
        put(page.sheet, number, column, value, look)


def _table(book: Book, table: Sheet, rows: Rows) -> None:
    """Add a sheet of rows."""
    page = _page(book, table, rows)
    for number, (differs, values) in enumerate(rows, start=1):
        page.row(number, values, **_ink(differs=differs))
    if not rows:
        page.sheet.write_string(1, 0, NOTHING, page.book.look(**_ink(differs=False)))
    page.finish(len(rows))


def _cohort(pair: CohortPair) -> Sequence[Cell]:
    sides = [_course(pair.before), _course(pair.after)]
    start, finish, placed, unstaffed, pattern = zip(*sides, strict=True)
    return [
        *(pair.cohort, pair.only_in, *pattern, *start, *finish),
        *(pair.days_later, *placed, *unstaffed),
    ]


def _course(course: Course | None) -> tuple[Cell, ...]:
    if course is None:
        return (None,) * 5
    return course.start, course.finish, hours(course.placed), hours(course.unstaffed), course.pattern


def _load(pair: LoadPair) -> Sequence[Cell]:
    return pair.who, _hours(pair.before), _hours(pair.after), hours(pair.more)


def _hours(length: Quarter | None) -> float | None:
    return None if length is None else hours(length)


def _placement(pair: PlacementPair) -> Sequence[Cell]:
    before, after = pair.before, pair.after
    return [
        *(pair.cohort, pair.module, ", ".join(pair.respects)),
        *(_moment(before.first), _moment(after.first), _moment(before.last), _moment(after.last)),
        *(" + ".join(before.instructors), " + ".join(after.instructors)),
        *(" + ".join(before.rooms), " + ".join(after.rooms)),
    ]


def _moment(moment: Moment | None) -> datetime | None:
    return None if moment is None else datetime.combine(moment[0], time_of(moment[1]))
