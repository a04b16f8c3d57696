"""`pin`: what rows of Pins and pinned rows of the schedule being repaired say is kept."""

from dataclasses import replace

import pytest
from builders import module, on, pin, problem, schedule, session

from scheduler.domain.problem import Pin, Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules import pin as rule


def tiny(*pins: Pin, **fields) -> Problem:
    return problem(module("M1", 60), module("M2", 60), pins=pins, **fields)


def whats(one: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in rule.violations(one, schedule(*sessions))]


def test_pins_that_are_kept_are_not_mentioned() -> None:
    kept = tiny(pin(day=6, start=9, who="I-2", where="R-2"))

    assert whats(kept, session(day=6, at="9-11", who="I-2 I-1", where="R-2")) == []


def test_a_pinned_date_leaves_the_time_free() -> None:
    assert whats(tiny(pin(day=6)), session(day=6, at="9-11")) == []


def test_a_start_on_another_date_is_named() -> None:
    columns = {"Pins": {"Start": "C"}}

    (found,) = rule.violations(tiny(pin(day=6, row=2), columns=columns), schedule(session(day=7)))

    assert found.what == (
        "A M1 is pinned to start on Tue Jan 6 (Pins!C2), but its first session is on Wed Jan 7, 8:00 AM."
    )
    assert (found.rule, found.column) == ("pin", "Date")


def test_a_start_a_quarter_hour_later_is_named() -> None:
    (found,) = rule.violations(tiny(pin(day=6, start=9)), schedule(session(day=6, at="9:15-11")))

    assert found.what == (
        "A M1 is pinned to start on Tue Jan 6, 9:00 AM (Pins), "
        "but its first session is on Tue Jan 6, 9:15 AM."
    )
    assert found.column == "Start"


def test_sessions_with_someone_else_are_named_together() -> None:
    held = (session(who="I-2"), session(day=6), session(day=7, who=""))

    assert whats(tiny(pin(who="I-2")), *held) == [
        (
            "I-2 is pinned to teach A M1 (Pins), but I-1 has A M1 on Tue Jan 6, 8:00 AM to 11:00 AM "
            "(and on Wed Jan 7)."
        )
    ]


def test_sessions_with_nobody_are_named() -> None:
    (what,) = whats(tiny(pin(who="I-2")), session(who=""))

    assert what.startswith("I-2 is pinned to teach A M1 (Pins), but nobody has A M1")


def test_sessions_elsewhere_are_named() -> None:
    (found,) = rule.violations(tiny(pin(where="R-2")), schedule(session(where="")))

    assert found.what == (
        "A M1 is pinned to R-2 (Pins), but A M1 on Mon Jan 5, 8:00 AM to 11:00 AM is in no room."
    )
    assert found.column == "Room"


def test_a_module_that_is_not_held_breaks_no_pin() -> None:
    assert whats(tiny(pin(day=6, who="I-2")), session(module="M2")) == []


def test_several_pins_of_a_placement_are_one_and_the_first_wins() -> None:
    both = tiny(
        pin(day=6, who="I-1", row=2),
        pin(day=6, start=9, row=3),
        pin(day=7, who="I-2", where="R-2", reason="why"),
    )

    assert rule.pinned(both, "A", "M1") == pin(day=6, start=9, who="I-1", where="R-2", reason="why", row=2)
    assert rule.pinned(both, "A", "M2") is None


def test_a_start_of_another_date_is_not_mixed_in() -> None:
    both = tiny(pin(day=6), pin(day=7, start=9))

    assert rule.pinned(both, "A", "M1") == pin(day=6)


def test_a_later_pin_fills_in_the_start() -> None:
    both = tiny(pin(who="I-1"), pin(day=7, start=9))

    assert rule.pinned(both, "A", "M1") == pin(day=7, start=9, who="I-1")


ROW = session(day=6, at="8-10", pin=frozenset({"time", "instructor", "room"}), id="R1", row=9)


def repaired(*sessions: Session, row: Session = ROW) -> list[str]:
    return whats(tiny(previous=Schedule(sessions=(row, session(day=5)))), *sessions)


def test_a_pinned_row_may_be_cut_in_pieces_or_grow() -> None:
    assert repaired(session(day=6, at="8-9"), session(day=6, at="9-11")) == []


def test_a_pinned_row_that_lost_something_is_named() -> None:
    assert repaired(session(day=6, at="8-9:45", who="I-2", where="R-2")) == [
        "The pinned row A M1 on Tue Jan 6, 8:00 AM to 10:00 AM has lost its time, instructor and room."
    ]


def test_a_pinned_row_that_is_gone_is_named_without_a_row_number() -> None:
    tiny_again = tiny(previous=Schedule(sessions=(ROW,)))

    (found,) = rule.violations(tiny_again, schedule())

    assert found.what.endswith("has lost its time.")
    assert found.located({"Date": "C"}).where == "A M1 on Tue Jan 6, 8:00 AM to 10:00 AM"


def test_a_row_pinned_to_its_instructor_may_move() -> None:
    row = session(day=6, pin=frozenset({"instructor"}), id="R1")

    assert repaired(session(day=8, at="8-9", id="R1"), row=row) == []
    assert len(repaired(session(day=8, at="8-9", id="R1", who="I-2"), row=row)) == 1
    assert repaired(session(day=8, at="8-9", who="I-2"), row=row) == []


def test_pinned_rows_of_a_cohort_that_is_no_more_are_forgotten() -> None:
    gone = session("Z", pin=frozenset({"time"}))

    assert repaired(session(day=5), row=gone) == []


