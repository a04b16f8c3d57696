"""The lists behind the planning workbook's dropdowns, and the advice a cell gives while it is filled in."""

from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from scheduler.tables import LISTS, PLANNING, Column, Kind, Sheet
from scheduler.writing.workbook import Book

LAST_ROW = 2000
"""Dropdowns and formats reach down to this row."""

WHO_ROWS = 400
NAMES = {
    "Cohorts": "CohortList",
    "Programs": "ProgramList",
    "Modules": "ModuleList",
    "Patterns": "PatternList",
    "Instructors": "InstructorList",
    "Rooms": "RoomList",
    "Instructors or Rooms": "WhoList",
}
"""The defined name of the IDs of each sheet that other sheets refer to."""

DAYS = ("MTWRF", "MTWR", "MWF", "MW", "TR", "Mon-Thu", "Mon-Fri", "Sat")
LEVELS = ("-2", "-1", "0", "1", "2")


def add_lists(book: Book) -> None:
    """Add the hidden sheet of choices, and the defined names all dropdowns use."""
    sheet = book.sheet(LISTS)
    for index, (name, words) in enumerate(_choices().items()):
        sheet.write_string(0, index, name)
        sheet.write_column(1, index, words)
        letter = xl_col_to_name(index)
        book.define(name, f"{LISTS}!${letter}$2:${letter}${len(words) + 1}")
    _add_who(book, sheet, len(_choices()))
    for table in PLANNING:
        if table.name in NAMES:
            letter = table.letter(table.name.removesuffix("s"))
            book.define(
                NAMES[table.name],
                _filled(f"{table.name}!${letter}$2", f"{table.name}!${letter}$2:${letter}${LAST_ROW}"),
            )
    sheet.hide()


def _choices() -> dict[str, tuple[str, ...]]:
    found = {"DayList": DAYS, "YesList": ("yes",), "LevelList": LEVELS}
    for table in PLANNING:
        for column in table:
            if column.choices:
                found[_choice_name(column)] = column.choices
    return found


def _choice_name(column: Column) -> str:
    return f"{column.name}List"


def _filled(first: str, column: str) -> str:
    """Give the part of a column that is filled in, so that a dropdown ends with its last entry."""
    return f"OFFSET({first},0,0,MAX(1,COUNTA({column})),1)"


def _add_who(book: Book, sheet: Worksheet, index: int) -> None:
    """Add the instructors, then the rooms, as one list that follows what is filled in."""
    people, rooms = (f"{name}!$A$2:$A${LAST_ROW}" for name in ("Instructors", "Rooms"))
    sheet.write_string(0, index, "WhoList")
    for row in range(1, WHO_ROWS + 1):
        after = f"{row}-COUNTA({people})"
        room = f'IF({after}<=COUNTA({rooms}),INDEX({rooms},{after})&"","")'
        sheet.write_formula(
            row, index, f'=IF({row}<=COUNTA({people}),INDEX({people},{row})&"",{room})', None, ""
        )
    letter = xl_col_to_name(index)
    count = f"MAX(1,COUNTA({people})+COUNTA({rooms}))"
    book.define("WhoList", f"OFFSET({LISTS}!${letter}$2,0,0,MIN({WHO_ROWS},{count}),1)")


def offer(sheet: Worksheet, table: Sheet, index: int, column: Column) -> None:
    """Give a column its dropdown, or its check and advice; what is odd is questioned, never refused."""
    rule = _rule(table, index, column)
    if rule:
        question = {"error_type": "warning", "error_title": column.name} | rule
        sheet.data_validation(1, index, LAST_ROW - 1, index, question)


def _rule(table: Sheet, index: int, column: Column) -> dict[str, Any]:
    if column.refers and table.name != column.refers:
        return _reference(column)
    cell = f"{xl_col_to_name(index)}2"
    if column.choices and column.kind is Kind.TEXT:
        return _listed(_choice_name(column)) | {"show_error": False}
    return {
        Kind.CHOICE: _listed(_choice_name(column), f"Use one of: {', '.join(column.choices)}"),
        Kind.FLAG: _listed("YesList", "Write yes, or leave it blank"),
        Kind.DAYS: _listed("DayList") | {"show_error": False},
        Kind.LEVEL: _listed("LevelList") | {"show_error": False},
        Kind.DATE: _custom(f"=ISNUMBER({cell})", "Write a date, like 1/25/2026"),
        Kind.TIME: _custom(
            f"=AND(ISNUMBER({cell}),ABS({cell}*96-ROUND({cell}*96,0))<0.001)",
            "Write a time on a quarter-hour, like 8:00 AM or 12:45 PM",
        ),
        Kind.HOURS: _custom(
            f"=AND(ISNUMBER({cell}),ABS({cell}*4-ROUND({cell}*4,0))<0.001)",
            "Write hours in steps of a quarter-hour, like 45 or 7.5",
        ),
        Kind.COUNT: _custom(f"=AND(ISNUMBER({cell}),{cell}>=0,{cell}=INT({cell}))", "Write a whole number"),
    }.get(column.kind, {})


def _reference(column: Column) -> dict[str, Any]:
    """Offer the IDs of another sheet; where several, or ``*``, may be written, do not question."""
    listed = _listed(NAMES[column.refers], f"That is not in the sheet {column.refers}. Keep it?")
    several = column.kind in (Kind.IDS, Kind.AT_ONCE) or "*" in column.help
    return listed | ({"show_error": False} if several else {})


def _listed(name: str, message: str = "") -> dict[str, Any]:
    return {"validate": "list", "source": f"={name}"} | _message(message)


def _custom(formula: str, message: str) -> dict[str, Any]:
    return {"validate": "custom", "value": formula} | _message(message)


def _message(message: str) -> dict[str, Any]:
    return {"error_message": message} if message else {}
