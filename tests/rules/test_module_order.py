"""`module-order`: fixed sequences and prerequisites, with and without tracks."""

import pytest
from builders import block, module, pattern, problem, program, schedule, session

from scheduler.domain.problem import Order
from scheduler.rules import module_order

TRACKS = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11", track="CLASS"))


def test_a_module_may_start_the_moment_the_one_before_it_ends() -> None:
    tiny = problem(module("M1", 1), module("M2", 2))
    held = schedule(session(module="M1", at="8-9"), session(module="M2", at="9-11"))

    assert not list(module_order.violations(tiny, held))


def test_a_module_that_starts_before_the_one_ahead_of_it_has_ended_is_named() -> None:
    tiny = problem(module("M1", 4), module("M2", 2))
    held = schedule(session(module="M1"), session(module="M2", day=6, at="8-10"), session(day=6, at="10-11"))

    (found,) = module_order.violations(tiny, held)

    assert found.what == "A M2 starts on Tue Jan 6, 8:00 AM, before M1 has ended on Tue Jan 6."
    assert found.todo == "Move M2 behind M1."
    assert found.sessions == (held.sessions[1], held.sessions[2])


def test_everything_that_should_have_ended_is_named_once() -> None:
    tiny = problem(module("M1"), module("M2"), module("M3"))
    held = schedule(session(module="M3", day=5), session(module="M1", day=6), session(module="M2", day=7))

    (found,) = module_order.violations(tiny, held)

    assert found.what == "A M3 starts on Mon Jan 5, 8:00 AM, before M1 and M2 have ended on Wed Jan 7."


def test_with_prerequisites_only_those_count() -> None:
    tiny = problem(module("M1"), module("M2"), module("M3", prerequisites=("M1",)), order=Order.PREREQUISITES)
    right = schedule(session(module="M1", day=5), session(module="M3", day=6), session(module="M2", day=7))
    wrong = schedule(session(module="M3", day=5), session(module="M1", day=6))

    assert not list(module_order.violations(tiny, right))
    assert len(list(module_order.violations(tiny, wrong))) == 1


def test_a_module_that_is_not_held_holds_nobody_up() -> None:
    tiny = problem(module("M1"), module("M2"))

    assert not list(module_order.violations(tiny, schedule(session(module="M2"))))
    assert not list(module_order.violations(tiny, schedule()))


def test_modules_of_different_tracks_run_side_by_side() -> None:
    tiny = problem(module("M1", 4, track="LAB"), module("M2", 1, track="CLASS"), patterns=[TRACKS])
    held = schedule(session(at="8-10"), session(module="M2", at="10-11"), session(day=6, at="8-10"), A="AM")

    assert not list(module_order.violations(tiny, held))


@pytest.mark.parametrize(
    ("track", "expected"), [("LAB", ("LAB",)), ("", ("LAB", "CLASS")), ("GYM", ("LAB", "CLASS"))]
)
def test_a_module_is_on_its_track_or_if_the_pattern_has_none_such_on_every_track(
    track: str, expected: tuple[str, ...]
) -> None:
    assert module_order.tracks(module(track=track), TRACKS) == expected
    assert module_order.tracks(module(track=track), pattern()) == ("",)


def test_the_sequence_holds_on_each_track_and_for_what_has_none() -> None:
    lab, talk, both = module("M1", track="LAB"), module("M2", track="CLASS"), module("M3")
    again = module("M4", track="LAB")

    before = module_order.predecessors(program(lab, talk, both, again), TRACKS)

    assert before == {"M1": set(), "M2": set(), "M3": {"M1", "M2"}, "M4": {"M1", "M3"}}


def test_without_tracks_every_module_waits_for_all_before_it() -> None:
    lab, talk = module("M1", track="LAB"), module("M2", track="CLASS")

    assert module_order.predecessors(program(lab, talk), pattern()) == {"M1": set(), "M2": {"M1"}}
