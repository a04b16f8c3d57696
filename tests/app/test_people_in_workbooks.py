"""Who teaches in edited workbooks: qualified, free, not too much, on one campus; and one past it."""

from datetime import date, time
from pathlib import Path
from typing import Any

import builders as b
import pytest
from edited import course, module, people, rooms, term


def day(number: int) -> date:
    return date(2026, 1, number)


TWO_ROOMS = rooms({"Room": "R-1"}, {"Room": "R-2"})
ANY_DAY = {"Max idle days": 1}


def may(who: str, what: str = "*", until: date | None = None) -> dict[str, Any]:
    return {"Instructor": who, "Program": "P", "Module": what, "Valid until": until}


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([may("I-1", until=day(6)), may("I-2")], "D2"),
        ([may("I-1"), may("I-1", "M1", day(6)), may("I-2")], "D3"),
    ],
    ids=["every module", "its own row"],
)
def test_a_qualification_holds_on_its_last_day_and_not_a_day_later(
    tmp_path: Path, rows: list[dict[str, Any]], cell: str
) -> None:
    """I-1 is qualified until Tue Jan 6: Mon and Tue are well; Mon and Wed are not."""
    made = term(
        tmp_path,
        b.session(day=5),
        b.session(day=6),
        Cohorts=ANY_DAY,
        **course(module("M1", 6)),
        **(people() | {"Qualifications": rows}),
    )
    made.is_accepted()

    made.edit(C3=day(7))

    words = (
        f"I-1 is qualified for P M1 only until Tue Jan 6, 2026 (Qualifications!{cell}), "
        "but teaches A M1 on Wed Jan 7, 8:00 AM to 11:00 AM."
    )
    made.finds(("instructor-qualified", "Schedule!I3", words))


def test_nobody_teaches_a_module_they_have_no_row_for(tmp_path: Path) -> None:
    """I-2 may teach M2 and nothing else."""
    sessions = (b.session(at="8-9:30"), b.session(module="M2", at="9:30-11", who="I-2"))
    may_teach = [may("I-1"), may("I-2", "M2")]
    made = term(
        tmp_path,
        *sessions,
        **course(module("M1", 1.5), module("M2", 1.5)),
        **(people() | {"Qualifications": may_teach}),
    )
    made.is_accepted()

    made.edit(I2="I-2")

    words = "I-2 is not qualified for P M1, but teaches A M1 on Mon Jan 5, 8:00 AM to 9:30 AM."
    made.finds(("instructor-qualified", "Schedule!I2", words))


