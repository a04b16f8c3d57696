"""Judging a schedule: every rule, hours that are missing or unstaffed, and what was pinned."""

import pytest
from builders import (
    absence,
    cohort,
    instructor,
    module,
    on,
    pin,
    problem,
    qualified,
    room,
    schedule,
    session,
)

from scheduler.checking import judge
from scheduler.domain.schedule import Session

TINY = problem(module("M1", 6), module("M2", 3))
GOOD = (session(day=5), session(day=6), session(module="M2", day=7))


def test_a_right_schedule_has_no_finding() -> None:
    assert judge(TINY, schedule(*GOOD)) == ()


def test_findings_come_in_the_order_of_the_rules_then_missing_hours() -> None:
    held = schedule(session(module="M2", day=6), session(day=7, who=""))

    found = judge(TINY, held)

    assert [one.rule for one in found] == [
        "module-order",
        "cohort-start",
        "unplaced hours",
        "unstaffed hours",
    ]
    assert all(one.todo and one.what.endswith(".") for one in found)


def test_a_module_that_is_not_held_at_all_is_named_at_its_cohort() -> None:
    columns = {"Cohorts": {"Cohort": "A"}}
    tiny = problem(module("M1", 6), module("M2", 3), cohorts=[cohort(row=4)], columns=columns)

    (found,) = judge(tiny, schedule(*GOOD[:2]))

    assert (found.rule, found.where) == ("unplaced hours", "Cohorts!A4")
    assert found.what == "3 h of the 3 h of A M2 are not in the schedule."


def test_missing_hours_are_named_at_the_last_session_of_the_module() -> None:
    (found,) = judge(TINY, schedule(*GOOD[:2], session(module="M2", day=7, at="8-10:15")))

    assert found.what == "0.75 h of the 3 h of A M2 are not in the schedule."
    assert [s.date for s in found.sessions] == [on(7)]
    assert found.where == ""


def test_unstaffed_hours_name_the_sessions_and_who_could_be_freed() -> None:
    (found,) = judge(TINY, schedule(session(day=5, who=""), session(day=6, who=""), GOOD[2]))

    assert found.what == (
        "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6) lacks an instructor for 6 h."
    )
    assert found.todo == "Choose I-1 or I-2, add to Instructors, or move the session."
    assert (found.rule, found.column) == ("unstaffed hours", "Instructor")


def test_a_missing_room_is_named_and_both_together() -> None:
    nowhere = schedule(*GOOD[:2], session(module="M2", day=7, where=""))
    nothing = schedule(*GOOD[:2], session(module="M2", day=7, who="", where=""))

    (room_only,), (both,) = judge(TINY, nowhere), judge(TINY, nothing)

    assert room_only.what.endswith("lacks a room for 3 h.")
    assert room_only.todo == "Choose R-1 or R-2, add to Rooms, or move the session."
    assert room_only.column == "Room"
    assert both.what.endswith("lacks an instructor for 3 h and a room for 3 h.")


def test_whoever_is_busy_then_has_to_be_freed_and_who_could_not_anyway_is_not_named() -> None:
    """B has I-1 and R-1 at that time; I-3 is absent, I-4 may teach no more than 2 h a day."""
    people = [instructor("I-1"), instructor("I-2"), instructor("I-3"), instructor("I-4", day=2)]
    tiny = problem(
        module(),
        cohorts=[cohort("A"), cohort("B")],
        instructors=people,
        rooms=[room("R-1"), room("R-2")],
        absences=[absence("I-3", 5)],
    )

    (person,) = judge(tiny, schedule(session("A", who="", where="R-2"), session("B")))
    (place,) = judge(tiny, schedule(session("A", who="I-2", where=""), session("B")))

    assert person.todo == "Choose I-2, free I-1 then, add to Instructors, or move the session."
    assert place.todo == "Choose R-2, free R-1 then, add to Rooms, or move the session."


def test_where_nobody_can_be_freed_that_is_said() -> None:
    tiny = problem(module(), qualifications=[])

    (found,) = judge(tiny, schedule(session(who="")))

    assert found.todo == "Nothing in Instructors fits A M1: add to Instructors, or correct what is there."


def test_whoever_is_in_the_session_already_is_not_to_be_freed() -> None:
    pair = problem(module(instructors=2), instructors=[instructor("I-1")])
    labs = module(room_types=("SIM", "ML"))
    mills = [room("S-1", "SIM"), room("S-2", "SIM"), room("L-1", "ML"), room("L-2", "ML")]

    (alone,) = judge(pair, schedule(session(who="I-1")))
    (half,) = judge(problem(labs, rooms=mills), schedule(session(where="S-1")))
    (none,) = judge(problem(labs, rooms=mills[:2]), schedule(session(where="S-1")))

    assert (
        alone.todo == "Nothing else in Instructors fits A M1: add to Instructors, or correct what is there."
    )
    assert half.todo == "Choose L-1 or L-2, add to Rooms, or move the session."
    assert none.todo == "Nothing else in Rooms fits A M1: add to Rooms, or correct what is there."


