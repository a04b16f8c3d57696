"""What a scenario changes is said in a line for each row."""

from scheduler.domain.scenario import Cell, Change, told


def change(column: str, before: str | None, after: str, *, row: int = 3, new: bool = False) -> Change:
    return Change(
        sheet="Cohorts", row=row, of="A" * (row == 3), new=new, column=column, before=before, after=after
    )


def test_changes_of_one_row_stand_together() -> None:
    changes = (
        change("Students", "10", "12"),
        change("Campus", "", "South", row=4),
        change("Finish by", "Jan 5, 2026", ""),
    )

    assert told(changes) == (
        "Cohorts, row 3 (A): Students 12 (was 10), Finish by blank (was Jan 5, 2026)",
        "Cohorts, row 4: Campus South (was blank)",
    )


def test_a_new_row_and_what_must_not_be_told_have_no_value_before() -> None:
    assert told([change("Students", "", "12", row=9, new=True)]) == ("Cohorts, row 9 (new row): Students 12",)
    assert told([change("Students", None, "(not shown)")]) == ("Cohorts, row 3 (A): Students (not shown)",)


def test_the_same_value_is_said_to_be_no_change() -> None:
    assert told([change("Students", "12", "12")]) == ("Cohorts, row 3 (A): Students 12 (no change)",)


def test_which_row_says_so_makes_no_other_cell() -> None:
    one, other = (Cell(sheet="Rooms", row=2, column="Seats", value="9", said_in=row) for row in (2, 7))
    assert one == other
