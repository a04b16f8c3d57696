"""`cohort-time`: inside the blocks of the chosen pattern, on open days, within the plan."""

from datetime import date

import pytest
from builders import block, closure, cohort, module, pattern, problem, schedule, session

from scheduler.domain.schedule import Schedule, Session
from scheduler.rules import cohort_time

TINY = problem(module(hours=60))
LUNCH = pattern("DAY", block(at="8-10"), block(at="11-12"))
TRACKS = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11"), block(at="11-12", track="CLASS"))


def whats(tiny, *sessions: Session, **patterns: str) -> list[str]:
    return [found.what for found in cohort_time.violations(tiny, schedule(*sessions, **patterns))]


def test_a_session_may_fill_its_block() -> None:
    assert whats(TINY, session(at="8-11"), session(day=30, at="8-9")) == []


@pytest.mark.parametrize("at", ["7:45-11", "8-11:15"])
def test_a_quarter_hour_outside_the_block_is_named(at: str) -> None:
    (found,) = cohort_time.violations(TINY, schedule(session(at=at)))

    assert "A M1 on Mon Jan 5" in found.what
    assert found.what.endswith("is not in class time: AM has class 8:00 AM to 11:00 AM then.")
    assert (found.rule, found.column) == ("cohort-time", "Start")


def test_blocks_that_touch_may_be_used_without_a_break() -> None:
    touching = pattern("AM", block(at="8-10"), block(at="10-11"))

    assert whats(problem(module(), patterns=[touching]), session(at="9-11")) == []


def test_lunch_is_no_class_time() -> None:
    tiny = problem(module(), patterns=[LUNCH], cohorts=[cohort(patterns=("DAY",))])

    (what,) = whats(tiny, session(at="9-12"))

    assert what.endswith("DAY has class 8:00 AM to 10:00 AM and 11:00 AM to 12:00 PM then.")


def test_a_day_without_class_is_named_by_weekday_and_only_once() -> None:
    (found,) = cohort_time.violations(TINY, schedule(session(day=10), session(day=17)))

    assert found.what == (
        "A M1 on Sat Jan 10, 8:00 AM to 11:00 AM (and on Sat Jan 17) is not in class time: "
        "AM has no class on Saturdays."
    )
    assert len(found.sessions) == 2
    assert found.column == "Date"


def test_a_closed_day_is_named_with_its_cell() -> None:
    columns = {"Calendar": {"From": "A"}}
    tiny = problem(module(), closures=(closure(12), closure(19, row=3)), columns=columns)

    assert whats(tiny, session(day=16)) == []
    (what,) = whats(tiny, session(day=19))
    assert what.endswith("there is no class on Mon Jan 19 (Calendar!A3).")


def test_class_ends_early_on_a_short_day() -> None:
    tiny = problem(module(), closures=(closure(19, until=40),))  # 40 quarters: 10:00 AM

    assert whats(tiny, session(day=19, at="8-10")) == []
    (what,) = whats(tiny, session(day=19, at="8-10:15"))
    assert what.endswith("AM has class 8:00 AM to 10:00 AM then.")


@pytest.mark.parametrize("day", [2, 32])
def test_the_plan_has_a_first_and_a_last_day(day: int) -> None:
    (what,) = whats(TINY, session(day=day))

    assert what.endswith("the plan runs from Mon Jan 5 to Fri Jan 30.")


def test_a_session_in_another_year_names_the_years() -> None:
    (what,) = whats(TINY, session(day=date(2025, 1, 6)))

    assert what.endswith("the plan runs from Mon Jan 5, 2026 to Fri Jan 30, 2026, and that is in 2025.")


def test_a_module_with_a_track_uses_that_track_and_what_has_none() -> None:
    tiny = problem(module("M1", track="LAB"), module("M2"), patterns=[TRACKS])

    assert whats(tiny, session(at="8-11"), session(module="M2", day=6, at="8-12")) == []
    (what,) = whats(tiny, session(at="10-12"))
    assert what.endswith("AM has class 8:00 AM to 10:00 AM and 10:00 AM to 11:00 AM then.")


def test_a_track_that_has_no_class_that_day_is_told_apart_from_no_class() -> None:
    one_track = pattern("AM", block(track="CLASS"))
    tiny = problem(module(track="LAB"), patterns=[one_track])

    (what,) = whats(tiny, session())

    assert what.endswith("AM has only 8:00 AM to 11:00 AM of another track then.")


def test_the_chosen_pattern_counts_not_just_any_of_the_cohorts() -> None:
    late = pattern("PM", block(at="13-16"))
    tiny = problem(module(), patterns=[pattern(), late], cohorts=[cohort(patterns=("AM", "PM"))])

    assert whats(tiny, session(at="13-16"), A="PM") == []
    assert len(whats(tiny, session(at="13-16"), A="AM")) == 1
    # Where nobody wrote the pattern down, it is the one that fits best.
    assert whats(tiny, session(at="13-16")) == []


def test_a_pattern_the_cohort_does_not_have_is_named() -> None:
    tiny = problem(module(), patterns=[pattern(), pattern("PM", block(at="13-16"))])

    assert whats(tiny, session(at="13-16"), A="PM") == [
        "A follows pattern PM, which is not one of its Patterns (Cohorts): AM."
    ]


def test_a_cohort_without_sessions_breaks_nothing() -> None:
    assert list(cohort_time.violations(TINY, Schedule())) == []
