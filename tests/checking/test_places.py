"""Modules without a room of the type on the campus, or without one that is large enough."""

from builders import cohort, module, problem, room

from scheduler.checking import places
from scheduler.domain.problem import Problem

COLUMNS = {"Modules": {"Room type": "G"}, "Cohorts": {"Students": "E"}}


def found(tiny: Problem) -> list[tuple[str, str, str]]:
    return [(one.rule, one.where, one.what) for one in places.findings(tiny)]


def test_rooms_that_fit_exactly_are_enough() -> None:
    rooms = [room("R-1", "SIM", 8), room("R-2", "ML", 30, stations=8)]

    assert found(problem(module(room_types=("SIM", "ML")), cohorts=[cohort(students=16)], rooms=rooms)) == []


def test_a_module_without_a_room_type_needs_no_room() -> None:
    assert found(problem(module(room_types=()), cohorts=[cohort(students=500)])) == []


def test_a_type_that_no_room_on_the_campus_has_is_named_once() -> None:
    tiny = problem(
        module("M1", room_types=("ML",), row=2),
        module("M2", room_types=("ML",), row=3),
        cohorts=[cohort("A", campus="North"), cohort("B", campus="North"), cohort("C", campus="South")],
        rooms=[room("R-1", "ML", campus="South"), room("R-2", "CL")],
        columns=COLUMNS,
    )

    assert found(tiny) == [
        (
            "room-type",
            "Modules!G2",
            "P M1 and M2 needs a room of type ML on campus North, but there is nothing.",
        )
    ]


def test_one_room_of_both_types_is_not_two_rooms() -> None:
    tiny = problem(module(room_types=("SIM", "ML")), rooms=[room("R-1", "SIM ML")])

    ((_, _, what),) = found(tiny)

    assert what == "P M1 needs a room of type SIM + ML, but there is only R-1."


def test_a_group_larger_than_the_largest_room_is_named_with_both_sizes() -> None:
    tiny = problem(
        module("M1"),
        module("M2"),
        cohorts=[cohort(students=21, campus="North", row=7)],
        rooms=[room("R-1", seats=20), room("R-2", seats=18), room("R-3", seats=40, campus="South")],
        columns=COLUMNS,
    )

    assert found(tiny) == [
        (
            "room-capacity",
            "Cohorts!E7",
            (
                "A has 21 students, but for M1 and M2 "
                "the largest room of type CL is R-1 with 20 on campus North."
            ),
        )
    ]


def test_half_the_cohort_has_to_fit_where_two_rooms_are_needed() -> None:
    rooms = [room("R-1", "SIM", 8), room("R-2", "ML", 30)]

    ((_, _, what),) = found(
        problem(module(room_types=("SIM", "ML")), cohorts=[cohort(students=17)], rooms=rooms)
    )

    assert what == (
        "A has 17 students in groups of 9, but for M1 the largest room of type SIM is R-1 with 8."
    )


def test_one_large_room_cannot_serve_two_groups() -> None:
    rooms = [room("R-1", "SIM ML", 30), room("R-2", "SIM ML", 8)]

    ((_, _, what),) = found(
        problem(module(room_types=("SIM", "ML")), cohorts=[cohort(students=18)], rooms=rooms)
    )

    assert what == ("A has 18 students in groups of 9, but for M1 only R-1 is large enough of SIM + ML.")


def test_a_type_that_no_room_has_may_be_a_slip_of_one_that_some_have() -> None:
    ((_, _, what),) = found(problem(module(room_types=("MLL",)), rooms=[room("R-1", "ML")]))

    assert what == 'P M1 needs a room of type MLL, but there is nothing. Did you mean "ML"?'


def test_one_room_that_is_too_small_for_several_modules_is_one_finding_with_its_cell() -> None:
    """Seats for 30, machines for 8: a whole cohort of 20 does not fit, nor does half of it."""
    rooms = [room("R-1", "SIM", 40), room("R-2", "ML", 30, stations=8, row=5)]
    tiny = problem(
        module("M1", room_types=("ML",)),
        module("M2", room_types=("SIM", "ML")),
        cohorts=[cohort(students=20)],
        rooms=rooms,
        columns=COLUMNS | {"Rooms": {"Stations": "E"}},
    )

    (one,) = places.findings(tiny)

    assert one.what == "A has 20 students, but for M1 and M2 the largest room of type ML is R-2 with 8."
    assert one.todo == "Find a larger room, more Stations at Rooms!E5, or split the cohort."
