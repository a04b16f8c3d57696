"""Reading a workbook as if some of its cells held something else: a scenario."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scheduler.domain.scenario import Cell, Change
from scheduler.reading.changed_cells import change_of
from scheduler.reading.faults import Faults
from scheduler.reading.grid import MAX_ROWS, Grid, Raw, cleaned
from scheduler.reading.headings import Table, headings_in, headings_of
from scheduler.reading.sheets import matched
from scheduler.reading.suggestions import did_you_mean, listed, shown
from scheduler.tables import PLANNED, ROSTERS, Sheet

Rows = dict[int, dict[int, Raw]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misplaced:
    """A cell of a scenario that cannot be in the workbook.

    ``column`` is the column of the sheet Scenarios that says where it should be.
    """

    cell: Cell
    column: str
    what: str
    todo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The sheets as they would be with other values in some cells.

    Attributes
    ----------
    found
        The names in the workbook by the sheet they were matched with.
    misplaced
        Cells that cannot be there, which change nothing.
    changes
        What the others change.
    """

    found: Mapping[str, Sequence[str]]
    grids: Mapping[str, Grid]
    misplaced: tuple[Misplaced, ...]
    changes: tuple[Change, ...]


Blame = Callable[[Cell, str, str, str], None]
"""Notes that a cell is misplaced: the cell, the column of Scenarios, what is wrong, what to do."""


def with_cells(
    found: Mapping[str, Sequence[str]], grids: Mapping[str, Grid], cells: Iterable[Cell]
) -> Replaced:
    """Put other values into some cells; an optional sheet that is missing is made with its headings."""
    names, changed = dict(found), dict(grids)
    misplaced, changes = list[Misplaced](), list[Change]()

    def blame(cell: Cell, column: str, what: str, todo: str) -> None:
        misplaced.append(Misplaced(cell=cell, column=column, what=what, todo=todo))

    for sheet, own in _by_sheet(cells, blame).items():
        if sheet.name not in names and sheet.required:
            continue
        name = names.setdefault(sheet.name, [sheet.name])[0]
        before = changed.get(name, Grid(name=name, rows={}))
        changed[name], placed = _replaced(sheet, before, own, blame)
        changes += (change_of(sheet, before, changed[name], *place) for place in placed)
    return Replaced(found=names, grids=changed, misplaced=tuple(misplaced), changes=tuple(changes))


def note_misplaced(misplaced: Iterable[Misplaced], scenarios: Table | None, faults: Faults) -> None:
    """Note the cells that cannot be there, in the row of the sheet Scenarios that names them."""
    for one in misplaced:
        if scenarios is not None and one.cell.said_in:
            scenarios.fault(faults, one.cell.said_in, one.column, what=one.what, todo=one.todo)
        else:
            faults.add(place=(len(PLANNED), 0, 0), where="", what=one.what, todo=one.todo)


def is_personal(cell: Cell) -> bool:
    """Whether a cell is in the rosters: what stands there never leaves the file."""
    return ROSTERS.name in matched(PLANNED, (cell.sheet,))


def _by_sheet(cells: Iterable[Cell], blame: Blame) -> dict[Sheet, list[Cell]]:
    found: dict[Sheet, list[Cell]] = {}
    for cell in cells:
        sheet = next((sheet for sheet in PLANNED if sheet.name in matched(PLANNED, (cell.sheet,))), None)
        if sheet:
            found.setdefault(sheet, []).append(cell)
            continue
        names = [sheet.name for sheet in PLANNED]
        what = f"there is no sheet {shown(cell.sheet)}.{did_you_mean(cell.sheet, names)}"
        blame(cell, "Sheet", what, f"Write one of: {listed(names, len(names))}.")
    return found


def _replaced(
    sheet: Sheet, grid: Grid, cells: Sequence[Cell], blame: Blame
) -> tuple[Grid, Sequence[tuple[int, str]]]:
    """Put values into the cells of a sheet; where it is empty, below its headings.

    Gives the sheet, and the row and column of each cell that was replaced, once.
    """
    if not grid.rows and not sheet.required:
        grid = replace(grid, rows={1: {number: column.name for number, column in enumerate(sheet, start=1)}})
    heading_row, headings = headings_of(sheet, grid)
    if not heading_row:
        return grid, ()
    columns = {name: numbers[0] for name, numbers in headings.items()}
    rows: Rows = {row: dict(values) for row, values in grid.rows.items()}
    taken: dict[tuple[int, str], Cell] = {}
    for cell, column in _placed(sheet, heading_row, cells, blame):
        if taken.setdefault((cell.row, column), cell).value != cell.value:
            what = f"{column} in row {cell.row} of {sheet.name} has two different values in one scenario"
            blame(cell, "Value", what, "Delete one of the rows, or give it another Scenario.")
            continue
        if column not in columns and cell.value:
            columns[column] = _appended(rows, heading_row, column)
        if column in columns:
            _put(rows, cell.row, columns[column], cleaned(cell.value))
    return replace(grid, rows=dict(sorted(rows.items()))), tuple(taken)


def _placed(
    sheet: Sheet, heading_row: int, cells: Iterable[Cell], blame: Blame
) -> Iterator[tuple[Cell, str]]:
    """Yield the cells that can be in a sheet, each with the name of its column."""
    for cell in cells:
        column = next(iter(headings_in(sheet, {1: cell.column})), None)
        if column is None:
            names = [column.name for column in sheet]
            what = f"{sheet.name} has no column {shown(cell.column)}.{did_you_mean(cell.column, names)}"
            blame(cell, "Column", what, f"Write one of: {listed(names, len(names))}.")
        elif not heading_row < cell.row <= MAX_ROWS:
            above = f"not below the headings of {sheet.name}, which are in row {heading_row}"
            beyond = f"beyond the last row that is read, {MAX_ROWS:,}"
            what = f"row {cell.row:,} is {beyond if cell.row > MAX_ROWS else above}"
            todo = f"Write a row from {heading_row + 1}; one below the last that is filled is a new row."
            blame(cell, "Row", what, todo)
        else:
            yield cell, column


def _appended(rows: Rows, heading_row: int, column: str) -> int:
    """Write a heading right of everything; give where."""
    number = max((number for values in rows.values() for number in values), default=0) + 1
    rows[heading_row][number] = column
    return number


def _put(rows: Rows, row: int, column: int, value: str) -> None:
    """Put a value into a cell; nothing empties it."""
    values = rows.setdefault(row, {})
    values.pop(column, None)
    if value:
        values[column] = value
    if not values:
        del rows[row]
