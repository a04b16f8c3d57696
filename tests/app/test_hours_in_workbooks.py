"""Hours, order and days of modules in edited workbooks: at the limit, and one past it."""

from datetime import date, time
from pathlib import Path

import builders as b
from edited import course, module, people, rooms, term


def day(number: int) -> date:
    return date(2026, 1, number)


def test_a_module_is_held_for_its_hours_and_not_for_a_quarter_more(tmp_path: Path) -> None:
    """M2 has 2.75 h: from 8:00 that is until 10:45; until 11:00 it is 3 h."""
    sessions = (b.session(day=5), b.session(day=6), b.session(module="M2", day=7, at="8-10:45"))
    made = term(tmp_path, *sessions, **course(module("M1", 6), module("M2", 2.75)))
    made.is_accepted()

    made.edit(E4=time(11))

    made.finds(("module-hours", "Schedule!F4", "A M2 is held for 3 h, 0.25 h more than its 2.75 h."))


def test_a_row_that_was_copied_is_more_than_the_modules_hours(tmp_path: Path) -> None:
    """M1 has 6 h: Mon and Tue from 8:00 to 11:00; with Wed it is 9 h."""
    made = term(tmp_path, b.session(day=5), b.session(day=6), **course(module("M1", 6)))
    made.is_accepted()

    made.add(4, day(7), time(8), time(11))

    made.finds(("module-hours", "Schedule!F4", "A M1 is held for 9 h, 3 h more than its 6 h."))


def test_a_module_follows_the_one_before_it_without_a_quarter_between(tmp_path: Path) -> None:
    """M1 has 4 h, until Tue 9:00, when M2 begins; then its last quarter-hour goes behind M2."""
    sessions = (b.session(day=5), b.session(day=6, at="8-9"), b.session(module="M2", day=6, at="9-11"))
    made = term(tmp_path, *sessions, **course(module("M1", 4), module("M2", 2)))
    made.is_accepted()

    made.edit(E3=time(8, 45), D4=time(8, 45), E4=time(10, 45))
    made.add(5, day(6), time(10, 45), time(11))

    made.finds(
        (
            "module-order",
            "Schedule!C4",
            "A M2 starts on Tue Jan 6, 8:45 AM, before M1 has ended on Tue Jan 6.",
        ),
        (
            "one-module-at-a-time",
            "Schedule!C5",
            "A M1 is held again on Tue Jan 6 although M2 has begun on Tue Jan 6.",
        ),
    )


def test_a_module_waits_for_its_prerequisite_on_another_track(tmp_path: Path) -> None:
    """M1 is in the lab until Tue 9:30, when M2 may begin in class; Mon 9:30 is too early."""
    pattern = {"Pattern": "AM", "Days": "MTWRF"}
    blocks = [
        pattern | {"Start": time(8), "End": time(9, 30), "Track": "lab"},
        pattern | {"Start": time(9, 30), "End": time(11), "Track": "class"},
    ]
    modules = (
        module("M1", 3, {"Track": "lab"}),
        module("M2", 3, {"Track": "class", "Prerequisites": "M1"}),
    )
    sessions = (
        b.session(day=5, at="8-9:30"),
        b.session(day=6, at="8-9:30"),
        b.session(module="M2", day=6, at="9:30-11"),
        b.session(module="M2", day=7, at="9:30-11"),
    )
    made = term(tmp_path, *sessions, Patterns=blocks, **course(*modules, Order="prerequisites"))
    made.is_accepted()

    # The rows of M2 are now 4 and 5; they move a day forward, to Mon and Tue.
    made.edit(C4=day(5), C5=day(6))

    made.finds(
        ("module-order", "Schedule!C4", "A M2 starts on Mon Jan 5, 9:30 AM, before M1 has ended on Tue Jan 6")
    )


def test_a_cohort_has_one_module_at_a_time_to_the_quarter(tmp_path: Path) -> None:
    """M1 until 10:00 and M2 from 10:00; from 9:45 they are at the same time for a quarter-hour."""
    sessions = (
        b.session(at="8-10"),
        b.session(module="M2", at="10-11", who="I-2", where="R-2"),
    )
    made = term(
        tmp_path,
        *sessions,
        **course(module("M1", 2), module("M2", 1), Order="prerequisites"),
        **people(),
        **rooms({"Room": "R-1"}, {"Room": "R-2"}),
    )
    made.is_accepted()

    made.edit(D3=time(9, 45), E3=time(10, 45))

    words = "A has A M1 and A M2 at the same time on Mon Jan 5, 9:45 AM to 10:00 AM"
    made.finds(("one-module-at-a-time", "Schedule!D2", words))


def test_a_module_is_not_held_again_once_the_next_has_begun(tmp_path: Path) -> None:
    """M1, M1, M2, an hour each, in any order; then M1, M2, M1."""
    sessions = (b.session(at="8-9"), b.session(at="9-10"), b.session(module="M2", at="10-11"))
    made = term(tmp_path, *sessions, **course(module("M1", 2), module("M2", 1), Order="prerequisites"))
    made.is_accepted()

    made.edit(G3="M2", G4="M1")

    words = "A M1 is held again on Mon Jan 5 although M2 has begun"
    made.finds(("one-module-at-a-time", "Schedule!C4", words))


def test_a_day_holds_a_modules_max_hours_and_not_a_quarter_more(tmp_path: Path) -> None:
    """M1 has 4 h, 2 h a day at most: 8:00 to 10:00 on two days; then 2.25 h and 1.75 h."""
    sessions = (b.session(day=5, at="8-10"), b.session(day=6, at="8-10"))
    made = term(tmp_path, *sessions, **course(module("M1", 4, {"Max hours/day": 2})))
    made.is_accepted()

    made.edit(E2=time(10, 15), E3=time(9, 45))

    words = "A M1 is held for 2.25 h on Mon Jan 5, more than its Max hours/day of 2 h."
    made.finds(("daily-limit", "Schedule!E2", words))


def test_a_module_is_spread_over_its_min_days_and_not_one_fewer(tmp_path: Path) -> None:
    """M1 has 3 h on at least two days: 1.5 h on each; then all of it on Mon."""
    sessions = (b.session(day=5, at="8-9:30"), b.session(day=6, at="8-9:30"))
    made = term(tmp_path, *sessions, **course(module("M1", 3, {"Min days": 2})))
    made.is_accepted()

    made.edit(E2=time(11))
    made.delete(3)

    words = "A M1 is held on 1 day, fewer than its Min days of 2."
    made.finds(("daily-limit", "Schedule!C2", words))


def test_an_aided_cohort_has_class_in_min_weeks_weeks_and_not_one_fewer(tmp_path: Path) -> None:
    """Fri Jan 9 and Mon Jan 12 are in two weeks; a class day earlier, Thu and Fri are in one."""
    cohort = {"Earliest start": day(8), "Latest start": day(9), "Aided": "yes"}
    made = term(
        tmp_path,
        b.session(day=9),
        b.session(day=12),
        Cohorts=cohort,
        **course(module("M1", 6), **{"Min weeks": 2}),
    )
    made.is_accepted()

    made.edit(C2=day(8), C3=day(9))

    words = "as an aided cohort of P it needs 2."
    made.finds(("min-weeks", "Schedule!C3", words))
