"""`daily-limit`: Max hours/day and Min days, and how much of a module a day takes under them."""

import pytest
from builders import module, problem, schedule, session
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.problem import Module
from scheduler.domain.schedule import Session
from scheduler.rules import daily_limit


def whats(one: Module, *sessions: Session) -> list[str]:
    return [found.what for found in daily_limit.violations(problem(one), schedule(*sessions))]


def test_a_module_may_be_held_for_exactly_its_hours_a_day() -> None:
    assert whats(module(hours=6, day=2.5), session(at="8-9"), session(at="9:30-11")) == []


def test_a_quarter_hour_more_a_day_is_named() -> None:
    held = schedule(session(at="8-9"), session(at="9:15-11"), session(day=6, at="8-11"))

    (found,) = daily_limit.violations(problem(module(hours=6, day=2.5)), held)

    assert found.what == (
        "A M1 is held for 2.75 h on Mon Jan 5 (and on Tue Jan 6), more than its Max hours/day of 2.5 h."
    )
    assert (found.rule, found.column, found.sessions[0]) == ("daily-limit", "End", held.sessions[1])


def test_a_module_may_be_held_on_exactly_its_days() -> None:
    assert whats(module(hours=3, min_days=2), session(at="8-10"), session(day=6, at="8-9")) == []


def test_a_day_fewer_is_named() -> None:
    assert whats(module(hours=3, min_days=2), session(at="8-9"), session(at="9-11")) == [
        "A M1 is held on 1 day, fewer than its Min days of 2."
    ]
    assert whats(module(hours=6, min_days=3), session(), session(day=6)) == [
        "A M1 is held on 2 days, fewer than its Min days of 3."
    ]


def test_hours_that_are_still_missing_may_make_up_for_missing_days() -> None:
    # One quarter is missing: it can be held on a second day, but not on a second and a third.
    assert whats(module(hours=3, min_days=2), session(at="8-10:45")) == []
    assert len(whats(module(hours=3, min_days=3), session(at="8-10:45"))) == 1


def test_more_days_than_quarter_hours_are_not_asked_for() -> None:
    assert whats(module(hours=0.5, min_days=9), session(at="8-8:15"), session(day=6, at="8-8:15")) == []


@pytest.mark.parametrize(
    ("left", "available", "days_held", "expected"),
    [
        (40, 24, 0, 24),  # all the class time of the day
        (10, 24, 5, 10),  # what remains
        (40, 40, 0, 30),  # Max hours/day of 7.5 h
        (24, 24, 0, 22),  # two quarters are kept back for the second and third day
        (2, 24, 1, 1),  # one is kept back for the third
        (1, 24, 2, 1),
        (1, 24, 0, 1),  # too few are left to reach three days
        (5, 0, 0, 0),
        (0, 24, 3, 0),
    ],
)
def test_a_day_takes_as_much_as_the_limits_allow(
    left: int, available: int, days_held: int, expected: int
) -> None:
    limited = module(hours=60, day=7.5, min_days=3)

    assert daily_limit.share(limited, left=left, available=available, days_held=days_held) == expected


@given(
    hours=st.integers(1, 40),
    limit=st.none() | st.integers(1, 12),
    days=st.integers(1, 6),
    available=st.lists(st.integers(0, 12), min_size=1, max_size=90),
)
def test_held_by_its_shares_a_module_never_breaks_its_limits(
    hours: int, limit: int | None, days: int, available: list[int]
) -> None:
    one = Module(id="M1", program="P", length=hours, max_per_day=limit, min_days=days)
    left, shares = hours, []
    for time in available:
        share = daily_limit.share(one, left=left, available=time, days_held=len(shares))
        assert 0 <= share <= min(left, time, limit or time)
        assert share or not (left and time)  # something is held whenever it can be
        left -= share
        shares += [share] if share else []

    if not left:
        assert len(shares) >= daily_limit.days_needed(one)
