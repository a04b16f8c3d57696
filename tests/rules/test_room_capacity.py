"""`room-capacity`: a group fits its room; two rooms at once halve the cohort, rounded up."""

import pytest
from builders import cohort, module, problem, room, schedule, session

from scheduler.domain.problem import Problem
from scheduler.rules import room_capacity, where_it_may_be


def tiny(students: int, *types: str, **fields) -> Problem:
    rooms = [room("R-1", "CL SIM", seats=8, **fields), room("R-2", "ML", seats=30)]
    return problem(module("M1", 60, room_types=types), cohorts=[cohort(students=students)], rooms=rooms)


def test_a_full_room_takes_no_one_more() -> None:
    held = schedule(session(), session(day=6))

    assert not list(room_capacity.violations(tiny(8, "CL"), held))
    (found,) = room_capacity.violations(tiny(9, "CL"), held)
    assert found.what == (
        "R-1 takes 8 students, but A has 9 students: "
        "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6)."
    )
    assert (found.rule, found.column, found.sessions) == ("room-capacity", "Room", held.sessions)


def test_two_rooms_at_once_take_half_the_cohort_each_rounded_up() -> None:
    held = schedule(session(where="R-1 R-2"))

    # 16 students: groups of 8; 17: one group of 9.
    assert not list(room_capacity.violations(tiny(16, "CL", "ML"), held))
    (found,) = room_capacity.violations(tiny(17, "CL", "ML"), held)
    assert found.what.startswith("R-1 takes 8 students, but A has groups of 9 of its 17 students: A M1")


def test_stations_count_where_they_are_given() -> None:
    assert not list(room_capacity.violations(tiny(12, "CL", stations=12), schedule(session())))
    assert len(list(room_capacity.violations(tiny(5, "CL", stations=4), schedule(session())))) == 1


@pytest.mark.parametrize(("students", "rooms"), [(8, ("R-1",)), (9, ())])
def test_a_room_that_is_too_small_is_no_candidate(students: int, rooms: tuple[str, ...]) -> None:
    one = tiny(students, "CL")

    assert where_it_may_be(one, one.cohorts["A"], one.module("A", "M1")) == rooms


def test_a_module_without_rooms_has_one_group() -> None:
    assert room_capacity.group_size(cohort(students=7), module(room_types=())) == 7
