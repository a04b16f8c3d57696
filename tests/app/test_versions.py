"""Which versions there are, from the run folders alone."""

import json
from datetime import date
from pathlib import Path

import pytest

from scheduler.app import results
from scheduler.app.faults import InputError
from scheduler.app.versions import Made, versions

OLD = {
    "status": "optimal",
    "score": 220,
    "unstaffed_hours": 6.5,
    "unplaced_hours": 0,
    "findings": [{}, {}],
    "seed": 3,
}
"""What a run said of itself before it knew its version, its day and its parent."""

NEW = OLD | {"version": 2, "made": "2026-08-18", "parent": {"workbook": "fall schedule v1.xlsx"}}


def run(folder: Path, name: str, record: object = OLD) -> None:
    made = folder / name
    made.mkdir()
    text = record if isinstance(record, str) else json.dumps(record)
    (made / "result.json").write_text(text, "utf-8")


def test_versions_come_by_subject_and_then_by_number(tmp_path: Path) -> None:
    for name in ("2026-08-19 fall v10", "2026-08-18 fall v9", "2026-08-20 Depot v1"):
        run(tmp_path, name)

    assert [(v.subject, v.number) for v in versions(tmp_path)] == [("Depot", 1), ("fall", 9), ("fall", 10)]


def test_a_version_says_when_and_from_what_it_was_made_and_how_good_it_is(tmp_path: Path) -> None:
    run(tmp_path, "2026-08-18 fall v2", NEW)

    (version,) = versions(tmp_path)

    assert version.made == Made(
        date=date(2026, 8, 18),
        parent="fall schedule v1.xlsx",
        status="optimal",
        score=220,
        unstaffed=6.5,
        unplaced=0,
        findings=2,
        seed=3,
    )


def test_an_older_run_is_dated_by_its_folder_and_has_no_parent(tmp_path: Path) -> None:
    run(tmp_path, "2026-08-17 fall v1")

    (version,) = versions(tmp_path)

    assert version.made is not None
    assert (version.made.date, version.made.parent) == (date(2026, 8, 17), "")


def test_a_run_whose_folder_was_renamed_is_listed_by_its_new_name(tmp_path: Path) -> None:
    run(tmp_path, "The good one", NEW)
    run(tmp_path, "The old one", OLD | {"parent": None})

    good, old = versions(tmp_path)

    assert (good.subject, good.number, good.made.date) == ("The good one", 2, date(2026, 8, 18))
    assert (old.subject, old.number, old.made.date) == ("The old one", 0, None)


def test_a_parent_that_is_only_named_is_taken_by_its_name(tmp_path: Path) -> None:
    run(tmp_path, "2026-08-18 fall v2", OLD | {"parent": "fall schedule v1.xlsx"})

    assert versions(tmp_path)[0].made.parent == "fall schedule v1.xlsx"


def test_what_is_no_run_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "2026-08-17 fall v1").write_text("a file")
    (tmp_path / "notes").mkdir()
    (tmp_path / ".making x").mkdir()

    assert versions(tmp_path) == ()


@pytest.mark.parametrize(
    "record",
    ["", "{", "[]", "{}", OLD | {"score": "NaN"}, OLD | {"score": float("nan")}, NEW | {"made": "soon"}],
)
def test_a_run_that_cannot_be_read_is_listed_all_the_same(tmp_path: Path, record: object) -> None:
    run(tmp_path, "2026-08-17 fall v4", record)

    (version,) = versions(tmp_path)

    assert (version.name, version.number, version.made) == ("2026-08-17 fall v4", 4, None)
    assert results.of_versions([version])["versions"] == [
        {"name": "2026-08-17 fall v4", "version": 4, "status": "unreadable"}
    ]


def test_a_run_without_its_result_is_listed(tmp_path: Path) -> None:
    (tmp_path / "2026-08-17 fall v4").mkdir()

    assert versions(tmp_path)[0].made is None


@pytest.mark.parametrize("name", ["gone", "file"])
def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(InputError, match="there is no such folder"):
        versions(tmp_path / name)
