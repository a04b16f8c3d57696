"""What somebody edited in a schedule workbook is said to them, whatever program saved it."""

from datetime import date, time
from pathlib import Path

import builders as b
import pytest
from edited import Term, course, module, opened, people, term
from writing.office import converted, needs_office

from scheduler.app.checks import check

HOURS = "8:00 AM to 11:00 AM"


@pytest.fixture
def three(tmp_path: Path) -> Term:
    """Hold M1 on three mornings, rows 2 to 4, the last without a room."""
    sessions = (b.session(day=5), b.session(day=6), b.session(day=7, where=""))
    return term(tmp_path, *sessions, **course(module(hours=9)), **people())


def edits(made: Term, schedule: Path | None = None) -> tuple[str, ...] | None:
    return check(schedule or made.schedule, made.inputs).edits


def test_a_workbook_as_it_was_written_has_no_edits(three: Term) -> None:
    assert edits(three) == ()


def test_every_edited_row_is_said(three: Term) -> None:
    three.edit(I2="I-2", C3=date(2026, 1, 9), D3=time(13), E3=time(16), K4="all")
    three.add(5, date(2026, 1, 8), time(8), time(9))

    assert edits(three) == (
        f"You gave A M1 on Mon Jan 5, {HOURS} to I-2 (was I-1).",
        f"You moved A M1 on Tue Jan 6, {HOURS} to Fri Jan 9, 1:00 PM to 4:00 PM.",
        f"You pinned the instructor, room and time of A M1 on Wed Jan 7, {HOURS}.",
        "You added A M1 on Thu Jan 8, 8:00 AM to 9:00 AM with I-1 in R-1.",
    )


def test_a_deleted_row_is_said_as_an_edit_and_by_the_hours_it_leaves(three: Term) -> None:
    three.delete(3)

    checked = check(three.schedule, three.inputs)

    assert checked.edits == (f"You deleted A M1 on Tue Jan 6, {HOURS}.",)
    assert any("R00002 on Tue Jan 6" in finding.what for finding in checked.findings)


def test_a_copied_row_is_an_added_one(three: Term) -> None:
    with opened(three.schedule) as book:
        sheet = book["Schedule"]
        for column in range(1, 11):
            sheet.cell(5, column).value = sheet.cell(2, column).value
        sheet["C5"] = date(2026, 1, 8)

    assert edits(three) == (f"You added A M1 on Thu Jan 8, {HOURS} with I-1 in R-1.",)


def test_sorted_rows_and_moved_columns_are_no_edits(three: Term) -> None:
    with opened(three.schedule) as book:
        sheet = book["Schedule"]
        second, third = ([sheet.cell(row, n).value for n in range(1, 14)] for row in (2, 3))
        for number, (one, other) in enumerate(zip(third, second, strict=True), start=1):
            sheet.cell(2, number).value, sheet.cell(3, number).value = one, other
        sheet.insert_cols(4)
        sheet["D1"] = "My remarks"

    assert edits(three) == ()


def test_rows_that_lost_their_ids_are_known_again(three: Term) -> None:
    three.edit(A1=None, A2=None, A3=None, A4=None, I2="I-2")

    assert edits(three) == (f"You gave A M1 on Mon Jan 5, {HOURS} to I-2 (was I-1).",)


def test_without_the_hidden_sheet_nothing_is_said_of_edits(three: Term) -> None:
    with opened(three.schedule) as book:
        del book["_meta"]

    assert edits(three) is None


@needs_office
def test_a_workbook_saved_by_another_program_has_no_edits(three: Term, tmp_path: Path) -> None:
    saved = converted(three.schedule, "xlsx", tmp_path / "saved")

    assert edits(three, saved) == ()
