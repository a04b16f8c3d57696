"""Why a cohort lacks something, even if it had everybody to itself: exactly the facts that say so."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import builders as b
import pytest
import tiny
from reasons.asked import ASK, cells, department, planned, reasons

from scheduler.domain.schedule import Schedule
from scheduler.reasons import Asking, causes

SETTINGS = tiny.rows()["Settings"]
M1, M2 = tiny.rows()["Modules"]
ROOM = tiny.rows()["Rooms"][0]
MAIN = {"Campus": "Main"}

ALWAYS = "Cohorts!F2"
"""A starts on Mon Jan 5 or later: whatever comes too late would do if it could start before."""


def jan(day: int) -> date:
    return date(2026, 1, day)


SHORTAGES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "nobody is qualified": (
        {"Qualifications": {"Module": "M1"}},
        "A M2 cannot have an instructor for all hours.",
        ["Modules!B3"],
    ),
    "the only one is away all the time": (
        {"Absences": [{"Who": "I-1", "From": jan(5), "To": jan(30)}]},
        "A M1 and M2 cannot have an instructor for all hours.",
        ["Absences!A2", "Modules!B2", ALWAYS],
    ),
    # Class could be from 12 to 4 PM.
    "the only one is there in the afternoon": (
        {"Availability": [{"Who": "I-1", "Days": "MTWRF", "Start": time(12), "End": time(16)}]},
        "A M1 and M2 cannot have an instructor for all hours.",
        ["Availability!A2", "Modules!B2", "Cohorts!D2"],
    ),
    # M2 is on Wed Jan 7; it could come first, or all be on Mon and Tue, or all start in December.
    "what the only one may teach expires": (
        {"Qualifications": {"Valid until": jan(6)}},
        "A M2 cannot have an instructor for all hours.",
        ["Qualifications!D2", "Modules!B3", "Programs!D2", "Cohorts!D2", ALWAYS],
    ),
    "the only one teaches on another campus": (
        {
            "Instructors": {"Campuses": "North"},
            "Cohorts": MAIN,
            "Rooms": [ROOM | MAIN, ROOM | {"Room": "R-2", "Campus": "North"}],
        },
        "A M1 and M2 cannot have an instructor for all hours.",
        ["Instructors!C2", "Modules!B2"],
    ),
    "the only room of the type is on another campus": (
        {
            "Modules": [M1, M2 | {"Room type": "ML"}],
            "Cohorts": MAIN,
            "Rooms": [ROOM | MAIN, ROOM | {"Room": "R-2", "Campus": "North", "Types": "ML"}],
        },
        "A M2 cannot have a room for all hours.",
        ["Rooms!B3", "Modules!G3"],
    ),
    "the only room is too small": (
        {"Rooms": {"Seats": 9}},
        "A M1 and M2 cannot have a room for all hours.",
        ["Rooms!D2", "Modules!G2", "Cohorts!E2"],
    ),
    "there is no room of the type": (
        {"Modules": [M1, M2 | {"Room type": "ML"}]},
        "A M2 cannot have a room for all hours.",
        ["Modules!G3"],
    ),
    "9 h before Finish by, and 6 h of class time": (
        {"Cohorts": {"Finish by": jan(6)}},
        (
            "A cannot finish by Tue Jan 6, 2026: "
            "of the 9 h of A only 6 h have class time from Mon Jan 5 to Tue Jan 6."
        ),
        ["Cohorts!I2", "Cohorts!D2", ALWAYS],
    ),
    "9 h in the plan, and 6 h of class time": (
        {"Settings": [*SETTINGS[:2], {"Key": "Plan to", "Value": jan(6)}]},
        (
            "A cannot hold all hours by Tue Jan 6, 2026: "
            "of the 9 h of A only 6 h have class time from Mon Jan 5 to Tue Jan 6."
        ),
        ["Settings!B4", "Cohorts!D2", ALWAYS],
    ),
    # Both would be on Mon Jan 5 from 8 AM; in a longer day there would be time for the one after the other.
    "two modules are pinned to one day": (
        {"Pins": [{"Cohort": "A", "Module": name, "Start": jan(5)} for name in ("M1", "M2")]},
        "A M2 cannot be as it is pinned.",
        ["Pins!A3", "Pins!A2", "Cohorts!D2"],
    ),
    "a module is pinned to before the cohort starts": (
        {"Pins": [{"Cohort": "A", "Module": "M1", "Start": jan(2)}]},
        "A M1 cannot be as it is pinned.",
        ["Pins!A2", ALWAYS],
    ),
    # Wed Jan 7 is in the first week; later, earlier, on other days or with idle days there would be two.
    "class is in too few weeks": (
        {"Programs": {"Min weeks": 2}, "Cohorts": {"Aided": "yes"}},
        "A cannot have class in 2 different weeks.",
        ["Programs!E2", "Cohorts!D2", ALWAYS, "Cohorts!G2", "Cohorts!J2"],
    ),
    # Of 9 h in the first week 6 can be taught; M1 could do without, or the rest be in the next week.
    "the only one teaches too few hours a week": (
        {"Instructors": {"Max hours/week": 6}},
        "A M2 cannot have an instructor for all hours.",
        ["Instructors!E2", "Modules!B3", "Cohorts!D2", ALWAYS, "Cohorts!G2", "Cohorts!J2", "Modules!B2"],
    ),
    "the only one teaches too few hours a day": (
        {"Instructors": {"Max hours/day": 2}},
        "A M1 and M2 cannot have an instructor for all hours.",
        ["Instructors!D2", "Modules!B2"],
    ),
    "two are needed at once": (
        {"Modules": [M1, M2 | {"Instructors": 2}]},
        "A M2 cannot have 2 instructors at once for all hours.",
        ["Modules!B3"],
    ),
    "the cohort is too large for both its rooms": (
        {
            "Cohorts": {"Students": 40},
            "Modules": [M1, M2 | {"Room type": "ML"}],
            "Rooms": [ROOM, ROOM | {"Room": "R-2", "Types": "ML"}],
        },
        "A M1 and A M2 cannot have a room for all hours.",
        ["Cohorts!E2", "Modules!G2", "Modules!G3"],
    ),
}


@pytest.mark.parametrize(("changed", "what", "facts"), SHORTAGES.values(), ids=SHORTAGES)
def test_one_shortage_is_one_reason_with_the_facts_that_make_it(
    changed: dict[str, Any], what: str, facts: list[str]
) -> None:
    (reason,) = reasons(department(**changed))

    assert reason.what == what
    assert cells(reason) == facts
    assert reason.cohorts == ("A",)


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("nobody is qualified", ["M2"]),
        ("the only one is away all the time", ["M1", "M2"]),
        ("9 h in the plan, and 6 h of class time", ["M2"]),
        ("9 h before Finish by, and 6 h of class time", []),
        ("class is in too few weeks", []),
        ("the cohort is too large for both its rooms", ["M1", "M2"]),
    ],
)
def test_a_reason_says_which_modules_lack_hours(name: str, missing: list[str]) -> None:
    (reason,) = reasons(department(**SHORTAGES[name][0]))

    assert reason.missing == tuple(("A", module) for module in missing)


@pytest.mark.parametrize(
    "name",
    ["nobody is qualified", "the only room is too small", "9 h before Finish by, and 6 h of class time"],
)
def test_what_is_counted_is_proven(name: str) -> None:
    (reason,) = reasons(department(**SHORTAGES[name][0]))

    assert reason.proven
    assert reason.verdict.endswith("That is proven.")


def test_two_things_that_have_nothing_to_do_with_each_other_are_two_reasons() -> None:
    problem = department(Qualifications={"Module": "M1"}, Modules=[M1, M2 | {"Room type": "ML"}])

    assert [(reason.what, cells(reason)) for reason in reasons(problem)] == [
        ("A M2 cannot have a room for all hours.", ["Modules!G3"]),
        ("A M2 cannot have an instructor for all hours.", ["Modules!B3"]),
    ]


def test_a_clean_schedule_needs_no_reason() -> None:
    problem = department()

    assert causes(problem, planned(problem), ASK) == ()


def test_nothing_at_all_in_the_schedule_has_no_reason_where_all_could_be_had() -> None:
    assert causes(department(), Schedule(sessions=(), patterns={}), ASK) == ()


def test_what_somebody_moved_has_no_reason_but_that() -> None:
    # I-1 twice at the same hours, and M2 before M1; all could be had, so nothing is to blame.
    schedule = b.schedule(b.session(module="M2"), b.session(module="M1", day=5, at="8-11"), A="AM")

    assert causes(department(), schedule, ASK) == ()


def test_a_cohort_that_is_late_has_a_reason_even_if_no_hour_is_missing() -> None:
    problem = department(Cohorts={"Finish by": jan(6)})
    late = b.schedule(b.session(day=5), b.session(day=6), b.session(module="M2", day=7), A="AM")

    (cause,) = causes(problem, late, ASK)

    assert cause.reason.missing == ()
    assert cause.culprit.fact.where == "Cohorts!I2"


def test_a_repaired_schedule_is_explained_as_if_nothing_were_fixed() -> None:
    problem = department(Qualifications={"Module": "M1"})
    before = planned(problem)

    again = replace(problem, previous=before, since=jan(7))

    assert [cause.culprit.fact.where for cause in causes(again, before, ASK)] == ["Modules!B3"]


@pytest.mark.parametrize(
    ("seconds", "facts"),
    [(0, []), (100, []), (90_000, ["Modules!G3", "Modules!B3"])],
)
def test_when_the_time_is_over_only_those_reasons_are_told_that_are_complete(
    seconds: int, facts: list[str]
) -> None:
    ticks = iter(range(100_000))
    problem = department(Qualifications={"Module": "M1"}, Modules=[M1, M2 | {"Room type": "ML"}])
    ask = Asking(clock=lambda: float(next(ticks)), until=float(seconds))

    found = causes(problem, planned(problem), ask)

    assert [cause.culprit.fact.where for cause in found] == facts
