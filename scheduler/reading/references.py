"""Codes that must exist, and IDs that must be there only once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.suggestions import alike, did_you_mean, listed, plain, shown
from scheduler.tables import COHORTS, INSTRUCTORS, MODULES, PATTERNS, PROGRAMS, ROOMS, ROSTERS, Column

Records: TypeAlias = Mapping[str, Sequence[Record]]
"""The rows of each sheet that could be read, by the sheet's name."""

ID_COLUMN = {sheet.name: sheet.columns[0].name for sheet in (PATTERNS, PROGRAMS, COHORTS, INSTRUCTORS, ROOMS)}
ONE = {
    "Patterns": "pattern",
    "Programs": "program",
    "Modules": "module",
    "Cohorts": "cohort",
    "Instructors": "instructor",
    "Rooms": "room",
    "Instructors or Rooms": "instructor or room",
}
"""What an ID of a sheet is called in a sentence."""

Known: TypeAlias = Mapping[str, str | None]
"""IDs in the order of their rows, quick to look up; with the name of a person who teaches."""

MANY_FAULTS = 500
"""From so many faults on, what was meant is no longer guessed at: it would take minutes."""

MARKS = ",;+"
"""Separate IDs from each other, so no ID can contain them."""


def known_ids(records: Records) -> dict[str, Known]:
    """Give the IDs that each sheet defines; nothing for a sheet that could not be read."""
    known: dict[str, Known] = {
        sheet: dict.fromkeys(found for record in records[sheet] if (found := record.text(column)))
        for sheet, column in ID_COLUMN.items()
        if sheet in records
    }
    if "Instructors" in known:
        people = ((record.text("Instructor"), record.text("Name")) for record in records["Instructors"])
        known["Instructors"] = {found: name for found, name in people if found}
    if "Instructors" in known and "Rooms" in known:
        known["Instructors or Rooms"] = {**known["Instructors"], **known["Rooms"]}
    return known


def modules_by_program(records: Records) -> dict[str, Known]:
    """Give the module codes of each known program.

    A row whose own program is wrong may belong to any of them: that one fault is enough.
    """
    found: dict[str, dict[str, None]] = {program: {} for program in known_ids(records).get("Programs", {})}
    strays: dict[str, None] = {}
    for record in records.get("Modules", ()):
        if record.text("Module"):
            found.get(record.text("Program"), strays)[record.text("Module")] = None
    return {program: codes | strays for program, codes in found.items()} if "Modules" in records else {}


def check_references(records: Iterable[Record], known: Mapping[str, Known], faults: Faults) -> None:
    """Note each code that no sheet defines; modules are looked up apart, in their program."""
    for record in records:
        for column in record.table.sheet:
            if column.refers in known:
                _check_cell(record, column, known[column.refers], faults)


def _check_cell(record: Record, column: Column, known: Known, faults: Faults) -> None:
    for code in record.ids(column.name) or filter(None, [record.text(column.name)]):
        if code not in known:
            note_unknown(record, column.name, code, column.refers, known=known, faults=faults)


def note_unknown(
    record: Record, column: str, code: str, sheet: str, *, known: Known, faults: Faults, of: str = ""
) -> None:
    """Note that a code does not exist, and what it may be a slip of."""
    slip = _meant(code, known) if len(faults) < MANY_FAULTS else ""
    # A roster whose columns have shifted may show a student's name here.
    said = (
        f"{ONE[sheet]} {shown(code)}" if slip or record.table.sheet is not ROSTERS else f"such {ONE[sheet]}"
    )
    choices = f"Write one of: {listed(known)}; or add" if known and not slip else "Correct the cell, or add"
    record.fault(
        faults,
        column,
        what=f"there is no {said}{of}.{slip}" if slip else f"there is no {said}{of}",
        todo=f"{choices} it to the sheet {sheet}.",
    )


def _meant(code: str, known: Known) -> str:
    """Say which ID was meant, if somebody wrote an ID with a slip, or a name instead of the ID."""
    names = {name: found for found, name in known.items() if name}
    same = [name for name in names if plain(name) == plain(code)]
    slip = "" if same else did_you_mean(code, known)
    near = same or ([] if slip else alike(code, tuple(names)))
    said = " or ".join(f"{shown(names[name])} ({name})" for name in near)
    return f" Did you mean {said}?" if said else slip


def check_unique(records: Records, faults: Faults) -> None:
    """Note each ID that stands twice, that serves a person and a room, or that lists cannot hold."""
    for sheet in (PROGRAMS, COHORTS, INSTRUCTORS, ROOMS):
        _check_twice(records.get(sheet.name, ()), (ID_COLUMN[sheet.name],), faults)
    _check_twice(records.get("Modules", ()), ("Program", "Module"), faults)
    people = {record.text("Instructor"): record for record in records.get("Instructors", ())}
    for room in records.get("Rooms", ()):
        if room.text("Room") and (person := people.get(room.text("Room"))):
            room.fault(
                faults,
                "Room",
                what=f"{shown(room.text('Room'))} is also an instructor ({person.where('Instructor')})",
                todo="Give the room or the instructor another ID: Availability and Absences name both.",
            )
    for sheet in (PATTERNS, PROGRAMS, MODULES, COHORTS, INSTRUCTORS, ROOMS):
        _check_marks(
            records.get(sheet.name, ()), "Module" if sheet is MODULES else ID_COLUMN[sheet.name], faults
        )


def _check_twice(records: Sequence[Record], columns: tuple[str, ...], faults: Faults) -> None:
    first: dict[tuple[str, ...], Record] = {}
    for record in records:
        key = tuple(record.text(column) for column in columns)
        if not all(key):
            continue
        before = first.setdefault(key, record)
        if before is not record:
            record.fault(
                faults,
                columns[-1],
                what=f"{shown(' '.join(key))} is there twice: in rows {before.row} and {record.row}",
                todo="Delete one of the rows, or give it another ID.",
            )


def _check_marks(records: Sequence[Record], column: str, faults: Faults) -> None:
    for record in records:
        code = record.text(column)
        if any(mark in code for mark in MARKS) or code in {"*", "?"}:
            record.fault(
                faults,
                column,
                what=f"{shown(code)} cannot be an ID: {' '.join(MARKS)} separate IDs, * and ? have a meaning",
                todo="Use letters, digits, spaces, - and . in IDs.",
            )


def check_modules(records: Records, faults: Faults) -> None:
    """Note each module code that the program in question does not have."""
    modules = modules_by_program(records)
    program_of: dict[str, str] = {}
    for record in records.get("Cohorts", ()):
        program_of.setdefault(record.text("Cohort"), record.text("Program"))
    for sheet, column in (("Modules", "Prerequisites"), ("Qualifications", "Module"), ("Pins", "Module")):
        for record in records.get(sheet, ()):
            program = record.text("Program") or program_of.get(record.text("Cohort"), "")
            if program in modules and record.text(column) != "*":
                check_modules_of(record, column, program, modules[program], faults)


def check_modules_of(record: Record, column: str, program: str, known: Known, faults: Faults) -> None:
    """Note module codes that a program does not have; a blank one was noted before."""
    for code in record.ids(column) or filter(None, [record.text(column)]):
        if code not in known:
            of = f" in the program {shown(program)}"
            note_unknown(record, column, code, "Modules", known=known, faults=faults, of=of)
