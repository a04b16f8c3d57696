"""Pinned starts that no schedule can meet."""

import pytest
from builders import block, cohort, module, on, pattern, pin, problem, weekdays

from scheduler.checking import pinned_starts
from scheduler.domain.problem import Order, Pin, Problem

COLUMNS = {"Pins": {"Start": "C"}}
LATE = pattern("PM", block(at="13-16"))


def whats(*pins: Pin, **fields) -> list[str]:
    fields = {"cohorts": [cohort(start=6, latest=8)]} | fields
    modules = fields.pop("modules", (module("M1", 4), module("M2", 4), module("M3", 4)))
    tiny = problem(*modules, pins=pins, **fields)
    return [found.what for found in pinned_starts.findings(tiny)]


def test_a_start_in_class_time_is_fine_and_a_pin_without_one_too() -> None:
    assert whats(pin(day=6), pin(day=8, start=9), pin(who="I-1")) == []


@pytest.mark.parametrize("start", [7.75, 11])
def test_a_time_outside_class_time_is_named(start: float) -> None:
    tiny = problem(pins=(pin(day=6, start=start, row=5),), columns=COLUMNS)

    (found,) = pinned_starts.findings(tiny)

    assert (found.rule, found.where) == ("pin", "Pins!C5")
    assert found.what.endswith("but that is not class time of AM.")


@pytest.mark.parametrize("day", [10, 1, 31])
def test_a_date_without_class_is_named(day: int) -> None:
    (what,) = whats(pin(day=day))

    assert what.startswith(
        "A M1 is pinned to start on S" if day != 1 else "A M1 is pinned to start on Thu Jan 1"
    )
    assert what.endswith("but that is not class time of AM.")


def test_class_time_of_another_track_is_named() -> None:
    lab = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11", track="CLASS"))
    own = (module("M1", track="LAB"), module("M2", track="CLASS"))

    assert whats(pin(day=6, start=8), modules=own, patterns=[lab]) == []
    (what,) = whats(pin(day=6, start=10), modules=own, patterns=[lab])
    assert what.endswith("but that is not class time of AM for track LAB.")


def test_one_pattern_on_which_it_fits_is_enough_and_else_each_reason_is_named() -> None:
    either = {"patterns": [pattern(), LATE], "cohorts": [cohort(start=6, patterns=("AM", "PM"))]}

    assert whats(pin(day=6, start=15), **either) == []
    (what,) = whats(pin(day=6, start=12), **either)
    assert what.endswith("that is not class time of AM and that is not class time of PM.")


def test_a_start_before_the_earliest_start_is_named() -> None:
    assert whats(pin(day=5)) == ["A M1 is pinned to start on Mon Jan 5, but A starts on Tue Jan 6 or later."]


def test_the_first_module_starts_on_a_start_day() -> None:
    assert whats(pin(day=9)) == [
        "A M1 is pinned to start on Fri Jan 9, but A, which begins with it, may not start that day."
    ]
    # With prerequisites another module may come first.
    assert whats(pin(day=9), order=Order.PREREQUISITES) == []


def test_a_cohort_that_cannot_start_meets_no_pin() -> None:
    (what,) = whats(pin(day=9), cohorts=[cohort(start_days=weekdays("U"))])

    assert what.endswith("but A cannot start.")


@pytest.mark.parametrize(
    ("one", "fits"),
    [
        # From Tue Jan 6 M1 and M2 take 8 h: 3 + 3 h on the 6th and 7th, and until 10:00 on the 8th.
        (pin(module="M3", day=8, start=10), True),
        (pin(module="M3", day=8, start=9.75), False),
        (pin(module="M3", day=8), True),
        (pin(module="M3", day=7), False),
    ],
)
def test_what_comes_before_has_to_fit_before_it(one: Pin, fits: bool) -> None:
    assert bool(whats(one)) is not fits


def test_what_comes_before_leaves_a_quarter_of_a_pinned_day() -> None:
    """M1 is 3 h, all of the morning of Jan 6; of 2.75 h a quarter-hour is left for M2."""
    assert whats(pin(module="M2", day=6), modules=(module("M1", 2.75), module("M2"))) == []
    (what,) = whats(pin(module="M2", day=6), modules=(module("M1", 3), module("M2")))
    assert what.endswith("but M1 takes 3 h, with 3 h of class time before.")


def test_what_does_not_fit_before_it_is_named_with_its_hours() -> None:
    assert whats(pin(module="M3", day=8, start=9)) == [
        (
            "A M3 is pinned to start on Thu Jan 8, 9:00 AM, "
            "but M1 and M2 take 8 h, with 7 h of class time before."
        )
    ]


def test_prerequisites_of_prerequisites_come_before() -> None:
    chain = (
        module("M1"),
        module("M2", prerequisites=("M1",)),
        module("M3", prerequisites=("M1", "M2")),
        module("M4"),
    )
    one: Problem = problem(*chain, order=Order.PREREQUISITES)

    before = pinned_starts.before_it(one.programs["P"], pattern(), "M3")

    assert before == {"M1", "M2"}


def test_a_start_is_written_as_far_as_it_is_known() -> None:
    said = [pinned_starts.said_start(one) for one in (pin(), pin(day=5), pin(day=on(5), start=8.5))]

    assert said == ["", "on Mon Jan 5", "on Mon Jan 5, 8:30 AM"]
