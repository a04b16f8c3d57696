"""`min-weeks`: an aided cohort has class in enough different weeks, Monday to Sunday."""

from builders import cohort, module, on, problem, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.rules import min_weeks


def tiny(weeks: int, *, aided: bool = True) -> Problem:
    return problem(module(hours=60), min_weeks=weeks, cohorts=[cohort(aided=aided)])


HELD = schedule(session(day=5), session(day=11), session(day=12))
"""Sunday the 11th is in the week of the 5th: two weeks."""


def test_exactly_enough_weeks_are_enough() -> None:
    assert not list(min_weeks.violations(tiny(2), HELD))


def test_a_week_too_few_is_named() -> None:
    (found,) = min_weeks.violations(tiny(3), HELD)

    assert found.what == "A has class in 2 different weeks, but as an aided cohort of P it needs 3."
    assert (found.rule, found.sessions) == ("min-weeks", HELD.sessions[-1:])


def test_a_single_week_is_named_as_one() -> None:
    (found,) = min_weeks.violations(tiny(2), schedule(session(day=5)))

    assert found.what.startswith("A has class in 1 different week, but")


def test_a_cohort_that_is_not_aided_needs_none() -> None:
    assert not list(min_weeks.violations(tiny(3, aided=False), HELD))


def test_a_cohort_without_sessions_breaks_nothing() -> None:
    assert not list(min_weeks.violations(tiny(3), Schedule()))


def test_weeks_without_class_in_between_do_not_count() -> None:
    assert min_weeks.weeks([on(5), on(25), on(26)]) == 3