WHO = frozenset({"instructor"})
MON, TUE, WED = (
    session(day=day, who="I-2", where="R-2", id=f"R{day}", pin=WHO, note=note)
    for day, note in ((5, "she asked"), (6, ""), (7, ""))
)


def before(*rows: Session, pins: tuple[Pin, ...] = (), **fields) -> Problem:
    """Give the problem of repairing these rows."""
    return tiny(*pins, previous=schedule(*rows), **fields)


def test_whom_all_rows_of_a_module_are_pinned_to_teaches_it_throughout() -> None:
    again = before(MON, TUE, session(module="M2", day=7))

    assert list(rule.throughout(again)) == [pin(who="I-2", reason="she asked")]
    assert rule.pinned(again, "A", "M1") == pin(who="I-2", reason="she asked")
    assert rule.pinned(again, "A", "M2") is None


def test_whom_rows_are_pinned_to_goes_before_the_rows_of_pins() -> None:
    again = before(MON, TUE, pins=(pin(day=6, who="I-1", where="R-1", row=2),))

    assert rule.pinned(again, "A", "M1") == pin(day=6, who="I-2", where="R-1", reason="she asked")


def test_where_all_rows_are_pinned_the_module_is_held_throughout() -> None:
    there = frozenset({"room", "instructor"})

    found = rule.throughout(before(replace(MON, pin=there), replace(TUE, pin=there, instructors=("I-1",))))

    assert list(found) == [pin(where="R-2", reason="she asked")]


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (MON,),  # a single row is pinned for its time
        (MON, replace(TUE, pin=frozenset())),
        (MON, replace(TUE, instructors=("I-1",))),
        (replace(MON, instructors=()), replace(TUE, instructors=())),
    ],
)
def test_rows_that_are_free_or_differ_pin_nobody_throughout(rows: tuple[Session, ...]) -> None:
    assert list(rule.throughout(before(*rows))) == []


def test_two_people_in_another_order_are_the_same_two() -> None:
    both = [replace(MON, instructors=("I-1", "I-2")), replace(TUE, instructors=("I-2", "I-1"))]

    assert list(rule.throughout(before(*both))) == [pin(who="I-1 I-2", reason="she asked")]


def test_only_rows_that_are_still_to_come_count() -> None:
    held = replace(MON, instructors=("I-1",), pin=frozenset())

    assert list(rule.throughout(before(held, TUE, WED, since=on(6)))) == [pin(who="I-2")]
    assert list(rule.throughout(before(MON, TUE, since=on(6)))) == []


def test_nobody_is_pinned_throughout_where_nothing_is_repaired_or_the_cohort_is_gone() -> None:
    gone = [replace(row, cohort="Z") for row in (MON, TUE)]

    assert list(rule.throughout(tiny())) == []
    assert list(rule.throughout(before(*gone))) == []


def test_a_row_has_been_held_before_the_day_from_which_is_repaired() -> None:
    again = before(MON, TUE, since=on(6))

    assert (rule.is_history(again, MON), rule.is_history(again, TUE)) == (True, False)
    assert not rule.is_history(before(MON), MON)


def test_all_of_a_row_that_has_been_held_stays() -> None:
    free = replace(MON, pin=frozenset())

    assert rule.stays(before(free, since=on(6)), free) == {"time", "instructor", "room"}
    assert rule.stays(before(free, since=on(5)), free) == set()


def test_whoever_is_pinned_for_one_row_is_pinned_for_its_time() -> None:
    free = replace(TUE, pin=frozenset())
    again = before(MON, free)

    assert rule.stays(again, MON) == {"time", "instructor"}
    assert rule.stays(again, free) == set()


def test_a_row_whose_people_are_pinned_throughout_may_move() -> None:
    there = replace(TUE, pin=frozenset({"instructor", "room"}))
    then = replace(WED, pin=frozenset({"instructor", "time"}))
    again = before(MON, there, then)

    assert rule.stays(again, MON) == set()
    assert rule.stays(again, there) == {"time", "instructor", "room"}
    assert rule.stays(again, then) == {"time", "instructor"}


def test_a_row_that_was_held_and_is_not_as_it_was_is_named() -> None:
    free = replace(MON, pin=frozenset())

    def lost(*sessions: Session) -> list[str]:
        return whats(before(free, since=on(6)), *sessions)

    assert lost(free) == []
    assert lost(replace(free, rooms=("R-1",))) == [
        "The pinned row A M1 on Mon Jan 5, 8:00 AM to 11:00 AM has lost its room."
    ]
    # It is found by its Row ID on another day, with its people and in its room.
    assert lost(replace(free, date=on(7))) == [
        "The pinned row A M1 on Mon Jan 5, 8:00 AM to 11:00 AM has lost its time."
    ]


def test_a_pinned_row_that_another_holds_for_a_part_of_its_time_has_lost_its_instructor() -> None:
    row = session(day=6, at="8-10", pin=WHO, id="R1")
    handed_over = (session(day=6, at="8-9"), session(day=6, at="9-10", who="I-2"))

    (found,) = rule.violations(before(row), schedule(*handed_over))

    assert found.what == "The pinned row A M1 on Tue Jan 6, 8:00 AM to 10:00 AM has lost its instructor."
    assert (found.sessions, found.column) == (handed_over, "Instructor")


def test_someone_more_in_a_pinned_row_is_no_loss() -> None:
    row = session(day=6, pin=frozenset({"instructor", "room"}))

    assert repaired(session(day=6, who="I-2 I-1", where="R-2 R-1"), row=row) == []
