"""`cover hours`: session hours of everyone who is not a main instructor of the module."""

from builders import module, problem, schedule, session

from scheduler.goals import cover_hours

ONE = problem(module("M1", 60), module("M2", 60))
TWO = problem(module("M1", 60, instructors=2))


def test_the_hours_of_whoever_holds_fewer_are_cover() -> None:
    held = (session(day=5, at="8-10:30"), session(day=6, who="I-2"), session(day=7, at="8-10"))

    # I-1 holds 2.5 + 2 = 4.5 h, I-2 holds 3 h.
    assert cover_hours.units(ONE, schedule(*held)) == 3


def test_each_module_has_its_own_main_instructor() -> None:
    assert cover_hours.units(ONE, schedule(session(), session(module="M2", day=6, who="I-2"))) == 0


def test_a_tie_goes_to_the_earlier_session() -> None:
    held = (
        session(day=6, at="8-10"),
        session(day=5, at="8-10", who="I-2"),
        session(day=7, at="8-9", who="I-3"),
    )

    # I-2 comes first, so I-1 is cover for 2 h and I-3 for 1 h.
    assert cover_hours.units(ONE, schedule(*held)) == 3


def test_of_two_at_once_the_two_with_most_hours_are_main() -> None:
    held = (
        session(day=5, who="I-1 I-2"),
        session(day=6, who="I-1 I-3"),
        session(day=7, at="8-9", who="I-3 I-2"),
    )

    # I-1 holds 6 h, I-2 and I-3 hold 4 h each, and I-2 comes first: I-3's 3 + 1 h are cover.
    assert cover_hours.units(TWO, schedule(*held)) == 4


def test_hours_that_nobody_holds_are_no_cover() -> None:
    assert cover_hours.units(ONE, schedule(session(), session(day=6, who=""))) == 0
