"""Class time, starts, idle time and pins in edited workbooks: at the limit, and one past it."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import builders as b
import pytest
from edited import course, module, people, rooms, term


def day(number: int) -> date:
    return date(2026, 1, number)


def plan_to(last: int) -> list[dict[str, Any]]:
    return [{"Key": "Plan from", "Value": day(5)}, {"Key": "Plan to", "Value": day(last)}]


def test_class_ends_with_its_block_and_not_a_quarter_later(tmp_path: Path) -> None:
    """The morning is from 8:00 to 11:00, as long as M1; 8:15 to 11:15 is a quarter-hour too late."""
    made = term(tmp_path, b.session(), **course(module()))
    made.is_accepted()

    made.edit(D2=time(8, 15), E2=time(11, 15))

    words = (
        "A M1 on Mon Jan 5, 8:15 AM to 11:15 AM is not in class time: AM has class 8:00 AM to 11:00 AM then."
    )
    made.finds(("cohort-time", "Schedule!D2", words))


def test_class_is_held_up_to_plan_to_and_not_a_day_later(tmp_path: Path) -> None:
    """Mon and Tue, the plan's last day; then Mon and Wed, with Tue as an idle day."""
    cohort = {"Max idle days": 1}
    sessions = (b.session(day=5), b.session(day=6))
    made = term(tmp_path, *sessions, Settings=plan_to(6), Cohorts=cohort, **course(module("M1", 6)))
    made.is_accepted()

    made.edit(C3=day(7))

    words = (
        "A M1 on Wed Jan 7, 8:00 AM to 11:00 AM is not in class time: "
        "the plan runs from Mon Jan 5 to Tue Jan 6."
    )
    made.finds(("cohort-time", "Schedule!C3", words))


def test_class_is_held_around_a_holiday_and_not_on_it(tmp_path: Path) -> None:
    """Tue Jan 6 is closed: Mon and Wed follow each other; then class on Tue."""
    closed = [{"From": day(6), "Kind": "closed"}]
    made = term(tmp_path, b.session(day=5), b.session(day=7), Calendar=closed, **course(module("M1", 6)))
    made.is_accepted()

    made.edit(C3=day(6))

    words = (
        "A M1 on Tue Jan 6, 8:00 AM to 11:00 AM is not in class time: "
        "there is no class on Tue Jan 6 (Calendar!A2)."
    )
    made.finds(("cohort-time", "Schedule!C3", words))


def test_a_short_day_ends_at_its_hour_and_not_a_quarter_later(tmp_path: Path) -> None:
    """Class ends at 10:00 on Mon Jan 5: 8:00 to 10:00 are the 2 h of M1; then 8:15 to 10:15."""
    short = [{"From": day(5), "Kind": "short day", "Until": time(10)}]
    made = term(tmp_path, b.session(at="8-10"), Calendar=short, **course(module("M1", 2)))
    made.is_accepted()

    made.edit(D2=time(8, 15), E2=time(10, 15))

    words = "is not in class time: AM has class 8:00 AM to 10:00 AM then."
    made.finds(("cohort-time", "Schedule!D2", words))


def test_a_module_keeps_to_the_time_of_its_track_to_the_quarter(tmp_path: Path) -> None:
    """The lab is open from 9:30 to 11:00: the 1.5 h of M1; 9:15 to 10:45 begins in the time for theory."""
    pattern = {"Pattern": "AM", "Days": "MTWRF"}
    blocks = [
        pattern | {"Start": time(8), "End": time(9, 30), "Track": "theory"},
        pattern | {"Start": time(9, 30), "End": time(11), "Track": "lab"},
    ]
    made = term(
        tmp_path, b.session(at="9:30-11"), Patterns=blocks, **course(module("M1", 1.5, {"Track": "lab"}))
    )
    made.is_accepted()

    made.edit(D2=time(9, 15), E2=time(10, 45))

    words = (
        "A M1 on Mon Jan 5, 9:15 AM to 10:45 AM is not in class time: AM has class 9:30 AM to 11:00 AM then."
    )
    made.finds(("cohort-time", "Schedule!D2", words))


@pytest.mark.parametrize(
    ("cohort", "at_the_limit", "past_it", "words"),
    [
        (
            {"Latest start": day(7)},
            day(7),
            day(8),
            "A starts on Thu Jan 8, but it has to start on one of 3 days from Mon Jan 5 to Wed Jan 7.",
        ),
        (
            {"Earliest start": day(7), "Latest start": day(8)},
            day(7),
            day(6),
            "A starts on Tue Jan 6, but it has to start on one of 2 days from Wed Jan 7 to Thu Jan 8.",
        ),
        (
            {"Start days": "W"},
            day(7),
            day(8),
            "A starts on Thu Jan 8, but it has to start on Wed Jan 7.",
        ),
        ({}, day(5), day(6), "A starts on Tue Jan 6, but it has to start on Mon Jan 5."),
    ],
    ids=["Latest start", "Earliest start", "Start days", "no Latest start"],
)
def test_a_cohort_starts_in_its_window_and_not_a_day_off(
    tmp_path: Path, cohort: dict[str, Any], at_the_limit: date, past_it: date, words: str
) -> None:
    made = term(tmp_path, b.session(day=at_the_limit), Cohorts=cohort, **course(module()))
    made.is_accepted()

    made.edit(C2=past_it)

    made.finds(("cohort-start", "Schedule!C2", words))


