"""Where the term is tight: needed, taken and there, by pool, part of the day and week.

Unless a test says otherwise there are 15 h of class time a week (Mon-Fri, 8 to 11), for two
people and two rooms: 30 h of each are there.
"""

from datetime import date
from math import inf

import builders as b
import pytest

from scheduler.checking import bottlenecks
from scheduler.domain.bottleneck import Bottleneck, PartOfDay, Use
from scheduler.domain.clock import quarters
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

MORNING, AFTERNOON, EVENING = PartOfDay
LONG = b.pattern("LONG", b.block("M", "8-20"))
"""Mondays: 4 h in the morning, 5 h in the afternoon, 3 h in the evening."""


def row(
    problem: Problem, plan: Schedule, wanted: str = "P M1", part: PartOfDay = MORNING, campus: str = ""
) -> Bottleneck:
    """Give the row of what is wanted on a campus in a part of the day."""
    found = bottlenecks(problem, plan)
    (one,) = [r for r in found if (r.pool.wanted, r.part, r.pool.campus) == (wanted, part, campus)]
    return one


def hours(needed: float, taken: float, there: float) -> Use:
    return Use(needed=quarters(needed), taken=quarters(taken), there=quarters(there))


def uses(problem: Problem, plan: Schedule, *where: object) -> list[Use]:
    """Give the use of a row, week by week."""
    return list(row(problem, plan, *where).weeks.values())  # type: ignore[arg-type]


def test_hours_are_needed_of_people_and_of_rooms_in_the_class_time_of_the_week() -> None:
    problem = b.problem(b.module(hours=6))
    plan = b.schedule(b.session(day=5), b.session(day=6))

    found = bottlenecks(problem, plan)

    assert [(r.pool.supply, r.pool.wanted, r.part, r.pool.members) for r in found] == [
        ("Instructors", "P M1", "morning", ("I-1", "I-2")),
        ("Rooms", "CL", "morning", ("R-1", "R-2")),
    ]
    assert [dict(r.weeks) for r in found] == [{date(2026, 1, 5): hours(6, 0, 30)}] * 2


def test_hours_without_anybody_are_needed_all_the_same() -> None:
    plan = b.schedule(b.session(who="", where=""))

    assert uses(b.problem(), plan) == [hours(3, 0, 30)]
    assert uses(b.problem(), plan, "CL") == [hours(3, 0, 30)]


def test_every_week_from_the_first_session_to_the_last_counts() -> None:
    problem = b.problem(b.module(hours=6))

    # No class is held in the week of Jan 12.
    assert uses(problem, b.schedule(b.session(day=9), b.session(day=19))) == [
        hours(3, 0, 30),
        hours(0, 0, 30),
        hours(3, 0, 30),
    ]


def test_people_are_there_inside_their_windows_only() -> None:
    # I-2 on Mondays and Wednesdays from 8 to 11: 6 h; I-1 15 h.
    problem = b.problem(windows=(b.window("I-2", "MW", "7-13"),))

    assert uses(problem, b.schedule(b.session())) == [hours(3, 0, 21)]


def test_nobody_is_there_during_an_absence() -> None:
    # I-1 misses 1.5 h of class time on the 6th, R-1 all of the 6th and 7th.
    problem = b.problem(absences=(b.absence("I-1", 6, at="7-9:30"), b.absence("R-1", 6, 7)))

    assert uses(problem, b.schedule(b.session())) == [hours(3, 0, 28.5)]
    assert uses(problem, b.schedule(b.session()), "CL") == [hours(3, 0, 24)]


def test_who_is_no_longer_qualified_does_not_count() -> None:
    # I-2 is there on Mon Jan 12 and Tue Jan 13 for the last time: 15 h, then 6 h, then none.
    rows = (b.qualified("I-1"), b.qualified("I-2", until=13))
    problem = b.problem(b.module(hours=9), qualifications=rows)
    plan = b.schedule(b.session(day=5), b.session(day=12), b.session(day=19))

    assert uses(problem, plan) == [hours(3, 0, 30), hours(3, 0, 21), hours(3, 0, 15)]


