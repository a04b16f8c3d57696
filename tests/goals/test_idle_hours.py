"""`idle hours`: class hours missed between the first and the last session, whatever the reason."""

from builders import block, closure, cohort, module, pattern, problem, schedule, session

from scheduler.goals import idle_hours


def test_whole_days_and_parts_of_days_count() -> None:
    tiny = problem(module(hours=60, day=2), closures=(closure(8),))
    held = (session(at="9-10"), session(day=6, at="8-10"), session(day=9, at="8-9"))

    # Jan 5: 10-11, 1 h; Jan 6: 10-11, 1 h; Jan 7: 3 h; Jan 8 is closed; Jan 9 ends with the session.
    assert idle_hours.units(tiny, schedule(*held)) == 5


def test_every_cohort_counts_on_its_chosen_pattern() -> None:
    full = pattern("FT", block(at="8-14"))
    tiny = problem(
        module(hours=60),
        patterns=[pattern(), full],
        cohorts=[cohort("A", patterns=("AM", "FT")), cohort("B")],
    )
    held = [session(name, day=day) for name in "AB" for day in (5, 6)]

    # On FT the afternoon of the 5th, 11-14, is missed.
    assert idle_hours.units(tiny, schedule(*held, A="AM")) == 0
    assert idle_hours.units(tiny, schedule(*held, A="FT")) == 3


def test_sessions_outside_class_time_use_none_of_it() -> None:
    # 8-9 is used, 9-11 is missed: the session from 12 to 14 is no class time.
    held = schedule(session(at="8-9"), session(at="12-14"))

    assert idle_hours.units(problem(module(hours=60)), held) == 2
