"""Why cohorts lack something that each could have alone, and one fact that holds up several."""

from datetime import date
from typing import Any

import tiny
from reasons.asked import cells, department, reasons

COHORT = tiny.rows()["Cohorts"][0]
B = COHORT | {"Cohort": "B"}
BOTH = [COHORT, B]
LATER = [COHORT, B | {"Earliest start": date(2026, 1, 12)}]
ROOM = tiny.rows()["Rooms"][0]
ROOMS = [ROOM, ROOM | {"Room": "R-2"}]
PEOPLE: dict[str, Any] = {
    "Instructors": [{"Instructor": "I-1"}, {"Instructor": "I-2"}],
    "Qualifications": [{"Instructor": who, "Program": "P", "Module": "*"} for who in ("I-1", "I-2")],
}


def jan(day: int) -> date:
    return date(2026, 1, day)


def test_two_cohorts_that_need_one_room_at_the_same_hours() -> None:
    (reason,) = reasons(department(Cohorts=BOTH, **PEOPLE))

    assert sorted(reason.cohorts) == ["A", "B"]
    assert cells(reason)[0] == "Modules!G2"
    assert sorted(cells(reason)[1:]) == ["Cohorts!A2", "Cohorts!A3"]
    assert "only R-1 is there" in reason.facts[0].what


def test_two_cohorts_that_need_one_instructor_at_the_same_hours() -> None:
    (reason,) = reasons(department(Cohorts=BOTH, Rooms=ROOMS))

    assert sorted(reason.cohorts) == ["A", "B"]
    assert reason.what.endswith("cannot have an instructor for all hours.")
    assert cells(reason)[0] == "Modules!B2"
    assert sorted(cells(reason)[1:]) == ["Cohorts!A2", "Cohorts!A3"]


def test_only_the_cohorts_that_stand_in_each_others_way_are_named() -> None:
    third = B | {"Cohort": "C", "Earliest start": date(2026, 1, 19)}

    (reason,) = reasons(department(Cohorts=[*BOTH, third], **PEOPLE))

    assert sorted(reason.cohorts) == ["A", "B"]
    assert not [fact for fact in reason.facts if fact.where == "Cohorts!A4"]


def test_two_cohorts_pinned_to_one_room() -> None:
    pins = [{"Cohort": name, "Module": "M1", "Room": "R-1"} for name in ("A", "B")]

    (reason,) = reasons(department(Cohorts=BOTH, Rooms=ROOMS, Pins=pins, **PEOPLE))

    # M2 of each is in the other room while M1 of the other is not held any more.
    assert cells(reason)[:2] == ["Pins!A2", "Pins!A3"]
    assert set(cells(reason)) >= {"Cohorts!A2", "Cohorts!A3"}


def test_a_load_that_holds_up_two_cohorts_is_one_reason() -> None:
    (reason,) = reasons(department(Cohorts=LATER, Instructors={"Max hours/day": 2}))

    assert reason.cohorts == ("A", "B")
    assert cells(reason) == ["Instructors!D2", "Modules!B2", "Modules!B2"]
    assert reason.missing == (("A", "M1"), ("A", "M2"), ("B", "M1"), ("B", "M2"))


def test_a_module_that_nobody_may_teach_is_one_reason_for_all_cohorts_of_the_program() -> None:
    (reason,) = reasons(department(Cohorts=LATER, Qualifications={"Module": "M1"}))

    assert reason.what == "A M2 and B M2 cannot have an instructor for all hours."
    assert reason.cohorts == ("A", "B")
    assert cells(reason) == ["Modules!B3", "Modules!B3"]
    assert reason.proven


def test_a_room_too_small_for_two_cohorts_is_one_reason_and_has_both_needs() -> None:
    (reason,) = reasons(department(Cohorts=LATER, Rooms={"Seats": 9}))

    assert reason.what == "A M1 and M2; B M1 and M2 cannot have a room for all hours."
    assert cells(reason)[0] == "Rooms!D2"
    assert [fact.what for fact in reason.facts if fact.where == "Modules!G2"] == [
        "A M1 and M2 need a room of type CL, and only R-1 is there",
        "B M1 and M2 need a room of type CL, and only R-1 is there",
    ]


def test_a_plan_too_short_for_two_cohorts_is_one_reason_that_counts_for_each() -> None:
    settings = [*tiny.rows()["Settings"][:2], {"Key": "Plan to", "Value": jan(13)}]

    (reason,) = reasons(
        department(
            Cohorts=[COHORT | {"Earliest start": jan(12)}, LATER[1]], Settings=settings, Rooms=ROOMS, **PEOPLE
        )
    )

    assert reason.what == (
        "A and B cannot hold all hours by Tue Jan 13, 2026: "
        "of the 9 h of A only 6 h have class time from Mon Jan 12 to Tue Jan 13; "
        "of the 9 h of B only 6 h have class time from Mon Jan 12 to Tue Jan 13."
    )
    assert cells(reason)[0] == "Settings!B4"


def test_what_holds_up_one_cohort_by_itself_is_no_reason_for_another() -> None:
    pins = [
        {"Cohort": "A", "Module": "M1", "Start": jan(6)},
        {"Cohort": "B", "Module": "M1", "Start": jan(7)},
    ]

    found = reasons(department(Cohorts=BOTH, Rooms=ROOMS, Pins=pins, **PEOPLE))

    # The order of A is a fact of the first; it is nothing to B, whose order is its own.
    assert [(reason.cohorts, cells(reason)[0]) for reason in found] == [
        (("A",), "Pins!A2"),
        (("B",), "Pins!A3"),
    ]
    assert "Programs!D2" in cells(found[0])