def test_being_qualified_counts_for_the_modules_that_are_held_that_week() -> None:
    # I-2 may teach M1 until Sun Jan 4, M2 without end; M2 is held in the week of Jan 12.
    rows = (b.qualified("I-1"), b.qualified("I-2", "M1", until=4), b.qualified("I-2", "M2"))
    problem = b.problem(b.module("M1"), b.module("M2"), qualifications=rows)
    plan = b.schedule(b.session(day=5), b.session(module="M2", day=12), b.session(module="M2", day=26))

    found = uses(problem, plan, "P M1, M2")

    # In the week of Jan 19 neither is held, so either would do.
    assert [use.there / 4 for use in found] == [15, 30, 30, 30]


def test_a_person_is_there_no_longer_than_a_week_and_a_day_may_have() -> None:
    # I-1 at most 10 h a week; I-2 at most 2 h a day: 10 h.
    people = (b.instructor("I-1", week=10), b.instructor("I-2", day=2))

    assert uses(b.problem(instructors=people), b.schedule(b.session(who="I-2"))) == [hours(3, 0, 20)]


def test_hours_at_other_times_count_towards_the_most_a_person_may_have() -> None:
    # Of 10 h a week I-1 has 4 h in the afternoon; of 3 h a day I-2 has 2 h on Tuesday afternoon.
    pm = b.pattern("PM", b.block("MTWRF", "13-17"))
    problem = b.problem(
        programs=(b.program(b.module()), b.program(b.module("N1", 6, program="Q"), name="Q")),
        patterns=(b.pattern(), pm),
        cohorts=(b.cohort("A"), b.cohort("B", program="Q", patterns=("PM",))),
        instructors=(b.instructor("I-1", week=10), b.instructor("I-2", day=3)),
        qualifications=(b.qualified("I-1"), b.qualified("I-2"), b.qualified("I-1", program="Q")),
    )
    plan = b.schedule(
        b.session(), b.session("B", "N1", 5, "13-17"), b.session("B", "N1", 6, "13-15", who="I-2")
    )

    # I-1: 10 - 4 = 6 h; I-2: 3 h on four days, 1 h on Tuesday.
    assert uses(problem, plan) == [hours(3, 0, 6 + 13)]
    # I-1 alone may teach N1: 10 - 3 = 7 h of the afternoons' 20 are left.
    assert uses(problem, plan, "Q N1", AFTERNOON) == [hours(6, 0, 7)]


def test_what_people_and_rooms_do_otherwise_is_taken() -> None:
    # I-1 alone may teach M2; what it takes of M1's people is 3 h, and so much of its own day is M1's.
    rows = (b.qualified("I-1"), b.qualified("I-2", "M1"))
    problem = b.problem(b.module("M1"), b.module("M2", room_types=("CL",)), qualifications=rows)
    plan = b.schedule(b.session("A", "M1", 5), b.session("A", "M2", 6))

    assert uses(problem, plan) == [hours(3, 3, 30)]
    assert uses(problem, plan, "P M2") == [hours(3, 3, 15)]
    assert uses(problem, plan, "CL") == [hours(6, 0, 30)]


def test_only_time_in_which_they_would_be_there_is_taken() -> None:
    # B's class lasts from 10 to 12, A's from 8 to 11: an hour of it is in A's class time.
    late = b.pattern("LATE", b.block("MTWRF", "10-12"))
    problem = b.problem(
        programs=(b.program(b.module()), b.program(b.module("N1", 2, program="Q"), name="Q")),
        patterns=(b.pattern(), late),
        cohorts=(b.cohort("A"), b.cohort("B", program="Q", patterns=("LATE",))),
        qualifications=(b.qualified("I-1"), b.qualified("I-2"), b.qualified("I-2", program="Q")),
    )
    plan = b.schedule(b.session("A", day=5), b.session("B", "N1", 5, "10-12", who="I-2", where="R-2"))

    assert uses(problem, plan) == [hours(3, 1, 30)]


