"""`changes`: how many placements differ from the schedule being repaired, in up to three respects."""

import pytest
from builders import cohort, module, problem, schedule, session

from scheduler.domain.schedule import Session
from scheduler.goals import changes

BEFORE = (session(day=5), session(day=6), session(module="M2", day=7))


def units(*after: Session, before: tuple[Session, ...] = BEFORE) -> float:
    tiny = problem(module("M1", 6), module("M2", 3), previous=schedule(*before))
    return changes.units(tiny, schedule(*after))


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (session(day=6), 0),
        (session(day=8), 1),  # another date
        (session(day=6, at="8:15-11:15"), 1),  # another time
        (session(day=8, who="I-2"), 1),  # I-1 remains the main instructor
        (session(day=6, at="8-11", where="R-2"), 0),  # R-1 comes first and remains the main room
    ],
)
def test_times_and_main_people_and_rooms_count_once_a_placement(second: Session, expected: int) -> None:
    assert units(session(day=5), second, session(module="M2", day=7)) == expected


def test_a_placement_may_differ_in_three_respects() -> None:
    other = session(module="M2", day=8, who="I-2", where="R-2")

    assert units(*BEFORE[:2], other) == 3


def test_how_a_placement_is_cut_into_rows_does_not_count() -> None:
    assert units(session(at="8-9"), session(at="9-11"), *BEFORE[1:]) == 0


def test_a_placement_that_is_gone_or_new_differs_in_all_it_had() -> None:
    # M2 had a time, a person and a room; now without a room it has two.
    assert units(*BEFORE[:2]) == 3
    assert units(*BEFORE[:2], session(module="M2", day=7, where=""), before=BEFORE[:2]) == 2


def test_without_a_schedule_being_repaired_nothing_changes() -> None:
    assert changes.units(problem(), schedule(session())) == 0


def test_cohorts_that_are_no_more_do_not_count() -> None:
    tiny = problem(cohorts=[cohort("A")], previous=schedule(session("A"), session("Z")))

    assert changes.units(tiny, schedule(session("A"))) == 0
