"""Dates and times are understood as people write them, or refused in plain words."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, to_excel

from scheduler.domain.clock import clock
from scheduler.reading.dates import read_date, read_moment, read_time
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain

JAN_5 = date(2026, 1, 5)
DATES = st.dates(date(1990, 1, 1), date(2100, 12, 31))


def moment(hour: int = 0, minute: int = 0) -> datetime:
    return datetime.combine(JAN_5, time(hour, minute))


@pytest.mark.parametrize(
    "written",
    [
        JAN_5,
        moment(),
        46027,
        46027.0,
        "2026-01-05",
        "2026-1-5",
        "2026-01-05T00:00:00",
        "2026-01-05 00:00",
        "1/5/2026",
        "01/05/2026",
        "1-5-2026",
        "Jan 5 2026",
        "Jan 5, 2026",
        "Jan. 5, 2026",
        "January 5, 2026",
        "5 Jan 2026",
        "5-Jan-2026",
        "Mon Jan 5 2026",
        "Monday, January 5, 2026",
        "Mon 5 Jan 2026",
    ],
)
def test_a_date_is_read_in_iso_and_us_forms(written: Plain) -> None:
    assert read_date(written, WINDOWS_EPOCH) == JAN_5


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("13/5/2026", "there is no date"),
        ("2/30/2026", "there is no date"),
        ("Foo 5 2026", "there is no date"),
        ("1/5/26", "is not a date"),
        ("1.5.2026", "is not a date"),
        ("1/5-2026", "is not a date"),
        ("Jan 5", "is not a date"),
        ("46027", "is not a date"),
        ("soon", "is not a date"),
        ("Tue Jan 5 2026", "that day is a Monday"),
        ("1/5/1926", "outside the years"),
        (date(2226, 1, 5), "outside the years"),
        ("1/5/2026 8:00 AM", "has a time of day"),
        (moment(8), "has a time of day"),
        (2026, "is not a date"),
        (-1, "is not a date"),
        (1e300, "is not a date"),
        (float("inf"), "is not a date"),
        (0.5, "is not a date"),
        (True, "is not a date"),
        (time(8, 0), "is not a date"),
        (timedelta(days=1), "is not a date"),
        ("1/5/2026 8:10 AM", "not on a quarter-hour"),
    ],
)
def test_an_ambiguous_or_impossible_date_is_refused(written: Plain, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_date(written, WINDOWS_EPOCH)


@given(DATES, st.sampled_from([WINDOWS_EPOCH, MAC_EPOCH]))
def test_every_serial_date_of_both_systems_is_read(when: date, epoch: datetime) -> None:
    assert read_date(round(to_excel(datetime.combine(when, time()), epoch)), epoch) == when


@given(DATES, st.sampled_from(["%m/%d/%Y", "%Y-%m-%d", "%b %d, %Y", "%A, %B %d, %Y", "%d-%b-%Y"]))
def test_every_date_written_out_is_read(when: date, form: str) -> None:
    assert read_date(when.strftime(form), WINDOWS_EPOCH) == when


@pytest.mark.parametrize(
    "written", ["1/5/2026 8:15 AM", "2026-01-05T08:15", "Jan 5, 2026 8:15 am", moment(8, 15)]
)
def test_a_moment_is_a_date_and_a_time(written: Plain) -> None:
    assert read_moment(written, WINDOWS_EPOCH) == (JAN_5, 33)  # 8 x 4 + 1


def test_a_moment_without_a_time_has_none() -> None:
    assert read_moment("1/5/2026", WINDOWS_EPOCH) == (JAN_5, None)
    assert read_moment(46027.5, WINDOWS_EPOCH) == (JAN_5, 48)


@pytest.mark.parametrize(
    ("written", "quarter"),
    [
        ("8:00 AM", 32),
        ("8 am", 32),
        ("8:00a.m.", 32),
        ("12:00 AM", 0),
        ("12:15 PM", 49),
        ("13:30", 54),
        ("13:30:00", 54),
        ("24:00", 96),
        (time(8, 45), 35),
        (time(8, 29, 59, 999_900), 34),
        (moment(8, 30), 34),
        (timedelta(hours=8), 32),
        (1 / 3, 32),
        (0.354166666666667, 34),
        (0, 0),
        (1, 96),
    ],
)
def test_a_time_is_read_from_text_times_and_fractions_of_a_day(written: Plain, quarter: int) -> None:
    assert read_time(written) == quarter


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("8", "is not a time"),
        ("late", "is not a time"),
        ("8:5", "is not a time"),
        ("25:00", "there is no time"),
        ("24:15", "there is no time"),
        ("8:75", "there is no time"),
        ("13:00 PM", "there is no time"),
        ("0:30 AM", "there is no time"),
        ("8:10", "not on a quarter-hour"),
        (time(8, 10), "not on a quarter-hour"),
        (0.3333, "not on a quarter-hour"),
        (8, "is not a time"),
        (-0.5, "is not a time"),
        (True, "is not a time"),
        (JAN_5, "is not a time"),
        (float("nan"), "is not a time"),
        (timedelta(days=2), "is not a time"),
    ],
)
def test_what_is_no_time_on_a_quarter_hour_is_refused(written: Plain, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_time(written)


@given(st.integers(0, 95))
def test_every_time_written_by_us_is_read_back(quarter: int) -> None:
    assert read_time(clock(quarter)) == quarter
    assert read_time(quarter / 96) == quarter
