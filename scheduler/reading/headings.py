"""Finding the headings of a sheet: in the first 20 rows, in any order, under any of their names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from scheduler.reading.faults import Faults, cell_name
from scheduler.reading.grid import Broken, Grid, Raw
from scheduler.reading.suggestions import alike, plain, shown
from scheduler.reading.words import read_text
from scheduler.tables import ROSTERS, SCHEDULE, Column, Sheet

SEARCHED_ROWS = 20
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet whose headings were found: which column stands where, and below which row the rows begin."""

    sheet: Sheet
    order: int
    grid: Grid
    heading_row: int
    columns: Mapping[str, int]

    def where(self, row: int, column: str) -> str:
        """Name the cell of a column in a row; without such a column, the row's first cell."""
        return cell_name(self.grid.name, row, self.columns.get(column, 1))

    def fault(self, faults: Faults, row: int, column: str, *, what: str, todo: str) -> None:
        """Note a fault of a cell."""
        number = self.columns.get(column, 1)
        faults.add(place=(self.order, row, number), where=self.where(row, column), what=what, todo=todo)

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each column that was found."""
        return {name: get_column_letter(number) for name, number in self.columns.items()}


def names_of(name: str, synonyms: Iterable[str]) -> tuple[set[str], set[str]]:
    """Give what a heading or sheet may be called: its own name (or its singular), and its synonyms."""
    own = plain(name)
    return {own, own.removesuffix("s"), own + "s"}, {plain(synonym) for synonym in synonyms}


def headings_in(sheet: Sheet, cells: Mapping[int, Raw]) -> dict[str, list[int]]:
    """Give the columns whose heading stands in a row, and where; several where it is not clear which."""
    keys = {number: _keys(raw) for number, raw in cells.items() if not isinstance(raw, Broken)}
    found: dict[str, list[int]] = {}
    for column in sheet:
        own, synonyms = names_of(column.name, column.synonyms)
        exact = [number for number, names in keys.items() if plain(column.name) in names]
        close = exact or [number for number, names in keys.items() if names & own]
        if close:
            found[column.name] = close
            keys = {number: names for number, names in keys.items() if number not in close}
    for column in sheet:
        _, synonyms = names_of(column.name, column.synonyms)
        close = [number for number, names in keys.items() if names & synonyms]
        if close and column.name not in found:
            found[column.name] = close
            keys = {number: names for number, names in keys.items() if number not in close}
    return found


def _keys(raw: Raw) -> set[str]:
    text = "" if isinstance(raw, Broken) else read_text(raw)
    return {plain(text), plain(_IN_BRACKETS.sub("", text))} - {""}


def headings_of(sheet: Sheet, grid: Grid) -> tuple[int, dict[str, list[int]]]:
    """Give the row that looks most like the headings of a sheet, and where each column stands.

    Gives row 0 and no columns where none does.
    """
    rows = [row for row in grid.rows if row <= SEARCHED_ROWS]
    heading_row = max(rows, key=lambda row: (len(headings_in(sheet, grid.rows[row])), -row), default=0)
    found = headings_in(sheet, grid.rows[heading_row]) if heading_row else {}
    return (heading_row, found) if found else (0, {})


def table_of(sheet: Sheet, order: int, grid: Grid, faults: Faults, notes: list[str]) -> Table | None:
    """Find the headings of a sheet; says which were mapped, which are missing and which are unclear.

    Gives None where no row looks like headings.
    """
    heading_row, found = headings_of(sheet, grid)
    if not found:
        _no_headings(sheet, order, grid, faults)
        return None
    table = Table(
        sheet=sheet,
        order=order,
        grid=grid,
        heading_row=heading_row,
        columns={name: numbers[0] for name, numbers in found.items()},
    )
    _note_unclear(table, found, faults)
    _note_missing(table, faults)
    notes.extend(_mapped(table))
    return table


def _no_headings(sheet: Sheet, order: int, grid: Grid, faults: Faults) -> None:
    if grid.rows or sheet.required:
        faults.add(
            place=(order, 0, 0),
            where=grid.name,
            what=f"there are no headings in the first {SEARCHED_ROWS} rows",
            todo=f"Write the headings above the rows: {', '.join(_required(sheet))}.",
        )


def _required(sheet: Sheet) -> list[str]:
    return [column.name for column in sheet if column.required]


def _note_unclear(table: Table, found: Mapping[str, list[int]], faults: Faults) -> None:
    for name, numbers in found.items():
        if len(numbers) > 1:
            cells = " and ".join(cell_name(table.grid.name, table.heading_row, n) for n in numbers)
            table.fault(
                faults,
                table.heading_row,
                name,
                what=f"more than one column can be {shown(name)}: {cells}",
                todo="Keep one of these headings and rename the others.",
            )


def _note_missing(table: Table, faults: Faults) -> None:
    """Say which required columns are missing, and which headings look like a slip of an absent column."""
    absent = [column for column in table.sheet if column.name not in table.columns]
    slips = _slips(table, absent)
    for number, (heading, name) in slips.items():
        faults.add(
            place=(table.order, table.heading_row, number),
            where=cell_name(table.grid.name, table.heading_row, number),
            what=f"there is no column {shown(heading)}. Did you mean {shown(name)}?",
            todo="Correct the heading, or give the column another name if it is your own.",
        )
    slipped = {name for _, name in slips.values()}
    for column in absent:
        if column.required and column.name not in slipped:
            faults.add(
                place=(table.order, table.heading_row, 0),
                where=table.grid.name,
                what=f"the column {shown(column.name)} is missing",
                todo=f"Write {column.name} above the column in row {table.heading_row}, or add the column.",
            )


def _slips(table: Table, absent: Iterable[Column]) -> dict[int, tuple[str, str]]:
    names = tuple(column.name for column in absent)
    return {
        number: (heading, likely[0])
        for number, heading in _others(table).items()
        if len(heading) > 3 and (likely := alike(heading, names)) and plain(heading) not in plain(likely[0])
    }


def _others(table: Table) -> dict[int, str]:
    """Give the headings that are no column of ours."""
    return {
        number: read_text(raw)
        for number, raw in table.grid.rows[table.heading_row].items()
        if number not in table.columns.values() and not isinstance(raw, Broken)
    }


def _mapped(table: Table) -> Iterable[str]:
    """Say what was understood in another way than it is written."""
    name, cells = table.grid.name, table.grid.rows[table.heading_row]
    if table.heading_row > 1:
        yield f"{name}: the headings are in row {table.heading_row}"
    for column, number in table.columns.items():
        heading = cells[number]
        if not isinstance(heading, Broken) and read_text(heading) != column:
            yield f"{name}: the column {shown(read_text(heading))} is read as {column}"
    others = _others(table)
    if others and table.sheet is ROSTERS:
        yield f"{name}: {len(others)} more columns are not read"
    elif others:
        lost = ", and not in the next version" if table.sheet is SCHEDULE else ""
        yield f"{name}: not read{lost}: {', '.join(map(shown, others.values()))}"