def test_a_cohort_skips_its_max_idle_days_and_not_one_more(tmp_path: Path) -> None:
    """Mon and Wed skip Tue; Mon and Thu skip Tue and Wed."""
    cohort = {"Max idle days": 1}
    made = term(tmp_path, b.session(day=5), b.session(day=7), Cohorts=cohort, **course(module("M1", 6)))
    made.is_accepted()

    made.edit(C3=day(8))

    words = (
        "A has no class on 2 class days between its first and last session, with Max idle days 1: "
        "Tue Jan 6 (and on Wed Jan 7)."
    )
    made.finds(("idle", "Schedule!C3", words))


def test_a_cohort_misses_no_quarter_of_its_class_time(tmp_path: Path) -> None:
    """5.75 h are all of Mon and Tue until 10:45, when M1 ends; then Mon until 10:45 and all of Tue."""
    sessions = (b.session(day=5), b.session(day=6, at="8-10:45"))
    made = term(tmp_path, *sessions, **course(module("M1", 5.75)))
    made.is_accepted()

    made.edit(E2=time(10, 45), E3=time(11))

    words = (
        "A misses 0.25 h of class time between its first and last session: Mon Jan 5, 10:45 AM to 11:00 AM."
    )
    made.finds(("idle", "Schedule!E2", words))


def test_what_max_hours_a_day_leaves_over_is_not_missed_but_a_quarter_less_is(tmp_path: Path) -> None:
    """2 h of M1 a day leave an hour over; Mon until 9:45 misses 1.25 h, and the quarter-hour goes to Wed."""
    sessions = (b.session(day=5, at="8-10"), b.session(day=6, at="8-10"))
    made = term(tmp_path, *sessions, **course(module("M1", 4, {"Max hours/day": 2})))
    made.is_accepted()

    made.edit(E2=time(9, 45))
    made.add(4, day(7), time(8), time(8, 15))

    words = (
        "A misses 1.25 h of class time between its first and last session: Mon Jan 5, 9:45 AM to 11:00 AM."
    )
    made.finds(("idle", "Schedule!E2", words))


BESIDE = people() | rooms({"Room": "R-1"}, {"Room": "R-2"})


def test_a_pinned_start_is_kept_to_the_quarter(tmp_path: Path) -> None:
    """M1 has 2.75 h, from 8:00 as pinned to 10:45; then from 8:15 to 11:00."""
    pins = [{"Cohort": "A", "Module": "M1", "Start": datetime.combine(day(5), time(8))}]
    made = term(tmp_path, b.session(at="8-10:45"), Pins=pins, **course(module("M1", 2.75)))
    made.is_accepted()

    made.edit(D2=time(8, 15), E2=time(11))

    words = (
        "A M1 is pinned to start on Mon Jan 5, 8:00 AM (Pins!C2), "
        "but its first session is on Mon Jan 5, 8:15 AM."
    )
    made.finds(("pin", "Schedule!D2", words))


def test_a_pinned_day_is_kept_to_the_day(tmp_path: Path) -> None:
    pins = [{"Cohort": "A", "Module": "M1", "Start": day(6)}]
    cohort = {"Latest start": day(9)}
    made = term(tmp_path, b.session(day=6), Pins=pins, Cohorts=cohort, **course(module()))
    made.is_accepted()

    made.edit(C2=day(7))

    words = "A M1 is pinned to start on Tue Jan 6 (Pins!C2), but its first session is on Wed Jan 7, 8:00 AM."
    made.finds(("pin", "Schedule!C2", words))


@pytest.mark.parametrize(
    ("pinned", "cell", "other", "words"),
    [
        (
            {"Instructor": "I-1"},
            "I3",
            "I-2",
            "I-1 is pinned to teach A M1 (Pins!D2), but I-2 has A M1 on Tue Jan 6, 8:00 AM to 11:00 AM.",
        ),
        (
            {"Room": "R-1"},
            "J3",
            "R-2",
            "A M1 is pinned to R-1 (Pins!E2), but A M1 on Tue Jan 6, 8:00 AM to 11:00 AM is in R-2.",
        ),
    ],
    ids=["instructor", "room"],
)
def test_who_and_where_is_pinned_holds_for_every_session(
    tmp_path: Path, pinned: dict[str, str], cell: str, other: str, words: str
) -> None:
    pins = [{"Cohort": "A", "Module": "M1"} | pinned]
    made = term(tmp_path, b.session(day=5), b.session(day=6), Pins=pins, **course(module("M1", 6)), **BESIDE)
    made.is_accepted()

    made.edit(**{cell: other})

    made.finds(("pin", f"Schedule!{cell}", words))
