"""The scenarios of a planning workbook are planned, set side by side, and written."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import tiny

from scheduler import writing
from scheduler.app import planning, results
from scheduler.app.faults import InputError
from scheduler.app.what_if import WhatIf, what_if

TODAY = date(2026, 1, 2)


def row(name: str, sheet: str, column: str, value: Any, number: int = 2) -> dict[str, Any]:
    return {"Scenario": name, "Sheet": sheet, "Row": number, "Column": column, "Value": value}


ROWS = [
    row("Later", "Cohorts", "Earliest start", "1/12/2026"),
    row("Small room", "Rooms", "Seats", 9),
    row("Faulty", "Cohorts", "Program", "Q"),
]


def department(path: Path, *rows: dict[str, Any], **changed: Any) -> Path:
    return tiny.workbook(path, Scenarios=list(rows or ROWS), **changed)


@pytest.fixture
def compare(tmp_path: Path) -> Callable[..., WhatIf]:
    def run(source: Path, out: Path | None = None, **options: Any) -> WhatIf:
        search = planning.Search(clock=lambda: 0.0, work=200, **options)
        folder = tmp_path / "outputs"
        return what_if(source, out=out, folder=folder, today=TODAY, search=search, told=lambda *_: None)

    return run


def test_the_plan_as_it_stands_comes_first_then_each_scenario(
    tmp_path: Path, compare: Callable[..., WhatIf]
) -> None:
    source = department(tmp_path / "fall.xlsx")
    before = source.read_bytes()

    found = compare(source)

    assert [(one.name, one.status) for one in found.variants] == [
        ("As it stands", "optimal"),
        ("Later", "optimal"),
        ("Small room", "optimal"),
        ("Faulty", "faulty"),
    ]
    assert [one.finish("A") for one in found.variants[:2]] == [date(2026, 1, 7), date(2026, 1, 14)]  # type: ignore[arg-type]
    assert found.variants[1].changes == ("Cohorts, row 2 (A): Earliest start Jan 12, 2026 (was Jan 5, 2026)",)
    assert found.workbook == tmp_path / "outputs/fall scenarios 2026-01-02.xlsx"
    assert openpyxl.load_workbook(found.workbook).sheetnames[0] == "Read me"
    assert source.read_bytes() == before


def test_nothing_is_overwritten(tmp_path: Path, compare: Callable[..., WhatIf]) -> None:
    source = department(tmp_path / "fall.xlsx", ROWS[0])

    names = [compare(source).workbook.name for _ in range(3)]

    assert names == [f"fall scenarios 2026-01-02{end}.xlsx" for end in ("", " (2)", " (3)")]


def test_it_is_written_where_it_is_asked_for_unless_something_is_there(
    tmp_path: Path, compare: Callable[..., WhatIf]
) -> None:
    source, out = department(tmp_path / "fall.xlsx", ROWS[0]), tmp_path / "new/what if.xlsx"

    assert compare(source, out).workbook == out
    with pytest.raises(InputError, match="this is there already"):
        compare(source, out)
    with pytest.raises(InputError, match=r"name ends in \.xlsx"):
        compare(source, tmp_path / "what if.csv")
    assert not (tmp_path / "outputs").exists()


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, compare: Callable[..., WhatIf]
) -> None:
    source, out = department(tmp_path / "fall.xlsx", ROWS[0]), tmp_path / "what if.xlsx"

    def appears() -> bool:
        out.write_text("somebody's")
        return False

    with pytest.raises(FileExistsError):
        compare(source, out, stopped=appears)
    assert out.read_text() == "somebody's"


def test_what_could_not_be_written_leaves_no_empty_workbook(
    tmp_path: Path, compare: Callable[..., WhatIf], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(writing, "write_scenarios", full)

    with pytest.raises(OSError, match="no space left"):
        compare(department(tmp_path / "fall.xlsx", ROWS[0]))
    assert list((tmp_path / "outputs").iterdir()) == []


@pytest.mark.parametrize("make", [tiny.workbook, tiny.folder])
def test_without_scenarios_there_is_nothing_to_compare(
    tmp_path: Path, compare: Callable[..., WhatIf], make: Callable[..., Path]
) -> None:
    with pytest.raises(InputError, match="its sheet Scenarios has no rows"):
        compare(make(tmp_path / "fall.xlsx"))


def test_a_schedule_alone_is_refused(tmp_path: Path, compare: Callable[..., WhatIf]) -> None:
    source = tiny.workbook(tmp_path / "fall.xlsx")
    search = planning.Search(clock=lambda: 0.0, work=200)
    schedule = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search).workbook

    for one in (schedule, schedule.parent):
        with pytest.raises(InputError, match="Name two schedules, or a planning workbook"):
            compare(one)


def test_a_workbook_with_faults_as_it_stands_is_refused(
    tmp_path: Path, compare: Callable[..., WhatIf]
) -> None:
    with pytest.raises(InputError, match="Cohorts!B2"):
        compare(department(tmp_path / "fall.xlsx", Cohorts={"Program": "Q"}))
    with pytest.raises(InputError, match="Scenarios!C2"):
        compare(department(tmp_path / "fall.xlsx", row("One", "Rooms", "Seats", 9) | {"Row": "two"}))
    assert not (tmp_path / "outputs").exists()


def test_programs_get_every_scenario(tmp_path: Path, compare: Callable[..., WhatIf]) -> None:
    found = compare(department(tmp_path / "fall.xlsx"))

    content = json.loads(json.dumps(results.of_what_if(found)))

    assert (content["status"], content["workbook"]) == ("compared", str(found.workbook))
    base, later, small, faulty = content["scenarios"]
    assert (base["name"], base["cells"], base["score"], base["bound"]) == ("As it stands", [], 0, 0)
    assert later["cells"] == [
        {"sheet": "Cohorts", "row": 2, "column": "Earliest start", "value": "1/12/2026"}
    ]
    assert (later["finish"], later["status"]) == ({"A": "2026-01-14"}, "optimal")
    # 9 h without a room that is large enough, at 500 an hour
    assert (small["unstaffed_hours"], small["unplaced_hours"], small["score"]) == (9, 0, 4500)
    assert small["goals"]["unstaffed hours"] == {"units": 9, "weight": 500}
    assert small["findings"]
    assert (faulty["status"], faulty["findings"][0]["where"]) == ("faulty", "Cohorts!B2")
    assert "score" not in faulty


def test_what_stands_in_a_roster_does_not_leave(tmp_path: Path, compare: Callable[..., WhatIf]) -> None:
    student = {"Student ID": "S-1", "Name": "Sample Student", "Cohort": "A", "Email": "s@example.org"}
    rows = [
        row("One more", "Rosters", column, f"{value}x" if column != "Cohort" else value, number=3)
        for column, value in student.items()
    ]
    source = department(
        tmp_path / "fall.xlsx",
        *rows,
        row("Slip", "Students", "Nmae", "Sample Student"),
        Rosters=[student],
        Cohorts={"Students": None},
    )

    found = compare(source)

    assert [one.status for one in found.variants] == ["optimal", "optimal", "faulty"]
    said = json.dumps(results.of_what_if(found)) + repr([one.changes for one in found.variants])
    book = openpyxl.load_workbook(found.workbook)
    said += repr([cell.value for sheet in book for row in sheet for cell in row])
    assert "Sample Student" not in said
    assert "S-1" not in said
    assert "example.org" not in said


def test_each_is_told_when_it_is_finished(tmp_path: Path) -> None:
    told: list[tuple[str | None, int, int]] = []
    search = planning.Search(clock=lambda: 0.0, work=200)

    what_if(
        department(tmp_path / "fall.xlsx"),
        out=tmp_path / "what if.xlsx",
        folder=tmp_path,
        today=TODAY,
        search=search,
        told=lambda variant, finished, of: told.append((variant and variant.name, finished, of)),
    )

    assert told == [
        (None, 0, 4),
        ("As it stands", 1, 4),
        ("Later", 2, 4),
        ("Small room", 3, 4),
        ("Faulty", 4, 4),
    ]
