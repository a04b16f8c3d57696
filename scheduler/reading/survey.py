"""A first look through a worksheet's XML: which cells hold anything, and what would cost too much.

openpyxl cannot say which of a sheet's billion cells are filled, nor tell a formula that was
never calculated from an empty cell, and it would fill a merged range of a whole sheet cell by
cell. This pass reads the same XML safely (no entities), one row at a time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.utils import coordinate_to_tuple, range_boundaries

from scheduler.reading.faults import Unreadable

MAX_ELEMENTS = 600_000
MAX_AREA = 200_000
"""For all sheets that are read, together: XML elements, and cells in merged or linked ranges."""


@dataclass(slots=True, kw_only=True)
class Survey:
    """What a worksheet holds: cells with content, formulas without a result, and merged ranges."""

    filled: list[tuple[int, int]] = field(default_factory=list)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """How much is left to be read."""

    elements: int = MAX_ELEMENTS
    area: int = MAX_AREA

    def spend(self, *, elements: int = 0, area: int = 0, tags: int = 0) -> None:
        """Take something off; an element has at most two tags, so many tags tell at once that it is too much.

        Raises
        ------
        Unreadable
            If nothing is left.
        """
        self.elements -= elements
        self.area -= area
        if self.elements < 0 or tags > 2 * self.elements:
            raise Unreadable(
                "the sheets hold far more cells than a planning or schedule workbook",
                "Delete the empty rows and columns after the data (they carry formats), then save.",
            )
        if self.area < 0:
            raise Unreadable("the sheets hold huge merged ranges", "Unmerge the cells, then save.")


def surveyed(xml: IO[bytes], budget: Budget) -> Survey:
    """Look through a worksheet's XML.

    Raises
    ------
    Unreadable
        If it holds more than the budget allows.
    """
    survey = Survey()
    row = 0
    for _, element in iterparse(xml, forbid_dtd=True):
        budget.spend(elements=1)
        tag = element.tag[element.tag.rfind("}") + 1 :]
        if tag == "row":
            row = _number(element, row)
            _note_row(survey, element, row)
            element.clear()
        elif tag in {"mergeCell", "hyperlink"}:
            _note_range(survey, element, budget, merged=tag == "mergeCell")
    return survey


def _number(row: Element, before: int) -> int:
    given = row.get("r")
    return int(float(given)) if given else before + 1


def _note_row(survey: Survey, row: Element, number: int) -> None:
    """Note a row's cells; a cell that does not say where it is stands right of the one before."""
    column = 0
    for cell in row:
        given = cell.get("r")
        place = coordinate_to_tuple(given) if given else (number, column + 1)
        column = place[1]
        if len(cell):
            _note_cell(survey, cell, place)


def _note_cell(survey: Survey, element: Element, place: tuple[int, int]) -> None:
    parts = {child.tag.rpartition("}")[2]: child for child in element}
    result = "v" in parts and bool(parts["v"].text)
    if result or "is" in parts:
        survey.filled.append(place)
    elif "f" in parts and element.get("t") != "str":
        # A formula whose result is an empty text says t="str"; without it there is no result.
        survey.uncalculated.add(place)


def _note_range(survey: Survey, element: Element, budget: Budget, *, merged: bool) -> None:
    first_column, first_row, last_column, last_row = _corners(element.get("ref", ""))
    budget.spend(area=(last_column - first_column + 1) * (last_row - first_row + 1))
    if merged:
        survey.merged.append((first_row, first_column, last_row, last_column))


def _corners(ref: str) -> tuple[int, int, int, int]:
    first_column, first_row, last_column, last_row = range_boundaries(ref)
    if first_column is None or first_row is None or last_column is None or last_row is None:
        raise Unreadable("the sheets hold huge merged ranges", "Unmerge the cells, then save.")
    return first_column, first_row, last_column, last_row


def covered(merged: list[tuple[int, int, int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield each cell that is hidden under a merged range, with the cell that shows the value."""
    for first_row, first_column, last_row, last_column in merged:
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                if (row, column) != (first_row, first_column):
                    yield (row, column), (first_row, first_column)
