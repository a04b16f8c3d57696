"""The rows a schedule workbook was made with, kept in its hidden sheet, to see which were deleted."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime

from scheduler.domain.clock import day
from scheduler.domain.ids import CohortId, ModuleId
from scheduler.reading.grid import Grid, Raw
from scheduler.reading.words import read_text

Gone = Mapping[tuple[CohortId, ModuleId], tuple[str, ...]]
"""For a cohort's module, the rows that are no longer there: ``R00499 on Mon Jan 5``."""

COLUMNS = ("Row ID", "Cohort", "Date", "Module")


def deleted_rows(grid: Grid, left: Collection[str]) -> Gone:
    """Give the generated rows whose Row ID is not left in the sheet Schedule.

    The hidden sheet is written by the planner and holds no faults of the coordinator's: what
    cannot be read there is passed over.
    """
    found: dict[tuple[CohortId, ModuleId], tuple[str, ...]] = {}
    for row_id, cohort, when, module in _rows(grid):
        if row_id not in left:
            key = CohortId(cohort), ModuleId(module)
            found[key] = (*found.get(key, ()), f"{row_id} on {day(when)}")
    return found


def _rows(grid: Grid) -> Iterator[tuple[str, str, date, str]]:
    """Yield Row ID, cohort, date and module of each generated row that has them all."""
    headings = {value: number for number, value in grid.rows.get(1, {}).items()}
    numbers = [headings.get(name, 0) for name in COLUMNS]
    for row, cells in grid.rows.items():
        row_id, cohort, when, module = (cells.get(number) for number in numbers)
        if row > 1 and isinstance(when, date):
            yield (
                _text(row_id),
                _text(cohort),
                when.date() if isinstance(when, datetime) else when,
                _text(module),
            )


def _text(raw: Raw | None) -> str:
    return read_text(raw) if isinstance(raw, (str, int, float)) else ""
