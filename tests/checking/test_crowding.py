"""People and rooms that are wanted for more hours than they are to be had for."""

from typing import Any

import pytest
from builders import absence, cohort, instructor, module, pattern, pin, problem, room
from builders import block as stretch_of

from scheduler.checking import crowding

TWO = (cohort("A"), cohort("B"))


def said(*modules: Any, **fields: Any) -> list[tuple[str, str]]:
    found = crowding.findings(problem(*modules, **fields))
    return [(finding.rule, finding.what) for finding in found]


def test_a_room_is_wanted_by_two_cohorts_for_more_than_their_class_time() -> None:
    """Mon Jan 5 to Fri Jan 9 are 5 mornings of 3 h: 15 h. Two cohorts want 8 h each of the one room."""
    alone = {"rooms": [room("R-1")], "last": 9, "cohorts": TWO}
    wanted = "Only R-1 can be used for A M1 and B M1, 16 h in all,"

    assert said(module(hours=7.5), **alone) == []
    assert said(module(hours=8), **alone) == [
        ("room-free", f"{wanted} and is to be had for 15 h of their class time.")
    ]


def test_other_hours_of_one_of_the_cohorts_count_too() -> None:
    """With B in the afternoon there are 30 h."""
    patterns = [pattern(), pattern("PM", stretch_of(at="12-15"))]
    cohorts = (cohort("A"), cohort("B", patterns=("PM",)))

    assert said(module(hours=15), rooms=[room("R-1")], last=9, cohorts=cohorts, patterns=patterns) == []


def test_of_people_an_absence_and_their_hours_a_day_and_a_week_count() -> None:
    """Two weeks of 5 mornings of 3 h; each takes away from the 30 h that A and B want."""
    usual = {"last": 16, "cohorts": TWO}
    wanted = module(hours=15)

    def of(person: Any, **fields: Any) -> list[tuple[str, str]]:
        return said(wanted, instructors=[person], **usual, **fields)

    who = "Only I-1 may teach A M1 and B M1, 30 h in all, and is to be had for"
    assert of(instructor()) == []
    assert of(instructor(), absences=[absence("I-1", 5)]) == [
        ("instructor-free", f"{who} 27 h of their class time.")
    ]
    assert of(instructor(day=2)) == [("instructor-free", f"{who} 20 h of their class time.")]
    assert of(instructor(week=12)) == [("instructor-load", f"{who} 24 h of their class time.")]


def test_a_cohort_with_too_little_class_time_is_left_to_others() -> None:
    """18 h do not fit 15 h of class time, whoever else wants the room."""
    assert said(module(hours=18), rooms=[room("R-1")], last=9, cohorts=TWO) == []


def test_whoever_is_pinned_does_not_count() -> None:
    pins = [pin("A", who="I-1", where="R-1")]

    assert said(module(hours=8), rooms=[room("R-1")], last=9, cohorts=TWO, pins=pins) == []


def test_of_many_cohorts_a_few_are_named() -> None:
    cohorts = [cohort(name) for name in "ABCDE"]

    ((_, what),) = said(module(hours=4), rooms=[room("R-1")], last=9, cohorts=cohorts)

    assert what.startswith("Only R-1 can be used for A M1, B M1, C M1 and 2 more cohorts, 20 h in all")


@pytest.mark.parametrize("types", [("CL",), ("CL", "ML")])
def test_each_type_of_room_counts_by_itself(types: tuple[str, ...]) -> None:
    """The one room of type ML is wanted for 16 h in 15 h; of type CL there are two."""
    rooms = [room("R-1"), room("R-2"), room("R-3", "ML")]

    found = said(module(hours=8, room_types=types), rooms=rooms, last=9, cohorts=TWO)

    assert [what.split(" can")[0] for _, what in found] == ["Only R-3"] * ("ML" in types)


def test_a_module_that_needs_nobody_wants_nobody() -> None:
    nobody = module(hours=8, instructors=0, room_types=())

    assert said(nobody, instructors=[instructor()], rooms=[room("R-1")], last=9, cohorts=TWO) == []


def test_a_module_that_nobody_is_there_for_long_enough_is_left_to_others() -> None:
    """I-1 is there on one morning of five: 3 h of the 6 h of each."""
    away = [absence("I-1", 6, 9)]

    assert said(module(hours=6), instructors=[instructor()], last=9, cohorts=TWO, absences=away) == []
