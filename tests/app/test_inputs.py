"""The exact inputs of a run: read once, fingerprinted, kept byte for byte."""

import hashlib
from pathlib import Path

import pytest
import tiny

from scheduler.app.faults import InputError
from scheduler.app.inputs import exact, fingerprint, read
from scheduler.domain.scenario import Cell


def test_the_fingerprint_of_a_file_is_its_sha_256(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"abc")

    # the SHA-256 of "abc" is the first test vector of FIPS 180-2
    assert fingerprint(file) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_fingerprint_of_a_folder_is_that_of_the_list_of_its_tables(tmp_path: Path) -> None:
    (tmp_path / "B.csv").write_bytes(b"b")
    (tmp_path / "A.csv").write_bytes(b"a")
    (tmp_path / "notes.txt").write_bytes(b"not read, so not part of it")
    a, b = (hashlib.sha256(text).hexdigest() for text in (b"a", b"b"))

    assert fingerprint(tmp_path) == hashlib.sha256(f"{a}  A.csv\n{b}  B.csv\n".encode()).hexdigest()


def test_saving_the_workbook_while_planning_does_not_change_what_is_planned(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx")
    before = source.read_bytes()

    with exact(source) as inputs:
        source.write_bytes(b"saved again meanwhile")
        inputs.keep(tmp_path / "kept")

    assert (tmp_path / "kept/department.xlsx").read_bytes() == before
    assert inputs.sha256 == hashlib.sha256(before).hexdigest()
    assert inputs.subject == "department"
    assert list(inputs.problem.cohorts) == ["A"]


def test_a_csv_folder_is_the_same_thing(tmp_path: Path) -> None:
    source = tiny.folder(tmp_path / "fall.2026")
    (source / "notes.txt").touch()

    with exact(source) as inputs:
        inputs.keep(tmp_path / "kept")
        assert inputs.subject == "fall.2026"

    assert list(inputs.problem.cohorts) == ["A"]
    assert fingerprint(tmp_path / "kept/fall.2026") == inputs.sha256 == fingerprint(source)
    assert not (tmp_path / "kept/fall.2026/notes.txt").exists()


def test_faults_are_told_in_the_name_of_the_file_the_coordinator_gave(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx", Cohorts={"Program": "CNX"})

    with pytest.raises(InputError) as refusal, exact(source):
        pass

    assert refusal.value.source == source
    assert str(refusal.value).startswith("department.xlsx \u203a Cohorts!B2: ")


def test_a_path_to_nothing_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match=r"^fall\.xlsx: there is no such file or folder\."),
        exact(tmp_path / "fall.xlsx"),
    ):
        pass


def test_a_workbook_is_read_as_if_some_cells_held_something_else(tmp_path: Path) -> None:
    plan = tiny.workbook(tmp_path / "fall.xlsx")
    cell = Cell(sheet="Settings", row=2, column="Value", value="Another site")

    assert read(plan)[0].settings.site != "Another site"
    assert read(plan, [cell])[0].settings.site == "Another site"