def test_who_teaches_beyond_what_is_needed_is_taken() -> None:
    plan = b.schedule(b.session(who="I-1 I-2", where="R-1 R-2"))

    assert uses(b.problem(), plan) == [hours(3, 3, 30)]
    assert uses(b.problem(), plan, "CL") == [hours(3, 3, 30)]


def test_several_at_once_are_needed_several_times() -> None:
    problem = b.problem(b.module(instructors=2, room_types=("CL", "CL")))
    plan = b.schedule(b.session(who="I-1 I-2", where="R-1"))

    assert uses(problem, plan) == [hours(6, 0, 30)]
    assert uses(problem, plan, "CL") == [hours(6, 0, 30)]


def test_two_types_at_once_are_two_pools_and_a_room_of_both_serves_one() -> None:
    # R-2 has both types; beside R-1 (CL) it is used as ML, so of CL it is taken.
    rooms = (b.room("R-1", "CL"), b.room("R-2", "CL ML"), b.room("R-3", "ML"))
    problem = b.problem(b.module(room_types=("CL", "ML")), rooms=rooms)
    plan = b.schedule(b.session(where="R-1 R-2"))

    assert uses(problem, plan, "CL") == [hours(3, 3, 30)]
    assert uses(problem, plan, "ML") == [hours(3, 0, 30)]


def test_a_campus_has_its_own_people_and_rooms() -> None:
    # On North: I-1 (North) and I-2 (both), R-1. On Monday I-2 teaches on South: 3 h less on North.
    # On South I-2 is not there on Tuesday, when they teach on North: 12 h. R-9 fits every campus.
    problem = b.problem(
        cohorts=(b.cohort("A", campus="North"), b.cohort("B", campus="South")),
        instructors=(b.instructor("I-1", at="North"), b.instructor("I-2", at="North South")),
        rooms=(b.room("R-1", campus="North"), b.room("R-9")),
    )
    plan = b.schedule(
        b.session("A", day=5),
        b.session("B", day=5, who="I-2", where="R-9"),
        b.session("A", day=6, who="I-2"),
    )

    assert uses(problem, plan, "P M1", MORNING, "North") == [hours(6, 0, 15 + 12)]
    assert uses(problem, plan, "P M1", MORNING, "South") == [hours(3, 0, 12)]
    assert uses(problem, plan, "CL", MORNING, "North") == [hours(6, 3, 30)]
    assert uses(problem, plan, "CL", MORNING, "South") == [hours(3, 0, 15)]


def test_cohorts_without_a_campus_are_a_group_of_their_own_and_keep_nobody_from_a_campus() -> None:
    problem = b.problem(
        cohorts=(b.cohort("A"), b.cohort("B", campus="North")), instructors=(b.instructor("I-1"),)
    )
    plan = b.schedule(b.session("A", day=5), b.session("B", day=6))

    # Each is taken 3 h by the other, and there all the same.
    assert uses(problem, plan) == [hours(3, 3, 15)]
    assert uses(problem, plan, "P M1", MORNING, "North") == [hours(3, 3, 15)]


def test_closed_days_and_the_rest_of_short_days_are_no_class_time() -> None:
    # The 6th is closed, on the 7th class ends at 9:30: 3 h x 3 + 1.5 h, for two people.
    problem = b.problem(closures=(b.closure(6), b.closure(7, until=38)))

    assert uses(problem, b.schedule(b.session())) == [hours(3, 0, 21)]


