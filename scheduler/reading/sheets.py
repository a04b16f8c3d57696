"""Finding the sheets: by their names in any case, in the singular or plural, or by a synonym."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from scheduler.reading import csv_folder, workbook
from scheduler.reading.faults import Faults, Unreadable, cell_name
from scheduler.reading.grid import MAX_COLUMNS, MAX_ROWS, Grid
from scheduler.reading.headings import names_of
from scheduler.reading.suggestions import did_you_mean, plain, shown
from scheduler.tables import PLANNING_SHEETS, SCHEDULE_SHEETS, Sheet

OURS = {plain(name) for name in (*PLANNING_SHEETS, *SCHEDULE_SHEETS)}
"""Sheets that we write ourselves: nobody wonders whether those that are no input were read."""


def matched(sheets: Iterable[Sheet], names: Sequence[str]) -> dict[str, list[str]]:
    """Give for each sheet the names that may be it: its own name first of all, else a synonym.

    A sheet that matches nothing is left out; several names mean that it is not clear which.
    """
    left = list(names)
    found: dict[str, list[str]] = {}
    tests: tuple[Callable[[Sheet, str], bool], ...] = (
        lambda sheet, name: plain(name) == plain(sheet.name),
        lambda sheet, name: plain(name) in names_of(sheet.name, ())[0],
        lambda sheet, name: plain(name) in names_of(sheet.name, sheet.synonyms)[1],
    )
    ordered = list(sheets)
    for fits in tests:
        for sheet in ordered:
            close = [name for name in left if fits(sheet, name)]
            if close and sheet.name not in found:
                found[sheet.name] = close
                left = [name for name in left if name not in close]
    return found


def read_grids(
    path: Path, chosen: Callable[[tuple[str, ...]], Iterable[str]]
) -> tuple[tuple[str, ...], dict[str, Grid]]:
    """Read the chosen sheets of a workbook or CSV folder; give all names, and the grids by name.

    Raises
    ------
    Unreadable
        If the workbook or folder cannot be read.
    """
    if path.suffix.lower() in csv_folder.ENDINGS and path.is_file():
        raise Unreadable("this is one sheet of a plan", "Give the folder that holds all its CSV files.")
    names, grids = (csv_folder if path.is_dir() else workbook).grids(path, chosen)
    return names, {grid.name: grid for grid in grids}


def note_sheets(
    sheets: Sequence[Sheet],
    names: Sequence[str],
    found: Mapping[str, Sequence[str]],
    faults: Faults,
    notes: list[str],
    *,
    ending: str = "",
) -> None:
    """Say which sheets were mapped, which are missing, unclear or not read.

    ``ending`` is that of the files, where the sheets are files.
    """
    used = {name for close in found.values() for name in close}
    others = [name for name in names if name not in used and plain(name) not in OURS]
    for order, sheet in enumerate(sheets):
        close = found.get(sheet.name, ())
        if len(close) > 1:
            faults.add(
                place=(order, 0, 0),
                where=close[0],
                what=f"more than one sheet can be {shown(sheet.name)}: {', '.join(close)}",
                todo="Keep one of them and rename the others.",
            )
        elif close and close[0] != sheet.name:
            notes.append(f"the sheet {shown(close[0])} is read as {sheet.name}")
        elif not close:
            _note_absent(sheet, order, others, faults, ending)
    if others:
        notes.append(f"sheets not read: {', '.join(others)}")


def _note_absent(sheet: Sheet, order: int, others: Sequence[str], faults: Faults, ending: str) -> None:
    """Say that a sheet is missing; an optional one only if another looks like a slip of its name."""
    slip = next((name for name in others if did_you_mean(name, (sheet.name,))), "")
    exported = [name for name in others if plain(name.rpartition("-")[2]) == plain(sheet.name)]
    if ending and exported:
        faults.add(
            place=(order, 0, 0),
            where=exported[0] + ending,
            what=f"this looks like the sheet {sheet.name}, exported together with the workbook's name",
            todo=f"Name it {sheet.name}{ending}.",
        )
    elif slip:
        faults.add(
            place=(order, 0, 0),
            where=slip,
            what=f"there is no sheet {shown(slip)}. Did you mean {shown(sheet.name)}?",
            todo=f"Rename the sheet to {sheet.name}, or give it another name if it is your own.",
        )
    elif sheet.required:
        faults.add(
            place=(order, 0, 0),
            where=sheet.name,
            what="the sheet is missing",
            todo=f"Add a sheet {sheet.name} ({sheet.row}); `scheduler template` makes a blank workbook.",
        )


def note_beyond(grid: Grid, order: int, faults: Faults) -> None:
    """Say where content stands outside the rows and columns that are read."""
    if grid.beyond:
        faults.add(
            place=(order, *grid.beyond),
            where=cell_name(grid.name, *grid.beyond),
            what=f"{grid.beyond_count:,} filled cells lie beyond row {MAX_ROWS:,} or column {MAX_COLUMNS}",
            todo="Delete what does not belong there, or split the plan into several workbooks.",
        )
