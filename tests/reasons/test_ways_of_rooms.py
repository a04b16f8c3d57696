"""Ways out that find space, and how ways are put together and into rows."""

from collections.abc import Iterable
from typing import Any

import pytest
import tiny
from reasons.asked import department

from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Cell
from scheduler.domain.schedule import Schedule
from scheduler.reasons import Way, combined, placed, ways_of_rooms
from scheduler.reasons.of_pins import facts as pins
from scheduler.reasons.ways import NEW, Effort, row_of

M1, M2 = tiny.rows()["Modules"]
COHORT = tiny.rows()["Cohorts"][0]
ROOM = tiny.rows()["Rooms"][0]
NONE = Schedule(sessions=(), patterns={})


def said(way: Way) -> list[str]:
    """Give what to do and the cells, new rows counted from 0; it is the same whatever the schedule."""
    settled = way.settle(department(), NONE)
    assert settled is not None
    assert settled.cells == way.cells
    return [settled.what, *lines(way.cells)]


def lines(cells: Iterable[Cell]) -> list[str]:
    return [f"{cell.sheet} {cell.row % NEW} {cell.column}: {cell.value}" for cell in cells]


def ways(problem: Problem, module: str = "M1") -> list[list[str]]:
    cohort = problem.cohorts["A"]
    return [said(way) for way in ways_of_rooms.built(problem, cohort, problem.module("A", module))]


def test_one_more_room_takes_every_group_that_needs_one_of_its_type() -> None:
    problem = department(Cohorts=[COHORT, COHORT | {"Cohort": "B", "Students": 25}])

    assert ways(problem) == [
        [
            "one more room of type CL for 25 students",
            "Rooms 0 Room: NEW-CL-1",
            "Rooms 0 Types: CL",
            "Rooms 0 Seats: 25",
        ]
    ]


def test_one_more_room_is_on_the_cohorts_campus_for_the_groups_there() -> None:
    there = COHORT | {"Campus": "Main"}
    problem = department(
        Cohorts=[there, COHORT | {"Cohort": "B", "Campus": "North", "Students": 30}],
        Rooms=[ROOM | {"Campus": "Main"}, ROOM | {"Room": "NEW-CL-1", "Campus": "North"}],
    )

    assert ways(problem) == [
        [
            "one more room of type CL on Main for 10 students",
            "Rooms 0 Room: NEW-CL-2",
            "Rooms 0 Campus: Main",
            "Rooms 0 Types: CL",
            "Rooms 0 Seats: 10",
        ]
    ]


def test_a_module_in_several_rooms_at_once_can_have_one_more_of_each_type_for_its_groups() -> None:
    # 10 students in two rooms at once are groups of 5; nobody else needs ML.
    problem = department(
        Modules=[M1, M2 | {"Room type": "ML + CL"}], Rooms=[ROOM, ROOM | {"Room": "R-2", "Types": "ML"}]
    )

    assert [way[0] for way in ways(problem, "M2")] == [
        "one more room of type ML for 5 students",
        "one more room of type CL for 10 students",
    ]


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        ({"Seats": 9}, [["10 seats in R-1", "Rooms 2 Seats: 10"]]),
        ({"Seats": 12, "Stations": 9}, [["10 stations in R-1", "Rooms 2 Stations: 10"]]),
        (
            {"Seats": 9, "Stations": 9},
            [["10 stations in R-1", "Rooms 2 Stations: 10", "Rooms 2 Seats: 10"]],
        ),
        ({"Seats": 10}, []),
        ({"Seats": 9, "Types": "ML"}, []),
    ],
)
def test_a_room_is_enlarged_for_the_largest_group_if_it_is_too_small(
    room: dict[str, Any], expected: list[list[str]]
) -> None:
    problem = department(Rooms=room)

    assert [said(way) for way in ways_of_rooms.enlarged(problem, problem.rooms["R-1"])] == expected


@pytest.mark.parametrize(
    ("seats", "types", "most"),
    [
        (8, "CL", [8]),
        (1, "CL", [1]),
        (8, "CL + CL", [8]),  # M2 in two rooms at once would take 16, but M1 is in one
        (10, "CL", []),
    ],
)
def test_fewer_students_are_as_many_as_the_rooms_take(seats: int, types: str, most: list[int]) -> None:
    problem = department(
        Modules=[M1, M2 | {"Room type": types}],
        Rooms=[ROOM | {"Seats": seats}, ROOM | {"Room": "R-2", "Seats": seats}],
    )

    found = ways_of_rooms.fewer_students(problem, problem.cohorts["A"])

    assert [said(way) for way in found] == [
        [f"let A have {number} students at most", f"Cohorts 2 Students: {number}"] for number in most
    ]


def test_where_there_is_no_room_of_a_type_fewer_students_are_no_way() -> None:
    problem = department(Modules=[M1, M2 | {"Room type": "ML"}])

    assert list(ways_of_rooms.fewer_students(problem, problem.cohorts["A"])) == []


def test_a_pin_is_cleared_with_all_its_cells() -> None:
    problem = department(Pins=[{"Cohort": "A", "Module": "M1", "Instructor": "I-1", "Reason": "asked"}])
    (fact,) = pins(problem, ["A"])
    (way,) = fact.ways

    assert said(way) == [
        "clear the pin of A M1 in row 2 of Pins",
        *(f"Pins 2 {name}: " for name in ("Cohort", "Module", "Start", "Instructor", "Room", "Reason")),
    ]
    assert way.effort is Effort.PIN
    assert list(pins(problem, ["B"])) == []


def test_new_rows_of_several_ways_come_one_below_the_other() -> None:
    one = row_of("Rooms", NEW, Room="R-8", Seats="9")
    two = (
        *row_of("Rooms", NEW, Room="R-9"),
        *row_of("Instructors", NEW, Instructor="I-9"),
        Cell(sheet="Cohorts", row=2, column="Campus", value="Main"),
    )

    assert lines(combined([one, two, one])) == [
        "Rooms 0 Room: R-8",
        "Rooms 0 Seats: 9",
        "Rooms 1 Room: R-9",
        "Instructors 0 Instructor: I-9",
        "Cohorts 2 Campus: Main",
        "Rooms 2 Room: R-8",
        "Rooms 2 Seats: 9",
    ]
    assert combined([]) == ()


def test_new_rows_stand_below_those_there_are() -> None:
    problem = department()
    cells = (
        *row_of("Rooms", NEW, Room="R-8"),
        *row_of("Rooms", NEW + 1, Room="R-9", Valid_until="never"),
        *row_of("Availability", NEW, Who="I-1"),
        Cell(sheet="Cohorts", row=2, column="Campus", value="Main"),
    )

    assert lines(placed(problem, cells)) == [
        "Rooms 3 Room: R-8",
        "Rooms 4 Room: R-9",
        "Rooms 4 Valid until: never",
        "Availability 2 Who: I-1",
        "Cohorts 2 Campus: Main",
    ]
