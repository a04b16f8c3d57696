"""``scheduler compare``: where two versions differ, in tables."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tiny
from click.testing import Result
from edited import edit

Run = Callable[..., Result]
PLAN = ("--workers", 1)


@pytest.fixture
def versions(run: Run) -> tuple[Path, Path]:
    """Plan the tiny department twice; in the second M2 is on Fri Jan 9 instead of Wed Jan 7, with nobody."""
    tiny.workbook(Path("department.xlsx"))
    first, second = (
        Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1]).parent for _ in range(2)
    )
    edit(next(second.glob("*.xlsx")), C4=date(2026, 1, 9), I4=None)
    return first, second


def rows(result: Result) -> list[str]:
    """Give what was said line by line, runs of spaces as one."""
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_what_differs_is_summed_up_and_shown_in_tables(run: Run, versions: tuple[Path, Path]) -> None:
    result = run("compare", *versions)

    assert result.exit_code == 0, result.output
    said = rows(result)
    # 3 h unstaffed at 500, 6 h idle at 2, 2 days at 1: 1,514
    assert said[0] == (
        "1 of 2 placements differs: 1 in time, 1 in instructor; score 0 -> 1,514; "
        "last finish Wed Jan 7 -> Fri Jan 9"
    )
    assert said[1] == f"A is {versions[0] / 'department schedule v1.xlsx'}"
    assert "unstaffed hours 0 3 0 1,500 +1,500" in said
    assert "score 0 1,514 +1,514" in said
    assert "A Wed Jan 7 -> Fri Jan 9, 2 days later 0 -> 3" in said
    assert "I-1 9 6 -3" in said
    assert (
        "A M2 time, instructor Wed Jan 7 8:00 AM -> Fri Jan 9 8:00 AM "
        "Wed Jan 7 11:00 AM -> Fri Jan 9 11:00 AM I-1 -> none"
    ) in said
    assert not any(row.startswith("R-1") for row in said)


def test_earlier_is_said_the_other_way_round(run: Run, versions: tuple[Path, Path]) -> None:
    assert "A Fri Jan 9 -> Wed Jan 7, 2 days earlier 3 -> 0" in rows(run("compare", *reversed(versions)))


def test_no_differences_are_said_in_two_words(run: Run, versions: tuple[Path, Path]) -> None:
    result = run("compare", versions[0], versions[0])

    assert result.exit_code == 0
    assert rows(result)[0] == "no differences"
    assert "Goal" not in result.stdout


def test_a_cohort_in_one_only_is_shown_whole(run: Run, versions: tuple[Path, Path]) -> None:
    tiny.workbook(Path("department.xlsx"), Cohorts={"Cohort": "B"}, Instructors={"Instructor": "I-1"})
    other = Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1])

    said = rows(run("compare", versions[0], other))

    assert said[0] == "no cohort is in both; 1 cohort only in A; 1 cohort only in B"
    assert "A, only in A Mon Jan 5 Wed Jan 7 9 0 AM" in said
    assert "B, only in B Mon Jan 5 Wed Jan 7 9 0 AM" in said


def test_somebody_in_one_only_has_an_empty_cell(run: Run, versions: tuple[Path, Path]) -> None:
    renamed = {"Instructors": {"Instructor": "I-2"}, "Qualifications": {"Instructor": "I-2"}}
    tiny.workbook(Path("department.xlsx"), **renamed)
    other = Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1])

    said = rows(run("compare", versions[0], other))

    assert {"I-1 9 -9", "I-2 9 +9"} <= set(said)


def test_long_tables_are_cut_short(
    run: Run, versions: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.cli.compare.SHOWN", 1)

    # Four goals and the score differ; one row of them is shown.
    said = rows(run("compare", *versions))

    (more,) = (row for row in said if row.startswith("..."))
    assert more.endswith("rows more; --out FILE.xlsx has them all")


def test_differences_go_into_a_workbook_and_a_file_for_programs(
    run: Run, versions: tuple[Path, Path]
) -> None:
    result = run("compare", *versions, "--out", "differences.xlsx", "--json", "differences.json")

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "differences.xlsx"
    content = json.loads(Path("differences.json").read_text("utf-8"))
    assert (content["status"], content["workbook"]) == ("compared", "differences.xlsx")
    assert content["summary"] == result.stdout.splitlines()[0]


def test_no_student_is_named(run: Run) -> None:
    student = {"Student ID": "S-1", "Name": "Sample Student", "Cohort": "A", "Email": "s@example.org"}
    plans = []
    for _ in range(2):
        tiny.workbook(Path("department.xlsx"), Rosters=[student], Cohorts={"Students": None})
        plans.append(Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1]))

    result = run("compare", *plans, "--json", "d.json")

    assert result.exit_code == 0, result.output
    for text in (result.output, Path("d.json").read_text("utf-8")):
        assert "Sample" not in text
        assert "S-1" not in text


def test_what_cannot_be_compared_ends_with_2(run: Run, versions: tuple[Path, Path]) -> None:
    result = run("compare", versions[0], "department.xlsx")

    assert result.exit_code == 2
    assert "department.xlsx: this is no schedule workbook, and no folder of a run." in result.stderr
