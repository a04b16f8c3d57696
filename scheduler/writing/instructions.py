"""The first sheet of the planning workbook: what to fill in, in which order, and what each column means."""

from xlsxwriter.worksheet import Worksheet

from scheduler.tables import INSTRUCTIONS, PLANNING, Column, Kind, Sheet
from scheduler.writing.workbook import FAINT, HEAD, LINK, RULE, SHADE, Book, footed

STEPS = (
    "Fill in the sheets from left to right. A dark heading must be filled in; a light one may stay blank.",
    "Point at a heading to read what belongs there; cells offer what is already known.",
    "Dates like 1/25/2026, times like 8:00 AM. Hours and times go in steps of a quarter-hour.",
    "Check:  scheduler check THIS-FILE  names every problem with its cell.",
    "Plan:  scheduler plan THIS-FILE  writes the schedule to outputs. This file is never changed.",
    "What if:  scheduler compare THIS-FILE  plans it as it stands and in each of its Scenarios.",
)

SELF_EVIDENT = frozenset(
    {Kind.TEXT, Kind.CHOICE, Kind.DAYS, Kind.LEVEL, Kind.HOURS_LIST, Kind.FLAG, Kind.ANY}
)
"""Kinds that the help of a column already shows by its examples."""


PLAIN = {
    "Key": "What is set",
    "Value": "What it is set to",
    "Note": "For yourself; it changes nothing",
    "Title": "The full name, printed on schedules",
    "Name": "The full name",
    "Email": "For yourself; nothing is sent",
    "Reason": "For yourself and whoever reads the plan",
}
"""What plain text is for, where the column itself does not say."""


def explained(column: Column) -> str:
    """Say in a few words what belongs in a column, and whether it must be filled in."""
    parts = ["Required"] if column.required else []
    words = column.help.removesuffix(", ...") or PLAIN.get(column.name, "")
    kind = "" if words and column.kind in SELF_EVIDENT else _kind(column)
    source = f"from {column.refers}" if column.refers else ""
    parts += [", ".join(filter(None, (kind, source))), words]
    return ". ".join(part[0].upper() + part[1:] for part in parts if part).rstrip(".") + "."


def _kind(column: Column) -> str:
    if column.kind is Kind.CHOICE:
        return f"one of: {', '.join(column.choices)}"
    return str(column.kind)


def add(book: Book) -> None:
    """Add the sheet of instructions."""
    sheet = book.sheet(INSTRUCTIONS)
    footed(sheet, "Planning workbook")
    for index, width in enumerate((18, 20, 12, 92)):
        sheet.set_column(index, index, width)
    sheet.set_row(0, 32)
    sheet.write_string(0, 0, "Planning workbook", book.look(bold=True, font_size=20, font_color=HEAD))
    for number, step in enumerate(STEPS, start=1):
        sheet.write_string(number, 0, f"{number}.  {step}", book.look())
    row = _overview(book, sheet, len(STEPS) + 2)
    _columns(book, sheet, row + 1)


def _overview(book: Book, sheet: Worksheet, row: int) -> int:
    for index, text in enumerate(("Sheet", "May be empty", "", "One row is")):
        sheet.write_string(row, index, text, book.heading())
    for number, table in enumerate(PLANNING, start=row + 1):
        look = book.look(bottom=1, bottom_color=RULE)
        link = book.look(bottom=1, bottom_color=RULE, font_color=LINK, underline=1)
        sheet.write_url(number, 0, f"internal:'{table.name}'!A1", link, table.name)
        sheet.write_string(number, 1, "" if table.required else "may be empty", look)
        sheet.write_blank(number, 2, None, look)
        sheet.write_string(number, 3, table.row, look)
    return row + 1 + len(PLANNING)


def _columns(book: Book, sheet: Worksheet, row: int) -> None:
    for index, text in enumerate(("Sheet", "Column", "Required", "What it holds")):
        sheet.write_string(row, index, text, book.heading())
    for table in PLANNING:
        for column in table:
            row += 1
            _column(book, sheet, row, table, column)


def _column(book: Book, sheet: Worksheet, row: int, table: Sheet, column: Column) -> None:
    shade = {"bg_color": SHADE} if PLANNING.index(table) % 2 else {}
    look = book.look(bottom=1, bottom_color=RULE, **shade)
    sheet.write_string(row, 0, table.name, book.look(bottom=1, bottom_color=RULE, font_color=FAINT, **shade))
    sheet.write_string(
        row, 1, column.name, book.look(bottom=1, bottom_color=RULE, bold=column.required, **shade)
    )
    sheet.write_string(row, 2, "required" if column.required else "", look)
    sheet.write_string(row, 3, explained(column).removeprefix("Required. "), look)
