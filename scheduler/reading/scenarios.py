"""The sheet Scenarios: rows with the same name together are one scenario."""

from scheduler.domain.scenario import Cell, Scenario
from scheduler.reading.records import Record
from scheduler.reading.references import Records
from scheduler.tables import SCENARIOS


def scenarios_of(records: Records) -> tuple[Scenario, ...]:
    """Give the scenarios of rows in which nothing is wrong, in the order of their first rows."""
    found: dict[str, list[Cell]] = {}
    for record in records.get(SCENARIOS.name, ()):
        found.setdefault(record.text("Scenario"), []).append(_cell(record))
    return tuple(Scenario(name=name, cells=tuple(cells)) for name, cells in found.items())


def _cell(record: Record) -> Cell:
    return Cell(
        sheet=record.text("Sheet"),
        row=record.count("Row") or 0,
        column=record.text("Column"),
        value=record.text("Value"),
        said_in=record.row,
    )
