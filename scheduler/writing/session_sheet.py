"""The sheet Schedule: the one a coordinator edits."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from scheduler.tables import SCHEDULE, Kind
from scheduler.writing.check_sheet import SPARE
from scheduler.writing.rows import Row
from scheduler.writing.workbook import (
    ALERT,
    ALERT_INK,
    DATE,
    FAINT,
    HEAD,
    HEAD_LIGHT,
    HOURS,
    RULE,
    TEXT,
    TIME,
    Book,
    footed,
    put,
)

WIDTHS = {
    "Row ID": 9,
    "Cohort": 12,
    "Date": 12,
    "Start": 10,
    "End": 10,
    "Hours": 7,
    "Module": 9,
    "Title": 34,
    "Instructor": 16,
    "Room": 18,
    "Pin": 16,
    "Note": 20,
    "Check": 34,
}
FORMATS = {Kind.DATE: DATE, Kind.TIME: TIME, Kind.HOURS: HOURS}
LISTS = {
    "Cohort": "CohortList",
    "Module": "ModuleList",
    "Instructor": "InstructorList",
    "Room": "RoomList",
    "Pin": "PinList",
}
THIS = "tblSchedule[[#This Row],[{}]]"
START, STOP = THIS.format("Start"), THIS.format("End")
KEY = f'{THIS.format("Cohort")}&"|"&{THIS.format("Module")}'
FORMULAS = {
    "Hours": f'=IF(COUNT({START},{STOP})=2,ROUND(({STOP}+({STOP}=0)-{START})*96,0)/4,"")',
    "Title": f'=IFERROR(INDEX(PlacementTitle,MATCH({KEY},PlacementKey,0))&"","")',
    "Check": '=IFERROR(INDEX(CheckWords,ROW())&"","")',
}
"""Follow an edit at once; End at 0:00 is the midnight that ends the day."""


def add(book: Book, rows: Sequence[Row], site: str) -> None:
    """Add the sheet: one row a session, dropdowns, and the live columns Hours, Title and Check."""
    sheet = book.sheet(SCHEDULE.name)
    footed(sheet, "Schedule", site)
    sheet.freeze_panes(1, SCHEDULE.columns.index(SCHEDULE.column("Start")))
    sheet.repeat_rows(0)
    sheet.set_row(0, 22)
    _table(book, sheet, len(rows))
    for number, row in enumerate(rows, start=1):
        _row(book, sheet, number, row)
    _dropdowns(sheet, len(rows) + SPARE)
    _alerts(book, sheet, len(rows) + SPARE)
    sheet.ignore_errors({"number_stored_as_text": f"A1:M{len(rows) + SPARE}"})


def _table(book: Book, sheet: Worksheet, count: int) -> None:
    columns = []
    for index, column in enumerate(SCHEDULE):
        sheet.set_column(index, index, WIDTHS[column.name], None, {"hidden": column.name == "Row ID"})
        settings = {
            "header": column.name,
            "header_format": book.heading(align="right" if column.kind in FORMATS else "left"),
            "format": _look(book, column.name),
        }
        formula = {"formula": FORMULAS[column.name]} if column.name in FORMULAS else {}
        columns.append(settings | formula)
    style = {"name": "tblSchedule", "style": "Table Style Light 1", "columns": columns}
    sheet.add_table(0, 0, max(count, 1), len(columns) - 1, style)


def _look(book: Book, name: str) -> object:
    kind = SCHEDULE.column(name).kind
    number_format = "General" if name in FORMULAS and kind is Kind.TEXT else FORMATS.get(kind, TEXT)
    align = "right" if kind in FORMATS else "left"
    ink = FAINT if name in ("Title", "Hours") else HEAD if name == "Pin" else None
    more: dict[str, object] = {"font_color": ink} if ink else {}
    if align == "right":
        more["indent"] = 1
    return book.look(num_format=number_format, align=align, bottom=4, bottom_color=RULE, **more)


def _row(book: Book, sheet: Worksheet, number: int, row: Row) -> None:
    for index, (name, value) in enumerate(row.items()):
        look = _look(book, name)
        if name in FORMULAS:
            sheet.write_formula(number, index, FORMULAS[name], look, value)
        else:
            put(sheet, number, index, value, look)


def _dropdowns(sheet: Worksheet, last: int) -> None:
    for name, source in LISTS.items():
        index = SCHEDULE.columns.index(SCHEDULE.column(name))
        listed = {"validate": "list", "source": f"={source}", "error_type": "warning", "error_title": name}
        message = {"error_message": f"That {name.lower()} is not in the sheet Lists. Keep it?"}
        several = {"show_error": False} if name in ("Instructor", "Room", "Pin") else {}
        sheet.data_validation(1, index, last, index, listed | message | several)


def _alerts(book: Book, sheet: Worksheet, last: int) -> None:
    """Mark rows by what Check says: the cell of who is missing most strongly, then the whole row."""
    check, pin = SCHEDULE.letter("Check"), SCHEDULE.letter("Pin")
    strong = book.difference(
        bg_color="#F4A6A0", font_color=ALERT_INK, bold=True, border=1, border_color=ALERT_INK
    )
    for name in ("Instructor", "Room"):
        letter = SCHEDULE.letter(name)
        criteria = f'=ISNUMBER(SEARCH("{name} missing",${check}2))'
        settings = {"type": "formula", "criteria": criteria, "format": strong, "stop_if_true": True}
        sheet.conditional_format(f"{letter}2:{letter}{last}", settings)
    red = book.difference(bg_color=ALERT, font_color=ALERT_INK)
    bold = book.difference(bg_color=ALERT, font_color=ALERT_INK, bold=True)
    said = {"type": "formula", "criteria": f"=LEN(${check}2)>0"}
    sheet.conditional_format(f"{check}2:{check}{last}", said | {"format": bold})
    sheet.conditional_format(f"A2:L{last}", said | {"format": red})
    pinned = book.difference(bg_color=HEAD_LIGHT, bold=True)
    sheet.conditional_format(
        f"{pin}2:{pin}{last}", {"type": "formula", "criteria": f"=LEN(${pin}2)>0", "format": pinned}
    )
