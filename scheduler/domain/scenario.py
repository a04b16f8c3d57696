"""What if: the cells of a planning workbook that are different in a scenario."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell, and what it is to hold instead of what stands there.

    Attributes
    ----------
    sheet, column
        Their names, or one of the other names people use for them.
    row
        The number of the row as Excel shows it; it may lie below the last row, which makes a new one.
    value
        What a person would type; empty text empties the cell.
    said_in
        The row of the sheet Scenarios that says so; 0 if none does.
    """

    sheet: str
    row: int
    column: str
    value: str
    said_in: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A what-if: its name, and every cell that is different in it."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a scenario changes in a cell, to be told.

    Attributes
    ----------
    sheet, column
        Their own names, whatever the scenario calls them.
    of
        Whose row it is: ``CNC-2``, ``CNC C01``; empty where the row has no ID.
    new
        Whether the workbook has nothing in that row.
    before, after
        What stands there, and what it would hold; empty for nothing. ``before`` is None where that is not
        to be told.
    """

    sheet: str
    row: int
    of: str
    new: bool
    column: str
    before: str | None
    after: str


def told(changes: Iterable[Change]) -> tuple[str, ...]:
    """Say in a line for each row what is different in it.

    ``Cohorts, row 3 (CNC-2): Earliest start Oct 5, 2026 (was Sep 14, 2026)``
    """
    rows: dict[str, list[str]] = {}
    for change in changes:
        about = ", ".join(filter(None, (change.of, "new row" * change.new)))
        row = f"{change.sheet}, row {change.row}" + f" ({about})" * bool(about)
        rows.setdefault(row, []).append(_told(change))
    return tuple(f"{row}: {', '.join(parts)}" for row, parts in rows.items())


def _told(change: Change) -> str:
    after = f"{change.column} {change.after or 'blank'}"
    if change.new or change.before is None:
        return after
    return (
        f"{after} (no change)"
        if change.before == change.after
        else f"{after} (was {change.before or 'blank'})"
    )
