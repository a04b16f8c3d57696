"""Tracks run side by side, each in its own class time; modules without one wait for all of them."""

import builders as b
from engine.runs import findings, held, planned

SIDE_BY_SIDE = b.pattern("AM", b.block(at="8-9", track="LAB"), b.block(at="9-11", track="CLASS"))


def test_tracks_run_side_by_side() -> None:
    # 2 h in the lab at an hour a day, 4 h in class at two: both Jan 5 and 6, 3 h a day.
    problem = b.problem(
        b.module("M1", 2, track="LAB"), b.module("M2", 4, track="CLASS"), patterns=[SIDE_BY_SIDE]
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-9", "A M2 5 9-11", "A M1 6 8-9", "A M2 6 9-11"]
    assert solution.score == 0
    assert findings(problem, solution) == []


def test_a_module_without_a_track_waits_for_every_track_and_uses_all_class_time() -> None:
    # M1 ends on Jan 6 at 9, M2 on Jan 5 at 11; M3 takes Jan 6 from 9 and an hour of Jan 7.
    # Nothing is lost: 2 + 2 + 3 h on Jan 5 (3), 6 (3) and 7 (1).
    problem = b.problem(
        b.module("M1", 2, track="LAB"),
        b.module("M2", 2, track="CLASS"),
        b.module("M3", 3),
        patterns=[SIDE_BY_SIDE],
    )

    solution = planned(problem)

    assert held(solution)[:3] == ["A M1 5 8-9", "A M2 5 9-11", "A M1 6 8-9"]
    assert "A M3 7 8-9" in held(solution)
    assert solution.score == 0
    assert findings(problem, solution) == []


def test_modules_of_one_track_keep_their_order() -> None:
    # The lab alone needs three days, an hour each: what the class track misses on Jan 7 costs nothing
    # against the rule, but 2 h at 2 and, from Jan 6 (5 h at 3 h a day) to Jan 7, a day.
    problem = b.problem(
        b.module("M1", 1, track="LAB"),
        b.module("M2", 2, track="LAB"),
        b.module("M3", 2, track="CLASS"),
        patterns=[SIDE_BY_SIDE],
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-9", "A M3 5 9-11", "A M2 6 8-9", "A M2 7 8-9"]
    assert solution.score == 5
    assert findings(problem, solution) == []


def test_time_of_a_track_that_nobody_is_on_is_not_missed() -> None:
    # The pattern has no track GYM, so M1 uses nobody's time, from 9; what LAB has before is no idle time.
    pattern = b.pattern("AM", b.block(at="8-9", track="LAB"), b.block(at="9-11"))
    problem = b.problem(b.module("M1", 2, track="GYM"), patterns=[pattern])

    solution = planned(problem)

    assert held(solution) == ["A M1 5 9-11"]
    assert solution.score == 0


def test_a_pinned_track_begins_when_it_is_pinned() -> None:
    problem = b.problem(
        b.module("M1", 2, track="LAB"),
        b.module("M2", 2, track="CLASS"),
        patterns=[SIDE_BY_SIDE],
        pins=(b.pin(module="M2", day=6, start=9),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-9", "A M1 6 8-9", "A M2 6 9-11"]
    assert findings(problem, solution) == []
