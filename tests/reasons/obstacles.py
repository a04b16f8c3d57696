"""Facts that stand in the way: for each its words, its cell, and a department in which it does."""

from datetime import date, time
from typing import Any

import tiny

M1, M2 = tiny.rows()["Modules"]
COHORT = tiny.rows()["Cohorts"][0]
ROOM = tiny.rows()["Rooms"][0] | {"Campus": "Main"}
SETTINGS = tiny.rows()["Settings"]
M2_BEFORE_TUESDAY = [
    {"Instructor": "I-1", "Program": "P", "Module": "M1"},
    {"Instructor": "I-1", "Program": "P", "Module": "M2", "Valid until": date(2026, 1, 5)},
]


def jan(day: int) -> date:
    return date(2026, 1, day)


def away(who: str, first: int, last: int, **more: Any) -> list[dict[str, Any]]:
    return [{"Who": who, "From": jan(first), "To": jan(last), **more}]


def pinned(**cells: Any) -> list[dict[str, Any]]:
    return [{"Cohort": "A", "Module": "M1", **cells}]


TIME = [
    # 9 h are three mornings, and there are two from the start to the end.
    ("A starts on Mon Jan 5 or later", "Cohorts!F2", {"Cohorts": {"Finish by": jan(6)}}),
    ("A has to finish by Tue Jan 6, 2026", "Cohorts!I2", {"Cohorts": {"Finish by": jan(6)}}),
    (
        "A starts on Mon Jan 5 or later",
        "Settings!B3",
        {"Cohorts": {"Earliest start": date(2025, 12, 1), "Latest start": jan(5), "Finish by": jan(6)}},
    ),
    (
        "the plan ends on Tue Jan 6, 2026",
        "Settings!B4",
        {"Settings": [*SETTINGS[:2], {"Key": "Plan to", "Value": jan(6)}]},
    ),
    (
        "A has to start on Mon Jan 5, as it has no Latest start",
        "Cohorts!G2",
        {"Absences": away("I-1", 5, 6)},
    ),
    (
        "A has to start by Tue Jan 6",
        "Cohorts!G2",
        {"Cohorts": {"Latest start": jan(6)}, "Absences": away("I-1", 5, 6)},
    ),
    (
        "A starts only on Mondays and Wednesdays",
        "Cohorts!H2",
        {
            "Cohorts": {
                "Earliest start": jan(8),
                "Latest start": jan(9),
                "Start days": "MW",
            }
        },
    ),
    (
        "A has class MTWRF 8:00 AM to 11:00 AM",
        "Cohorts!D2",
        {"Availability": [{"Who": "I-1", "Days": "MTWRF", "Start": time(12), "End": time(16)}]},
    ),
    (
        "A has no class on the closed days of Calendar",
        "Calendar!A2",
        {"Calendar": [{"From": jan(5), "To": jan(29), "Kind": "closed"}]},
    ),
    ("A may have no idle days", "Cohorts!J2", {"Absences": away("I-1", 6, 6)}),
    (
        "A may have 1 idle day",
        "Cohorts!J2",
        {"Cohorts": {"Max idle days": 1}, "Absences": away("I-1", 6, 7)},
    ),
    (
        "A is aided and needs class in 2 different weeks",
        "Programs!E2",
        {"Programs": {"Min weeks": 2}, "Cohorts": {"Aided": "yes"}},
    ),
    # M2 can be taught on Mon Jan 5 only, when M1 comes first.
    (
        "the modules of A come in their fixed order",
        "Programs!D2",
        {"Qualifications": M2_BEFORE_TUESDAY},
    ),
    (
        "the modules of A come after their prerequisites",
        "Programs!D2",
        {
            "Programs": {"Order": "prerequisites"},
            "Modules": [M1, M2 | {"Prerequisites": "M1"}],
            "Qualifications": M2_BEFORE_TUESDAY,
        },
    ),
    # 6 h at 2 h a day are three days, and then M2 in the hour left of the third and on the fourth.
    (
        "A has at most 2 h of M1 a day",
        "Modules!J2",
        {"Modules": [M1 | {"Max hours/day": 2}, M2], "Cohorts": {"Finish by": jan(7)}},
    ),
    (
        "M2 needs at least 3 days",
        "Modules!K3",
        {"Modules": [M1, M2 | {"Min days": 3}], "Cohorts": {"Finish by": jan(7)}},
    ),
]

