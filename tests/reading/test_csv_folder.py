"""Folders of CSV files are read in every usual form, or refused with the file's name."""

from pathlib import Path

import pytest
from reading.samples import csv_folder
from reading.spoilt import refused

from scheduler.reading import read_problem
from scheduler.reading.csv_folder import delimiter_of, text_of


def test_a_folder_without_csv_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert refused(tmp_path) == "the folder holds no CSV files"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_files_are_read_in_every_usual_form(tmp_path: Path, encoding: str, delimiter: str) -> None:
    folder = csv_folder(tmp_path / "plan")
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    lines = [["Instructor", "Name", "Campuses"], ["I1", "José Sample", ""], ["I2", "Zoë\0 Sample", ""]]
    text = mark + "\r\n".join(delimiter.join(line) for line in lines)
    (folder / "Instructors.csv").write_bytes(text.encode(encoding))
    problem = read_problem(folder).problem
    assert problem
    assert [person.name for person in problem.instructors.values()] == ["José Sample", "Zoë Sample"]


def test_a_csv_cell_of_several_lines_is_one_row(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    (folder / "Rooms.csv").write_text(
        'Room,Campus,Types,Seats\n101,"North\nside",CL,24\nSIM-1,,SIM,many\nML-2,,ML,9\n'
    )
    assert [f.where for f in read_problem(folder).faults] == ["Rooms!D3"]


def test_an_empty_csv_file_is_an_empty_sheet(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    (folder / "Cohorts.csv").write_bytes(b"")
    reading = read_problem(folder)
    assert ("Cohorts", "there are no headings in the first 20 rows") in [
        (f.where, f.what) for f in reading.faults
    ]


@pytest.mark.parametrize("why", ["too long a cell", "too large", "locked"])
def test_a_csv_file_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    folder = csv_folder(tmp_path / "plan")
    if why == "too long a cell":
        (folder / "Rooms.csv").write_text("Room,Types\n" + "x" * 200_000)
    elif why == "too large":
        monkeypatch.setattr("scheduler.reading.csv_folder.MAX_FILE", 10)
    else:
        (folder / "Rooms.csv").unlink()
        (folder / "Rooms.csv").mkdir()
    assert ".csv " in refused(folder)


def test_many_csv_lines_are_located_faults_not_a_flood(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    with (folder / "Rosters.csv").open("a") as file:
        file.writelines(f"S{n},,007,,\n" for n in range(10, 21_000))
    faults = read_problem(folder).faults
    assert [f.where for f in faults] == ["Rosters!A20001"]


def test_text_is_decoded_by_its_marks() -> None:
    assert text_of(b"\xff\xfea\x00") == "a"
    assert text_of(b"\x93quoted\x94") == "\u201cquoted\u201d"
    assert delimiter_of("") == ","
    assert delimiter_of('"a,b,c";d\n1;2') == ";"


def test_files_as_they_were_exported_are_to_be_renamed(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")
    (folder / "Settings.csv").rename(folder / "fall-Settings.csv")

    (fault,) = read_problem(folder).faults

    assert (fault.where, fault.todo) == ("fall-Settings.csv", "Name it Settings.csv.")


def test_one_file_of_a_folder_is_not_the_plan(tmp_path: Path) -> None:
    folder = csv_folder(tmp_path / "plan")

    assert refused(folder / "Cohorts.csv") == "this is one sheet of a plan"
