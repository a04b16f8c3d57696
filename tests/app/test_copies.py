"""Copies of a schedule workbook that two people edited are merged; what conflicts is found."""

import shutil
from datetime import date, time
from pathlib import Path

import builders as b
import pytest
from edited import Term, course, edit, module, opened, people, term
from writing.office import converted, needs_office

from scheduler.app.checks import Checked, check
from scheduler.app.copies import read_copies
from scheduler.app.faults import InputError
from scheduler.reading import read_problem

HOURS = "8:00 AM to 11:00 AM"
SESSIONS = tuple(b.session(day=day) for day in (5, 6, 7))
SHEETS = course(module(hours=9)) | people()


class Two:
    """Two copies, A.xlsx and B.xlsx, of M1 on three mornings, rows 2 to 4, and its inputs."""

    def __init__(self, folder: Path) -> None:
        made = term(folder, *SESSIONS, **SHEETS)
        self.inputs = made.inputs
        self.a, self.b = (
            Term(inputs=made.inputs, schedule=Path(shutil.copy(made.schedule, folder / name)))
            for name in ("A.xlsx", "B.xlsx")
        )

    def check(self) -> Checked:
        return check(self.a.schedule, self.inputs, [self.b.schedule])


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def test_copies_that_nobody_edited_are_the_schedule(two: Two) -> None:
    checked = two.check()

    assert checked.findings == ()
    assert checked.edits == ()
    assert checked.file == two.a.schedule
    assert checked.notes[-1] == "2 copies merged: A.xlsx, B.xlsx; cells are those of A.xlsx"


def test_edits_of_different_cells_are_all_there(two: Two) -> None:
    two.a.edit(I2="I-2", C4=date(2026, 1, 8))
    two.b.edit(K2="room", L4="Guest speaker")
    two.b.add(5, date(2026, 1, 9), time(8), time(9))
    two.b.delete(3)

    checked = two.check()

    assert checked.edits == (
        "You added A M1 on Fri Jan 9, 8:00 AM to 9:00 AM with I-1 in R-1.",
        f"You gave A M1 on Mon Jan 5, {HOURS} to I-2 (was I-1) and pinned its room.",
        f"You moved A M1 on Wed Jan 7, {HOURS} to Thu Jan 8, {HOURS} and changed its note.",
        f"You deleted A M1 on Tue Jan 6, {HOURS}.",
    )
    assert "edit" not in {found.rule for found in checked.findings}
    assert any("R00002 on Tue Jan 6" in found.what for found in checked.findings)


def test_the_same_edit_in_both_is_one(two: Two) -> None:
    for copy in (two.a, two.b):
        copy.edit(I2="I-2")
        copy.add(5, date(2026, 1, 9), time(8), time(9))

    checked = two.check()

    assert checked.edits == (
        f"You gave A M1 on Mon Jan 5, {HOURS} to I-2 (was I-1).",
        "You added A M1 on Fri Jan 9, 8:00 AM to 9:00 AM with I-1 in R-1.",
    )
    assert "edit" not in {found.rule for found in checked.findings}


def test_two_conflicting_edits_are_both_named_and_nothing_is_lost(two: Two) -> None:
    two.a.edit(I3="I-2", J2=None)
    two.b.edit(I3=None, L3="Ask Ana", L2="Outdoors")
    with opened(two.a.schedule) as book:
        book["Schedule"].insert_cols(4)

    checked = two.check()

    first = checked.findings[0]
    assert first.what == (
        f"A M1 on Tue Jan 6, {HOURS} was given to I-2 in A.xlsx and to no instructor in B.xlsx; I-2 was kept."
    )
    assert first.todo == "Settle it with whoever edited B.xlsx, and edit this row if no instructor is right."
    assert (first.rule, first.where) == ("edit", "Schedule!J3")
    assert checked.schedule is not None
    assert [(row.instructors, row.note) for row in checked.schedule.sessions[:2]] == [
        (("I-1",), "Outdoors"),
        (("I-2",), "Ask Ana"),
    ]
    assert [found.rule for found in checked.findings] == ["edit", "unstaffed hours"]


