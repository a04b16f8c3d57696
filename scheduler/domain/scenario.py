"""What if: the cells of a planning workbook that are different in a scenario."""

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
