"""One folder for each run, complete or not there, never overwriting another."""

import json
from datetime import date
from pathlib import Path

import pytest

from scheduler.app import runs

TODAY = date(2026, 8, 17)


def write_workbook(run: runs.Folder) -> Path:
    run.workbook.write_text(f"version {run.version}")
    return run.workbook


def test_a_run_gets_a_folder_named_after_its_day_and_subject(tmp_path: Path) -> None:
    made = runs.new(tmp_path / "outputs", "department", TODAY, write_workbook)

    assert made == tmp_path / "outputs/2026-08-17 department v1/department schedule v1.xlsx"
    assert made.read_text() == "version 1"


def test_versions_count_up_over_all_days_and_overwrite_nothing(tmp_path: Path) -> None:
    first = runs.new(tmp_path, "department", date(2026, 8, 1), write_workbook)
    runs.new(tmp_path, "depot", TODAY, write_workbook)

    second = runs.new(tmp_path, "department", TODAY, write_workbook)

    assert second.name == "department schedule v2.xlsx"
    assert first.read_text() == "version 1"


def test_after_a_gap_the_next_version_is_above_the_highest(tmp_path: Path) -> None:
    (tmp_path / "2026-08-01 a.b (x) v7").mkdir()
    (tmp_path / "2026-08-01 aXb (x) v9").mkdir()

    assert runs.next_version(tmp_path, "a.b (x)") == 8


def test_a_run_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail(run: runs.Folder) -> Path:
        write_workbook(run)
        raise ValueError("full")

    with pytest.raises(ValueError, match="full"):
        runs.new(tmp_path, "department", TODAY, fail)

    assert list(tmp_path.iterdir()) == []


def test_two_runs_at_once_get_two_versions(tmp_path: Path) -> None:
    """The other run takes version 1 while this one is being filled."""
    seen = []

    def overtaken(run: runs.Folder) -> Path:
        seen.append(run.version)
        if run.version == 1:
            other = tmp_path / "2026-08-17 department v1"
            other.mkdir()
            (other / "theirs.xlsx").touch()
        return write_workbook(run)

    made = runs.new(tmp_path, "department", TODAY, overtaken)

    assert seen == [1, 2]
    assert made.parent.name == "2026-08-17 department v2"
    assert [path.name for path in (tmp_path / "2026-08-17 department v1").iterdir()] == ["theirs.xlsx"]


def test_a_folder_that_cannot_be_renamed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "rename", refuse)

    with pytest.raises(PermissionError):
        runs.new(tmp_path, "department", TODAY, write_workbook)


def test_a_name_that_is_open_in_excel_is_left_alone_for_the_next_one(tmp_path: Path) -> None:
    locked = {"v1.xlsx", "v1 (2).xlsx"}

    def write(path: Path) -> None:
        if path.name in locked:
            raise PermissionError(13, "Permission denied", str(path))
        path.touch()

    written = runs.write_free(tmp_path / "v1.xlsx", write)

    assert written == tmp_path / "v1 (3).xlsx"
    assert "v1 (3).xlsx" in runs.renaming(written)[0]
    assert runs.renaming(tmp_path / "v1.xlsx") == ()


def test_where_no_name_can_be_written_it_says_so(tmp_path: Path) -> None:
    def write(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    with pytest.raises(PermissionError, match=r"v1\.xlsx"):
        runs.write_free(tmp_path / "v1.xlsx", write)


def test_the_inputs_of_a_run_are_found_again(tmp_path: Path) -> None:
    record = {"inputs": {"name": "department.xlsx", "sha256": "abc"}}
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs/department.xlsx").touch()
    (tmp_path / "result.json").write_text(json.dumps(record))

    assert runs.kept_inputs(tmp_path / "any.xlsx") == (tmp_path / "inputs/department.xlsx", "abc")


@pytest.mark.parametrize(
    "record",
    [
        "",
        "{",
        "[]",
        '{"inputs": "department.xlsx"}',
        '{"inputs": {"name": "../secret.xlsx", "sha256": ""}}',
        '{"inputs": {"name": "gone.xlsx", "sha256": ""}}',
    ],
)
def test_a_record_that_is_not_ours_is_no_record(tmp_path: Path, record: str) -> None:
    (tmp_path / "secret.xlsx").touch()
    (tmp_path / "inputs").mkdir()
    (tmp_path / "result.json").write_text(record)

    assert runs.kept_inputs(tmp_path / "any.xlsx") is None


def test_a_workbook_outside_a_run_folder_has_no_kept_inputs(tmp_path: Path) -> None:
    assert runs.kept_inputs(tmp_path / "any.xlsx") is None


@pytest.mark.parametrize(
    ("workbook", "version"),
    [
        ("2026-08-17 fall v2/fall schedule v3 (Ana).xlsx", "v3"),
        ("2026-08-17 plan v2 v5/plan v2 schedule v5.xlsx", "v5"),
        ("2026-08-17 fall v2/edited.xlsx", "v2"),
        ("Downloads/tv1 edited.xlsx", ""),
    ],
)
def test_a_workbook_is_of_the_version_its_name_or_its_folder_tells(workbook: str, version: str) -> None:
    assert runs.version_of(Path(workbook)) == version
