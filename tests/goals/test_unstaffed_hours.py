"""`unstaffed hours`: session hours, once for each instructor and each room that is missing."""

import pytest
from builders import module, problem, schedule, session

from scheduler.goals import unstaffed_hours

TINY = problem(module(hours=6, instructors=2, room_types=("SIM", "ML")))


@pytest.mark.parametrize(
    ("who", "where", "expected"),
    [
        ("I-1 I-2", "R-1 R-2", 0),
        ("I-1", "R-1 R-2", 3),  # one person
        ("I-1 I-1", "R-1 R-2", 3),  # the same person is one person
        ("I-1", "R-1", 6),  # one person, one room
        ("", "", 12),  # two people, two rooms
        ("I-1 I-2 I-3", "R-1", 3),  # a third person is no second room
    ],
)
def test_three_hours_count_once_for_each_that_is_missing(who: str, where: str, expected: float) -> None:
    assert unstaffed_hours.units(TINY, schedule(session(who=who, where=where))) == expected


def test_a_module_that_needs_nothing_lacks_nothing() -> None:
    free = problem(module(instructors=0, room_types=()))

    assert unstaffed_hours.units(free, schedule(session(who="", where=""))) == 0
