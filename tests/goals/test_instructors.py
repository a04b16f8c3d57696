"""`instructors`: how many different instructors each cohort has, beyond the first."""

from builders import cohort, problem, schedule, session

from scheduler.goals import instructors

TINY = problem(cohorts=[cohort("A"), cohort("B"), cohort("C")])


def test_different_instructors_of_each_cohort_count_beyond_the_first() -> None:
    held = (
        session("A", day=5, who="I-1"),
        session("A", day=6, who="I-2 I-1"),
        session("A", day=7, who="I-3"),
        session("B", day=5, who="I-3"),
        session("C", day=5, who=""),
    )

    # A has three: 2; B has one: 0; C has none: 0.
    assert instructors.units(TINY, schedule(*held)) == 2


def test_the_same_ones_for_every_cohort_cost_nothing() -> None:
    assert instructors.units(TINY, schedule(*(session(name) for name in "ABC"))) == 0
