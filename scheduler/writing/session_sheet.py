"""The sheet Schedule: the one a coordinator edits."""

from collections.abc import Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.problem import Settings
from scheduler.tables import SCHEDULE, Kind
from scheduler.writing.changes import Marks
from scheduler.writing.check_sheet import SPARE
from scheduler.writing.rows import Row
from scheduler.writing.table import fitting
from scheduler.writing.workbook import (
    ALERT,
    ALERT_INK,
    DATE,
    DATE_YEAR,
    DATE_YEAR_WIDTH,
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
    "Date": DATE_YEAR_WIDTH,
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
FITTED = ("Cohort", "Instructor", "Room")
"""Columns as wide as the longest entry in them."""

CHANGED = "#FFF2C6"
"""The fill of a cell that differs from the version before."""
COMMENT = {"author": "scheduler", "x_scale": 1.1, "y_scale": 0.35}

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


def add(book: Book, rows: Sequence[Row], settings: Settings, marks: Marks) -> None:
    """Add the sheet: one row a session, dropdowns, and the live columns Hours, Title and Check.

    Its dates show their year if the plan goes over a New Year. Cells that differ from the version
    before have ``marks``: a fill, and a comment that says what they were.
    """
    sheet = book.sheet(SCHEDULE.name)
    footed(sheet, "Schedule", settings.site)
    sheet.freeze_panes(1, SCHEDULE.columns.index(SCHEDULE.column("Start")))
    sheet.repeat_rows(0)
    sheet.set_row(0, 22)
    one_year = settings.plan_from.year == settings.plan_to.year
    formats = FORMATS | {Kind.DATE: DATE if one_year else DATE_YEAR}
    looks = {column.name: _look(book, column.name, formats) for column in SCHEDULE}
    _table(book, sheet, rows, looks)
    changed = {
        column.name: _look(book, column.name, formats, bg_color=CHANGED, bold=True) for column in SCHEDULE
    }
    for number, row in enumerate(rows, start=1):
        said = marks.get(str(row["Row ID"]), {})
        _row(sheet, number, row, looks | {name: changed[name] for name in said})
        for name, words in said.items():
            sheet.write_comment(number, SCHEDULE.columns.index(SCHEDULE.column(name)), words, COMMENT)
    _dropdowns(sheet, len(rows) + SPARE)
    _alerts(book, sheet, len(rows) + SPARE)
    sheet.ignore_errors({"number_stored_as_text": f"A1:M{len(rows) + SPARE}"})


def _table(book: Book, sheet: Worksheet, rows: Sequence[Row], looks: Mapping[str, Format]) -> None:
    columns = []
    for index, column in enumerate(SCHEDULE):
        sheet.set_column(index, index, _width(column.name, rows), None, {"hidden": column.name == "Row ID"})
        settings = {
            "header": column.name,
            "header_format": book.heading(align="right" if column.kind in FORMATS else "left"),
            "format": looks[column.name],
        }
        formula = {"formula": FORMULAS[column.name]} if column.name in FORMULAS else {}
        columns.append(settings | formula)
    style = {"name": "tblSchedule", "style": "Table Style Light 1", "columns": columns}
    sheet.add_table(0, 0, max(len(rows), 1), len(columns) - 1, style)


def _width(name: str, rows: Sequence[Row]) -> float:
    usual = WIDTHS[name]
    return fitting(usual, {str(row[name]) for row in rows}) if name in FITTED else usual


def _look(book: Book, name: str, formats: Mapping[Kind, str], **more: object) -> Format:
    kind = SCHEDULE.column(name).kind
    number_format = "General" if name in FORMULAS and kind is Kind.TEXT else formats.get(kind, TEXT)
    align = "right" if kind in formats else "left"
    ink = FAINT if name in ("Title", "Hours") else HEAD if name == "Pin" else None
    if ink:
        more["font_color"] = ink
    if align == "right":
        more["indent"] = 1
    return book.look(num_format=number_format, align=align, bottom=4, bottom_color=RULE, **more)


def _row(sheet: Worksheet, number: int, row: Row, looks: Mapping[str, Format]) -> None:
    for index, (name, value) in enumerate(row.items()):
        if name in FORMULAS:
            sheet.write_formula(number, index, FORMULAS[name], looks[name], value)
        else:
            put(sheet, number, index, value, looks[name])


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
