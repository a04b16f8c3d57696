"""`idle`: no class time is missed between the first and the last session, but for the exceptions."""

from builders import block, closure, cohort, module, pattern, problem, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import idle

TRACKS = pattern("AM", block(at="8-10", track="LAB"), block(at="10-12", track="CLASS"))


def whats(tiny: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in idle.violations(tiny, schedule(*sessions, A="AM"))]


def idling(days: int, *modules) -> Problem:
    return problem(*(modules or (module(hours=60),)), cohorts=[cohort(max_idle_days=days)])


def test_class_time_before_the_first_and_after_the_last_session_is_not_missed() -> None:
    assert whats(idling(0), session(at="9-11"), session(day=6), session(day=7, at="8-9")) == []


def test_days_without_class_are_not_missed() -> None:
    tiny = problem(module(hours=60), closures=(closure(12),))

    assert whats(tiny, session(day=9), session(day=13)) == []


def test_one_quarter_hour_missed_is_named() -> None:
    (found,) = idle.violations(
        idling(0), schedule(session(at="8-9"), session(at="9:15-11"), session(day=6, at="8-10"))
    )

    assert found.what == (
        "A misses 0.25 h of class time between its first and last session: Mon Jan 5, 9:00 AM to 9:15 AM."
    )
    assert (found.rule, len(found.sessions)) == ("idle", 2)


def test_many_gaps_are_one_finding() -> None:
    early = [session(day=day, at="8-10") for day in (5, 6, 7, 8)]

    # An hour each on the 5th, 6th, 7th and 8th.
    assert whats(idling(0), *early, session(day=9)) == [
        (
            "A misses 4 h of class time between its first and last session: Mon Jan 5, 10:00 AM to 11:00 AM, "
            "Tue Jan 6, 10:00 AM to 11:00 AM and Wed Jan 7, 10:00 AM to 11:00 AM and on 1 more day."
        )
    ]


def test_as_many_whole_days_may_be_skipped_as_the_cohort_allows() -> None:
    held = (session(day=5), session(day=7), session(day=9))

    assert whats(idling(2), *held) == []
    assert whats(idling(1), *held) == [
        (
            "A has no class on 2 class days between its first and last session, with Max idle days 1: "
            "Tue Jan 6 (and on Thu Jan 8)."
        )
    ]


def test_the_session_after_the_skipped_day_is_the_one_to_look_at() -> None:
    held = schedule(session(day=5), session(day=7))

    (found,) = idle.violations(idling(0), held)

    assert found.sessions == (held.sessions[1],)
    assert "1 class day between" in found.what


def test_an_idle_day_must_be_a_whole_day() -> None:
    assert len(whats(idling(5), session(day=5), session(day=6, at="8-9"), session(day=7))) == 1


def test_what_a_daily_limit_leaves_over_is_excused() -> None:
    limited = idling(0, module(hours=5, day=2.5))

    assert whats(limited, session(at="8-10:30"), session(day=6, at="8-10:30")) == []


def test_a_day_below_the_daily_limit_is_not_excused() -> None:
    limited = idling(0, module(hours=5, day=2.5))

    assert len(whats(limited, session(at="8-10:15"), session(day=6, at="8-10:45"))) == 1


def test_what_reaching_its_days_leaves_over_is_excused() -> None:
    spread = idling(0, module("M1", 3, min_days=2), module("M2"))
    short, rest = session(at="8-9"), session(day=6, at="8-10")

    assert whats(spread, short, rest, session(module="M2", day=7)) == []


def test_a_module_on_more_days_than_it_needs_is_not_excused() -> None:
    spread = idling(0, module("M1", 3, min_days=2), module("M2"))
    held = (session(day=5, at="8-9"), session(day=6, at="8-9"), session(day=7, at="8-9"))

    # Two hours are missed on the 5th, 6th and 7th, before M2 on the 8th.
    (what,) = whats(spread, *held, session(module="M2", day=8))
    assert what.startswith("A misses 6 h")


def test_a_day_on_one_of_its_days_is_the_usual_case() -> None:
    assert len(whats(idling(0, module("M1", 1), module("M2")), session(at="8-9"), session("A", "M2", 6))) == 1


def test_on_tracks_each_track_has_its_own_beginning_and_end() -> None:
    tiny = problem(module("M1", 4, track="LAB"), module("M2", 2, track="CLASS"), patterns=[TRACKS])
    lab = (session(at="8-10"), session(day=6, at="8-10"))

    assert whats(tiny, *lab, session(module="M2", at="10-12")) == []
    assert whats(tiny, *lab, session(module="M2", day=6, at="10-12")) == []


def test_class_time_of_a_track_may_not_be_missed_in_between() -> None:
    tiny = problem(module("M1", 6, track="LAB"), module("M2", 2, track="CLASS"), patterns=[TRACKS])
    held = (session(at="8-10"), session(module="M2", day=6, at="10-12"), session(day=7, at="8-10"))

    (what,) = whats(tiny, *held)

    assert what.endswith("Tue Jan 6, 8:00 AM to 10:00 AM.")


def test_a_missed_day_counts_once_however_many_tracks_miss_it() -> None:
    tiny = problem(
        module("M1", 4, track="LAB"),
        module("M2", 4, track="CLASS"),
        patterns=[TRACKS],
        cohorts=[cohort(max_idle_days=1)],
    )
    held = [session(module=m, day=d, at=at) for d in (5, 7) for m, at in (("M1", "8-10"), ("M2", "10-12"))]

    assert whats(tiny, *held) == []


def test_a_module_without_a_track_uses_all_class_time_while_it_runs() -> None:
    tiny = problem(module("M1", 8), patterns=[TRACKS])

    assert whats(tiny, session(at="8-12"), session(day=6, at="8-12")) == []
    assert len(whats(tiny, session(at="8-10"), session(day=6, at="8-12"))) == 1


def test_class_time_without_a_track_is_needed_while_any_track_runs() -> None:
    shared = pattern("AM", block(at="8-10", track="LAB"), block(at="10-12"))
    tiny = problem(module("M1", 8, track="LAB"), patterns=[shared])

    assert whats(tiny, session(at="8-12"), session(day=6, at="8-12")) == []
    assert len(whats(tiny, session(at="8-10"), session(day=6, at="8-12"))) == 1


def test_a_daily_limit_excuses_only_its_own_track() -> None:
    tiny = problem(module("M1", 2, track="LAB", day=1), module("M2", 4, track="CLASS"), patterns=[TRACKS])
    lab = (session(at="8-9"), session(day=6, at="8-9"))

    assert whats(tiny, *lab, session(module="M2", at="10-12"), session(module="M2", day=6, at="10-12")) == []
    assert len(whats(tiny, *lab, session(module="M2", at="10-11"), session("A", "M2", 6, "10-12"))) == 1


def test_modules_on_no_track_of_the_pattern_each_have_their_own_beginning_and_end() -> None:
    shared = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11"))
    tiny = problem(
        module("M1", 1, track="GYM"),
        module("M2", 4, track="LAB"),
        module("M3", 1, track="GYM"),
        patterns=[shared],
    )
    lab = (session(module="M2", day=6, at="8-10"), session(module="M2", day=7, at="8-10"))

    # While M2 goes on its own, 10 to 11 on the 6th is missed; before and after it nothing is.
    (what,) = whats(tiny, session(at="10-11"), *lab, session(module="M3", day=8, at="10-11"))
    assert what.endswith("Tue Jan 6, 10:00 AM to 11:00 AM.")
