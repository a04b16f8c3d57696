"""`room-type`: a room of each type the module needs, one-to-one, on the cohort's campus."""

import pytest
from builders import cohort, module, problem, room, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import room_type, where_it_may_be

ROOMS = (
    room("CL-1", "CL"),
    room("SIM-1", "SIM"),
    room("ML-1", "ML", campus="North"),
    room("ML-2", "ML SIM", campus="South"),
)


def tiny(*types: str, campus: str = "") -> Problem:
    return problem(module(hours=60, room_types=types), rooms=ROOMS, cohorts=[cohort(campus=campus)])


def whats(one: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in room_type.violations(one, schedule(*sessions))]


@pytest.mark.parametrize(
    ("types", "where"),
    [(("CL",), "CL-1"), (("SIM", "ML"), "SIM-1 ML-1"), (("SIM", "ML"), "ML-1 ML-2"), ((), "")],
)
def test_one_room_of_each_type_is_right(types: tuple[str, ...], where: str) -> None:
    assert whats(tiny(*types), session(where=where)) == []


def test_a_room_that_is_missing_is_no_wrong_type() -> None:
    assert whats(tiny("SIM", "ML"), session(where="ML-1")) == []


def test_a_wrong_type_is_named_with_what_is_needed() -> None:
    (found,) = room_type.violations(tiny("ML"), schedule(session(where="CL-1"), session(day=6, where="CL-1")))

    assert found.what == (
        "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6) is held in CL-1 (CL), "
        "but M1 needs a room of type ML."
    )
    assert found.todo == "Choose a room of type ML, or correct Types or Room type."
    assert (found.rule, found.column) == ("room-type", "Room")


def test_one_room_cannot_serve_two_types_at_once() -> None:
    assert len(whats(tiny("ML", "CL"), session(where="ML-1 ML-2"))) == 1
    assert len(whats(tiny("ML"), session(where="ML-1 ML-2"))) == 1


def test_a_room_for_a_module_that_needs_none_is_named() -> None:
    (what,) = whats(tiny(), session(where="CL-1"))

    assert what.endswith("is held in CL-1 (CL), but M1 needs no room.")


def test_a_room_on_another_campus_is_named() -> None:
    assert whats(tiny("ML", campus="North"), session(where="ML-1")) == []
    assert whats(tiny("ML", campus="North"), session(where="ML-2")) == [
        "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM is held in ML-2 on South, but A is on North."
    ]


def test_rooms_of_the_type_on_the_campus_or_without_one_are_candidates() -> None:
    north = tiny("SIM", "ML", campus="North")

    assert where_it_may_be(north, north.cohorts["A"], north.module("A", "M1")) == ("SIM-1", "ML-1")


def test_rooms_are_matched_to_types_one_to_one() -> None:
    versatile, plain = room("X", "A B"), room("Y", "A")

    # X must leave type A to Y and take B itself.
    assert room_type.matched(("A", "B"), [versatile, plain]) == 2
    assert room_type.matched(("B", "A"), [versatile, plain]) == 2
    assert room_type.matched(("B", "B"), [versatile, plain]) == 1
    assert room_type.matched((), [plain]) == 0
    assert room_type.matched(("A", "B", "A"), [versatile, plain, room("Z", "A")]) == 3
