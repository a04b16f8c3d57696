"""The sheet Summary of a comparison: which schedules, what each comes to, and what differs in short."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from scheduler.domain.clock import hours
from scheduler.domain.comparison import RESPECTS, Comparison, summed_up
from scheduler.tables import SUMMARY
from scheduler.writing.table import Report, report
from scheduler.writing.workbook import DATE_YEAR, TEXT, Book, Cell, put, shown

WIDTHS = {"What": 32, "A": 42, "B": 42, "Difference": 14}
HEADED = "A is compared with B; every difference is B minus A"
TWO_LINES = 30
"""Points; the sentence, and the names of the schedules, may need them."""

Line: TypeAlias = tuple[str, Cell, Cell]
"""What is told, of A and of B."""


def add(book: Book, comparison: Comparison, names: Sequence[str]) -> None:
    """Add the sheet: what differs in one sentence, then the totals side by side."""
    page = report(book, SUMMARY, WIDTHS, site=HEADED)
    look = page.look(page.columns[0], bold=True)
    for number in (1, 2):
        page.sheet.set_row(number, TWO_LINES)
    page.sheet.write_string(1, 0, "What differs", look)
    page.sheet.merge_range(1, 1, 1, len(page.columns) - 1, summed_up(comparison), look)
    lines = [*_lines(comparison, names)]
    for number, line in enumerate(lines, start=2):
        _write(page, number, line)
    for number, respect in enumerate(RESPECTS, start=2 + len(lines)):
        words, count = f"Placements that differ in {respect}", comparison.differing(respect)
        page.row(number, [words, None, None, count], num_format=shown(count))


def _lines(comparison: Comparison, names: Sequence[str]) -> Iterator[Line]:
    before, after = comparison.before, comparison.after
    yield "Schedule", names[0], names[1]
    yield "Score (lower is better)", before.score, after.score
    yield "Last finish", before.last_finish, after.last_finish
    yield "Hours placed", hours(before.placed), hours(after.placed)
    yield "Hours not placed", before.unplaced, after.unplaced
    yield "Hours without a person or a room", before.unstaffed, after.unstaffed
    yield "Findings", before.findings, after.findings


def _write(page: Report, number: int, line: Line) -> None:
    """Write a line: words, numbers and dates to the left, and how far they are apart to the right."""
    what, before, after = line
    apart = _apart(before, after)
    for column, value in enumerate((what, before, after)):
        put(page.sheet, number, column, value, page.look(page.columns[0], num_format=_format(value)))
    put(page.sheet, number, 3, apart, page.look(page.columns[3], num_format=_format(apart)))


def _format(value: Cell) -> str:
    if isinstance(value, int | float):
        return shown(value)
    return DATE_YEAR if isinstance(value, date) else TEXT


def _apart(before: Cell, after: Cell) -> Cell:
    match before, after:
        case date(), date():
            days = (after - before).days
            return f"{days} day{'' if abs(days) == 1 else 's'}"
        case int() | float(), int() | float():
            return after - before
    return None
