"""`days late`: calendar days after Finish by."""

from builders import cohort, module, problem, schedule, session

from scheduler.goals import days_late

TINY = problem(
    module(hours=60),
    cohorts=[cohort("A", finish=9), cohort("B", finish=9), cohort("C"), cohort("D", finish=6)],
)


def test_only_days_after_finish_by_count_and_weekends_too() -> None:
    held = (session("A", day=9), session("B", day=8), session("B", day=12), session("C", day=30))

    # A is on time; B is 12 - 9 = 3 days late; C has no Finish by; D has no session.
    assert days_late.units(TINY, schedule(*held)) == 3


def test_nobody_makes_up_for_another() -> None:
    assert days_late.units(TINY, schedule(session("A", day=5), session("D", day=7))) == 1
