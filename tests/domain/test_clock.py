"""Quarter-hours: from hours and times of day, and back into words."""

from datetime import date, time

import pytest
from builders import on
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain import clock


@pytest.mark.parametrize(("hours", "expected"), [(600, 2400), (7.5, 30), (0.25, 1), (0, 0), (1.1 - 0.1, 4)])
def test_hours_are_whole_numbers_of_quarters(hours: float, expected: int) -> None:
    assert clock.quarters(hours) == expected


def test_other_hours_are_refused_not_rounded() -> None:
    with pytest.raises(ValueError, match=r"0\.3 h is not a whole number of quarter-hours"):
        clock.quarters(0.3)


@given(st.integers(0, 10_000))
def test_hours_and_quarters_are_the_same_both_ways(length: int) -> None:
    assert clock.quarters(clock.hours(length)) == length


def test_times_of_day_are_counted_from_midnight() -> None:
    assert clock.quarter_of(time(8, 15)) == 33
    with pytest.raises(ValueError, match="08:10:00 is not on a quarter-hour"):
        clock.quarter_of(time(8, 10))
    with pytest.raises(ValueError, match="08:15:30"):
        clock.quarter_of(time(8, 15, 30))


@pytest.mark.parametrize(
    ("quarter", "expected"),
    [
        (0, "12:00 AM"),
        (33, "8:15 AM"),
        (48, "12:00 PM"),
        (51, "12:45 PM"),
        (95, "11:45 PM"),
        (96, "12:00 AM"),
    ],
)
def test_times_are_written_with_am_and_pm(quarter: int, expected: str) -> None:
    assert clock.clock(quarter) == expected


def test_dates_are_written_without_needless_zeros() -> None:
    assert clock.day(on(5)) == "Mon Jan 5"
    assert clock.day(date(2026, 12, 31)) == "Thu Dec 31"


def test_dates_run_from_the_first_to_the_last() -> None:
    assert list(clock.dates(on(30), on(32))) == [on(30), on(31), on(32)]
    assert list(clock.dates(on(6), on(5))) == []


def test_a_week_begins_on_monday() -> None:
    assert [clock.monday(on(day)) for day in (4, 5, 11, 12)] == [date(2025, 12, 29), on(5), on(5), on(12)]


@pytest.mark.parametrize(
    ("value", "expected"), [(600, "600"), (7.5, "7.5"), (0.25, "0.25"), (0, "0"), (1234.5, "1,234.5")]
)
def test_numbers_are_written_without_needless_zeros(value: float, expected: str) -> None:
    assert clock.number(value) == expected
