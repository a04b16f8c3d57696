"""A sheet as a sparse grid of cleaned cells: what workbooks and CSV files have in common."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from openpyxl.utils.datetime import WINDOWS_EPOCH

MAX_ROWS = 20_000
MAX_COLUMNS = 100
"""What lies beyond is a fault: nobody plans there, and a stray cell would cost hours."""

SPACES = "\t\n\r\v\f\u00a0\u2007\u202f\u2028\u2029"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A cell without a value that can be used: an error, a formula never calculated, a merged cell.

    A merged cell shows another's value; it does not make its row a filled one.
    """

    what: str
    todo: str
    merged: bool = False


Plain: TypeAlias = str | int | float | date | time | timedelta
"""What a good cell holds; a date may be a datetime, a number a boolean."""

Raw: TypeAlias = Plain | Broken


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a sheet that hold anything, by row and column (both from 1).

    Attributes
    ----------
    epoch
        The day from which the workbook counts its dates (1900 or 1904 system).
    beyond
        The first cell beyond the rows and columns that are read, and how many there are.
    """

    name: str
    rows: Mapping[int, Mapping[int, Raw]]
    epoch: datetime = WINDOWS_EPOCH
    beyond: tuple[int, int] | None = None
    beyond_count: int = 0


def within(row: int, column: int) -> bool:
    """Whether a cell lies in the part of a sheet that is read."""
    return row <= MAX_ROWS and column <= MAX_COLUMNS


def cleaned(text: str) -> str:
    """Give a text without control and invisible characters and without spaces around it."""
    spaced = "".join(" " if letter in SPACES else letter for letter in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs"}).strip()


def gridded(
    name: str, cells: Mapping[tuple[int, int], Raw | None], *, epoch: datetime = WINDOWS_EPOCH
) -> Grid:
    """Make a grid of cells, cleaned, without the empty ones."""
    rows: dict[int, dict[int, Raw]] = {}
    beyond: list[tuple[int, int]] = []
    for (row, column), value in sorted(cells.items(), key=lambda item: item[0]):
        kept = cleaned(value) if isinstance(value, str) else value
        if kept is None or kept == "":
            continue
        if within(row, column):
            rows.setdefault(row, {})[column] = kept
        else:
            beyond.append((row, column))
    return Grid(
        name=name, rows=rows, epoch=epoch, beyond=beyond[0] if beyond else None, beyond_count=len(beyond)
    )
