"""The sheet Settings: the plan's dates, its site and time zone, and the weights of the goals."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import available_timezones

from scheduler.domain.problem import Settings
from scheduler.goals import GOALS
from scheduler.reading.cells import Value, read_cell
from scheduler.reading.faults import Faults, Misread
from scheduler.reading.grid import Raw
from scheduler.reading.headings import Table
from scheduler.reading.intervals import check_dates
from scheduler.reading.records import Record
from scheduler.reading.suggestions import alike, did_you_mean, listed, plain, shown
from scheduler.tables import Column, Kind

KEYS = (
    Column(name="Site"),
    Column(name="Time zone", help="Such as America/New_York"),
    Column(name="Plan from", kind=Kind.DATE, required=True, help="The first day of the plan"),
    Column(name="Plan to", kind=Kind.DATE, required=True, help="The last day of the plan"),
)
WEIGHT = "Weight:"
MOST_WEIGHT = 1_000_000
"""A heavier goal would drown the others, and the rules that search may have to break."""
LONGEST_PLAN = 3660
"""Days; ten years, so that a year mistyped is told before a search runs into it."""


def read_settings(table: Table, rows: Sequence[Record], faults: Faults, notes: list[str]) -> Settings | None:
    """Read the settings; what is wrong is noted, and then there are none."""
    before = len(faults)
    found: dict[str, Record] = {}
    for record in rows:
        column = _column_of(record, faults, notes)
        if column:
            _read_value(record, column, table, found, faults)
    _note_missing(table, found, faults)
    _check_plan(found, faults)
    return None if len(faults) > before else _settings(found)


def _settings(found: Mapping[str, Record]) -> Settings:
    plan_from, plan_to = (found[key].needed_day(key) for key in ("Plan from", "Plan to"))
    weights = {
        key.removeprefix(WEIGHT).strip(): weight
        for key, record in found.items()
        if key.startswith(WEIGHT) and (weight := record.number(key)) is not None
    }
    site, zone = (found[key].text(key) if key in found else "" for key in ("Site", "Time zone"))
    return Settings(
        plan_from=plan_from,
        plan_to=plan_to,
        site=site,
        time_zone=zone,
        weights=weights,
        rows={key: record.row for key, record in found.items()},
    )


def _column_of(record: Record, faults: Faults, notes: list[str]) -> Column | None:
    """Give what a row's Value should be, going by its Key; None if the key is unknown."""
    key = record.text("Key")
    for column in KEYS:
        if plain(column.name) == plain(key):
            return column
    if plain(key).startswith("weight"):
        return _weight(record, key, faults)
    likely = alike(key, tuple(column.name for column in KEYS))
    if likely:
        record.fault(
            faults,
            "Key",
            what=f"there is no setting {shown(key)}.{did_you_mean(key, likely)}",
            todo="Correct the key, or give it another name if it is your own.",
        )
    elif key:
        notes.append(f"{record.where('Key')}: the setting {shown(key)} is not read")
    return None


def _weight(record: Record, key: str, faults: Faults) -> Column | None:
    goals = tuple(goal.NAME for goal in GOALS)
    wanted = key.partition(":")[2] or key.strip()[len("weight") :]
    for goal in goals:
        if plain(goal) == plain(wanted):
            return Column(name=f"{WEIGHT} {goal}", kind=Kind.NUMBER)
    record.fault(
        faults,
        "Key",
        what=f"there is no goal {shown(wanted.strip())}.{did_you_mean(wanted, goals)}",
        todo=f"Write Weight: and one of: {listed(goals, len(goals))}.",
    )
    return None


def _read_value(
    record: Record, column: Column, table: Table, found: dict[str, Record], faults: Faults
) -> None:
    """Read a setting and keep it as a row that has its value under the key's name."""
    if column.name in found:
        first = found[column.name]
        record.fault(
            faults,
            "Key",
            what=f"{shown(column.name)} is there twice: in rows {first.row} and {record.row}",
            todo="Delete one of the rows.",
        )
        return
    values: dict[str, Value] = {}
    try:
        raw = table.grid.rows[record.row].get(table.columns.get("Value", 0))
        value = _value(column, raw, table.grid.epoch)
        if value is not None:
            values[column.name] = value
    except Misread as reason:
        record.fault(faults, "Value", what=reason.what, todo=reason.todo)
    own = replace(table, columns={**table.columns, column.name: table.columns.get("Value", 1)})
    found[column.name] = Record(table=own, row=record.row, values=values)


def _value(column: Column, raw: Raw | None, epoch: datetime) -> Value | None:
    if raw is None and column.required:
        raise Misread(f"{column.name} is blank", "Write a date.")
    return None if raw is None else _checked(column, read_cell(column, raw, epoch))


def _checked(column: Column, value: Value) -> Value:
    if column.kind is Kind.NUMBER and isinstance(value, (int, float)) and value < 0:
        raise Misread(f"the weight {value:g} is negative", "Write 0 or more; 0 switches the goal off.")
    if column.kind is Kind.NUMBER and isinstance(value, (int, float)) and value > MOST_WEIGHT:
        raise Misread(f"the weight {value:g} is too large", f"Write at most {MOST_WEIGHT:,}.")
    if column.name == "Time zone" and value not in available_timezones():
        zones = tuple(sorted(available_timezones()))
        raise Misread(
            f"there is no time zone {shown(str(value))}.{did_you_mean(str(value), zones)}",
            "Write a time zone such as America/New_York.",
        )
    return value


def _note_missing(table: Table, found: Mapping[str, Record], faults: Faults) -> None:
    for column in KEYS:
        if column.required and column.name not in found:
            faults.add(
                place=(table.order, table.heading_row, 0),
                where=table.grid.name,
                what=f"the setting {shown(column.name)} is missing",
                todo=f"Add a row with the Key {column.name} and a date as its Value.",
            )


def _check_plan(found: Mapping[str, Record], faults: Faults) -> None:
    if "Plan from" not in found or "Plan to" not in found:
        return
    first, last = found["Plan from"], found["Plan to"]
    both = Record(table=last.table, row=last.row, values={**first.values, **last.values})
    check_dates(both, "Plan from", "Plan to", faults)
    start, end = both.day("Plan from"), both.day("Plan to")
    if start and end and (end - start).days > LONGEST_PLAN:
        both.fault(faults, "Plan to", what="the plan is longer than ten years", todo="Correct Plan to.")
