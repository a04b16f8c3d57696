"""Comparing two versions on disk, each with its own inputs."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tiny
from edited import edit

from scheduler.app import comparing, planning, results
from scheduler.app.faults import InputError
from scheduler.domain.comparison import summed_up

TODAY = date(2026, 1, 2)


def planned(folder: Path, **changed: Any) -> Path:
    """Plan the tiny department with changes of its inputs; give the run folder."""
    source = tiny.workbook(folder / "department.xlsx", **changed)
    search = planning.Search(clock=lambda: 0.0, work=200)
    return planning.plan(source, folder / "outputs", today=TODAY, search=search).workbook.parent


def compare(before: Path, after: Path, *inputs: Path, **options: Any) -> comparing.Compared:
    return comparing.compare(before, after, *inputs, today=TODAY, **options)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return planned(tmp_path)


@pytest.fixture
def copy(run: Path, tmp_path: Path) -> Path:
    """Give a copy of the schedule that has no inputs beside it, M2 moved from Wed Jan 7 to Fri Jan 9."""
    moved = Path(shutil.copy(next(run.glob("*.xlsx")), tmp_path / "moved.xlsx"))
    edit(moved, C4=date(2026, 1, 9))
    return moved


def test_a_run_folder_does_not_differ_from_its_own_schedule(run: Path) -> None:
    (workbook,) = run.glob("*.xlsx")

    found = compare(run, workbook)

    assert found.comparison.same
    assert (found.before, found.after, found.workbook) == (workbook, workbook, None)
    assert found.notes == ("A and B: checked against inputs/department.xlsx beside it",)


def test_each_version_is_read_with_its_own_inputs(run: Path, tmp_path: Path) -> None:
    """In the second version M1 takes 3 h more, until Wed Jan 7, and M2 is held the day after."""
    modules = tiny.rows()["Modules"]
    modules[0]["Hours"] = 9
    other = planned(tmp_path, Modules=modules, Programs={"Hours": 12})

    found = compare(run, other)

    assert found.notes[0] == "A and B were planned from different inputs"
    assert summed_up(found.comparison) == (
        "2 of 2 placements differ: 2 in time; last finish Wed Jan 7 -> Thu Jan 8"
    )


def test_inputs_are_for_the_one_that_has_none(run: Path, copy: Path, tmp_path: Path) -> None:
    found = compare(run, copy, tmp_path / "department.xlsx")

    # 6 h of class time are idle on Jan 7 and 8, at 2 an hour; 2 days later cost 1 each.
    assert summed_up(found.comparison) == (
        "1 of 2 placements differs: 1 in time; score 0 -> 14; last finish Wed Jan 7 -> Fri Jan 9"
    )


def test_a_schedule_without_inputs_asks_for_them(run: Path, copy: Path) -> None:
    with pytest.raises(InputError, match="--inputs") as refusal:
        compare(run, copy)

    assert refusal.value.source == copy


def test_inputs_that_nobody_needs_are_refused(run: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Leave --inputs out"):
        compare(run, run, tmp_path / "department.xlsx")


@pytest.mark.parametrize("name", ["department.xlsx", "outputs"])
def test_what_is_no_schedule_cannot_be_compared(run: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="this is no schedule workbook, and no folder of a run"):
        compare(run, tmp_path / name)


def test_a_path_to_nothing_is_refused(run: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        compare(run, run / "gone.xlsx")


def test_the_comparison_is_written_into_a_new_workbook_only(run: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "differences.xlsx"

    assert compare(run, run, out=out).workbook == out
    kept = out.read_bytes()

    with pytest.raises(InputError, match="this is there already"):
        compare(run, run, out=out)
    with pytest.raises(InputError, match=r"the workbook of a comparison's name ends in \.xlsx"):
        compare(run, run, out=tmp_path / "differences.csv")
    assert out.read_bytes() == kept


def test_a_run_folder_stays_as_it_is(run: Path) -> None:
    with pytest.raises(InputError, match="this would be in the folder of a run"):
        compare(run, run, out=run / "differences.xlsx")

    assert {path.name for path in run.iterdir()} == {"department schedule v1.xlsx", "result.json", "inputs"}


def test_programs_get_the_same_differences(run: Path, copy: Path, tmp_path: Path) -> None:
    edit(copy, I4=None)

    content = json.loads(json.dumps(results.of_comparison(compare(run, copy, tmp_path / "department.xlsx"))))

    assert (content["status"], content["same"], content["workbook"]) == ("compared", False, None)
    assert Path(content["b"]) == copy
    assert content["summary"].startswith("1 of 2 placements differs: 1 in time, 1 in instructor; ")
    assert content["totals"]["b"]["last_finish"] == "2026-01-09"
    assert content["goals"]["unstaffed hours"] == {
        "a": {"units": 0, "weight": 500},
        "b": {"units": 3, "weight": 500},
    }
    (cohort,) = content["cohorts"]
    assert (cohort["cohort"], cohort["days_later"], cohort["b"]["unstaffed_hours"]) == ("A", 2, 3)
    assert content["people_and_rooms"] == [{"kind": "instructor", "who": "I-1", "a": 9, "b": 6}]
    assert content["placements_differing"] == {"time": 1, "instructor": 1, "room": 0}
    (placement,) = content["placements"]
    assert placement["differs"] == ["time", "instructor"]
    assert placement["a"] == {
        "begins": "2026-01-07T08:00",
        "ends": "2026-01-07T11:00",
        "instructors": ["I-1"],
        "rooms": ["R-1"],
    }


def test_programs_are_told_what_is_not_there(run: Path, tmp_path: Path) -> None:
    """The other version has the cohort B in place of A."""
    found = compare(run, planned(tmp_path, Cohorts={"Cohort": "B"}))

    cohorts = results.of_comparison(found)["cohorts"]
    assert [(cohort["cohort"], cohort["a"] is None, cohort["b"] is None) for cohort in cohorts] == [
        ("A", False, True),
        ("B", True, False),
    ]


def test_a_placement_that_is_gone_has_no_times_for_programs(run: Path, copy: Path, tmp_path: Path) -> None:
    edit(copy, B4=None, C4=None, D4=None, E4=None, G4=None, I4=None, J4=None)

    (placement,) = results.of_comparison(compare(run, copy, tmp_path / "department.xlsx"))["placements"]

    assert placement["b"] == {"begins": None, "ends": None, "instructors": [], "rooms": []}
