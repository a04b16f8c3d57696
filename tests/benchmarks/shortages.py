"""Planning workbooks that ask for too much: the samples, each with one thing wrong on purpose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

INPUTS = Path(__file__).parents[2] / "inputs"

Value = str | int | date | time | None


@dataclass(frozen=True, kw_only=True)
class Shortage:
    """One thing that is wrong: how it is brought about, in which sample, and the cells to be named."""

    make: Callable[[Workbook], None]
    cells: tuple[str, ...]
    sample: str = "department"


def workbook(name: str, folder: Path) -> Path:
    """Write the sample with a shortage into a folder; give the workbook."""
    shortage = (SHORTAGES | IN_A_DISTRICT)[name]
    book = load_workbook(INPUTS / f"{shortage.sample}.xlsx")
    shortage.make(book)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def _day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number)  # noqa: DTZ001  a workbook's dates have no time zone


def _row(sheet: Worksheet, **keys: Value) -> int:
    """Give the row in which columns, named by letter, hold these values."""
    return next(
        row
        for row in range(2, sheet.max_row + 1)
        if all(sheet[f"{letter}{row}"].value == value for letter, value in keys.items())
    )


def _set(sheet: str, column: str, value: Value, **keys: Value) -> Callable[[Workbook], None]:
    """Give what writes a value into the row that holds the keys."""

    def make(book: Workbook) -> None:
        page = book[sheet]
        page[f"{column}{_row(page, **keys)}"] = value

    return make


def _add(sheet: str, *rows: list[Value]) -> Callable[[Workbook], None]:
    """Give what adds rows."""

    def make(book: Workbook) -> None:
        for row in rows:
            book[sheet].append(row)

    return make


def _drop(sheet: str, **keys: Value) -> Callable[[Workbook], None]:
    """Give what takes a row out."""

    def make(book: Workbook) -> None:
        book[sheet].delete_rows(_row(book[sheet], **keys))

    return make


def _all(*parts: Callable[[Workbook], None]) -> Callable[[Workbook], None]:
    def make(book: Workbook) -> None:
        for part in parts:
            part(book)

    return make


def _two_short_cohorts(*people: str) -> Callable[[Workbook], None]:
    """Give what adds two cohorts of a short program at the same hours, with time for one in the lathe lab."""
    program: list[Value] = ["LAB-90", "Lathe course", 90, "fixed", None, None]
    module: list[Value] = ["LAB-90", "L1", "Lathe", 90, None, None, "LL"]
    cohorts: list[list[Value]] = [
        [name, "LAB-90", "Main", "AM", 8, _day(2026, 8, 17), None, None, _day(2026, 10, 2)]
        for name in ("LAB-A", "LAB-B")
    ]
    new: list[list[Value]] = [[who, f"Sample {who}"] for who in people]
    qualified: list[list[Value]] = [[who, "LAB-90", "L1", None, None] for who in people]
    return _all(
        _add("Programs", program),
        _add("Modules", module),
        _add("Cohorts", *cohorts),
        _add("Instructors", *new),
        _add("Qualifications", *qualified),
    )


FIRST = _day(2026, 9, 14)

SHORTAGES = {
    "nobody for the evening mill": Shortage(
        make=_all(
            _drop("Qualifications", A="INS-5", C="C06"),
            _add("Availability", ["INS-2", "MTWRF", time(8), time(16)]),
        ),
        cells=("Availability!A6",),
    ),
    "no evening lathe instructor": Shortage(
        make=_all(
            _drop("Qualifications", A="INS-5", C="C07"),
            _add("Availability", ["INS-3", "MTWRF", time(7), time(17)]),
        ),
        cells=("Availability!A6",),
    ),
    "nobody qualified": Shortage(make=_drop("Qualifications", A="INS-7", C="T12"), cells=("Modules!B25",)),
    "room too small": Shortage(make=_set("Rooms", "E", 10, A="MEC-1"), cells=("Rooms!E8",)),
    "cohort too large": Shortage(make=_set("Cohorts", "E", 40, A="CNC-EVE"), cells=("Cohorts!E4",)),
    "horizon too short": Shortage(
        make=_set("Settings", "B", _day(2027, 3, 26), A="Plan to"), cells=("Settings!B5",)
    ),
    "finish by too early": Shortage(
        make=_set("Cohorts", "I", _day(2026, 12, 11), A="CNC-FT"), cells=("Cohorts!I2",)
    ),
    "two pins in conflict": Shortage(
        make=_add("Pins", ["CNC-AM", "C01", FIRST], ["CNC-AM", "C03", FIRST]), cells=("Pins!A3", "Pins!A4")
    ),
    "pinned before its time": Shortage(
        make=_add("Pins", ["CPT-PM", "T14", _day(2026, 9, 1)]), cells=("Pins!A3",)
    ),
    "two cohorts pinned to one room": Shortage(
        make=_all(
            _add("Pins", ["CNC-AM", "C01", FIRST, None, "CL-1"], ["CPT-AM", "T01", FIRST, None, "CL-1"]),
            _set("Cohorts", "G", FIRST, A="CPT-AM"),
        ),
        cells=("Pins!A3", "Pins!A4"),
    ),
    "weekly hours below demand": Shortage(
        make=_set("Instructors", "E", 8, A="INS-4"), cells=("Instructors!E5",)
    ),
    "daily hours below demand": Shortage(
        make=_set("Instructors", "D", 2, A="INS-4"), cells=("Instructors!D5",)
    ),
    "expired qualification": Shortage(
        make=_set("Qualifications", "D", _day(2026, 9, 30), A="INS-4", C="T09"), cells=("Qualifications!D25",)
    ),
    "campus without the room type": Shortage(
        make=_set("Rooms", "B", "North", A="LL-1"), cells=("Rooms!B6", "Modules!G8")
    ),
    "no room of the type": Shortage(make=_drop("Rooms", A="MET-1"), cells=("Modules!G6", "Modules!G17")),
    "instructor on another campus": Shortage(
        make=_all(
            _set("Instructors", "C", "North", A="INS-4"), _add("Rooms", ["NO-1", "North", "CL", 20, None])
        ),
        cells=("Instructors!C5",),
    ),
    "absence of the only one": Shortage(
        make=_add("Absences", ["INS-4", _day(2026, 10, 5), _day(2027, 3, 26), None, None, "leave"]),
        cells=("Absences!A10",),
    ),
    "lab closed for months": Shortage(
        make=_add("Absences", ["LL-1", _day(2026, 10, 5), _day(2027, 7, 30), None, None, "fire"]),
        cells=("Absences!A10",),
    ),
    "two cohorts in one lab": Shortage(
        make=_two_short_cohorts("INS-8", "INS-9"), cells=("Modules!G28", "Cohorts!A7", "Cohorts!A8")
    ),
    "two cohorts and one instructor": Shortage(
        make=_all(
            _two_short_cohorts("INS-8"),
            _add("Rooms", ["LL-2", "Main", "LL", 20, 12], ["LL-3", "Main", "LL", 20, 12]),
        ),
        cells=("Modules!B28", "Cohorts!A7", "Cohorts!A8"),
    ),
    "too few weeks": Shortage(make=_set("Programs", "E", 30, A="CNC-600"), cells=("Programs!E2",)),
    "no day to start": Shortage(make=_set("Cohorts", "H", "S", A="CNC-AM"), cells=("Cohorts!H3",)),
    "two instructors at once": Shortage(
        make=_set("Modules", "H", 2, A="CPT-600", B="T09"), cells=("Modules!B22",)
    ),
}
"""Of the department, by name: the cells are those it has in `inputs/`."""

IN_A_DISTRICT = {
    "a district's lab too small": Shortage(
        make=_set("Rooms", "E", 10, A="Campus 2-MEC-2"), cells=("Rooms!E7",), sample="district"
    ),
    "a district's instructor with few hours": Shortage(
        make=_set("Instructors", "E", 6, A="I014"), cells=("Instructors!E15",), sample="district"
    ),
}
"""Of the district."""
