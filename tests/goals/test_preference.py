"""`preference`: minus Preference times hours, for everyone in every session."""

from builders import module, problem, qualified, schedule, session

from scheduler.goals import preference

TINY = problem(
    module("M1", 60),
    module("M2", 60),
    qualifications=[qualified("I-1", preference=-1), qualified("I-1", "M2", preference=2), qualified("I-2")],
)


def test_liked_hours_count_down_and_disliked_ones_up() -> None:
    held = (session(at="8-9:30"), session(module="M2", day=6, who="I-1 I-2"))

    # M1: 1 x 1.5 h; M2: -2 x 3 h; I-2 has no preference.
    assert preference.units(TINY, schedule(*held)) == 1.5 - 6


def test_who_is_not_qualified_has_no_preference() -> None:
    assert preference.units(TINY, schedule(session(who="I-3"))) == 0
