"""Reading a cell as what its column holds."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeAlias

from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter
from scheduler.reading.dates import Moment, read_date, read_moment, read_time, typed
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Broken, Plain, Raw
from scheduler.reading.numbers import read_hours, read_hours_list, read_number, read_whole
from scheduler.reading.weekdays import read_days
from scheduler.reading.words import read_at_once, read_choice, read_flag, read_id, read_ids, read_text
from scheduler.tables import Column, Kind

Value: TypeAlias = (
    str | int | float | bool | date | Moment | tuple[str, ...] | tuple[int, ...] | frozenset[int]
)
"""What a cell means: lengths and times of day are in quarters."""

PEOPLE_AND_ROOMS = ("Instructors", "Rooms")


def read_cell(column: Column, raw: Raw, epoch: datetime) -> Value:
    """Read a cell as its column's kind of value.

    Raises
    ------
    Misread
        If it holds something else.
    """
    if isinstance(raw, Broken):
        raise Misread(raw.what, raw.todo)
    return _READERS[column.kind](raw, column, epoch)


def _time(column: Column, at: Quarter) -> Quarter:
    """Nothing can end when the day begins: midnight as an end is the end of the day."""
    return QUARTERS_PER_DAY if column.name in {"End", "Until"} and at == 0 else at


_READERS: Mapping[Kind, Callable[[Plain, Column, datetime], Value]] = {
    Kind.TEXT: lambda raw, _column, _epoch: read_text(raw),
    Kind.ID: lambda raw, _column, _epoch: read_id(raw),
    Kind.IDS: lambda raw, _column, _epoch: read_ids(raw),
    Kind.AT_ONCE: lambda raw, column, _epoch: read_at_once(raw, commas=column.refers in PEOPLE_AND_ROOMS),
    Kind.DATE: lambda raw, _column, epoch: read_date(raw, epoch),
    Kind.MOMENT: lambda raw, _column, epoch: read_moment(raw, epoch),
    Kind.TIME: lambda raw, column, _epoch: _time(column, read_time(raw)),
    Kind.HOURS: lambda raw, _column, _epoch: read_hours(raw),
    Kind.HOURS_LIST: lambda raw, _column, _epoch: read_hours_list(raw),
    Kind.COUNT: lambda raw, _column, _epoch: read_whole(raw, least=0),
    Kind.LEVEL: lambda raw, _column, _epoch: read_whole(raw, least=-2, most=2),
    Kind.NUMBER: lambda raw, _column, _epoch: read_number(raw),
    Kind.DAYS: lambda raw, _column, _epoch: read_days(raw),
    Kind.CHOICE: lambda raw, column, _epoch: read_choice(raw, column.choices),
    Kind.FLAG: lambda raw, _column, _epoch: read_flag(raw),
    Kind.ANY: lambda raw, _column, _epoch: typed(raw),
}
