"""What was edited is pinned; a cell that was cleared asks for somebody else."""

from dataclasses import replace

from builders import schedule, session

from scheduler.domain.edits import edits
from scheduler.domain.pinning import cleared, with_edits_pinned
from scheduler.domain.schedule import Session

MON = session(day=5, id="R1", row=2)
TUE = session(day=6, id="R2", row=3)
ALL = {"time", "instructor", "room"}


def pins(*after: Session, before: Session = MON) -> list[set[str]]:
    """Give what is pinned of each row."""
    found = with_edits_pinned(schedule(*after), edits([before], after))
    return [set(row.pin) for row in found.sessions]


def test_a_row_that_was_not_edited_is_not_pinned() -> None:
    assert pins(MON) == [set()]
    assert pins(replace(MON, note="Late bus")) == [set()]


def test_each_part_that_was_edited_is_pinned_and_nothing_else() -> None:
    assert pins(replace(MON, start=36)) == [{"time"}]
    assert pins(replace(MON, instructors=("I-2",))) == [{"instructor"}]
    assert pins(replace(MON, instructors=("I-2",), rooms=("R-2",))) == [{"instructor", "room"}]


def test_pins_that_were_there_stay() -> None:
    before = replace(MON, pin=frozenset({"time"}))

    assert pins(replace(before, rooms=("R-2",)), before=before) == [{"time", "room"}]


def test_a_pin_that_was_cleared_lets_all_go_that_was_edited_too() -> None:
    before = replace(MON, pin=frozenset({"time"}))

    assert pins(replace(before, rooms=("R-2",), pin=frozenset()), before=before) == [set()]
    assert pins(replace(MON, rooms=("R-2",), loose=True)) == [set()]


def test_a_pin_that_was_edited_is_kept_besides_what_was_edited() -> None:
    before = replace(MON, pin=frozenset({"time"}))

    assert pins(replace(before, rooms=("R-2",), pin=frozenset({"instructor"})), before=before) == [
        {"instructor", "room"}
    ]


def test_a_cell_that_was_cleared_is_not_pinned() -> None:
    assert pins(replace(MON, start=36, instructors=(), rooms=())) == [{"time"}]


def test_a_row_that_was_added_is_pinned_with_all_it_says() -> None:
    assert pins(MON, TUE) == [set(), ALL]
    assert pins(MON, replace(TUE, rooms=())) == [set(), {"time", "instructor"}]


def test_a_row_that_belongs_to_another_cohort_or_module_is_pinned_with_all_it_says() -> None:
    assert pins(replace(MON, cohort="B")) == [ALL]
    assert pins(replace(MON, module="M2", instructors=())) == [{"time", "room"}]


def test_of_a_row_that_was_split_the_first_part_is_pinned_to_its_time_and_the_others_to_all() -> None:
    first, second = replace(MON, end=36), session(at="9-11", who="I-2", row=3)

    assert pins(first, second) == [{"time"}, ALL]


def test_whoever_was_taken_out_of_a_row_is_not_wanted_there() -> None:
    nobody, nowhere = replace(MON, instructors=()), replace(TUE, instructors=(), rooms=())

    found = list(cleared(edits([MON, TUE], [nobody, nowhere])))

    assert found == [(nobody, "I-1"), (nowhere, "I-1"), (nowhere, "R-1")]


def test_a_room_alone_may_be_cleared() -> None:
    nowhere = replace(MON, rooms=())

    assert list(cleared(edits([MON], [nowhere]))) == [(nowhere, "R-1")]


def test_rows_that_were_changed_added_or_deleted_ask_for_nobody_else() -> None:
    empty = session(day=7, who="", where="", id="R3", row=4)
    after = [replace(MON, instructors=("I-2",)), replace(empty, note="Still open"), session(day=8, row=5)]

    found = edits([MON, TUE, empty], after)

    assert len(found) == 4  # changed, a note, added, deleted
    assert list(cleared(found)) == []
