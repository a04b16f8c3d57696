"""Edit a workbook in LibreOffice through UNO, as a person would; run by a Python that has it.

``python3 uno_edits.py PIPE FROM TO EDITS``: the office listens on the pipe; ``EDITS`` is a list, in
JSON, of edits of the sheet Schedule: the name of a function here, and what it is given.
"""

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet.CellDeleteMode import ROWS as DELETED_ROWS
from com.sun.star.sheet.CellInsertMode import COLUMNS as INSERTED_COLUMNS
from com.sun.star.table import CellRangeAddress, TableSortField

WAIT = 60
"""So many seconds the office may take to start."""


def type_in(sheet, cell, text):
    """Type into a cell what a person would."""
    sheet.getCellRangeByName(cell).setFormula(text)


def delete_row(sheet, row):
    """Delete a row; those below move up."""
    sheet.removeRange(_whole(sheet, row), DELETED_ROWS)


def copy_row(sheet, row, to):
    """Copy a row onto another."""
    source = sheet.getCellRangeByName(f"A{row}:M{row}")
    sheet.copyRange(sheet.getCellRangeByName(f"A{to}").getCellAddress(), source.getRangeAddress())


def insert_column(sheet, before):
    """Insert an empty column."""
    sheet.insertCells(sheet.getCellRangeByName(f"{before}1").getRangeAddress(), INSERTED_COLUMNS)


def sort_by_date_down(sheet, last):
    """Sort all rows by date, the last day first."""
    field = TableSortField()
    field.Field, field.IsAscending = 2, False
    order = _property("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,)))
    sheet.getCellRangeByName(f"A2:M{last}").sort((order, _property("ContainsHeader", value=False)))


def hide_row(sheet, row):
    """Hide a row, as a filter does."""
    sheet.Rows.getByIndex(row - 1).IsVisible = False


def _whole(sheet, row):
    address = CellRangeAddress()
    used = sheet.getCellRangeByName(f"A{row}:AZ{row}").getRangeAddress()
    for name in ("Sheet", "StartColumn", "EndColumn", "StartRow", "EndRow"):
        setattr(address, name, getattr(used, name))
    return address


def _property(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def _desktop(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(WAIT * 4):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("the office does not answer")


def main(pipe, source, target, edits):
    """Open, edit, save under another name, and end the office."""
    desktop = _desktop(pipe)
    try:
        hidden = (_property("Hidden", value=True),)
        book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, hidden)
        for name, *given in json.loads(edits):
            globals()[name](book.Sheets.getByName("Schedule"), *given)
        kind = _property("FilterName", "Calc MS Excel 2007 XML")
        book.storeToURL(Path(target).as_uri(), (kind,))
        book.close(True)  # noqa: FBT003  UNO takes no names
    finally:
        desktop.terminate()


if __name__ == "__main__":
    main(*sys.argv[1:])
    # The bridge may crash when it is torn down with the interpreter; the file has been saved.
    os._exit(0)
