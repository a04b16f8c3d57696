"""`rooms`: how many different rooms each cohort has, beyond the first."""

from builders import cohort, problem, schedule, session

from scheduler.goals import rooms

TINY = problem(cohorts=[cohort("A"), cohort("B"), cohort("C")])


def test_different_rooms_of_each_cohort_count_beyond_the_first() -> None:
    held = (
        session("A", day=5, where="R-1"),
        session("A", day=6, where="R-2 R-1"),
        session("A", day=7, where="R-3"),
        session("B", day=5, where="R-3"),
        session("C", day=5, where=""),
    )

    # A has three: 2; B has one: 0; C has none: 0.
    assert rooms.units(TINY, schedule(*held)) == 2


def test_the_same_ones_for_every_cohort_cost_nothing() -> None:
    assert rooms.units(TINY, schedule(*(session(name) for name in "ABC"))) == 0
