"""The rows of a sheet as values: each cell read once, each fault noted with its cell."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scheduler.domain.clock import Quarter
from scheduler.reading.cells import Value, read_cell
from scheduler.reading.dates import Moment
from scheduler.reading.faults import Faults, Misread
from scheduler.reading.grid import Broken, Raw
from scheduler.reading.headings import Table
from scheduler.reading.suggestions import shown
from scheduler.tables import ROSTERS, Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row: the values of its cells by column; blank and faulty cells have none.

    The methods give a column's value as the type it has; blank is empty, 0 days or None.
    """

    table: Table
    row: int
    values: Mapping[str, Value]
    faulty: Collection[str] = ()

    def text(self, column: str) -> str:
        """Give text or an ID; empty if blank."""
        value = self.values.get(column)
        return value if isinstance(value, str) else ""

    def ids(self, column: str) -> tuple[str, ...]:
        """Give several IDs; none if blank."""
        value = self.values.get(column)
        return tuple(part for part in value if isinstance(part, str)) if isinstance(value, tuple) else ()

    def quarters(self, column: str) -> Quarter | None:
        """Give a length or a time of day in quarters."""
        return self.count(column)

    def count(self, column: str) -> int | None:
        """Give a whole number."""
        value = self.values.get(column)
        return value if isinstance(value, int) else None

    def number(self, column: str) -> float | None:
        """Give a number."""
        value = self.values.get(column)
        return value if isinstance(value, (int, float)) else None

    def lengths(self, column: str) -> tuple[Quarter, ...]:
        """Give several lengths; none if blank."""
        value = self.values.get(column)
        return tuple(part for part in value if isinstance(part, int)) if isinstance(value, tuple) else ()

    def day(self, column: str) -> date | None:
        """Give a date."""
        value = self.values.get(column)
        return value if isinstance(value, date) else None

    def needed_day(self, column: str) -> date:
        """Give a date of a required column.

        Raises
        ------
        ValueError
            If it is blank, which was noted as a fault when the row was read.
        """
        value = self.day(column)
        if value is None:
            raise ValueError(f"{self.where(column)} is blank")
        return value

    def moment(self, column: str) -> tuple[date | None, Quarter | None]:
        """Give a date and a time, as far as they are given."""
        value = self.values.get(column)
        return (value.date, value.at) if isinstance(value, Moment) else (None, None)

    def days(self, column: str) -> frozenset[int]:
        """Give weekdays; none if blank."""
        value = self.values.get(column)
        return value if isinstance(value, frozenset) else frozenset()

    def flag(self, column: str) -> bool:
        """Whether it says yes."""
        return self.values.get(column) is True

    def where(self, column: str) -> str:
        """Name a cell of the row."""
        return self.table.where(self.row, column)

    def fault(self, faults: Faults, column: str, *, what: str, todo: str) -> None:
        """Note a fault of a cell of the row."""
        self.table.fault(faults, self.row, column, what=what, todo=todo)


def read_records(
    table: Table, faults: Faults, *, unread: Collection[str] = (), key: Sequence[str] = ()
) -> list[Record]:
    """Read the rows below the headings, to the sheet's end; blank rows are skipped.

    Columns ``unread`` are not looked at. A row is blank if it has nothing in the columns
    ``key`` (all that are read, if none are named).
    """
    columns = {name: number for name, number in table.columns.items() if name not in unread}
    numbers = [table.columns[name] for name in key or columns if name in table.columns]
    rows = sorted(row for row in table.grid.rows if row > table.heading_row)
    return [_record(table, row, columns, faults) for row in rows if _filled(table.grid.rows[row], numbers)]


def _filled(cells: Mapping[int, Raw], numbers: Sequence[int]) -> bool:
    found = [cells[number] for number in numbers if number in cells]
    return any(not (isinstance(raw, Broken) and raw.merged) for raw in found)


def _record(table: Table, row: int, columns: Mapping[str, int], faults: Faults) -> Record:
    cells = table.grid.rows[row]
    values: dict[str, Value] = {}
    faulty: set[str] = set()
    for column in table.sheet:
        if column.name not in columns:
            continue
        try:
            value = _value(column, cells.get(columns[column.name]), table)
        except Misread as reason:
            faulty.add(column.name)
            what = _discreet(table, column, reason)
            table.fault(faults, row, column.name, what=what, todo=reason.todo)
        else:
            if value is not None:
                values[column.name] = value
    return Record(table=table, row=row, values=values, faulty=frozenset(faulty))


def _value(column: Column, raw: Raw | None, table: Table) -> Value | None:
    value = None if raw is None else read_cell(column, raw, table.grid.epoch)
    if column.required and (value is None or value in ("", ())):
        raise Misread(f"{shown(column.name)} is blank", f"Write {_article(column)}.")
    return value


def _article(column: Column) -> str:
    return column.help[0].lower() + column.help[1:] if column.help else f"the {column.name.lower()}"


def _discreet(table: Table, column: Column, reason: Misread) -> str:
    """Keep what stands in a roster out of messages: a shifted column may hold a name."""
    if table.sheet is ROSTERS and "is blank" not in reason.what:
        return f"the cell cannot be read as {column.kind.value}"
    return reason.what
