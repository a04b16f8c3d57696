"""Class time: open days, short days, tracks, and what of it is used and missed."""

from builders import block, closure, cohort, module, on, pattern, problem, schedule, session
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain import calendar
from scheduler.domain.calendar import ClassBlock
from scheduler.domain.problem import Problem


def held(tiny: Problem) -> list[tuple[int, int, int]]:
    blocks = calendar.class_blocks(tiny, tiny.cohorts["A"], tiny.patterns["AM"])
    return [(b.date.day, b.start, b.end) for b in blocks]


def test_class_is_held_on_the_days_of_the_pattern_within_the_plan() -> None:
    # Friday the 9th and Monday the 12th, 8:00 to 11:00.
    assert held(problem(first=9, last=12)) == [(9, 32, 44), (12, 32, 44)]


def test_blocks_come_in_the_order_of_time() -> None:
    tiny = problem(first=5, last=5, patterns=[pattern("AM", block(at="13-14"), block(at="8-9"))])

    assert held(tiny) == [(5, 32, 36), (5, 52, 56)]


def test_closed_days_are_left_out_even_if_they_reach_beyond_the_plan() -> None:
    assert held(problem(first=5, last=7, closures=(closure(1, 5), closure(7, 60)))) == [(6, 32, 44)]


def test_class_ends_early_on_short_days_and_earliest_if_there_are_two() -> None:
    short = (closure(5, until=40), closure(5, until=36), closure(6, until=32))

    assert held(problem(first=5, last=6, closures=short)) == [(5, 32, 36)]


def test_closures_concern_their_campus_and_their_cohort_only() -> None:
    others = (closure(5, campus="South"), closure(6, cohort="B"))
    own = (closure(5, campus="North"), closure(6, cohort="A"))
    north = [cohort(campus="North")]

    assert len(held(problem(first=5, last=6, closures=others, cohorts=north))) == 2
    assert held(problem(first=5, last=6, closures=own, cohorts=north)) == []


def test_a_block_serves_its_track_and_modules_without_one() -> None:
    lab = ClassBlock(date=on(5), start=32, end=44, track="LAB")
    open_to_all = ClassBlock(date=on(5), start=32, end=44)

    assert lab.length == 12
    assert [lab.serves(module(track=track)) for track in ("LAB", "", "GYM")] == [True, True, False]
    assert open_to_all.serves(module(track="GYM"))


@given(
    st.lists(st.tuples(st.integers(5, 7), st.integers(0, 95), st.integers(1, 96)), max_size=6),
    st.tuples(st.integers(5, 7), st.integers(0, 95), st.integers(1, 96)),
)
def test_missed_class_time_is_what_no_session_uses(
    taken: list[tuple[int, int, int]], time: tuple[int, int, int]
) -> None:
    day, start, end = time
    blocks = [ClassBlock(date=on(day), start=start, end=max(start, end))]
    rows = [session(day=d, start=s, end=max(s, e)) for d, s, e in taken]

    used = {q for r in rows for q in range(r.start, r.end) if r.date == on(day)}
    assert calendar.missed(blocks, rows) == len(set(range(start, end)) - used)


def test_class_time_in_between_begins_and_ends_with_a_session() -> None:
    blocks = [ClassBlock(date=on(day), start=32, end=44) for day in (5, 6, 7)]
    rows = (session(day=5, at="9-10"), session(day=6, at="10-10:30"), session(day=6, at="8-9"))

    found = [(b.date.day, b.start, b.end) for b in calendar.between(blocks, rows)]

    # From 9:00 on the 5th to 10:30 on the 6th.
    assert found == [(5, 36, 44), (6, 32, 42)]
    assert list(calendar.between(blocks, ())) == []


def test_class_time_after_the_last_session_of_a_day_is_not_in_between() -> None:
    blocks = [ClassBlock(date=on(5), start=52, end=60), ClassBlock(date=on(5), start=32, end=44)]

    (found,) = calendar.between(blocks, [session(day=5, at="8-9")])

    assert (found.start, found.end) == (32, 36)


PATTERNS = [pattern(), pattern("FT", block(at="8-14")), pattern("PM", block(at="13-16"))]
TINY = problem(module(hours=60), patterns=PATTERNS, cohorts=[cohort(patterns=("PM", "FT", "AM"))])


def test_sessions_follow_the_pattern_that_holds_them() -> None:
    a = TINY.cohorts["A"]

    assert calendar.fitting_pattern(TINY, a, [session(at="13-16")]) == "PM"
    assert calendar.fitting_pattern(TINY, a, [session(at="8-14"), session(day=6, at="8-10")]) == "FT"


def test_of_two_that_hold_them_they_follow_the_one_with_less_class_time_missed() -> None:
    rows = [session(day=5), session(day=6)]

    assert calendar.fitting_pattern(TINY, TINY.cohorts["A"], rows) == "AM"


def test_without_sessions_it_is_the_one_named_first() -> None:
    assert calendar.fitting_pattern(TINY, TINY.cohorts["A"], ()) == "PM"


def test_the_pattern_that_is_written_down_is_chosen() -> None:
    a = TINY.cohorts["A"]

    assert calendar.chosen_pattern(TINY, schedule(session(), A="FT"), a).id == "FT"
    assert calendar.chosen_pattern(TINY, schedule(session(), session(day=6), A="??"), a).id == "AM"


def test_patterns_are_written_down_for_every_cohort() -> None:
    found = calendar.with_patterns(TINY, schedule(session(), session(day=6)))

    assert found.patterns == {"A": "AM"}
    assert calendar.with_patterns(TINY, found) is found
