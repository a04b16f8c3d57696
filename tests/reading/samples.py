"""A small planning workbook that is right in every cell, to be spoiled one cell at a time."""

import csv
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter
from openpyxl import Workbook

Rows = dict[str, list[list[object]]]

GOOD: Mapping[str, Sequence[Sequence[object]]] = {
    "Settings": [
        ["Key", "Value", "Note"],
        ["Site", "Sample College", None],
        ["Time zone", "America/New_York", None],
        ["Plan from", date(2026, 1, 5), None],
        ["Plan to", date(2026, 6, 30), None],
        ["Weight: finish", 2, None],
    ],
    "Calendar": [
        ["From", "To", "Campus", "Cohort", "Kind", "Until", "Note"],
        [date(2026, 1, 19), None, None, None, "closed", None, "Holiday"],
        [date(2026, 3, 16), date(2026, 3, 20), "North", "CNC-A", "short day", time(12, 0), None],
    ],
    "Patterns": [
        ["Pattern", "Days", "Start", "End", "Track"],
        ["FT", "MTWRF", time(8, 0), time(11, 30), None],
        ["FT", "MTWRF", time(12, 0), time(14, 30), None],
        ["EVE", "Mon-Thu", "5:00 PM", "9:00 PM", None],
    ],
    "Programs": [
        ["Program", "Title", "Hours", "Order", "Min weeks", "Milestones"],
        ["CNC", "CNC Production Specialist", 60, "prerequisites", 2, "30, 60"],
        ["CPT", "Production Technician", 40, None, None, None],
    ],
    "Modules": [
        [
            "Program",
            "Module",
            "Title",
            "Hours",
            "Sequence",
            "Prerequisites",
            "Room type",
            "Instructors",
            "Track",
            "Max hours/day",
            "Min days",
        ],
        ["CNC", "C01", "Safety", 15, None, None, "CL", None, None, 7.5, 2],
        ["CNC", "C02", "Mill", 30, None, "C01", "SIM + ML", 2, None, None, None],
        ["CNC", "C03", "Lathe", 15, None, "C01, C02", None, None, None, None, None],
        ["CPT", "T02", "Quality", 15.5, 2, None, "CL", None, None, None, None],
        ["CPT", "T01", "Orientation", 24.5, 1, None, "CL", 0, None, None, None],
    ],
    "Cohorts": [
        [
            "Cohort",
            "Program",
            "Campus",
            "Patterns",
            "Students",
            "Earliest start",
            "Latest start",
            "Start days",
            "Finish by",
            "Max idle days",
            "Aided",
        ],
        ["CNC-A", "CNC", "North", "FT", 12, date(2026, 1, 5), date(2026, 1, 12), "Mon", None, 1, "yes"],
        ["007", "CPT", "North", "FT, EVE", None, date(2026, 1, 5), None, None, date(2026, 3, 31), None, None],
        ["NA", "CPT", None, "EVE", 0, date(2026, 2, 2), None, None, None, None, "no"],
    ],
    "Rosters": [
        ["Student ID", "Name", "Cohort", "Status", "Email"],
        ["S1", "Sample Student 1", "007", "Active", "s1@example.org"],
        ["S2", "Sample Student 2", "007", None, None],
        ["S3", "Sample Student 3", "007", "Dropped", None],
        ["S2", "Sample Student 2", "007", "enrolled", None],
    ],
    "Instructors": [
        ["Instructor", "Name", "Campuses", "Max hours/day", "Max hours/week", "Email"],
        ["I1", "Sample Instructor 1", None, 8, 40, "i1@example.org"],
        ["I2", "Sample Instructor 2", "North, South", None, None, None],
    ],
    "Qualifications": [
        ["Instructor", "Program", "Module", "Valid until", "Preference"],
        ["I1", "CNC", "*", None, 2],
        ["I1", "CNC", "C02", date(2026, 3, 1), None],
        ["I2", "CPT", "T01", None, -1],
    ],
    "Rooms": [
        ["Room", "Campus", "Types", "Seats", "Stations"],
        ["101", "North", "CL", 24, None],
        ["SIM-1", "North", "SIM", 24, 12],
        ["ML-2", "North", "ML, LL", 20, 10],
    ],
    "Availability": [
        ["Who", "Days", "Start", "End"],
        ["I2", "M/W/F", time(8, 0), "12:00 AM"],
    ],
    "Absences": [
        ["Who", "From", "To", "Start", "End", "Reason"],
        ["I1", date(2026, 2, 2), date(2026, 2, 6), None, None, "Leave"],
        ["ML-2", date(2026, 2, 9), None, time(8, 0), time(12, 0), None],
    ],
    "Pins": [
        ["Cohort", "Module", "Start", "Instructor", "Room", "Reason"],
        ["CNC-A", "C02", datetime.combine(date(2026, 1, 12), time(8, 0)), "I1 + I2", "SIM-1 + ML-2", "Fixed"],
        ["NA", "T01", date(2026, 2, 2), None, None, None],
    ],
}


def good() -> Rows:
    """Give a copy that may be changed."""
    return deepcopy({name: [list(row) for row in rows] for name, rows in GOOD.items()})


def with_cell(sheet: str, cell: str, value: object) -> Rows:
    """Give the good rows with one cell changed: ``with_cell("Cohorts", "C2", "South")``."""
    rows = good()
    number, column = int(cell[1:]), ord(cell[0]) - ord("A")
    while len(rows[sheet]) < number:
        rows[sheet].append([None] * len(rows[sheet][0]))
    rows[sheet][number - 1][column] = value
    return rows


def workbook(path: Path, rows: Mapping[str, Sequence[Sequence[object]]] = GOOD) -> Path:
    """Write a workbook with openpyxl."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    book.save(path)
    return path


def shared_strings(path: Path, rows: Mapping[str, Sequence[Sequence[object]]] = GOOD) -> Path:
    """Write a workbook the way Excel does: texts apart in a table, dates as formatted numbers."""
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False})
    day, moment, clock = (
        book.add_format({"num_format": form}) for form in ("m/d/yyyy", "m/d/yyyy h:mm", "h:mm")
    )
    formats = {date: day, datetime: moment, time: clock}
    for name, lines in rows.items():
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            for column, value in enumerate(line):
                sheet.write(number, column, value, formats.get(type(value)))
    book.close()
    return path


def csv_folder(folder: Path, rows: Mapping[str, Sequence[Sequence[object]]] = GOOD) -> Path:
    """Write a folder of CSV files, dates and times as Excel does in the United States."""
    folder.mkdir(exist_ok=True)
    for name, lines in rows.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows([[_said(value) for value in line] for line in lines])
    return folder


def _said(value: object) -> object:
    if isinstance(value, datetime):
        return f"{value.month}/{value.day}/{value.year} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value.month}/{value.day}/{value.year}"
    return f"{value:%I:%M %p}" if isinstance(value, time) else value
