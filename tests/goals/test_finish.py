"""`finish`: calendar days after the earliest conceivable finish."""

from builders import block, closure, cohort, module, on, pattern, problem, schedule, session

from scheduler.domain.problem import Problem
from scheduler.goals import finish


def earliest(tiny: Problem) -> int:
    return (finish.earliest_finish(tiny, tiny.cohorts["A"]) - on(1)).days + 1


def test_hours_are_reached_on_the_day_their_last_quarter_is_held() -> None:
    # 3 h a day: 15 h take Jan 5 to 9, a quarter-hour more takes Mon Jan 12.
    assert earliest(problem(module(hours=15))) == 9
    assert earliest(problem(module(hours=15.25))) == 12


def test_closures_and_an_earliest_start_put_it_off() -> None:
    assert earliest(problem(module(hours=15), closures=(closure(7),))) == 12
    assert earliest(problem(module(hours=15), cohorts=[cohort(start=7)])) == 13


def test_the_pattern_that_ends_first_counts() -> None:
    full = pattern("FT", block(at="8-14"))  # 6 h a day: 15 h on the third day
    tiny = problem(module(hours=15), patterns=[pattern(), full], cohorts=[cohort(patterns=("AM", "FT"))])

    assert earliest(tiny) == 7


def test_start_days_tracks_and_limits_do_not_count() -> None:
    lab = pattern("AM", block(track="LAB"))
    tiny = problem(module(hours=6, day=1), patterns=[lab], cohorts=[cohort(start_days=frozenset({4}))])

    assert earliest(tiny) == 6


def test_if_the_plan_ends_first_it_is_the_last_class_day() -> None:
    assert earliest(problem(module(hours=600), last=31)) == 30
    assert earliest(problem(module(hours=600), last=31, cohorts=[cohort(start=31)])) == 31


def test_each_cohort_counts_its_days_and_never_less_than_none() -> None:
    tiny = problem(module(hours=6), cohorts=[cohort("A"), cohort("B"), cohort("C")])

    # Tue Jan 6 at best: A takes until Fri Jan 9 (3 days), B has held only a part of it on the 5th.
    assert finish.units(tiny, schedule(session("A", day=5), session("A", day=9), session("B", day=5))) == 3
