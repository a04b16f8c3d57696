"""People and rooms that are away in so much of the class time that a module cannot be held."""

from dataclasses import replace
from typing import Any

import pytest
from builders import (
    absence,
    block,
    cohort,
    instructor,
    module,
    on,
    pattern,
    pin,
    problem,
    program,
    qualified,
    room,
    window,
)

from scheduler.checking import presence
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem

ONE = [instructor("I-1")]
COLUMNS = {"Availability": {"Who": "A"}, "Absences": {"Who": "A"}, "Modules": {"Module": "B"}}
EVENING = pattern("PM", block(at="18-21"))


def found(*modules: Any, **fields: Any) -> list[Finding]:
    return list(presence.findings(problem(*modules, columns=COLUMNS, **fields)))


def test_where_everybody_is_always_there_nothing_is_said() -> None:
    assert found(module()) == []


def test_an_evening_cohort_whose_only_instructor_leaves_at_3_is_named_with_modules_and_hours() -> None:
    """Available until 3 PM, class from 6 PM on."""
    until_3 = replace(window("I-1", at="8-15"), row=4)

    (one,) = found(
        module("M1", 6),
        module("M2", 3),
        patterns=[EVENING],
        cohorts=[cohort(patterns=("PM",))],
        instructors=ONE,
        windows=[until_3],
    )

    assert (one.rule, one.where) == ("instructor-free", "Availability!A4")
    assert one.what == (
        "Only I-1 may teach M1 (0 h of 6 h) and M2 (0 h of 3 h) of A, "
        "and is not there for the rest in the class time of PM."
    )


@pytest.mark.parametrize(("hours", "faults"), [(20, 0), (20.25, 1)])
def test_exactly_enough_is_enough(hours: float, faults: int) -> None:
    """I-1 is there from 8 to 9 on 20 class days (Mon Jan 5 to Fri Jan 30): 20 h."""
    assert len(found(module(hours=hours), instructors=ONE, windows=[window("I-1", at="8-9")])) == faults


def test_another_pattern_or_another_person_will_do() -> None:
    morning_too = [cohort(patterns=("PM", "AM"))]
    windows = (window("I-1", at="8-15"),)

    assert (
        found(module(), patterns=[pattern(), EVENING], cohorts=morning_too, instructors=ONE, windows=windows)
        == []
    )
    assert found(module(), patterns=[EVENING], cohorts=[cohort(patterns=("PM",))], windows=windows) == []


def test_what_has_too_little_class_time_anyway_is_not_the_people_s_fault() -> None:
    assert found(module(hours=61), instructors=ONE, windows=[window("I-1", at="8-9")]) == []


def test_two_at_once_have_to_be_there_together() -> None:
    """I-1 is there from 8 to 10, I-2 from 9 to 11: together 1 h on 20 days."""
    windows = (window("I-1", at="8-10"), window("I-2", at="9-11"))

    assert found(module(hours=20, instructors=2), windows=windows) == []
    (one,) = found(module(hours=21, instructors=2), windows=windows)

    assert one.what == (
        "Only I-1 and I-2 may teach M1 (20 h of 21 h) of A, "
        "and are not there 2 at once for the rest in the class time of AM."
    )


def test_absences_and_expiry_count_as_well() -> None:
    """Absent from Jan 6 on, or qualified until Jan 5 only: 3 h are left."""
    away = found(module(hours=6), instructors=ONE, absences=[absence("I-1", 6, 30, row=3)])
    expired = found(module(hours=6, row=2), instructors=ONE, qualifications=[qualified("I-1", until=5)])

    assert [one.where for one in (*away, *expired)] == ["Absences!A3", "Modules!B2"]
    assert all("M1 (3 h of 6 h)" in one.what for one in (*away, *expired))


def test_what_is_said_elsewhere_is_not_said_again() -> None:
    """Nobody is qualified any more when A starts, or there is no room at all."""
    assert found(module(), instructors=ONE, qualifications=[qualified("I-1", until=4)]) == []
    assert found(module(room_types=("ML",)), windows=[window("I-1")]) == []


def test_pinned_people_and_rooms_are_used_whatever_the_rest_does() -> None:
    windows = (window("I-1", at="20-21"), window("R-1", at="20-21"))
    alone = {"instructors": ONE, "rooms": [room("R-1")], "windows": windows}

    assert {one.rule for one in found(module(), **alone)} == {"instructor-free", "room-free"}
    assert found(module(), pins=[pin(who="I-1", where="R-1")], **alone) == []


def test_a_room_that_is_closed_in_all_class_time_is_named() -> None:
    rooms = [room("S-1", "SIM"), room("L-1", "ML"), room("L-2", "ML")]
    closed = [absence("S-1", on(5), on(30), row=2)]

    (one,) = found(module(room_types=("SIM", "ML")), rooms=rooms, absences=closed)

    assert (one.rule, one.where) == ("room-free", "Absences!A2")
    assert one.what.startswith("Only S-1 can be used for M1 (0 h of 3 h) of A, and is not there for the rest")


def test_160_cohorts_take_no_time() -> None:
    modules = [module(f"M{number}", 12) for number in range(15)]
    people = [instructor(f"I-{number}") for number in range(60)]
    tiny: Problem = problem(
        programs=[program(*modules)],
        last=360,
        cohorts=[cohort(f"C{number}") for number in range(160)],
        instructors=people,
        windows=[window(person.id) for person in people],
    )

    assert list(presence.findings(tiny)) == []