def two_cohorts(*, second: str, campuses: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """Give the sheets of A in the morning, 8:00 to 11:00, and B in class time of its own."""
    start, end = (time(quarter // 4, quarter % 4 * 15) for quarter in b.stretch(second))
    cohort = {"Program": "P", "Students": 10, "Earliest start": day(5), "Latest start": day(6)}
    return {
        "Patterns": [
            {"Pattern": "AM", "Days": "MTWRF", "Start": time(8), "End": time(11)},
            {"Pattern": "PM", "Days": "MTWRF", "Start": start, "End": end},
        ],
        "Cohorts": [
            cohort | {"Cohort": "A", "Patterns": "AM", "Campus": campuses[0]},
            cohort | {"Cohort": "B", "Patterns": "PM", "Campus": campuses[1]},
        ],
    }


def test_somebody_goes_from_one_cohort_to_the_next_but_is_not_in_both(tmp_path: Path) -> None:
    """I-1 has A until 11:00 and B from then on; from 10:45 on is a quarter-hour too early."""
    made = term(
        tmp_path,
        b.session("A"),
        b.session("B", at="11-14", where="R-2"),
        **two_cohorts(second="10:45-14"),
        **course(module()),
        **TWO_ROOMS,
    )
    made.is_accepted()

    made.edit(D3=time(10, 45), E3=time(13, 45))

    words = "I-1 teaches A M1 and B M1 at the same time on Mon Jan 5, 10:45 AM to 11:00 AM."
    made.finds(("instructor-free", "Schedule!I2", words))


@pytest.mark.parametrize(
    ("sheet", "cells", "cause"),
    [
        (
            "Availability",
            {"Days": "MTWRF", "Start": time(8), "End": time(11)},
            "is not available then (Availability).",
        ),
        (
            "Absences",
            {"From": day(5), "Start": time(11), "End": time(12)},
            "is unavailable on Mon Jan 5 (Absences!B2).",
        ),
    ],
)
def test_somebody_teaches_until_they_have_to_go_and_not_a_quarter_longer(
    tmp_path: Path, sheet: str, cells: dict[str, Any], cause: str
) -> None:
    """Class time is until 11:15 but I-1 goes at 11:00: 8:00 to 11:00 is well, 8:15 to 11:15 is not."""
    made = term(
        tmp_path,
        b.session(),
        Patterns={"End": time(11, 15)},
        **course(module()),
        **{sheet: [{"Who": "I-1"} | cells]},
    )
    made.is_accepted()

    made.edit(D2=time(8, 15), E2=time(11, 15))

    words = f"I-1 teaches A M1 on Mon Jan 5, 8:15 AM to 11:15 AM, but {cause}"
    made.finds(("instructor-free", "Schedule!I2", words))


def test_somebody_is_back_the_day_after_an_absence_and_not_on_its_last(tmp_path: Path) -> None:
    """I-1 is away until Tue Jan 6; Wed is well."""
    away = [{"Who": "I-1", "From": day(5), "To": day(6)}]
    made = term(
        tmp_path, b.session(day=7), Cohorts={"Latest start": day(7)}, Absences=away, **course(module())
    )
    made.is_accepted()

    made.edit(C2=day(6))

    words = (
        "I-1 teaches A M1 on Tue Jan 6, 8:00 AM to 11:00 AM, "
        "but is unavailable from Mon Jan 5 to Tue Jan 6 (Absences!B2)."
    )
    made.finds(("instructor-free", "Schedule!I2", words))


def test_somebody_teaches_their_hours_a_day_and_not_a_quarter_more(tmp_path: Path) -> None:
    """I-1 has 3 h of M1; the first quarter-hour of M2 goes from I-2 to I-1, which makes 3.25 h."""
    sessions = (
        b.session(),
        b.session(module="M2", at="11-11:15", who="I-2"),
        b.session(module="M2", at="11:15-12", who="I-2"),
    )
    made = term(
        tmp_path,
        *sessions,
        Patterns={"End": time(12)},
        **course(module(), module("M2", 1)),
        **people({"Instructor": "I-1", "Max hours/day": 3}, {"Instructor": "I-2"}),
    )
    made.is_accepted()

    made.edit(I3="I-1")

    words = "I-1 teaches 3.25 h on Mon Jan 5, with Max hours/day 3 h (Instructors!D2)."
    made.finds(("instructor-load", "Schedule!I3", words))


def test_somebody_teaches_their_hours_a_week_and_not_a_quarter_more(tmp_path: Path) -> None:
    """I-1 has 4 h on Thu and 2 h on Fri, 6 h in all, and 2 h on Mon, which is another week.

    The first quarter-hour of M2 on Fri goes from I-2 to I-1, which makes 6.25 h.
    """
    sessions = (
        b.session(day=8, at="8-12"),
        b.session(day=9, at="8-10"),
        b.session(module="M2", day=9, at="10-10:15", who="I-2"),
        b.session(module="M2", day=9, at="10:15-12", who="I-2"),
        b.session(module="M2", day=12, at="8-10"),
    )
    made = term(
        tmp_path,
        *sessions,
        Patterns={"End": time(12)},
        Cohorts={"Earliest start": day(8)},
        **course(module("M1", 6), module("M2", 4)),
        **people({"Instructor": "I-1", "Max hours/week": 6}, {"Instructor": "I-2"}),
    )
    made.is_accepted()

    made.edit(I4="I-1")

    words = "I-1 teaches 6.25 h in the week of Mon Jan 5, with Max hours/week 6 h (Instructors!E2)."
    made.finds(("instructor-load", "Schedule!I4", words))


def test_somebody_teaches_on_their_campuses_only(tmp_path: Path) -> None:
    staff = people({"Instructor": "I-1", "Campuses": "North"}, {"Instructor": "I-2", "Campuses": "South"})
    made = term(tmp_path, b.session(), Cohorts={"Campus": "North"}, **course(module()), **staff)
    made.is_accepted()

    made.edit(I2="I-2")

    words = "I-2 teaches only on South, but has A M1 on Mon Jan 5, 8:00 AM to 11:00 AM on North."
    made.finds(("instructor-campus", "Schedule!I2", words))


def test_somebody_is_on_another_campus_the_next_day_and_not_the_same(tmp_path: Path) -> None:
    """I-1 has A on North on Mon and B on South on Tue; then both on Mon, hours apart."""
    made = term(
        tmp_path,
        b.session("A"),
        b.session("B", day=6, at="15-18"),
        **two_cohorts(second="15-18", campuses=("North", "South")),
        **course(module()),
    )
    made.is_accepted()

    made.edit(C3=day(5))

    words = "I-1 teaches on North and South on Mon Jan 5: A M1 and B M1."
    made.finds(("instructor-campus", "Schedule!I2", words))
