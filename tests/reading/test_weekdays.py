"""Days of the week are understood as people write them, or refused in plain words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.clock import WEEKDAYS
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain
from scheduler.reading.weekdays import NAMES, read_days


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("MTWRF", "MTWRF"),
        ("mtwrf", "MTWRF"),
        ("MTWR", "MTWR"),
        ("TR", "TR"),
        ("SU", "SU"),
        ("Su", "U"),
        ("Fr", "F"),
        ("FR", "F"),
        ("Th", "R"),
        ("WM", "MW"),
        ("Mon-Thu", "MTWR"),
        ("Mon \u2013 Thu", "MTWR"),
        ("Mon to Thu, Sat", "MTWRS"),
        ("Fri-Mon", "FSUM"),
        ("M-F", "MTWRF"),
        ("Sat", "S"),
        ("SAT", "S"),
        ("Saturday", "S"),
        ("M/W/F", "MWF"),
        ("Mon, Wed", "MW"),
        ("Tues. & Thurs.", "TR"),
        ("Mon and Wed", "MW"),
        ("M T W", "MTW"),
    ],
)
def test_days_are_read_as_people_write_them(written: str, days: str) -> None:
    assert read_days(written) == {WEEKDAYS.index(letter) for letter in days}


@pytest.mark.parametrize(
    "written", ["MTWTF", "MM", "Noday", "Mon-Xyz", "-", ",", "TTh", 5, True, date(2026, 1, 5)]
)
def test_what_is_no_list_of_days_is_refused(written: Plain) -> None:
    with pytest.raises(Misread):
        read_days(written)


@given(st.sets(st.integers(0, 6), min_size=1), st.sampled_from([2, 3]))
def test_every_set_of_days_can_be_written(days: set[int], name: int) -> None:
    assert read_days("".join(WEEKDAYS[day] for day in sorted(days))) == days
    assert read_days(", ".join(NAMES[day][name].title() for day in days)) == days
