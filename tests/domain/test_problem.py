"""Looking things up in a problem."""

import pytest
from builders import block, cohort, module, pattern, problem, program, qualified, room

TINY = problem(
    programs=[
        program(module("M1", title="of P")),
        program(module("M1", program="Q", title="of Q"), name="Q"),
    ],
    cohorts=[cohort("A"), cohort("B", program="Q")],
    columns={"Cohorts": {"Campus": "C"}},
)


def test_a_module_is_looked_up_in_the_cohorts_own_program() -> None:
    assert TINY.module("A", "M1").title == "of P"
    assert TINY.module("B", "M1").title == "of Q"
    assert TINY.program_of("B").id == "Q"
    with pytest.raises(KeyError):
        TINY.module("A", "M2")


def test_a_modules_own_row_outranks_the_one_for_every_module() -> None:
    rows = (qualified("I-1", preference=1), qualified("I-1", "M1", preference=2), qualified("I-1", "M1"))
    tiny = problem(module("M1"), module("M2"), qualifications=rows)

    assert tiny.qualification("I-1", tiny.module("A", "M1")) is rows[1]
    assert tiny.qualification("I-1", tiny.module("A", "M2")) is rows[0]
    assert tiny.qualification("I-2", tiny.module("A", "M1")) is None


def test_a_cell_is_named_as_in_a_spreadsheet_and_a_sheet_if_it_is_not_known() -> None:
    assert TINY.cell("Cohorts", 7, "Campus") == "Cohorts!C7"
    assert TINY.cell("Cohorts", 0, "Campus") == "Cohorts"
    assert TINY.cell("Cohorts", 7, "Program") == "Cohorts"
    assert TINY.cell("Rooms", 7, "Room") == "Rooms"


def test_a_room_takes_as_many_as_it_has_stations_where_they_are_given() -> None:
    assert [room(seats=20).capacity, room(seats=20, stations=6).capacity] == [20, 6]
    assert room(seats=20, stations=0).capacity == 0


def test_a_pattern_without_tracks_is_one_track() -> None:
    lab, talk = block(track="LAB"), block(at="13-14", track="CLASS")

    assert pattern().tracks == ("",)
    assert pattern("X", block(at="7-8"), lab, talk, block("S", track="LAB")).tracks == ("LAB", "CLASS")
