"""Reading the planning workbook, or the CSV folder, into a problem; or else every fault in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem, Settings
from scheduler.domain.scenario import Cell, Change, Scenario
from scheduler.reading.building import problem_of
from scheduler.reading.curricula import check_curricula
from scheduler.reading.faults import Faults, Unreadable, fault
from scheduler.reading.grid import Grid
from scheduler.reading.headings import Table, table_of
from scheduler.reading.intervals import check_intervals
from scheduler.reading.qualifications import check_qualifications
from scheduler.reading.records import Record, read_records
from scheduler.reading.references import check_modules, check_references, check_unique, known_ids
from scheduler.reading.replacing import note_misplaced, with_cells
from scheduler.reading.rosters import sizes
from scheduler.reading.scenarios import scenarios_of
from scheduler.reading.settings import read_settings
from scheduler.reading.sheets import matched, note_beyond, note_sheets, read_grids
from scheduler.reading.spellings import check_calendar_campuses, check_spellings
from scheduler.tables import COHORTS, MODULES, PATTERNS, PLANNING, PROGRAMS, ROSTERS, SCENARIOS, SETTINGS

NEEDS_ROWS = (PATTERNS, PROGRAMS, MODULES, COHORTS)
"""Without rows in these there is nothing to plan; an empty file must not pass for a plan."""

UNREAD = {SETTINGS.name: ("Value", "Note"), ROSTERS.name: ("Name", "Email")}
"""Columns that are read apart by their Key, or never: students' names stay in the file."""

KEYED = {SETTINGS.name: ("Key", "Value")}
"""Columns of which one at least makes a row that counts; elsewhere, any column does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read: a problem, or every fault; and notes on what was mapped, counted and left out.

    ``scenarios`` are what the sheet Scenarios says, which is no part of the problem. Whether their cells
    can be there tells `read_problem` with those cells; ``changes`` is what it then changed.
    """

    problem: Problem | None
    faults: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    changes: tuple[Change, ...] = ()


def read_problem(path: Path, cells: Sequence[Cell] = ()) -> Reading:
    """Read a planning workbook (.xlsx) or a folder of CSV files named after the sheets.

    It is read as if the ``cells`` held what they say. All faults are collected, in the order of
    sheets, rows and columns. There is a problem if and only if there is no fault.
    """
    faults, notes = Faults(), list[str]()
    try:
        names, grids = read_grids(path, _wanted)
    except Unreadable as reason:
        return Reading(problem=None, faults=(fault(reason.what, reason.todo),))
    replaced = with_cells(matched(PLANNING, names), grids, cells)
    note_sheets(PLANNING, names, replaced.found, faults, notes, ending=".csv" * path.is_dir())
    tables = _tables(replaced.found, replaced.grids, faults, notes)
    note_misplaced(replaced.misplaced, tables.get(SCENARIOS.name), faults)
    settings, records = _read(tables, faults, notes)
    _check(records, faults)
    if len(faults) or settings is None:
        return Reading(problem=None, faults=faults.in_order(), notes=tuple(notes), changes=replaced.changes)
    columns = {name: table.letters for name, table in tables.items()}
    problem = problem_of(settings, records, sizes(records, notes), columns)
    problem = replace(problem, last_rows={name: max(table.grid.rows) for name, table in tables.items()})
    return Reading(
        problem=problem,
        notes=tuple(notes),
        scenarios=scenarios_of(records),
        changes=replaced.changes,
    )


def _wanted(names: Sequence[str]) -> list[str]:
    return [close[0] for close in matched(PLANNING, names).values()]


def _tables(
    found: Mapping[str, Sequence[str]], grids: Mapping[str, Grid], faults: Faults, notes: list[str]
) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for order, sheet in enumerate(PLANNING):
        if sheet.name in found:
            grid = grids[found[sheet.name][0]]
            note_beyond(grid, order, faults)
            table = table_of(sheet, order, grid, faults, notes)
            if table:
                tables[sheet.name] = table
    return tables


def _read(
    tables: Mapping[str, Table], faults: Faults, notes: list[str]
) -> tuple[Settings | None, dict[str, list[Record]]]:
    records = {
        name: read_records(table, faults, unread=UNREAD.get(name, ()), key=KEYED.get(name, ()))
        for name, table in tables.items()
    }
    _note_empty([tables[name] for name in ONE_ROW if name in records and not records[name]], faults)
    rows = records.pop(SETTINGS.name, None)
    settings = None if rows is None else read_settings(tables[SETTINGS.name], rows, faults, notes)
    return settings, records


def _note_empty(empty: Sequence[Table], faults: Faults) -> None:
    """Name every sheet that is still empty, if one of them is needed to plan anything at all."""
    if any(table.sheet in NEEDS_ROWS for table in empty):
        for table in empty:
            faults.add(
                place=(table.order, table.heading_row, 0),
                where=table.grid.name,
                what="there are no rows below the headings",
                todo=f"Write one row for each {ONE_ROW[table.sheet.name]}.",
            )


ONE_ROW = {
    "Patterns": "block of class time",
    "Programs": "program",
    "Modules": "module",
    "Cohorts": "cohort",
    "Instructors": "person who teaches",
    "Qualifications": "person and module they may teach",
    "Rooms": "room",
}


def _check(records: Mapping[str, Sequence[Record]], faults: Faults) -> None:
    every_row = (record for rows in records.values() for record in rows)
    check_references(every_row, known_ids(records), faults)
    check_unique(records, faults)
    check_modules(records, faults)
    check_intervals(records, faults)
    check_curricula(records, faults)
    check_qualifications(records.get("Qualifications", ()), faults)
    check_spellings(records, faults)
    check_calendar_campuses(records, faults)