def test_a_session_that_crosses_noon_counts_in_each_part_of_the_day() -> None:
    problem = b.problem(b.module(hours=9.5), patterns=(LONG,), cohorts=(b.cohort(patterns=("LONG",)),))
    plan = b.schedule(b.session(at="10:15-17"), b.session(day=12, at="16-18:45"))

    # 10:15 to 12, 12 to 5, then 4 to 5 and 5 to 6:45; 4, 5 and 3 h on Mondays, for two people.
    assert uses(problem, plan, "P M1", MORNING) == [hours(1.75, 0, 8), hours(0, 0, 8)]
    assert uses(problem, plan, "P M1", AFTERNOON) == [hours(5, 0, 10), hours(1, 0, 10)]
    assert uses(problem, plan, "P M1", EVENING) == [hours(0, 0, 6), hours(1.75, 0, 6)]


def test_only_class_time_that_serves_a_module_counts() -> None:
    # M1 is of track X: Mondays 8 to 11 for two people; T is another track's day, W everybody's.
    tracks = b.pattern("AM", b.block("M", "8-11", "X"), b.block("T", "8-11", "Y"), b.block("W", "8-11"))
    problem = b.problem(b.module(track="X"), patterns=(tracks,))

    assert uses(problem, b.schedule(b.session())) == [hours(3, 0, 12)]


def test_where_there_is_nobody_and_no_room_the_need_is_without_measure() -> None:
    problem = b.problem(b.module(room_types=("ML",)), qualifications=())
    plan = b.schedule(b.session(who="", where=""))

    for wanted in ("P M1", "ML"):
        found = row(problem, plan, wanted)
        assert found.pool.members == ()
        assert found.peak == hours(3, 0, 0)
        assert found.peak.share == inf


def test_hours_left_out_stand_apart_for_the_whole_pool() -> None:
    # 3 of 12 h are placed on Monday, two people at once: 18 h are not; there are three parts of the day.
    problem = b.problem(
        b.module(hours=12, instructors=2), patterns=(LONG,), cohorts=(b.cohort(patterns=("LONG",)),)
    )
    plan = b.schedule(b.session(at="8-11", who="I-1 I-2"))

    found = {r.part: r for r in bottlenecks(problem, plan) if r.pool.wanted == "P M1"}

    assert {part: r.unplaced for part, r in found.items()} == dict.fromkeys(PartOfDay, quarters(18))
    assert list(found[EVENING].weeks.values()) == [hours(0, 0, 6)]
    assert found[EVENING].tightest is None


def test_without_any_session_only_hours_left_out_are_said() -> None:
    found = bottlenecks(b.problem(), b.schedule())

    assert [(r.pool.wanted, r.part, dict(r.weeks), r.unplaced) for r in found] == [
        ("P M1", MORNING, {}, quarters(3)),
        ("CL", MORNING, {}, quarters(3)),
    ]


def test_the_tightest_stand_first_by_their_tightest_week_then_by_all_weeks() -> None:
    # M1 by I-1 alone: 15 of 15 h in a week, then 3 of 15 h: 100 %, 60 % in all.
    # M2 by I-2 alone: 15 of 15 h: 100 %, 100 % in all. Rooms: 18 of 30 h in the first week.
    problem = b.problem(
        programs=(b.program(b.module("M1", 18)), b.program(b.module("N1", 15, program="Q"), name="Q")),
        cohorts=(b.cohort("A"), b.cohort("B", program="Q")),
        qualifications=(b.qualified("I-1"), b.qualified("I-2", program="Q")),
        rooms=[b.room(f"R-{number}") for number in range(1, 4)],
    )
    days = (5, 6, 7, 8, 9)
    plan = b.schedule(
        *(b.session("A", "M1", day) for day in (*days, 12)),
        *(b.session("B", "N1", day, who="I-2", where="R-2") for day in days),
    )

    found = bottlenecks(problem, plan)

    assert [(r.pool.wanted, r.peak.share, r.total.share) for r in found] == [
        ("Q N1", 1, 1),
        ("P M1", 1, 0.6),
        ("CL", pytest.approx(30 / 45), pytest.approx(33 / 90)),
    ]
