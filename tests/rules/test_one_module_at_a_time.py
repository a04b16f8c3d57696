"""`one-module-at-a-time`: overlaps, and modules in the middle of each other."""

from builders import block, module, pattern, problem, schedule, session

from scheduler.rules import one_module_at_a_time as rule

TINY = problem(module("M1", 6), module("M2", 6))
TRACKS = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11", track="CLASS"))


def test_sessions_may_touch() -> None:
    held = schedule(session(module="M1", at="8-9:30"), session(module="M2", at="9:30-11"))

    assert not list(rule.violations(TINY, held))


def test_sessions_that_share_a_quarter_hour_are_named_once() -> None:
    held = schedule(session(module="M1", at="8-9:45"), session(module="M2", at="9:30-11"))

    (found,) = rule.violations(TINY, held)

    assert found.what == "A has A M1 and A M2 at the same time on Mon Jan 5, 9:30 AM to 9:45 AM."
    assert found.sessions == held.sessions


def test_a_row_that_was_copied_is_the_same_module_twice() -> None:
    held = schedule(session(), session(day=6), session())

    (found,) = rule.violations(TINY, held)

    assert found.what == "A has A M1 twice at the same time on Mon Jan 5, 8:00 AM to 11:00 AM."


def test_a_module_ends_before_the_next_begins() -> None:
    held = schedule(session(module="M1", day=5), session(module="M2", day=6), session(module="M1", day=7))

    (found,) = rule.violations(TINY, held)

    assert found.what == "A M1 is held again on Wed Jan 7 although M2 has begun on Tue Jan 6."
    assert found.sessions == (held.sessions[2], held.sessions[1])


def test_modules_of_different_tracks_may_take_turns() -> None:
    tiny = problem(module("M1", 4, track="LAB"), module("M2", 2, track="CLASS"), patterns=[TRACKS])
    held = schedule(
        session(module="M1", at="8-10"),
        session(module="M2", at="10-11"),
        session(module="M1", day=6, at="8-10"),
        session(module="M2", day=6, at="10-11"),
    )

    assert not list(rule.violations(tiny, held))


def test_a_module_without_a_track_waits_until_every_track_is_free() -> None:
    tiny = problem(module("M1", 4, track="LAB"), module("M2", 1), patterns=[TRACKS])
    held = schedule(
        session(module="M1", at="8-10"),
        session(module="M2", at="10-11"),
        session(module="M1", day=6, at="8-10"),
    )

    (found,) = rule.violations(tiny, held)

    assert found.what == "A M1 is held again on Tue Jan 6 although M2 has begun on Mon Jan 5."


def test_a_track_that_the_pattern_does_not_have_is_no_track_of_its_own() -> None:
    shared = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11"))
    tiny = problem(module("M1", 2, track="GYM"), module("M2", 2), patterns=[shared])
    held = schedule(
        session(module="M1", at="10-11"),
        session(module="M2", day=6, at="8-10"),
        session(module="M1", day=6, at="10-11"),
    )

    assert len(list(rule.violations(tiny, held))) == 1
