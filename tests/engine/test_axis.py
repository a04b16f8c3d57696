"""Calendars as bit sets agree with calendars counted quarter by quarter."""

from datetime import date

import builders as b
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.calendar import ClassBlock
from scheduler.engine.axis import Axis, bits_of
from scheduler.engine.lane import Lane


def block(day: int, start: int, end: int) -> ClassBlock:
    return ClassBlock(date=b.on(day), start=start, end=end)


@st.composite
def axes(draw: st.DrawFn) -> Axis:
    days = draw(st.lists(st.integers(1, 40), min_size=1, max_size=8, unique=True))
    return Axis(
        days=tuple(sorted(b.on(day) for day in days)),
        first=draw(st.integers(0, 40)),
        width=draw(st.integers(1, 56)),
    )


@st.composite
def lanes(draw: st.DrawFn) -> Lane:
    axis = draw(axes())
    blocks = []
    for day in axis.days:
        cuts = draw(st.lists(st.integers(0, axis.width), max_size=6, unique=True))
        cuts = sorted(axis.first + cut for cut in cuts)
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        blocks += [ClassBlock(date=day, start=start, end=end) for start, end in pairs]
    return Lane(axis, blocks)


def test_an_axis_is_as_small_as_the_class_time() -> None:
    axis = Axis.over([block(6, 36, 44), block(5, 32, 40), block(5, 48, 60)])

    assert axis.days == (b.on(5), b.on(6))
    assert (axis.first, axis.width) == (32, 28)


def test_an_axis_without_class_time_has_no_day() -> None:
    assert Axis.over([]).days == ()


def test_a_bit_stands_for_a_quarter_of_a_day() -> None:
    axis = Axis.over([block(5, 32, 44), block(6, 32, 44)])

    assert axis.bit(b.on(6), 35) == 12 + 3
    assert axis.moment(15) == (b.on(6), 35)


def test_weeks_begin_on_monday() -> None:
    # Sun Jan 4, Mon Jan 5, Sun Jan 11, Mon Jan 12.
    assert Axis.over(block(day, 32, 33) for day in (4, 5, 11, 12)).week == (0, 1, 1, 2)


def test_what_is_blocked_off_the_axis_is_left_out() -> None:
    axis = Axis.over([block(5, 32, 36), block(7, 32, 36)])
    whole_day = (1 << 96) - 1

    assert axis.folded({b.on(6): whole_day, b.on(7): whole_day}) == 0b1111_0000
    assert axis.folded({b.on(5): 0b110 << 32}) == 0b110


def test_later_than_a_date_is_every_day_after_it_whether_it_is_a_class_day_or_not() -> None:
    axis = Axis.over([block(5, 32, 34), block(7, 32, 34)])

    after = {day: axis.after(b.on(day)) for day in (4, 5, 6, 7, 8)}

    assert after == {4: 0b1111, 5: 0b1100, 6: 0b1100, 7: 0, 8: 0}


@given(axes(), st.data())
def test_whole_days_are_all_quarters_of_every_day_touched(axis: Axis, data: st.DataObject) -> None:
    mask = data.draw(st.integers(0, (1 << len(axis.days) * axis.width) - 1))
    touched = {bit // axis.width for bit in bits_of(mask)}

    assert axis.whole_days(mask) == sum(axis.day(day) for day in touched)
    assert axis.days_of(mask) == sorted(touched)


@given(axes(), st.dates(date(2025, 12, 20), date(2026, 2, 20)))
def test_what_is_after_a_date_is_counted_day_by_day(axis: Axis, when: date) -> None:
    assert axis.after(when) == sum(axis.day(n) for n, day in enumerate(axis.days) if day > when)


@given(st.integers(0, 1 << 200))
def test_the_bits_of_a_set_are_those_that_are_set(mask: int) -> None:
    assert list(bits_of(mask)) == [n for n in range(mask.bit_length()) if mask >> n & 1]


@given(lanes(), st.data())
def test_a_stretch_of_a_lane_is_its_quarters_one_by_one(lane: Lane, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(lane.spots)))
    end = data.draw(st.integers(start, len(lane.spots)))

    assert lane.stretch(start, end) == sum(1 << spot for spot in lane.spots[start:end])
    assert lane.mask == sum(1 << spot for spot in lane.spots)


@given(lanes(), st.data())
def test_a_lane_without_some_quarters_has_the_others(lane: Lane, data: st.DataObject) -> None:
    taken = data.draw(st.integers(0, (1 << len(lane.axis.days) * lane.axis.width) - 1))

    rest = lane.without(taken)

    assert rest.mask == lane.mask & ~taken
    assert list(rest.spots) == [spot for spot in lane.spots if not taken >> spot & 1]


@given(lanes(), st.data())
def test_class_days_are_walked_one_by_one_but_those_skipped(lane: Lane, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(lane.spots)))
    skip = data.draw(st.sets(st.integers(0, len(lane.axis.days))))
    by_day: dict[int, list[int]] = {}
    for number in range(place, len(lane.spots)):
        by_day.setdefault(lane.spots[number] // lane.axis.width, []).append(number)

    walked = list(lane.days_from(place, skip))

    assert walked == [(held[0], held[-1] + 1) for day, held in by_day.items() if day not in skip]


@given(lanes())
def test_a_place_opens_its_day_if_none_before_it_is_on_it(lane: Lane) -> None:
    opening = {lane.next_day(place) for place in range(len(lane.spots))} | {0}

    assert {p for p in range(len(lane.spots)) if lane.opens_day(p)} == opening - {len(lane.spots)}
