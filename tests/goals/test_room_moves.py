"""`room moves`: session hours in a room that is not a main room of the module."""

from builders import module, problem, schedule, session

from scheduler.goals import room_moves


def test_the_hours_in_other_rooms_count() -> None:
    held = (session(day=5), session(day=6, at="8-9:45", where="R-2"), session(day=7, at="8-9", where=""))

    assert room_moves.units(problem(module(hours=60)), schedule(*held)) == 1.75


def test_of_two_rooms_at_once_both_are_main() -> None:
    tiny = problem(module(hours=60, room_types=("SIM", "ML")))
    held = (session(day=5, where="R-1 R-2"), session(day=6, at="8-9", where="R-3 R-2"))

    assert room_moves.units(tiny, schedule(*held)) == 1


def test_a_room_for_a_module_that_needs_none_is_no_main_room() -> None:
    assert room_moves.units(problem(module(room_types=())), schedule(session())) == 3
