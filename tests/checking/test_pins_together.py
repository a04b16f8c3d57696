"""Pins that contradict each other."""

import pytest
from builders import block, cohort, module, pattern, pin, problem

from scheduler.checking import pins_together
from scheduler.domain.problem import Order, Pin

COLUMNS = {"Pins": {"Start": "C", "Instructor": "D", "Room": "E"}}


def found(*pins: Pin, **fields) -> list[tuple[str, str]]:
    fields = {"cohorts": [cohort("A"), cohort("B")], "columns": COLUMNS} | fields
    modules = fields.pop("modules", (module("M1"), module("M2")))
    tiny = problem(*modules, pins=pins, **fields)
    results = tuple(pins_together.findings(tiny))
    assert {one.rule for one in results} <= {"pin"}
    return [(one.where, one.what) for one in results]


def test_pins_that_agree_or_fill_each_other_in_are_fine() -> None:
    assert (
        found(
            pin(day=5, who="I-1 I-2"),
            pin(day=5, start=8, who="I-2 I-1", where="R-1"),
            pin(where="R-1"),
            pin(module="M2", day=6),
        )
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "cell", "column"),
    [
        (pin(day=5, row=2), pin(day=6, row=3), "C3", "Start (Pins!C2)"),
        (pin(day=5, start=8, row=2), pin(day=5, start=9, row=3), "C3", "Start (Pins!C2)"),
        (pin(who="I-1", row=2), pin(who="I-2", row=3), "D3", "Instructor (Pins!D2)"),
        (pin(where="R-1", row=2), pin(where="R-2", row=3), "E3", "Room (Pins!E2)"),
    ],
)
def test_two_pins_of_a_module_that_differ_are_named(one: Pin, other: Pin, cell: str, column: str) -> None:
    assert found(one, other) == [
        (f"Pins!{cell}", f"A M1 is pinned twice, and the first row says another {column}.")
    ]


def test_a_third_pin_is_compared_with_both() -> None:
    assert len(found(pin(day=5), pin(who="I-1"), pin(day=6, who="I-2"))) == 2


@pytest.mark.parametrize(
    "later",
    [
        pin(module="M2", day=5, row=3),
        pin(module="M2", day=6, start=8, row=3),
        pin(module="M2", day=6, start=9, row=3),
    ],
)
def test_pins_against_the_order_of_the_modules_are_named(later: Pin) -> None:
    first = pin(day=6, start=9, row=2)

    ((where, what),) = found(first, later)

    assert where == "Pins!C3"
    assert "A M2 is pinned to start on" in what
    assert what.endswith("but M1, which must have ended by then, is pinned to start on Tue Jan 6, 9:00 AM.")
    # The later row is the one to look at, whichever module it is about.
    assert found(later, first)[0][0] == "Pins!C2"


def test_pins_in_the_order_of_the_modules_are_fine() -> None:
    assert found(pin(day=5), pin(module="M2", day=5)) == []
    assert found(pin(day=5, start=8), pin(module="M2", day=5)) == []
    assert found(pin(day=5, start=8), pin(module="M2", day=5, start=9)) == []


def test_modules_in_any_order_may_only_not_start_at_once() -> None:
    free = {"order": Order.PREREQUISITES}

    assert found(pin(day=7), pin(module="M2", day=6), **free) == []
    assert found(pin(day=6), pin(module="M2", day=6), **free) == []
    assert found(pin(day=6, start=8), pin(module="M2", day=6, start=8), **free) == [
        ("Pins", "A M1 and M2 are both pinned to start on Tue Jan 6, 8:00 AM.")
    ]


def test_an_order_that_only_one_pattern_asks_for_can_be_kept() -> None:
    tracks = pattern("TR", block(track="LAB"), block(at="13-14", track="CLASS"))
    either = {
        "patterns": [pattern(), tracks],
        "cohorts": [cohort("A", patterns=("AM", "TR"))],
        "modules": (module("M1", track="LAB"), module("M2", track="CLASS")),
    }

    assert found(pin(day=7), pin(module="M2", day=6), **either) == []


def test_one_person_or_room_at_the_same_moment_for_two_cohorts_is_named() -> None:
    pins = (
        pin("A", day=5, start=8, who="I-1", where="R-1", row=2),
        pin("B", day=5, start=8, who="I-2 I-1", where="R-1", row=3),
    )

    assert found(*pins) == [
        (
            "Pins!D3",
            "I-1 is pinned to A M1 and to B M1, which are both pinned to start on Mon Jan 5, 8:00 AM.",
        ),
        (
            "Pins!E3",
            "R-1 is pinned to A M1 and to B M1, which are both pinned to start on Mon Jan 5, 8:00 AM.",
        ),
    ]


def test_without_a_time_or_at_another_one_they_can_share() -> None:
    assert found(pin("A", day=5, who="I-1"), pin("B", day=5, who="I-1")) == []
    assert found(pin("A", day=5, start=8, who="I-1"), pin("B", day=5, start=9, who="I-1")) == []
