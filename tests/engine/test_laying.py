"""A module is laid into class time without a gap but what its limits and the days skipped leave."""

import builders as b
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.calendar import ClassBlock
from scheduler.engine.axis import Axis
from scheduler.engine.lane import Lane, Run
from scheduler.engine.laying import lay, skip_sets

HOUR = 4


def lane(*days: int, hours: int = 3) -> Lane:
    """Give class time from 8:00 on each day."""
    blocks = [ClassBlock(date=b.on(day), start=32, end=32 + HOUR * hours) for day in days]
    return Lane(Axis.over(blocks), blocks)


def by_day(run: Run, lane: Lane) -> list[int]:
    """Give how many quarters of a run lie on each class day."""
    return [(run.mask & lane.axis.day(day)).bit_count() for day in range(len(lane.axis.days))]


def test_a_module_takes_all_class_time_from_where_it_starts() -> None:
    time = lane(5, 6, 7)

    run = lay(b.module(hours=5), time, 4)

    assert by_day(run, time) == [8, 12, 0]
    assert (run.begin, run.end, run.length, run.idle_days) == (4, 24, 20, 0)


def test_a_module_ends_early_where_class_time_ends() -> None:
    time = lane(5, 6)

    assert lay(b.module(hours=9), time, 0).length == 24
    assert lay(b.module(hours=9), time, 24) == Run(0, -1, 0, 0)


def test_max_hours_a_day_are_the_first_of_each_day() -> None:
    time = lane(5, 6, 7)

    assert by_day(lay(b.module(hours=5, day=2), time, 0), time) == [8, 8, 4]


def test_a_quarter_is_kept_for_each_day_that_min_days_still_need() -> None:
    time = lane(5, 6, 7)

    assert by_day(lay(b.module(hours=3, min_days=3), time, 0), time) == [10, 1, 1]


def test_days_skipped_are_left_out_and_counted() -> None:
    time = lane(5, 6, 7)

    run = lay(b.module(hours=4), time, 0, frozenset({1}))

    assert by_day(run, time) == [12, 0, 4]
    assert run.idle_days == 1


def test_a_day_skipped_after_the_end_is_no_idle_day() -> None:
    time = lane(5, 6, 7)

    assert lay(b.module(hours=3), time, 0, frozenset({2})).idle_days == 0


def test_modules_of_different_limits_are_not_confused() -> None:
    time = lane(5, 6, 7)

    lengths = [by_day(lay(b.module(hours=3, **limits), time, 0), time) for limits in ({}, {"day": 1}, {})]

    assert lengths == [[12, 0, 0], [4, 4, 4], [12, 0, 0]]


@given(st.integers(1, 60), st.integers(0, 40), st.one_of(st.none(), st.integers(1, 14)), st.integers(1, 4))
def test_no_more_is_laid_than_the_module_its_days_and_the_class_time_allow(
    length: int, at: int, limit: int | None, min_days: int
) -> None:
    time = lane(5, 6, 7, 8, 9, 12)
    module = b.module(hours=length / 4, day=limit and limit / 4, min_days=min_days)

    run = lay(module, time, at)
    days = [quarters for quarters in by_day(run, time) if quarters]

    assert run.length == sum(days) <= length
    assert not run.mask & ~time.stretch(at, len(time.spots))
    assert all(quarters <= (limit or length) for quarters in days)
    # Either all of it is held, on enough days, or the class time has run out.
    enough = len(days) >= min(min_days, length)
    assert (run.length == length and enough) or run.mask & time.axis.day(5) or at >= 60


def test_waiting_days_and_days_off_are_offered() -> None:
    time = lane(5, 6, 7, 8)
    module = b.module(hours=6)
    run = lay(module, time, 12)
    absent = time.axis.day(2).__and__

    offered = list(skip_sets(module, run, time, [absent], 2, starting=False))

    assert offered == [frozenset({1}), frozenset({1, 2}), frozenset({2})]


def test_the_day_a_cohort_starts_on_is_never_skipped() -> None:
    time = lane(5, 6, 7)
    module = b.module(hours=6)
    run = lay(module, time, 0)
    absences = [time.axis.day(0).__and__, time.axis.day(1).__and__]

    offered = list(skip_sets(module, run, time, absences, 1, starting=True))

    assert offered == [frozenset({1})]


def test_a_day_with_class_before_is_never_skipped() -> None:
    time = lane(5, 6, 7)
    module = b.module(hours=3)
    run = lay(module, time, 4)

    assert list(skip_sets(module, run, time, [], 1, starting=False)) == [frozenset({1})]


def test_no_more_days_are_skipped_than_allowed() -> None:
    time = lane(5, 6, 7, 8)
    module = b.module(hours=9)
    run = lay(module, time, 0)
    absent = (time.axis.day(1) | time.axis.day(2)).__and__

    assert list(skip_sets(module, run, time, [absent], 1, starting=True)) == [frozenset({1})]


def test_a_day_onto_which_skipping_pushes_a_module_may_lack_somebody_too() -> None:
    time = lane(5, 6, 7, 8)
    module = b.module(hours=6)
    run = lay(module, time, 0)
    absent = (time.axis.day(1) | time.axis.day(2)).__and__

    assert frozenset({1, 2}) in list(skip_sets(module, run, time, [absent], 2, starting=True))
