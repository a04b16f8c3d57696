"""Ways out: cells of the workbook to change so that a fact stands in the way no more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from scheduler.domain.clock import Quarter
from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Cell
from scheduler.domain.schedule import Schedule

NEW = 1_000_000
"""The number of the first new row of a sheet, wherever that will be (see `placed`)."""


HEADINGS = 1
"""The row of the headings of a sheet that is not there yet."""


class Effort(IntEnum):
    """What a way out costs the college, as a house default: from a cleared cell to a new room."""

    PIN = 1
    DATES = 2
    HOURS = 3
    PAPERS = 4
    PERSON = 5
    ROOM = 6
    RULE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What to do, in a sentence without its full stop, and the cells with the values it takes."""

    what: str
    cells: tuple[Cell, ...]


Settle = Callable[[Problem, Schedule], Settled | None]
"""Gives what of a way out a schedule makes use of; nothing if none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way out.

    Attributes
    ----------
    cells
        The cells as they are for the trial: as free as they can be.
    settle
        Given the schedule of the trial: the cells with the values that it takes.
    """

    effort: Effort
    cells: tuple[Cell, ...]
    settle: Settle


def certain(effort: Effort, what: str, *cells: Cell) -> Way:
    """Give a way out that is the same whatever the schedule."""
    settled = Settled(what=what, cells=cells)
    return Way(effort=effort, cells=cells, settle=lambda _problem, _schedule: settled)


def emptied(problem: Problem, sheet: str, row: int) -> tuple[Cell, ...]:
    """Give all cells of a row, empty."""
    return tuple(Cell(sheet=sheet, row=row, column=name, value="") for name in problem.columns.get(sheet, {}))


def row_of(sheet: str, row: int, **values: str) -> tuple[Cell, ...]:
    """Give the cells of a new row; the names of columns with ``_`` for a blank."""
    return tuple(
        Cell(sheet=sheet, row=row, column=name.replace("_", " "), value=value)
        for name, value in values.items()
    )


def typed(quarter: Quarter) -> str:
    """Write a time of day as it is typed into a cell: ``08:00``, ``16:30``."""
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


def combined(ways: Iterable[Sequence[Cell]]) -> tuple[Cell, ...]:
    """Put the cells of several ways together, the new rows of each after those of the ones before."""
    found: list[Cell] = []
    for cells in ways:
        last = {cell.sheet: cell.row - NEW + 1 for cell in found if cell.row >= NEW}
        found += [
            replace(cell, row=cell.row + last.get(cell.sheet, 0)) if cell.row >= NEW else cell
            for cell in cells
        ]
    return tuple(found)


def placed(problem: Problem, cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Give new rows the numbers of the first free ones below all that a sheet holds."""
    return tuple(
        replace(cell, row=cell.row - NEW + problem.last_rows.get(cell.sheet, HEADINGS) + 1)
        if cell.row >= NEW
        else cell
        for cell in cells
    )
