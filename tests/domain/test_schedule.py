"""What can be read off sessions: groups, order, rows, main instructors and rooms."""

from builders import schedule, session

from scheduler.domain.schedule import main_instructors, main_rooms, when


def test_sessions_overlap_if_they_share_a_quarter_hour() -> None:
    one = session(at="8-10")

    assert one.overlaps(session(at="9:45-11"))
    assert not one.overlaps(session(at="10-11"))
    assert not one.overlaps(session(day=6, at="8-10"))
    assert one.length == 8


def test_sessions_are_grouped_in_the_order_of_time() -> None:
    late, early = session(day=6, who="I-1 I-2"), session(day=5, who="I-2", where="R-2")
    held = schedule(late, early, session("B", day=7, who="", where=""))

    assert held.by_cohort["A"] == (early, late)
    assert held.by_placement["A", "M1"] == (early, late)
    assert held.by_instructor == {"I-1": (late,), "I-2": (early, late)}
    assert held.by_room == {"R-1": (late,), "R-2": (early,)}


def test_rows_are_numbered_by_cohort_and_time_and_keep_their_ids() -> None:
    held = schedule(
        session("B", day=5), session("A", day=6), session("A", day=5, id="R00001"), session("Z", day=1)
    )

    rows = held.numbered(["A", "B"]).sessions

    assert [(r.cohort, r.date.day, r.id, r.row) for r in rows] == [
        ("A", 5, "R00001", 2),
        ("A", 6, "R00002", 3),
        ("B", 5, "R00003", 4),
        ("Z", 1, "R00004", 5),
    ]


def test_who_holds_most_hours_is_main_and_a_tie_goes_to_the_earlier_session() -> None:
    rows = [session(day=7, who="I-3"), session(day=6, who="I-2"), session(day=5, at="8-9", who="I-1")]

    assert main_instructors(rows, 1) == ("I-2",)
    assert main_instructors(rows, 2) == ("I-2", "I-3")
    assert main_rooms(rows, 1) == ("R-1",)
    assert main_instructors([], 1) == ()


def test_the_order_of_time_comes_before_that_of_names() -> None:
    rows = [session("B"), session("A"), session("C", at="7-8"), session("A", "M0")]

    assert [(s.cohort, s.module) for s in sorted(rows, key=when)] == [
        ("C", "M1"),
        ("A", "M0"),
        ("A", "M1"),
        ("B", "M1"),
    ]
