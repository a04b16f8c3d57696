"""Edits made in a real spreadsheet program are recognised, each in words, and the file is left as it was."""

from pathlib import Path

import builders as b
import pytest
from edited import Term, course, module, people, rooms, term
from writing.office import edited_in_office, needs_uno

from scheduler.app.checks import check
from scheduler.app.faults import InputError

HOURS = "8:00 AM to 11:00 AM"
EARLY, LATE = "8:00 AM to 9:30 AM with I-1 in R-1", "9:30 AM to 11:00 AM with I-1 in R-1"


@pytest.fixture
def week(tmp_path: Path) -> Term:
    """Hold M1 on five mornings, rows 2 to 6, and M2 on the three after them, rows 7 to 9."""
    first = [b.session(day=day) for day in (5, 6, 7, 8, 9)]
    two_rooms = rooms({"Room": "R-1"}, {"Room": "R-2"})
    second = [b.session("A", "M2", day) for day in (12, 13, 14)]
    return term(
        tmp_path, *first, *second, **course(module(hours=15), module("M2", 9)), **people(), **two_rooms
    )


def said(made: Term, folder: Path, *edits: tuple[object, ...]) -> tuple[str, ...] | None:
    """Edit a copy in the office, and say what was edited."""
    before = made.schedule.read_bytes()
    saved = edited_in_office(made.schedule, folder, *edits)
    found = check(saved, made.inputs).edits
    assert made.schedule.read_bytes() == before
    return found


@needs_uno
def test_each_kind_of_edit_is_recognised(week: Term, tmp_path: Path) -> None:
    assert said(
        week,
        tmp_path,
        ("type_in", "I2", "I-2"),  # somebody else that day
        ("type_in", "J3", "R-2"),  # another room
        ("type_in", "C4", "2026-01-15"),  # another day
        ("type_in", "E5", "9:30 AM"),  # cut short, and
        ("copy_row", 5, 10),  # a copied row below the table takes the rest: a split
        ("type_in", "D10", "9:30 AM"),
        ("type_in", "E10", "11:00 AM"),
        ("type_in", "K6", "time"),  # pinned
        ("type_in", "L6", "Guest speaker"),
        ("type_in", "I7", "I-2"),  # all sessions of M2
        ("type_in", "I8", "I-2"),
        ("type_in", "I9", "I-2"),
    ) == (
        f"You gave A M1 on Mon Jan 5, {HOURS} to I-2 (was I-1).",
        f"You moved A M1 on Tue Jan 6, {HOURS} to R-2 (was R-1).",
        f"You moved A M1 on Wed Jan 7, {HOURS} to Thu Jan 15, {HOURS}.",
        f"You split A M1 on Thu Jan 8, {HOURS}: {EARLY} and {LATE}.",
        f"You pinned the time of A M1 on Fri Jan 9, {HOURS} and changed its note.",
        "You gave all 3 sessions of A M2 to I-2 (was I-1).",
    )


@needs_uno
def test_rows_deleted_added_sorted_hidden_and_a_column_inserted(week: Term, tmp_path: Path) -> None:
    assert said(
        week,
        tmp_path,
        ("delete_row", 3),
        *(("type_in", cell, text) for cell, text in (("B9", "A"), ("G9", "M1"), ("C9", "1/16/2026"))),
        *(("type_in", cell, text) for cell, text in (("D9", "8:00 AM"), ("E9", "11:00 AM"), ("J9", "R-1"))),
        ("sort_by_date_down", 9),
        ("hide_row", 4),
        ("insert_column", "D"),
        ("type_in", "D1", "My remarks"),
    ) == (
        f"You added A M1 on Fri Jan 16, {HOURS} in R-1.",
        f"You deleted A M1 on Tue Jan 6, {HOURS}.",
    )


@needs_uno
def test_a_renamed_heading_is_understood_and_said(week: Term, tmp_path: Path) -> None:
    saved = edited_in_office(week.schedule, tmp_path, ("type_in", "I1", "Teacher"))

    checked = check(saved, week.inputs)

    assert checked.edits == ()
    assert 'Schedule: the column "Teacher" is read as Instructor' in checked.notes


@needs_uno
def test_a_heading_that_says_nothing_is_asked_about(week: Term, tmp_path: Path) -> None:
    saved = edited_in_office(week.schedule, tmp_path, ("type_in", "I1", "Who?"))

    with pytest.raises(InputError) as refused:
        check(saved, week.inputs)

    assert [fault.what for fault in refused.value.faults] == ["the column Instructor is missing"]
