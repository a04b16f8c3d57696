"""A timeline's sessions are uninterrupted stretches with the same people and rooms."""

import builders as b
from hypothesis import given
from hypothesis import strategies as st

from scheduler.engine.axis import Axis, bits_of
from scheduler.engine.timeline import Step, Timeline

AXIS = Axis(days=(b.on(5), b.on(6)), first=32, width=12)


def timeline(*steps: Step) -> Timeline:
    return Timeline(cohort="A", pattern="AM", steps=steps, cost=0.0, missing=0, finish=1)


def test_a_session_ends_with_the_day_though_the_next_one_follows_at_once() -> None:
    # Quarters 8 to 15 of the axis: the last hour of Jan 5 and the first of Jan 6.
    whole = 0b1111_1111 << 8
    step = Step("M1", whole, (("I-1", whole),), (("R-1", whole),))

    assert tuple(timeline(step).sessions(AXIS)) == (
        b.session(day=5, at="10-11"),
        b.session(day=6, at="8-9"),
    )


def test_a_session_ends_where_somebody_else_takes_over_or_time_is_missed() -> None:
    held, first, rest = 0b1111_0011_1111, 0b0000_0000_1111, 0b1111_0011_0000
    step = Step("M1", held, (("I-1", first), ("I-2", rest)), (("R-1", held & ~(1 << 11)),))

    assert tuple(timeline(step).sessions(AXIS)) == (
        b.session(day=5, at="8-9", who="I-1"),
        b.session(day=5, at="9-9:30", who="I-2"),
        b.session(day=5, at="10-10:45", who="I-2"),
        b.session(day=5, at="10:45-11", who="I-2", where=""),
    )


def test_a_timeline_takes_everybody_for_all_they_hold() -> None:
    steps = (Step("M1", 3, (("I-1", 3),), (("R-1", 1),)), Step("M2", 12, (("I-1", 12),), ()))

    assert timeline(*steps).use == {"I-1": 15, "R-1": 1}


def test_timelines_held_alike_are_the_same_and_others_are_not() -> None:
    one, other = Step("M1", 3, (("I-1", 3),), ()), Step("M1", 3, (("I-2", 3),), ())

    assert timeline(one).key == timeline(one).key != timeline(other).key


@given(st.integers(1, 2**24 - 1), st.integers(0, 2**24 - 1))
def test_sessions_hold_every_quarter_once_with_whoever_is_there(mask: int, present: int) -> None:
    step = Step("M1", mask, (("I-1", mask & present),), ())

    sessions = tuple(timeline(step).sessions(AXIS))

    held = [AXIS.bit(s.date, quarter) for s in sessions for quarter in range(s.start, s.end)]
    taught = [AXIS.bit(s.date, q) for s in sessions if s.instructors for q in range(s.start, s.end)]
    assert sorted(held) == list(bits_of(mask))
    assert sorted(taught) == list(bits_of(mask & present))
    assert all(not (one.end == two.start and one.instructors == two.instructors)
               for one in sessions for two in sessions if one.date == two.date)  # fmt: skip
