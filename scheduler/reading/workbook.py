"""Opening a workbook: safely, tolerantly, cell by cell, as grids."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from struct import error as StructError  # noqa: N812 - an exception, named like one
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from scheduler.reading.container import RESTORE, SAVE_AS, contents, tags_in
from scheduler.reading.faults import Unreadable
from scheduler.reading.grid import Broken, Grid, Raw, gridded, within
from scheduler.reading.survey import Budget, Survey, covered, surveyed

DAMAGED = (
    ParseError,
    DefusedXmlException,
    StructError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What openpyxl raises on XML that is not what it should be (measured; it does not check first)."""

Choice = Callable[[tuple[str, ...]], Iterable[str]]


def sheet_names(path: Path) -> tuple[str, ...]:
    """Give the names of a workbook's worksheets without reading them.

    Raises
    ------
    Unreadable
        If the file is no workbook.
    """
    with _guarded():
        return tuple(_parts(_opened(contents(path))))


def grids(path: Path, chosen: Choice) -> tuple[tuple[str, ...], tuple[Grid, ...]]:
    """Read the sheets that are chosen by name; give all names, and the grids.

    Raises
    ------
    Unreadable
        If the file is no workbook, is damaged, or holds far too much.
    """
    stream = contents(path)
    with _guarded():
        reader = _opened(stream)
        parts = _parts(reader)
        wanted = set(chosen(tuple(parts)))
        budget = Budget()
        surveys = {name: _survey(reader, part, budget) for name, part in parts.items() if name in wanted}
        reader.parser.sheets = [sheet for sheet in reader.parser.sheets if sheet.name in wanted]
        reader.read_strings()
        apply_stylesheet(reader.archive, reader.wb)
        reader.read_worksheets()
        found = tuple(_grid(sheet, surveys[sheet.title], reader.wb.epoch) for sheet in reader.wb.worksheets)
        return tuple(parts), found


@contextmanager
def _guarded() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it leaves out (themes, extensions): we only want the cells.
            warnings.simplefilter("ignore")
            yield
    except DAMAGED as reason:
        raise Unreadable("the workbook is damaged: its parts cannot be understood", RESTORE) from reason


def _opened(stream: BytesIO) -> ExcelReader:
    reader = ExcelReader(stream, data_only=True, keep_links=False)
    if "[Content_Types].xml" not in reader.valid_files:
        raise Unreadable("this is not an Excel workbook (.xlsx)", SAVE_AS)
    reader.read_manifest()
    reader.read_workbook()
    return reader


def _parts(reader: ExcelReader) -> dict[str, str]:
    parts = {
        sheet.name: relation.target
        for sheet, relation in reader.parser.find_sheets()
        if relation.Type.endswith("/worksheet") and relation.target in reader.valid_files
    }
    if not parts:
        raise Unreadable("the workbook has no worksheets", SAVE_AS)
    return parts


def _survey(reader: ExcelReader, part: str, budget: Budget) -> Survey:
    budget.spend(tags=tags_in(reader.archive, part))
    with reader.archive.open(part) as xml:
        return surveyed(xml, budget)


def _grid(sheet: Worksheet, survey: Survey, epoch: datetime) -> Grid:
    cells: dict[tuple[int, int], Raw | None] = {
        place: _value(sheet.cell(*place)) if within(*place) else "beyond" for place in survey.filled
    }
    for place in survey.uncalculated:
        cells[place] = Broken(
            what="the cell holds a formula that was never calculated",
            todo="Open the workbook in Excel and save it, or write the value itself.",
        )
    for place, shown_in in covered(survey.merged):
        if within(*place):
            cells[place] = _merged(shown_in)
    return gridded(sheet.title, cells, epoch=epoch)


def _merged(shown_in: tuple[int, int]) -> Broken:
    row, column = shown_in
    return Broken(
        what=f"the cell is merged with {get_column_letter(column)}{row}",
        todo="Unmerge the cells and write the value in each of them.",
        merged=True,
    )


def _value(cell: Cell | MergedCell) -> Raw | None:
    value = cell.value
    if cell.data_type == "e":
        return Broken(what=f"the cell shows the error {value}", todo="Correct the formula or the value.")
    return value if isinstance(value, (str, int, float, date, time, timedelta)) else None
