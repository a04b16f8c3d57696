"""``scheduler compare`` of a planning workbook: what comes of its scenarios."""

import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny
from click.testing import Result
from shell import ENVIRONMENT, SCHEDULER

Run = Callable[..., Result]


def cell(name: str, sheet: str, column: str, value: Any) -> dict[str, Any]:
    return {"Scenario": name, "Sheet": sheet, "Row": 2, "Column": column, "Value": value}


LATER = cell("Later", "Cohorts", "Earliest start", "1/12/2026")
OTHER = cell("Other", "Instructors", "Instructor", "I-2")
SLIP = cell("Slip", "Cohorts", "Studnts", "9")


def said(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_scenarios_are_shown_side_by_side(run: Run) -> None:
    again = cell("Other", "Qualifications", "Instructor", "I-2")
    tiny.workbook(Path("fall.xlsx"), Scenarios=[LATER, OTHER, again])

    result = run("compare", "fall.xlsx", "--workers", 1, "--json", "r.json")

    assert result.exit_code == 0, result.output
    lines = said(result)
    assert "As it stands 0 0 0 Wed Jan 7 0 0 % 0" in lines
    assert "Later 0 0 0 Wed Jan 14 0 0 % 0" in lines
    assert "Finish As it stands Later Other" in lines
    assert "A Wed Jan 7 Wed Jan 14 +7 Wed Jan 7" in lines
    assert {"I-1 9 9", "I-2 9"} <= set(lines)
    assert lines[-1].startswith("outputs/fall scenarios 20")
    assert Path(result.stdout.splitlines()[-1]).exists()
    assert "1 of 3: As it stands: proven best, " in result.stderr
    assert len(json.loads(Path("r.json").read_text("utf-8"))["scenarios"]) == 3


def test_a_scenario_with_a_fault_is_told_and_ends_with_1(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Scenarios=[SLIP, LATER])

    result = run("compare", "fall.xlsx", "--workers", 1, "--out", "what if.xlsx")

    assert result.exit_code == 1, result.output
    assert "Slip faulty" in said(result)
    assert "Slip: 1 problem" in said(result)
    assert 'Scenarios!D2: Cohorts has no column "Studnts". Did you mean "Students"?' in result.stdout
    assert said(result)[-1] == "what if.xlsx"


def test_check_names_what_is_wrong_in_a_scenario(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Scenarios=[SLIP])

    result = run("check", "fall.xlsx")

    assert result.exit_code == 1
    assert 'Scenarios!D2: in the scenario Slip: Cohorts has no column "Studnts".' in result.stdout


def test_long_tables_are_cut_short(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.cli.what_if.SHOWN", 1)
    tiny.workbook(Path("fall.xlsx"), Scenarios=[LATER])

    assert "... and 1 row more; the workbook has them all" in said(
        run("compare", "fall.xlsx", "--workers", 1)
    )


def test_of_many_cohorts_those_that_move_come_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.cli.scenario_tables.SHOWN", 1)
    monkeypatch.setattr("scheduler.cli.what_if.SHOWN", 1)
    cohort = tiny.rows()["Cohorts"][0]
    later = LATER | {"Row": 3}
    tiny.workbook(
        Path("fall.xlsx"),
        Cohorts=[cohort, cohort | {"Cohort": "B", "Earliest start": "1/8/2026"}],
        Scenarios=[later],
    )

    # B is planned Thu Jan 8 to Mon Jan 12 or, in the scenario, Mon Jan 12 to Wed Jan 14
    lines = said(run("compare", "fall.xlsx", "--workers", 1))

    assert "B Mon Jan 12 Wed Jan 14 +2" in lines
    assert not [line for line in lines if line.startswith("A Wed Jan 7")]


def test_where_a_longer_search_may_help_it_is_said(run: Run) -> None:
    tiny.queue(Path("fall.xlsx"), cohorts=6)
    whole = tiny.rows()
    cohort = whole["Cohorts"][0] | {"Latest start": "12/31/2026", "Max idle days": 60}
    cohorts = [cohort | {"Cohort": f"A{number}"} for number in range(6)]
    settings = [*whole["Settings"][:2], {"Key": "Plan to", "Value": "12/31/2026"}]
    tiny.workbook(
        Path("fall.xlsx"), Settings=settings, Cohorts=cohorts, Scenarios=[cell("One", "Rooms", "Seats", 30)]
    )

    result = run("compare", "fall.xlsx", "--workers", 1, "--time", 0)

    assert any(" not known " in line for line in said(result))
    assert "Some may be far from the best possible: compare them again with a longer --time" in said(result)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("fall.xlsx",), "its sheet Scenarios has no rows"),
        (("fall.xlsx", "--inputs", "x.xlsx"), "so --inputs means nothing here. Leave --inputs out."),
        (("fall.xlsx", "fall.xlsx", "--time", "9"), "so --time means nothing here. Leave --time out."),
        (("fall.xlsx", "fall.xlsx", "--workers", "2"), "so --workers means nothing here"),
        (("gone.xlsx",), "there is no such file or folder"),
    ],
)
def test_what_cannot_be_compared_ends_with_2(run: Run, words: tuple[str, ...], why: str) -> None:
    tiny.workbook(Path("fall.xlsx"))

    result = run("compare", *words)

    assert result.exit_code == 2
    assert why in result.stderr
    assert not Path("outputs").exists()


def test_ctrl_c_stops_with_what_there_is(tmp_path: Path) -> None:
    """Six cohorts queue for one instructor, so that nothing is proven soon; the searches may take an hour."""
    whole = tiny.rows()
    cohort = whole["Cohorts"][0] | {"Latest start": "12/31/2026", "Max idle days": 60}
    tiny.workbook(
        tmp_path / "fall.xlsx",
        Settings=[*whole["Settings"][:2], {"Key": "Plan to", "Value": "12/31/2026"}],
        Cohorts=[cohort | {"Cohort": f"A{number}"} for number in range(6)],
        Scenarios=[SLIP, cell("Larger", "Rooms", "Seats", 30), cell("Huge", "Rooms", "Seats", 90)],
    )
    words = ["compare", "fall.xlsx", "--time", "3600", "--workers", "2", "--json", "r.json"]
    process = subprocess.Popen(
        [*SCHEDULER, *words],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "Slip" in line:
            break
    time.sleep(10)  # well into the search of the other two
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)

    assert process.returncode == 1, errors
    assert "stopping" in errors
    found = {one["name"]: one["status"] for one in json.loads((tmp_path / "r.json").read_text())["scenarios"]}
    assert found == {
        "As it stands": "feasible",
        "Slip": "faulty",
        "Larger": "feasible",
        "Huge": "not planned",
    }