@pytest.mark.parametrize(
    ("pins", "row", "said"),
    [
        ((), session(), ""),
        ((pin(who="I-1"),), session(), " A M1 is pinned."),
        ((pin(who="I-1", reason="she asked"),), session(), " A M1 is pinned (accepted: she asked)."),
        ((pin(where="R-1", day=5),), session(), ""),  # the room and the day are pinned, not the person
        ((), session(pin=frozenset({"instructor"})), " The row of A M1 is pinned."),
        ((), session(pin=frozenset({"time", "room"})), ""),
    ],
)
def test_a_pinned_instructor_against_a_rule_stays_a_finding(pins: tuple, row: Session, said: str) -> None:
    tiny = problem(module(), pins=pins, qualifications=[qualified("I-2")])

    (found,) = judge(tiny, schedule(row))

    assert found.what == (
        "I-1 is not qualified for P M1, but teaches A M1 on Mon Jan 5, 8:00 AM to 11:00 AM." + said
    )


def test_pinned_rooms_and_times_against_a_rule_are_told_too() -> None:
    pins = (pin(day=6, where="R-1"),)
    tiny = problem(module(), pins=pins, rooms=[room("R-1", "ML")])

    start, kind = judge(tiny, schedule(session(day=6)))

    assert start.what.endswith("it has to start on Mon Jan 5. A M1 is pinned.")
    assert kind.what.endswith("needs a room of type CL. A M1 is pinned.")


def test_a_pin_that_is_not_kept_is_not_said_to_be_pinned() -> None:
    tiny = problem(module(), pins=(pin(who="I-2"),))

    (found,) = judge(tiny, schedule(session(pin=frozenset({"instructor"}))))

    assert (found.rule, found.what.count("pinned")) == ("pin", 1)


def test_a_district_of_24_cohorts_is_judged_as_one_cohort_is() -> None:
    # 24 cohorts of 15 modules of 10 half days each, one person and one room a cohort.
    names = [f"C{number:02}" for number in range(24)]
    tiny = problem(
        *(module(f"M{number:02}", 30) for number in range(15)),
        last=300,
        cohorts=[cohort(name) for name in names],
        instructors=[instructor(name) for name in names],
        rooms=[room(name) for name in names],
    )
    days = [day for day in range(5, 300) if on(day).weekday() < 5][:150]
    rows = [(f"M{place // 10:02}", day) for place, day in enumerate(days)]

    held = schedule(*(session(name, *row, who=name, where=name) for name in names for row in rows))

    assert judge(tiny, held) == ()


def test_missing_hours_name_the_rows_that_were_deleted() -> None:
    def said(*rows: str) -> str:
        (found,) = judge(problem(module("M1", 6)), schedule(session()), {("A", "M1"): rows})
        return found.what.partition("not in the schedule.")[2]

    assert said() == ""
    assert said("R1 on Tue Jan 6") == " R1 on Tue Jan 6 is no longer there."
    assert said("R1", "R2", "R3") == " R1, R2 and R3 are no longer there."
    assert said("R1", "R2", "R3", "R4", "R5") == " R1, R2, R3 and 2 more rows are no longer there."


def test_a_row_that_is_pinned_for_a_reason_is_said_to_be_accepted() -> None:
    tiny = problem(module(), qualifications=[qualified("I-2")])

    (found,) = judge(tiny, schedule(session(pin=frozenset({"instructor"}), note="she asked")))

    assert found.what.endswith(" 11:00 AM. The row of A M1 is pinned (accepted: she asked).")


def test_what_all_rows_of_a_module_are_pinned_to_is_said_once() -> None:
    """I-1 may teach nothing; both rows of M1 are pinned to them in the schedule being repaired."""
    rows = [session(day=day, pin=frozenset({"instructor"}), note="she asked") for day in (5, 6)]
    before = problem(module("M1", 6), qualifications=[qualified("I-2")], previous=schedule(*rows))

    (found,) = judge(before, schedule(*rows))

    assert found.what == (
        "I-1 is not qualified for P M1, but teaches A M1 on Mon Jan 5, 8:00 AM to 11:00 AM "
        "(and on Tue Jan 6). A M1 is pinned (accepted: she asked)."
    )
