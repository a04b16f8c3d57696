"""`last finish`: calendar days from Plan from to the last session of all."""

from builders import cohort, problem, schedule, session

from scheduler.goals import last_finish

TINY = problem(cohorts=[cohort("A"), cohort("B")])


def test_the_last_session_of_all_counts() -> None:
    # Mon Jan 5 to Mon Jan 19 is 14 days.
    assert last_finish.units(TINY, schedule(session("B", day=19), session("A", day=9))) == 14
    assert last_finish.units(TINY, schedule(session("A", day=5))) == 0


def test_without_sessions_it_is_nothing() -> None:
    assert last_finish.units(TINY, schedule()) == 0
