"""``scheduler explain``: why, what would help and where the term is tight, in words, JSON and exit codes."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tiny
from click.testing import Result

from scheduler.cli.explain import ROWS, _helps
from scheduler.domain.remedy import Remedy
from scheduler.domain.scenario import Cell
from scheduler.reading import read_problem

Run = Callable[..., Result]

SMALL: dict[str, Any] = {"Rooms": {"Seats": 9}}
ROSTERS = [{"Student ID": "S-1", "Name": "Jordan Testperson", "Cohort": "A"}]
SOLVER_WORDS = ("infeasib", "constraint", "gap", "solver", "optimal", "model")
QUICK = ("--time", 20, "--workers", 1)


def said(result: Result) -> list[str]:
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_it_says_why_what_would_help_and_where_it_is_tight(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Rosters=ROSTERS, **SMALL)

    result = run("explain", "fall.xlsx", *QUICK)

    assert result.exit_code == 1, result.output
    lines = said(result)
    assert "fall.xlsx: 9 h unstaffed" in lines
    why = lines.index("Why")
    assert lines[why + 1 : why + 6] == [
        "1. A M1 and M2 cannot have a room for all hours.",
        "Rooms!D2: R-1 has 9 seats",
        "Modules!G2: A M1 and M2 need a room of type CL, and only R-1 is there",
        "Cohorts!E2: A has 10 students",
        "Without any one of these it could be had. That is proven.",
    ]
    helps = lines.index("What would help")
    assert lines[helps + 1 : helps + 3] == [
        "1. 10 seats in R-1: all hours placed and staffed.",
        "Rooms!D2: Seats 10",
    ]
    tight = lines.index("Where the term is tight")
    assert lines[tight + 1] == "Needed for Campus Part of day Who Tightest week Needed There Used"
    assert any("I-1" in line and "60%" in line for line in lines[tight:])  # 9 of 15 h


def test_no_student_and_no_word_of_the_search_is_in_what_it_says(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Rosters=ROSTERS, **SMALL)

    result = run("explain", "fall.xlsx", "--json", "r.json", *QUICK)

    written = Path("r.json").read_text("utf-8")
    for text in (result.stdout, result.stderr, written):
        assert "Testperson" not in text
        assert "S-1" not in text
        assert not [word for word in SOLVER_WORDS if word in text.lower()]


def test_nothing_missing_ends_with_0_and_only_says_where_it_is_tight(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"))

    result = run("explain", "fall.xlsx", *QUICK)

    assert result.exit_code == 0, result.output
    assert "fall.xlsx: everything can be had" in said(result)
    assert "Why" not in said(result)
    assert "Where the term is tight" in said(result)


def test_unusable_input_ends_with_2(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Cohorts={"Program": "CNX"})

    result = run("explain", "fall.xlsx", *QUICK)

    assert result.exit_code == 2
    assert "Cohorts!B2" in result.stderr
    assert result.stdout == ""


def test_what_is_not_there_ends_with_2(run: Run) -> None:
    result = run("explain", "gone.xlsx")

    assert result.exit_code == 2
    assert "there is no such file or folder" in result.stderr


def test_nothing_but_json_is_on_standard_output(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), **SMALL)

    result = run("explain", "fall.xlsx", "--json", "-", *QUICK)

    content = json.loads(result.stdout)
    assert result.exit_code == 1
    assert set(content) == {"status", "findings", "reasons", "remedies", "bottlenecks"}
    assert content["status"] == "explained"
    assert content["reasons"][0]["facts"][0]["where"] == "Rooms!D2"
    assert content["remedies"][0]["enough"] is True
    assert "What would help" in result.stderr


def test_without_any_time_it_says_that_more_may_help(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), **SMALL)

    lines = said(run("explain", "fall.xlsx", "--time", 0, "--workers", 1))

    assert (
        "No reason was found in this time; a longer --time may find one, or a schedule without fault."
        in lines
    )
    assert "Nothing that was tried in this time helps by itself; a longer --time may." in lines


def test_rows_to_change_are_told_and_of_many_only_how_many_more(tmp_path: Path) -> None:
    new = [Cell(sheet="Rooms", row=3 + n, column="Room", value=f"R-{n}") for n in range(ROWS)]
    cells = (
        *(Cell(sheet="Pins", row=2, column=name, value="") for name in ("Cohort", "Module")),
        Cell(sheet="Cohorts", row=2, column="Start days", value=""),
        *new,
    )
    remedy = Remedy(what="do it", cells=cells, gives="all", is_enough=True, effort=1, score=0)
    problem = read_problem(tiny.workbook(tmp_path / "fall.xlsx")).problem
    assert problem is not None

    lines = list(_helps(problem, [remedy]))

    assert lines == [
        "1. Do it: all.",
        "   Pins row 2: empty it",
        "   Cohorts!H2: Start days empty",
        "   Rooms!A3: Room R-0",
        "   Rooms!A4: Room R-1",
        "   Rooms!A5: Room R-2",
        "   Rooms!A6: Room R-3",
        "   and 2 more rows; --json has them all",
    ]


def test_plan_says_why_and_what_to_ask_next(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), **SMALL)

    result = run("plan", "fall.xlsx", "--workers", 1, "--time", 40, "--json", "r.json")

    assert result.exit_code == 1, result.output
    lines = said(result)
    assert "why: A M1 and M2 cannot have a room for all hours." in lines
    folder = Path(result.stdout.splitlines()[-1]).parent
    assert f'what would help: scheduler explain "{folder}"' in lines
    written = json.loads(Path("r.json").read_text("utf-8"))
    assert [fact["where"] for fact in written["reasons"][0]["facts"]] == [
        "Rooms!D2",
        "Modules!G2",
        "Cohorts!E2",
    ]
    assert json.loads((folder / "result.json").read_text("utf-8"))["reasons"] == written["reasons"]


def test_plan_with_nothing_missing_says_nothing_of_why(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"))

    result = run("plan", "fall.xlsx", "--workers", 1, "--json", "r.json")

    assert result.exit_code == 0
    assert "why:" not in result.stdout
    assert "reasons" not in json.loads(Path("r.json").read_text("utf-8"))


def test_repair_says_why_too_and_its_run_folder_can_be_explained(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), **SMALL)
    first = Path(run("plan", "fall.xlsx", "--workers", 1, "--time", 4).stdout.splitlines()[-1])

    result = run("repair", first, "--workers", 1, "--time", 8, "--json", "r.json")

    assert result.exit_code == 1, result.output
    assert "why: A M1 and M2 cannot have a room for all hours." in said(result)
    assert json.loads(Path("r.json").read_text("utf-8"))["reasons"]
    folder = Path(result.stdout.splitlines()[-1]).parent
    again = run("explain", folder, *QUICK)
    assert again.exit_code == 1, again.output
    assert "1. 10 seats in R-1: all hours placed and staffed." in said(again)


def test_dates_that_are_missed_end_with_1_though_all_hours_are_held(run: Run) -> None:
    tiny.workbook(Path("fall.xlsx"), Cohorts={"Finish by": date(2026, 1, 6)})

    result = run("explain", "fall.xlsx", *QUICK)

    assert result.exit_code == 1, result.output
    assert "fall.xlsx: 1 day late" in said(result)