def test_a_row_deleted_in_the_first_and_edited_in_the_second_is_named_by_its_words(two: Two) -> None:
    two.a.delete(3)
    two.b.edit(I3="I-2")

    (found,) = two.check().findings

    assert (found.rule, found.where) == ("edit", f"A M1 on Tue Jan 6, {HOURS}")
    assert "was edited in B.xlsx and deleted in A.xlsx" in found.what


def test_one_copy_is_read_as_it_is(two: Two) -> None:
    two.a.edit(A2=None)
    problem = read_problem(two.inputs).problem
    assert problem is not None

    copies = read_copies([two.a.schedule], problem)

    assert [row.id for row in copies.schedule.sessions] == ["", "R00002", "R00003"]
    assert copies.conflicts == ()


def test_copies_of_the_same_name_are_told_apart_by_their_folders(two: Two, tmp_path: Path) -> None:
    (tmp_path / "Ben").mkdir()
    other = Path(shutil.copy(two.a.schedule, tmp_path / "Ben" / "A.xlsx"))
    two.a.edit(I3=None)
    edit(other, I3="I-2")

    found = check(two.a.schedule, two.inputs, [other]).findings[0]

    assert f"to no instructor in {tmp_path.name}/A.xlsx and to I-2 in Ben/A.xlsx" in found.what


def test_the_same_file_twice_is_one_copy(two: Two) -> None:
    two.a.edit(I3="I-2")

    checked = check(two.a.schedule, two.inputs, [two.a.schedule])

    assert checked.edits == (f"You gave A M1 on Tue Jan 6, {HOURS} to I-2 (was I-1).",)
    assert checked.findings == ()


def test_what_the_reader_says_is_said_of_each_file(two: Two) -> None:
    two.b.edit(I1="Teacher")

    assert any(note.startswith("B.xlsx: ") and "Teacher" in note for note in two.check().notes)


@needs_office
def test_a_copy_saved_by_another_program_is_of_the_same_version(two: Two, tmp_path: Path) -> None:
    two.b.edit(I3="I-2")
    saved = converted(two.b.schedule, "xlsx", tmp_path / "saved")

    checked = check(two.a.schedule, two.inputs, [saved])

    assert checked.edits == (f"You gave A M1 on Tue Jan 6, {HOURS} to I-2 (was I-1).",)


def test_a_copy_without_its_hidden_sheet_is_refused(two: Two) -> None:
    with opened(two.b.schedule) as book:
        del book["_meta"]

    with pytest.raises(InputError, match="_meta, which says how it was written, is gone") as refusal:
        two.check()

    assert refusal.value.source == two.b.schedule
    assert "Check it alone" in refusal.value.faults[0].todo


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("B.xlsx", "this is a copy of another version than A v1.xlsx: 1 row was planned differently"),
        ("B v2.xlsx", "this is a copy of v2, and A v1.xlsx of v1: 1 row was planned differently"),
    ],
)
def test_copies_of_different_versions_are_refused(tmp_path: Path, name: str, words: str) -> None:
    files = []
    for number, sessions in enumerate((SESSIONS, SESSIONS[:2])):
        folder = tmp_path / "A B"[number * 2]
        folder.mkdir()
        made = term(folder, *sessions, **SHEETS)
        files.append(made.schedule.rename(folder / ("A v1.xlsx", name)[number]))

    with pytest.raises(InputError, match="planned differently") as refusal:
        check(files[0], made.inputs, [files[1]])

    assert refusal.value.source == files[1]
    assert refusal.value.faults[0].what == words
    assert "Check each alone" in refusal.value.faults[0].todo


def test_a_copy_that_cannot_be_read_is_refused_with_its_cell(two: Two) -> None:
    two.b.edit(G2="M9")

    with pytest.raises(InputError) as refusal:
        two.check()

    assert refusal.value.source == two.b.schedule
    assert [fault.where for fault in refusal.value.faults] == ["Schedule!G2"]


def test_only_schedules_are_merged(two: Two, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no schedule workbook, so it cannot be merged"):
        check(two.a.schedule, two.inputs, [two.inputs])
    with pytest.raises(InputError, match="no such file"):
        check(two.a.schedule, two.inputs, [tmp_path / "gone.xlsx"])
