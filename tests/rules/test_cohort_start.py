"""`cohort-start`: which days a cohort may start on, and that it does."""

import pytest
from builders import closure, cohort, module, on, problem, schedule, session, weekdays

from scheduler.domain.calendar import class_blocks
from scheduler.domain.problem import Cohort
from scheduler.domain.schedule import Schedule
from scheduler.rules import cohort_start


def days(starting: Cohort, **fields) -> list[int]:
    tiny = problem(module(), cohorts=[starting], **fields)
    blocks = class_blocks(tiny, starting, tiny.patterns["AM"])
    return [when.day for when in cohort_start.start_days(tiny, starting, blocks)]


def test_without_a_latest_start_it_is_the_first_class_day() -> None:
    assert days(cohort(start=6)) == [6]
    assert days(cohort(start=10)) == [12]  # Saturday the 10th
    assert days(cohort(start=6), closures=(closure(6, 7),)) == [8]


def test_without_a_latest_start_the_first_allowed_weekday_counts() -> None:
    assert days(cohort(start=6, start_days=weekdays("M"))) == [12]


def test_with_a_latest_start_it_is_any_allowed_day_in_between() -> None:
    assert days(cohort(start=6, latest=9)) == [6, 7, 8, 9]
    assert days(cohort(start=6, latest=16, start_days=weekdays("MR"))) == [8, 12, 15]


def test_there_may_be_no_such_day() -> None:
    assert days(cohort(start=31)) == []
    assert days(cohort(start=10, latest=11)) == []


def test_the_plan_limits_the_days() -> None:
    assert days(cohort(start=1), first=7) == [7]
    assert days(cohort(start=29, latest=35)) == [29, 30]


@pytest.mark.parametrize("day", [6, 9])
def test_a_cohort_may_start_on_the_first_and_on_the_last_day(day: int) -> None:
    tiny = problem(module(), cohorts=[cohort(start=6, latest=9)])

    assert not list(cohort_start.violations(tiny, schedule(session(day=day))))


@pytest.mark.parametrize(("day", "named"), [(5, "Mon Jan 5"), (12, "Mon Jan 12")])
def test_a_day_earlier_or_later_is_named(day: int, named: str) -> None:
    tiny = problem(module(), cohorts=[cohort(start=6, latest=9)])

    (found,) = cohort_start.violations(tiny, schedule(session(day=day), session(day=13)))

    assert found.what == (
        f"A starts on {named}, but it has to start on one of 4 days from Tue Jan 6 to Fri Jan 9."
    )
    assert [s.date for s in found.sessions] == [on(day)]


def test_the_only_day_is_named() -> None:
    (found,) = cohort_start.violations(problem(), schedule(session(day=6)))

    assert found.what == "A starts on Tue Jan 6, but it has to start on Mon Jan 5."


def test_a_cohort_that_cannot_start_is_told_so() -> None:
    tiny = problem(module(), cohorts=[cohort(start=31)])

    (found,) = cohort_start.violations(tiny, schedule(session(day=30)))

    assert found.what == "A starts on Fri Jan 30, but there is no day on which it may start."


def test_a_cohort_without_sessions_breaks_nothing() -> None:
    assert not list(cohort_start.violations(problem(), Schedule()))
