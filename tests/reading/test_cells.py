"""Numbers, IDs, lists and choices in cells are understood, or refused in plain words."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import WINDOWS_EPOCH

from scheduler.domain.clock import hours
from scheduler.reading.cells import read_cell
from scheduler.reading.faults import Misread
from scheduler.reading.grid import Plain, cleaned
from scheduler.reading.numbers import read_hours, read_hours_list, read_number, read_whole
from scheduler.reading.words import read_at_once, read_choice, read_flag, read_id, read_ids
from scheduler.tables import Column, Kind


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


@pytest.mark.parametrize("written", [date(2026, 1, 5), time(8, 0), timedelta(1), "x" * 101])
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
