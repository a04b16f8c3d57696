"""Where class is held in edited workbooks: the right type, large enough, free; and one past it."""

from datetime import date, time
from pathlib import Path
from typing import Any

import builders as b
import pytest
from edited import course, module, people, rooms, term

MON = date(2026, 1, 5)
BOTH = course(module("M1", 3, {"Room type": "SIM + ML"}))
LABS = (
    {"Room": "S-1", "Types": "SIM"},
    {"Room": "S-2", "Types": "SIM"},
    {"Room": "L-1", "Types": "ML, LL"},
    {"Room": "L-2", "Types": "ML"},
)


def test_a_session_is_held_in_a_room_of_its_type(tmp_path: Path) -> None:
    places = rooms({"Room": "R-1", "Types": "ML, CL"}, {"Room": "R-2", "Types": "ML"})
    made = term(tmp_path, b.session(), **course(module()), **places)
    made.is_accepted()

    made.edit(J2="R-2")

    words = "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM is held in R-2 (ML), but M1 needs a room of type CL."
    made.finds(("room-type", "Schedule!J2", words))


def test_two_groups_at_once_have_one_room_of_each_type(tmp_path: Path) -> None:
    made = term(tmp_path, b.session(where="S-1 L-1"), **BOTH, **rooms(*LABS))
    made.is_accepted()

    made.edit(J2="S-1 + S-2")

    words = "is held in S-1 (SIM) + S-2 (SIM), but M1 needs a room of type SIM + ML."
    made.finds(("room-type", "Schedule!J2", words))


def test_a_session_is_held_on_the_cohorts_campus(tmp_path: Path) -> None:
    places = rooms({"Room": "R-1", "Campus": "North"}, {"Room": "R-2", "Campus": "South"})
    made = term(tmp_path, b.session(), Cohorts={"Campus": "North"}, **course(module()), **places)
    made.is_accepted()

    made.edit(J2="R-2")

    words = "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM is held in R-2 on South, but A is on North."
    made.finds(("room-type", "Schedule!J2", words))


@pytest.mark.parametrize("size", [{"Seats": 20}, {"Seats": 40, "Stations": 20}], ids=["seats", "stations"])
def test_a_full_room_takes_no_one_more(tmp_path: Path, size: dict[str, int]) -> None:
    """R-1 takes 20 students; R-2 would take 21, so the inputs alone are well."""
    sheets = course(module()) | rooms({"Room": "R-1"} | size, {"Room": "R-2"})
    made = term(tmp_path, b.session(), Cohorts={"Students": 20}, **sheets)
    made.is_accepted()

    made.plan_says(Cohorts={"Students": 21}, **sheets)

    words = "R-1 takes 20 students, but A has 21 students: A M1 on Mon Jan 5, 8:00 AM to 11:00 AM."
    made.finds(("room-capacity", "Schedule!J2", words))


def test_the_larger_of_two_groups_has_to_fit(tmp_path: Path) -> None:
    """S-1 takes 12: of 24 students, groups of 12 are well; of 25, one of the two groups is 13."""
    small, *others = LABS
    sheets = BOTH | rooms(small | {"Stations": 12}, *others)
    made = term(tmp_path, b.session(where="S-1 L-1"), Cohorts={"Students": 24}, **sheets)
    made.is_accepted()

    made.plan_says(Cohorts={"Students": 25}, **sheets)

    words = "S-1 takes 12 students, but A has groups of 13 of its 25 students: A M1 on Mon Jan 5"
    made.finds(("room-capacity", "Schedule!J2", words))


def test_a_student_more_on_the_roster_no_longer_fits(tmp_path: Path) -> None:
    """Two students are enrolled and R-1 has two seats; a third one enrols."""
    sheets = course(module()) | rooms({"Room": "R-1", "Seats": 2}, {"Room": "R-2"})
    sheets["Cohorts"] = [{"Cohort": "A", "Program": "P", "Patterns": "AM", "Earliest start": MON}]
    roster = [{"Student ID": f"S{number}", "Cohort": "A"} for number in range(3)]
    made = term(tmp_path, b.session(), Rosters=roster[:2], **sheets)
    made.is_accepted()

    made.plan_says(Rosters=roster, **sheets)

    made.finds(("room-capacity", "Schedule!J2", "R-1 takes 2 students, but A has 3 students: A M1 on"))


def test_a_room_is_left_by_one_cohort_before_the_next_comes(tmp_path: Path) -> None:
    """A has R-1 until 11:00 and B from then on; from 10:45 on is a quarter-hour too early."""
    cohort = {"Program": "P", "Students": 10, "Earliest start": MON}
    sheets: dict[str, Any] = {
        "Patterns": [
            {"Pattern": "AM", "Days": "MTWRF", "Start": time(8), "End": time(11)},
            {"Pattern": "PM", "Days": "MTWRF", "Start": time(10, 45), "End": time(14)},
        ],
        "Cohorts": [cohort | {"Cohort": "A", "Patterns": "AM"}, cohort | {"Cohort": "B", "Patterns": "PM"}],
    }
    sessions = (b.session("A"), b.session("B", at="11-14", who="I-2"))
    made = term(tmp_path, *sessions, **sheets, **course(module()), **people())
    made.is_accepted()

    made.edit(D3=time(10, 45), E3=time(13, 45))

    words = "R-1 holds A M1 and B M1 at the same time on Mon Jan 5, 10:45 AM to 11:00 AM."
    made.finds(("room-free", "Schedule!J2", words))


@pytest.mark.parametrize(
    ("sheet", "cells", "cause"),
    [
        (
            "Availability",
            {"Days": "M", "Start": time(8), "End": time(11)},
            "is not available then (Availability).",
        ),
        (
            "Absences",
            {"From": MON, "Start": time(11), "End": time(12)},
            "is unavailable on Mon Jan 5 (Absences!B2).",
        ),
    ],
)
def test_a_room_is_used_until_it_closes_and_not_a_quarter_longer(
    tmp_path: Path, sheet: str, cells: dict[str, Any], cause: str
) -> None:
    """Class time is until 11:15 but R-1 closes at 11:00: 8:00 to 11:00 is well, 8:15 to 11:15 is not."""
    made = term(
        tmp_path,
        b.session(),
        Patterns={"End": time(11, 15)},
        **course(module()),
        **{sheet: [{"Who": "R-1"} | cells]},
    )
    made.is_accepted()

    made.edit(D2=time(8, 15), E2=time(11, 15))

    words = f"R-1 holds A M1 on Mon Jan 5, 8:15 AM to 11:15 AM, but {cause}"
    made.finds(("room-free", "Schedule!J2", words))
