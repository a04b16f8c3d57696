"""``scheduler versions``: the versions there are, in a table."""

import json
from collections.abc import Callable
from pathlib import Path

import tiny
from click.testing import Result

Run = Callable[..., Result]
PLAN = ("--workers", 1)


def test_versions_are_listed_with_what_is_missing(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Rooms={"Seats": 9})
    run("plan", "department.xlsx", "--seed", 5, *PLAN)
    (made,) = Path("outputs").iterdir()
    Path("outputs/2026-01-02 fall v3").mkdir()

    result = run("versions")

    assert result.exit_code == 0, result.output
    first, second = (line.split() for line in result.stdout.splitlines()[2:4])
    assert first[:3] == made.name.split()
    # Three sessions of 3 h have no room, at 500 an hour.
    assert " ".join(first[6:]).startswith("optimal 9 h unstaffed 4,500 ")
    assert first[-1] == "5"
    assert " ".join(second) == "2026-01-02 fall v3 result.json cannot be read"


def test_versions_are_listed_for_programs(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))
    run("plan", "department.xlsx", "--out", "mine", *PLAN)
    (made,) = Path("mine").iterdir()

    result = run("versions", "mine", "--json", "-")

    (version,) = json.loads(result.stdout)["versions"]
    assert (version["name"], version["version"]) == (made.name, 1)
    assert (version["made"], version["parent"], version["score"]) == (made.name[:10], None, 0)
    assert "nothing" in result.stderr


def test_a_folder_without_a_run_is_said_to_have_none(run: Run) -> None:
    Path("outputs").mkdir()

    result = run("versions")

    assert result.exit_code == 0
    assert result.stdout == "outputs: there are no versions yet; scheduler plan makes the first\n"


def test_a_folder_that_is_not_there_ends_with_2(run: Run) -> None:
    result = run("versions", "gone")

    assert result.exit_code == 2
    assert "gone: there is no such folder." in result.stderr
