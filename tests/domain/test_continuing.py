"""Rows of the next version continue those before: the same Row IDs, pins, notes and cuts."""

from dataclasses import replace

from builders import schedule, session

from scheduler.domain.continuing import continued
from scheduler.domain.schedule import Session

MON = session(day=5, id="R1", pin=frozenset({"room"}), note="Guest speaker")
TUE = session(day=6, id="R2")
BEFORE = schedule(MON, TUE)


def ids(*after: Session, before: tuple[Session, ...] = (MON, TUE)) -> list[tuple[str, int, int, int]]:
    """Give the Row ID, the day, and the first and last hour of each row."""
    rows = continued(schedule(*before), after)
    return [(row.id, row.date.day, row.start // 4, row.end // 4) for row in rows]


def test_a_row_that_is_held_as_before_keeps_its_id_pin_and_note() -> None:
    assert continued(BEFORE, [session(day=5), session(day=6)]) == (MON, TUE)


def test_both_parts_of_a_row_pinned_in_time_are_pinned_like_it() -> None:
    kept = replace(MON, pin=frozenset({"time"}))
    parts = [session(day=5, at="8-9"), session(day=5, at="9-11", who="I-2")]

    rows = continued(schedule(kept, TUE), parts)

    assert [(row.id, set(row.pin), row.note) for row in rows] == [
        ("R1", {"time"}, "Guest speaker"),
        ("", {"time"}, "Guest speaker"),
    ]


def test_a_row_at_the_same_time_with_someone_else_is_the_same_row() -> None:
    (row,) = continued(BEFORE, [session(day=5, who="I-2", where="R-2")])

    assert row == replace(MON, instructors=("I-2",), rooms=("R-2",))


def test_a_row_that_begins_when_it_did_is_the_same_row_however_long_it_is() -> None:
    assert ids(session(day=6, at="8-10")) == [("R2", 6, 8, 10)]


def test_a_row_that_was_moved_keeps_its_id_and_those_that_stayed_keep_theirs() -> None:
    assert ids(session(day=6), session(day=7)) == [("R2", 6, 8, 11), ("R1", 7, 8, 11)]


def test_rows_that_were_moved_are_paired_in_the_order_of_time() -> None:
    assert ids(session(day=8), session(day=7)) == [("R1", 7, 8, 11), ("R2", 8, 8, 11)]


def test_what_continues_nothing_has_no_id() -> None:
    assert ids(session(day=5), session(day=6), session(day=7))[2] == ("", 7, 8, 11)


def test_rows_of_another_module_or_cohort_are_not_continued() -> None:
    assert ids(session(module="M2", day=5), session("B", day=5)) == [("", 5, 8, 11), ("", 5, 8, 11)]


def test_of_two_rows_at_once_the_one_of_the_same_people_is_continued() -> None:
    one, other = session(id="R1"), session(who="I-2", where="R-2", id="R2")

    found = continued(schedule(one, other), [session(who="I-2", where="R-2"), session()])

    assert found == (other, one)


def test_a_session_is_cut_where_the_same_people_were_cut_before() -> None:
    cut = (session(at="8-9", id="R1"), session(at="9-10", id="R2"), session(at="10-11", id="R3"))

    assert continued(schedule(*cut), [session()]) == cut


def test_a_session_is_not_cut_where_others_or_a_break_were_before() -> None:
    handed_over = (session(at="8-9", id="R1"), session(at="9-11", who="I-2", id="R2"))
    with_a_break = (session(at="8-9", id="R1"), session(at="10-11", id="R2"))

    assert ids(session(), before=handed_over) == [("R1", 5, 8, 11)]
    assert ids(session(), before=with_a_break) == [("R1", 5, 8, 11)]


def test_a_session_is_not_cut_at_its_own_edges_or_beyond() -> None:
    cut = (session(at="8-9", id="R1"), session(at="9-10", id="R2"), session(at="10-11", id="R3"))

    assert ids(session(at="9-10"), before=cut) == [("R2", 5, 9, 10)]


def test_a_session_that_has_its_id_keeps_it_and_is_not_cut() -> None:
    cut = (session(at="8-9", id="R1", note="Late bus"), session(at="9-11", id="R2"))

    found = continued(schedule(*cut), [session(id="R1"), session(day=6, id="R7")])

    assert found == (session(id="R1", note="Late bus"), session(day=6, id="R7"))
