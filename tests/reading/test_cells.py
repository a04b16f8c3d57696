"""What people write in cells is understood, or refused in plain words."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, to_excel

from scheduler.domain.clock import WEEKDAYS, clock, hours
from scheduler.reading.cells import read_cell
from scheduler.reading.dates import read_date, read_moment, read_time
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain, cleaned
from scheduler.reading.numbers import read_hours, read_hours_list, read_number, read_whole
from scheduler.reading.weekdays import NAMES, read_days
from scheduler.reading.words import read_at_once, read_choice, read_flag, read_id, read_ids
from scheduler.tables import Column, Kind

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


@pytest.mark.parametrize("written", ["MTWTF", "MM", "Noday", "Mon-Xyz", "-", ",", "TTh", 5, True, JAN_5])
def test_what_is_no_list_of_days_is_refused(written: Plain) -> None:
    with pytest.raises(Misread):
        read_days(written)


@given(st.sets(st.integers(0, 6), min_size=1), st.sampled_from([2, 3]))
def test_every_set_of_days_can_be_written(days: set[int], name: int) -> None:
    assert read_days("".join(WEEKDAYS[day] for day in sorted(days))) == days
    assert read_days(", ".join(NAMES[day][name].title() for day in days)) == days


@pytest.mark.parametrize(
    ("written", "quarters"), [(7.5, 30), ("7.5", 30), ("1,200", 4800), (600, 2400), (0, 0)]
)
def test_hours_are_read_as_quarters(written: Plain, quarters: int) -> None:
    assert read_hours(written) == quarters


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (-1, "cannot be"),
        ("-7.5", "cannot be"),
        (7.1, "not a whole number of quarter-hours"),
        (1e9, "too many"),
        (float("nan"), "not a number"),
        (float("inf"), "not a number"),
        ("seven", "not a number"),
        ("1,20", "not a number"),
        ("9" * 40, "not a number"),
        (True, "not a number"),
        (time(7, 30), "not a number"),
    ],
)
def test_hours_that_cannot_be_are_refused(written: Plain, why: str) -> None:
    with pytest.raises(Misread, match=why):
        read_hours(written)


@given(st.integers(0, 40_000))
def test_every_length_in_quarters_is_read_back(quarters: int) -> None:
    assert read_hours(hours(quarters)) == read_hours(str(hours(quarters))) == quarters


def test_lists_of_hours_keep_their_order() -> None:
    assert read_hours_list("300; 600, 300") == (1200, 2400)
    assert read_hours_list(300) == (1200,)


def test_whole_numbers_have_limits() -> None:
    assert read_whole("-2", least=-2, most=2) == -2
    assert read_whole(16.0, least=0) == 16
    for written in (16.5, -1, 3_000_000):
        with pytest.raises(Misread):
            read_whole(written, least=0)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("007", "007"),
        (7, "7"),
        (7.0, "7"),
        (7.5, "7.5"),
        ("NA", "NA"),
        (True, "TRUE"),
        ("A  B", "A B"),
        ("=1+1", "=1+1"),
    ],
)
def test_ids_are_text(written: Plain, name: str) -> None:
    assert read_id(written) == name


@pytest.mark.parametrize("written", [JAN_5, time(8, 0), timedelta(1), "x" * 101])
def test_what_excel_made_of_an_id_is_refused(written: Plain) -> None:
    with pytest.raises(Misread):
        read_id(written)


def test_lists_are_split_where_they_are_meant_to() -> None:
    assert read_ids("C01, C02;C01,") == ("C01", "C02")
    assert read_ids(7) == ("7",)
    assert read_at_once("SIM + ML", commas=False) == ("SIM", "ML")
    assert read_at_once("ML + ML", commas=False) == ("ML", "ML")
    assert read_at_once(101, commas=True) == ("101",)


def test_a_list_of_room_types_with_commas_may_mean_either_and_is_refused() -> None:
    with pytest.raises(Misread, match="all of them or one of them"):
        read_at_once("SIM, ML", commas=False)


def test_choices_and_flags_are_read_in_any_case() -> None:
    assert read_choice("Short-Day", ("closed", "short day")) == "short day"
    assert [read_flag(raw) for raw in ("Y", 1, "TRUE", "x")] == [True] * 4
    assert [read_flag(raw) for raw in ("no", 0)] == [False] * 2
    with pytest.raises(Misread, match='Did you mean "closed"'):
        read_choice("close", ("closed", "short day"))
    with pytest.raises(Misread):
        read_flag("perhaps")


def outcome(column: Column, raw: Plain) -> tuple[str, str]:
    try:
        return (type(read_cell(column, raw, WINDOWS_EPOCH)).__name__, "")
    except Misread as reason:
        return (reason.what, reason.todo)


@given(st.text(max_size=40), st.sampled_from(list(Kind)))
def test_no_text_breaks_a_reader(text: str, kind: Kind) -> None:
    column = Column(name="Any", kind=kind, choices=("closed",))
    kept = cleaned(text)
    assert not any(ord(letter) < 32 for letter in kept)
    assert outcome(column, kept)[0]


CELLS = st.one_of(st.floats(), st.integers(), st.booleans(), st.times(), st.timedeltas(), st.datetimes())


@given(CELLS, st.sampled_from(list(Kind)))
def test_no_cell_breaks_a_reader(raw: Plain, kind: Kind) -> None:
    assert outcome(Column(name="End", kind=kind), raw)[0]


def test_a_number_keeps_its_sign_and_fraction() -> None:
    assert read_number("+2.5") == 2.5
