"""A tiny department as rows of the planning workbook, for tests of whole journeys.

One cohort ``A`` of ten students takes ``P``: ``M1`` of six hours, then ``M2`` of three, on
mornings Mon-Fri 8:00 to 11:00 AM from Mon Jan 5 2026, with one instructor and one room. So the
best schedule is plain: M1 on Jan 5 and 6, M2 on Jan 7, and its score is 0.
"""

import csv
from datetime import date, time
from pathlib import Path
from typing import Any

from scheduler.writing import write_planning

Rows = dict[str, list[dict[str, Any]]]


def rows(**changed: Any) -> Rows:
    """Give the rows; ``Cohorts={"Program": "CNX"}`` changes cells of a sheet's first row, a list all rows."""
    whole: Rows = {
        "Settings": [
            {"Key": "Site", "Value": "Sample College"},
            {"Key": "Plan from", "Value": date(2026, 1, 5)},
            {"Key": "Plan to", "Value": date(2026, 1, 30)},
        ],
        "Patterns": [{"Pattern": "AM", "Days": "MTWRF", "Start": time(8), "End": time(11)}],
        "Programs": [{"Program": "P", "Title": "Sample program", "Hours": 9}],
        "Modules": [
            {"Program": "P", "Module": "M1", "Title": "First", "Hours": 6, "Room type": "CL"},
            {"Program": "P", "Module": "M2", "Title": "Second", "Hours": 3, "Room type": "CL"},
        ],
        "Cohorts": [
            {
                "Cohort": "A",
                "Program": "P",
                "Patterns": "AM",
                "Students": 10,
                "Earliest start": date(2026, 1, 5),
            }
        ],
        "Instructors": [{"Instructor": "I-1", "Name": "Sample Instructor 1"}],
        "Qualifications": [{"Instructor": "I-1", "Program": "P", "Module": "*"}],
        "Rooms": [{"Room": "R-1", "Types": "CL", "Seats": 20}],
    }
    for sheet, cells in changed.items():
        if isinstance(cells, list):
            whole[sheet] = cells
        else:
            whole[sheet][0] |= cells
    return whole


def workbook(path: Path, **changed: Any) -> Path:
    """Write the department as a planning workbook."""
    write_planning(path, rows(**changed))
    return path


def queue(path: Path, cohorts: int) -> Path:
    """Write a department where this many cohorts, free to wait, queue for the one instructor."""
    whole = rows()
    whole["Settings"][2]["Value"] = date(2026, 12, 31)
    cohort = whole["Cohorts"][0] | {"Latest start": date(2026, 12, 31), "Max idle days": 60}
    whole["Cohorts"] = [cohort | {"Cohort": f"A{number}"} for number in range(cohorts)]
    write_planning(path, whole)
    return path


def folder(path: Path, **changed: Any) -> Path:
    """Write the department as a folder of CSV files."""
    path.mkdir()
    for sheet, records in rows(**changed).items():
        headings = list(dict.fromkeys(heading for record in records for heading in record))
        with (path / f"{sheet}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, headings)
            writer.writeheader()
            writer.writerows(records)
    return path
