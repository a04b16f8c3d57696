"""The hidden sheet that keeps the columns Check and Hours live while a person edits the schedule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import CHECK
from scheduler.writing.check_formulas import END, cohort_formulas, formulas
from scheduler.writing.check_values import Value, Values, cohort_values, row_values
from scheduler.writing.rows import Row
from scheduler.writing.workbook import Book

SPARE = 500
"""Rows that may be added below the schedule and are still seen by the live columns."""

ZERO = ("at", "first", "last", "busy", "place", "number", "place_of")
EMPTY: dict[str, Value] = dict.fromkeys(ZERO, 0)
EMPTY |= {"people": "++", "rooms": "++", "sorted": END, "order": END}
"""What the formulas give in a row that is still empty, where it is not an empty text."""


def add(book: Book, problem: Problem, schedule: Schedule, rows: Sequence[Row]) -> Values:
    """Add the hidden sheet, name the columns of it that other sheets read, and give the cohorts' values."""
    people = _slots(s.instructors for s in schedule.sessions)
    rooms = _slots(s.rooms for s in schedule.sessions)
    by_row, by_cohort = formulas(people, rooms), cohort_formulas()
    page = _Page(
        sheet=book.sheet(CHECK),
        letters={name: xl_col_to_name(index) for index, name in enumerate([*by_row, *by_cohort])},
        last=len(rows) + 1 + SPARE,
    )
    values = row_values(problem, schedule, rows, people, rooms)
    cohorts = cohort_values(problem, values)
    for name, formula in by_row.items():
        page.fill(name, formula, values[name], page.last - 1)
    for name, formula in by_cohort.items():
        page.fill(name, formula, cohorts[name], len(problem.cohorts))
    book.define("CheckWords", f"{CHECK}!${page.letters['words']}:${page.letters['words']}")
    for name in ("order", "running", *by_cohort):
        book.define(f"Cohort{name.title()}", f"{CHECK}!{page.whole[f'{name}_all']}")
    page.sheet.hide()
    return cohorts


def _slots(used: Iterable[Sequence[str]]) -> int:
    """Give how many IDs of one cell are looked at: one more than the most there are now."""
    return 1 + max(map(len, used), default=1)


@dataclass(frozen=True, kw_only=True)
class _Page:
    sheet: Worksheet
    letters: Mapping[str, str]
    last: int

    @property
    def whole(self) -> dict[str, str]:
        return {f"{name}_all": f"${letter}$2:${letter}${self.last}" for name, letter in self.letters.items()}

    def fill(self, name: str, formula: str, known: Sequence[Value], count: int) -> None:
        index = list(self.letters).index(name)
        self.sheet.write_string(0, index, name)
        empty = EMPTY.get(name, 0 if name.startswith("busy_") else "")
        template = "=" + formula.format_map(self.whole | _later(self.letters))
        for row in range(1, count + 1):
            text = template.replace("\x01", str(row + 1)).replace("\x02", str(row))
            value = known[row - 1] if row <= len(known) else empty
            self.sheet.write_formula(row, index, text, None, value)


def _later(letters: Mapping[str, str]) -> dict[str, str]:
    """Give each cell of the row with the row's number still open: the same row, or the one above."""
    same = {name: f"${letter}\x01" for name, letter in letters.items()}
    return same | {f"{name}_above": f"${letter}\x02" for name, letter in letters.items()}
