"""`module-hours`: at the limit, one quarter past it, and counted over all sessions."""

from builders import module, problem, schedule, session

from scheduler.rules import module_hours


def test_a_module_may_be_held_for_exactly_its_hours() -> None:
    # 3 h + 1.25 h = 4.25 h
    held = schedule(session(at="8-11"), session(day=6, at="8-9:15"))

    assert not list(module_hours.violations(problem(module(hours=4.25)), held))


def test_a_quarter_hour_more_is_named_with_the_session_that_goes_beyond() -> None:
    held = schedule(session(at="8-11"), session(day=6, at="8-9:30"))

    (found,) = module_hours.violations(problem(module(hours=4.25)), held)

    assert found.what == "A M1 is held for 4.5 h, 0.25 h more than its 4.25 h."
    assert found.rule == "module-hours"
    assert found.sessions == (held.sessions[1],)
    assert found.column == "Hours"


def test_fewer_hours_are_no_violation() -> None:
    assert not list(module_hours.violations(problem(module(hours=9)), schedule(session())))