PEOPLE = [
    (
        "A M1 and M2 need an instructor, and only I-1 may teach them",
        "Modules!B2",
        {"Absences": away("I-1", 5, 30)},
    ),
    (
        "A M2 needs an instructor, and nobody may teach it",
        "Modules!B3",
        {"Qualifications": {"Module": "M1"}},
    ),
    (
        "A M2 needs 2 instructors at once, and only I-1 may teach it",
        "Modules!B3",
        {"Modules": [M1, M2 | {"Instructors": 2}]},
    ),
    (
        "I-1 teaches only on North and South",
        "Instructors!C2",
        {
            "Instructors": {"Campuses": "South, North"},
            "Cohorts": {"Campus": "Main"},
            "Rooms": [
                ROOM,
                ROOM | {"Room": "R-2", "Campus": "North"},
                ROOM | {"Room": "R-3", "Campus": "South"},
            ],
        },
    ),
    (
        "I-1 is qualified for every module only until Tue Jan 6, 2026",
        "Qualifications!D2",
        {"Qualifications": {"Valid until": jan(6)}},
    ),
    (
        "I-1 is qualified for M2 only until Mon Jan 5, 2026",
        "Qualifications!D3",
        {"Qualifications": M2_BEFORE_TUESDAY},
    ),
    ("I-1 teaches at most 2 h a day", "Instructors!D2", {"Instructors": {"Max hours/day": 2}}),
    ("I-1 teaches at most 6 h a week", "Instructors!E2", {"Instructors": {"Max hours/week": 6}}),
    (
        "I-1 is available only MTWRF 9:00 AM to 11:00 AM",
        "Availability!A2",
        {"Availability": [{"Who": "I-1", "Days": "MTWRF", "Start": time(9), "End": time(11)}]},
    ),
    ("I-1 is not there on Tue Jan 6", "Absences!A2", {"Absences": away("I-1", 6, 6)}),
    ("I-1 is not there from Tue Jan 6 to Wed Jan 7, 2026", "Absences!A2", {"Absences": away("I-1", 6, 7)}),
    (
        "I-1 is not there on Tue Jan 6, 8:00 AM to 9:30 AM",
        "Absences!A2",
        {"Absences": away("I-1", 6, 6, Start=time(8), End=time(9, 30))},
    ),
]

ROOMS = [
    (
        "A M1 and M2 need a room of type CL, and only R-1 is there",
        "Modules!G2",
        {"Rooms": {"Seats": 9}},
    ),
    (
        "A M2 needs a room of type ML, and there is none",
        "Modules!G3",
        {"Modules": [M1, M2 | {"Room type": "ML"}]},
    ),
    # One group in each of two rooms at once.
    (
        "A M2 needs a room of type CL + CL, and only R-1 is there on Main",
        "Modules!G3",
        {
            "Modules": [M1, M2 | {"Room type": "CL + CL"}],
            "Cohorts": {"Campus": "Main"},
            "Rooms": [ROOM, ROOM | {"Room": "R-2", "Campus": "North"}],
        },
    ),
    ("A has 10 students", "Cohorts!E2", {"Rooms": {"Seats": 9}}),
    ("R-1 has 9 seats", "Rooms!D2", {"Rooms": {"Seats": 9}}),
    ("R-1 has 9 stations", "Rooms!E2", {"Rooms": {"Stations": 9}}),
    (
        "R-2 is on North",
        "Rooms!B3",
        {
            "Modules": [M1, M2 | {"Room type": "ML"}],
            "Cohorts": {"Campus": "Main"},
            "Rooms": [ROOM, ROOM | {"Room": "R-2", "Types": "ML", "Campus": "North"}],
        },
    ),
    ("R-1 is not there on Tue Jan 6", "Absences!A2", {"Absences": away("R-1", 6, 6)}),
    (
        "R-1 is available only M 8:00 AM to 11:00 AM and T 8:00 AM to 10:00 AM",
        "Availability!A2",
        {
            "Availability": [
                {"Who": "R-1", "Days": "M", "Start": time(8), "End": time(11)},
                {"Who": "R-1", "Days": "T", "Start": time(8), "End": time(10)},
            ]
        },
    ),
]

PINS = [
    ("A M1 is pinned to start on Tue Jan 6", "Pins!A2", {"Pins": pinned(Start=jan(6))}),
    (
        "A M1 is pinned to start on Mon Jan 5, 7:00 AM",
        "Pins!A2",
        {"Pins": pinned(Start="1/5/2026 7:00")},
    ),
    (
        "A M1 is pinned to I-2 and to R-2",
        "Pins!A2",
        {
            "Pins": pinned(Instructor="I-2", Room="R-2"),
            "Instructors": [{"Instructor": "I-1"}, {"Instructor": "I-2"}],
            "Rooms": [ROOM, ROOM | {"Room": "R-2", "Seats": 9}],
            "Absences": away("I-2", 5, 30),
        },
    ),
]
