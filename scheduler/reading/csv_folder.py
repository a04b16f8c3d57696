"""A folder of CSV files named after the sheets: the same thing as a workbook, read as grids."""

import codecs
import csv
from collections.abc import Callable, Iterable
from io import StringIO
from itertools import islice
from pathlib import Path

from scheduler.reading.container import MAX_FILE
from scheduler.reading.faults import Unreadable
from scheduler.reading.grid import MAX_ROWS, Grid, gridded

ENDINGS = (".csv", ".tsv")
DELIMITERS = ",;\t|"
MAX_LINES = 10 * MAX_ROWS
"""Lines looked at; whatever stands beyond the rows that are read is only counted."""


def grids(
    folder: Path, chosen: Callable[[tuple[str, ...]], Iterable[str]]
) -> tuple[tuple[str, ...], tuple[Grid, ...]]:
    """Read the CSV files that are chosen by name; give all names, and the grids.

    Raises
    ------
    Unreadable
        If there is no CSV file in the folder, or one cannot be read.
    """
    files = {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS}
    if not files:
        raise Unreadable(
            "the folder holds no CSV files",
            "Put one CSV file for each sheet into it, named after the sheet: Cohorts.csv.",
        )
    names = tuple(files)
    return names, tuple(_grid(name, files[name]) for name in chosen(names))


def text_of(raw: bytes) -> str:
    """Decode what Excel and other programs write: UTF-16 or UTF-8 by their marks, UTF-8, else Windows."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """Give the delimiter that splits the first filled lines into the most columns."""
    lines = list(islice((line for line in text[:100_000].splitlines() if line.strip()), 20))

    def columns(mark: str) -> int:
        return max((len(record) for record in csv.reader(lines, delimiter=mark)), default=0)

    return max(DELIMITERS, key=columns)


def _grid(name: str, path: Path) -> Grid:
    try:
        if path.stat().st_size > MAX_FILE:
            raise Unreadable(
                f"{path.name} is larger than {MAX_FILE // 1_000_000} MB", "Delete what is not needed."
            )
        text = text_of(path.read_bytes()).replace("\0", "")
        return gridded(name, _cells(text))
    except (OSError, csv.Error) as reason:
        raise Unreadable(f"{path.name} cannot be read: {reason}", "Save it again as CSV.") from reason


def _cells(text: str) -> dict[tuple[int, int], str]:
    """Give the cells by row and column; a record counts as one row, as when Excel opens the file."""
    records = csv.reader(StringIO(text, newline=""), delimiter=delimiter_of(text))
    return {
        (row, column): value
        for row, record in enumerate(islice(records, MAX_LINES), start=1)
        for column, value in enumerate(record, start=1)
        if value.strip()
    }
