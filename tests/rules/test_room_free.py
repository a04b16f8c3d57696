"""`room-free`: a room holds one session at a time, and none while it cannot be used."""

from builders import absence, cohort, module, problem, schedule, session, window

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import room_free


def whats(tiny: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in room_free.violations(tiny, schedule(*sessions))]


def two(**fields) -> Problem:
    return problem(module(hours=60), cohorts=[cohort("A"), cohort("B")], **fields)


def test_a_room_may_be_used_without_a_break() -> None:
    assert whats(two(), session("A", at="8-9:30"), session("B", at="9:30-11", who="I-2")) == []


def test_two_sessions_in_a_room_at_once_are_named() -> None:
    held = schedule(session("A", at="8-9:45"), session("B", at="9:30-11", who="I-2"))

    (found,) = room_free.violations(two(), held)

    assert found.what == "R-1 holds A M1 and B M1 at the same time on Mon Jan 5, 9:30 AM to 9:45 AM."
    assert found.todo == "Choose another room for one of them, or move it."
    assert (found.rule, found.column) == ("room-free", "Room")


def test_a_closed_room_is_named() -> None:
    closed = two(absences=(absence("R-1", 6),))

    assert whats(closed, session(day=5)) == []
    assert whats(closed, session(day=6)) == [
        "R-1 holds A M1 on Tue Jan 6, 8:00 AM to 11:00 AM, but is unavailable on Tue Jan 6 (Absences)."
    ]


def test_a_room_outside_its_windows_is_named() -> None:
    mornings = two(windows=(window("R-1", "M", "8-10"),))

    assert whats(mornings, session(at="8-10")) == []
    assert len(whats(mornings, session(at="8-10:15"))) == 1


def test_sessions_without_a_room_take_none() -> None:
    assert whats(two(), session("A", where=""), session("B", where="")) == []
