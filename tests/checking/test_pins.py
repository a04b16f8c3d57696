"""Pinned instructors and rooms that a rule forbids."""

import pytest
from builders import absence, cohort, instructor, module, pin, problem, qualified, room, window

from scheduler.checking import pins
from scheduler.domain.problem import Pin, Problem

COLUMNS = {"Pins": {"Instructor": "D", "Room": "E"}}


def tiny(one: Pin, *, types: tuple[str, ...] = ("CL",), **fields) -> Problem:
    people = [instructor("I-1", at="North"), instructor("I-2", at="South"), instructor("I-3")]
    rooms = [
        room("R-1"),
        room("R-2", "ML"),
        room("R-3", campus="South"),
        room("R-4", seats=9),
        room("R-5", "ML SIM"),
    ]
    rows = [qualified("I-1"), qualified("I-2"), qualified("I-3", until=8)]
    fields = {"instructors": people, "rooms": rooms, "qualifications": rows, "columns": COLUMNS} | fields
    north = cohort(campus="North")
    return problem(module(hours=9, room_types=types), pins=(one,), cohorts=[north], **fields)


def found(one: Problem) -> list[tuple[str, str, str]]:
    return [(each.rule, each.where, each.what) for each in pins.findings(one)]


def test_a_pin_that_every_rule_allows_is_not_mentioned() -> None:
    assert found(tiny(pin(day=5, start=8, who="I-1 I-3", where="R-1", row=2))) == []
    assert found(tiny(pin(day=8, who="I-3"))) == []


@pytest.mark.parametrize(
    ("fields", "rule", "what"),
    [
        ({"who": "I-2"}, "instructor-campus", "I-2, who teaches only on South."),
        (
            {"who": "I-3", "day": 9},
            "instructor-qualified",
            "I-3, who is qualified for it only until Thu Jan 8, 2026.",
        ),
        ({"where": "R-2"}, "room-type", "R-2, which is ML, but it needs CL."),
        ({"where": "R-3"}, "room-type", "R-3, which is on South, but A is on North."),
        ({"where": "R-4"}, "room-capacity", "R-4, which takes 9 students, but a group is 10."),
        ({"where": "R-1 R-4"}, "room-type", "R-1 + R-4, which cannot all be used: it needs CL."),
    ],
)
def test_what_a_rule_forbids_is_named_with_the_cell_of_the_pin(fields: dict, rule: str, what: str) -> None:
    first, *_ = found(tiny(pin(row=4, **fields)))

    assert first == (rule, f"Pins!{'D' if 'who' in fields else 'E'}4", f"A M1 is pinned to {what}")


def test_who_was_never_qualified_is_named() -> None:
    assert found(tiny(pin(who="I-1"), qualifications=[])) == [
        ("instructor-qualified", "Pins", "A M1 is pinned to I-1, who is not qualified for P M1.")
    ]


def test_a_qualification_that_ends_before_the_cohort_starts_is_named() -> None:
    assert len(found(tiny(pin(who="I-1"), qualifications=[qualified("I-1", until=4)]))) == 1
    assert found(tiny(pin(who="I-1"), qualifications=[qualified("I-1", until=5)])) == []


def test_the_reason_of_the_pin_is_repeated_as_accepted() -> None:
    ((_, _, what),) = found(tiny(pin(who="I-2", reason="agreed with the dean")))

    assert what == "A M1 is pinned to I-2, who teaches only on South (accepted: agreed with the dean)."


def test_a_room_for_a_module_that_needs_none_is_named() -> None:
    ((rule, _, what),) = found(tiny(pin(where="R-1"), types=()))

    assert (rule, what) == ("room-type", "A M1 is pinned to R-1, which is CL, but it needs no room.")


def test_rooms_of_two_types_may_be_pinned_together() -> None:
    assert found(tiny(pin(where="R-2 R-5"), types=("SIM", "ML"))) == []


def test_who_is_away_at_the_pinned_start_is_named() -> None:
    away = (absence("I-1", 6, at="9-10"), absence("R-1", 6))

    assert found(tiny(pin(day=6, start=10, who="I-1"), absences=away)) == []
    assert found(tiny(pin(day=6, start=9.75, who="I-1", where="R-1"), absences=away)) == [
        ("instructor-free", "Pins", "A M1 is pinned to I-1, who is not available on Tue Jan 6, 9:45 AM."),
        ("room-free", "Pins", "A M1 is pinned to R-1, which is not available on Tue Jan 6, 9:45 AM."),
    ]


def test_without_a_time_only_who_is_away_all_day_is_named() -> None:
    mornings = (window("I-1", "MWRF"), window("I-1", "T", "8-9"))

    assert found(tiny(pin(day=6, who="I-1"), windows=mornings)) == []
    assert len(found(tiny(pin(day=6, who="I-1"), windows=mornings[:1]))) == 1


def test_without_a_date_nobody_is_away() -> None:
    assert found(tiny(pin(who="I-1"), absences=(absence("I-1", 5, 6),))) == []
