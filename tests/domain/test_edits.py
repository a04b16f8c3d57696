"""What was edited is told from the rows as they were written, wherever they stand now."""

from dataclasses import replace

import builders as b

from scheduler.domain.edits import Edit, edits
from scheduler.domain.schedule import Session

MON = b.session(day=5, id="R1", row=2)
TUE = b.session(day=6, id="R2", row=3)
WED = b.session(day=7, id="R3", row=4)


def told(*after: Session) -> list[tuple[str | None, tuple[str, ...], int]]:
    """Give for each edit the ID of the row before, what is different, and how many rows it is now."""
    found = edits([MON, TUE, WED], after)
    return [(edit.before.id if edit.before else None, edit.parts, len(edit.after)) for edit in found]


def test_sorted_rows_are_no_edit() -> None:
    assert told(replace(WED, row=2), replace(MON, row=7), replace(TUE, row=19)) == []


def test_two_people_in_another_order_are_no_edit() -> None:
    both = b.session(who="I-1 I-2", id="R1")

    assert edits([both], [replace(both, instructors=("I-2", "I-1"))]) == ()


def test_each_part_that_differs_is_named() -> None:
    changed = replace(TUE, rooms=("R-2",), instructors=(), note="Swapped", pin=frozenset({"room"}))

    assert told(MON, changed, WED) == [("R2", ("instructor", "room", "pin", "note"), 1)]
    assert told(MON, replace(TUE, start=36), WED) == [("R2", ("time",), 1)]
    assert told(MON, replace(TUE, cohort="B", module="M2"), WED) == [("R2", ("cohort", "module"), 1)]


def test_a_row_without_its_id_is_new_and_one_that_is_gone_was_deleted() -> None:
    new = b.session(day=8, row=9)

    assert told(MON, new, replace(WED, row=3)) == [(None, (), 1), ("R2", (), 0)]


def test_a_row_that_lost_its_id_is_known_by_its_cohort_module_date_and_start() -> None:
    assert told(replace(MON, id=""), replace(TUE, id="", rooms=("R-2",)), WED) == [("R2", ("room",), 1)]


def test_a_row_cut_short_and_a_new_one_in_its_place_is_a_split() -> None:
    first, second = replace(TUE, end=38), b.session(day=6, at="9:30-11", who="I-2", row=5)

    (edit,) = edits([MON, TUE, WED], [MON, first, second, WED])

    assert edit == Edit(before=TUE, after=(first, second))
    assert edit.parts == ("time",)


def test_a_new_row_on_another_day_or_of_another_module_is_no_split() -> None:
    first = replace(TUE, end=38)
    for other in (b.session(day=8, at="9:30-11"), b.session("A", "M2", 6, "9:30-11")):
        assert told(MON, first, replace(other, row=5), WED) == [("R2", ("time",), 1), (None, (), 1)]
