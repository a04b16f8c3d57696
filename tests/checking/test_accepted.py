"""What whoever edited a schedule wants so is no reason to move anything."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import cohort, module, pin, problem, qualified, schedule, session

from scheduler.checking import accepted, excuses, is_sound
from scheduler.domain.edits import edits
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session

TINY = problem(module("M1", 12), module("M2", 3))
MON, TUE, WED, THU = (session(day=day, id=f"R{day}", row=day) for day in (5, 6, 7, 8))
WRITTEN = (MON, TUE, WED, THU)
KEPT, WHO = frozenset({"time"}), frozenset({"instructor"})
IDLE = "A has no class on {} between its first and last session, with Max idle days 0: {}."


def whats(tiny: Problem, *rows: Session) -> list[str]:
    """Give what is accepted of a schedule of which is not known how it was written."""
    return [found.what for found in accepted(tiny, schedule(*rows), ())]


def left(*after: Session, before: Sequence[Session] = WRITTEN) -> set[str]:
    """Give what is accepted of rows that were edited."""
    agreed = accepted(TINY, schedule(*after), edits(before, after))
    return {found.what for found in agreed}


@pytest.mark.parametrize(
    ("row", "is_excused"),
    [
        (session(pin=KEPT, note="Guest speaker"), True),
        (session(pin=KEPT), False),
        (session(note="Guest speaker"), False),
    ],
)
def test_what_is_pinned_of_a_row_with_a_note_excuses_what_is_wrong_with_it(
    row: Session, is_excused: bool
) -> None:
    late, unqualified = (Finding(rule="any", what="", column=column) for column in ("Date", "Instructor"))

    assert excuses(row, late) is is_excused
    assert not excuses(row, unqualified)


def test_a_fault_of_a_row_that_is_pinned_for_a_reason_is_accepted() -> None:
    tiny = problem(module(), qualifications=[qualified("I-2")])

    assert whats(tiny, session(pin=WHO, note="She asked")) == [
        "I-1 is not qualified for P M1, but teaches A M1 on Mon Jan 5, 8:00 AM to 11:00 AM."
    ]
    assert whats(tiny, session(pin=WHO)) == []
    assert whats(tiny, session(pin=KEPT, note="She asked")) == []


def test_a_fault_that_other_rows_have_too_is_not_accepted() -> None:
    tiny = problem(module("M1", 6), qualifications=[qualified("I-2")])
    asked = session(pin=WHO, note="She asked")

    assert whats(tiny, asked, session(day=6)) == []
    assert len(whats(tiny, asked, session(day=6, who="I-2"))) == 1


def test_a_fault_between_two_rows_is_accepted_if_one_is_pinned_for_a_reason() -> None:
    two = problem(module(), cohorts=[cohort("A"), cohort("B")])

    assert whats(two, session("A"), session("B", where="R-2", pin=WHO, note="She asked")) == [
        "I-1 teaches A M1 and B M1 at the same time on Mon Jan 5, 8:00 AM to 11:00 AM."
    ]
    assert whats(two, session("A"), session("B", where="R-2", pin=WHO)) == []


def test_a_pin_that_is_not_kept_is_never_accepted() -> None:
    tiny = problem(module(), pins=[pin(who="I-2")])

    assert whats(tiny, session(pin=KEPT, note="She asked")) == []


def test_class_time_that_a_moved_row_has_left_is_accepted() -> None:
    # Without Wed Jan 7 there is class on the 5th, the 6th and the 8th, and on the 9th instead.
    moved = (MON, TUE, replace(WED, date=session(day=9).date), THU)

    assert left(*moved) == {IDLE.format("1 class day", "Wed Jan 7")}
    assert whats(TINY, *moved) == []


def test_class_time_that_was_missed_before_is_not_accepted() -> None:
    before = (MON, TUE, THU)

    assert left(*before, before=before) == set()
    assert left(MON, replace(TUE, rooms=("R-2",)), THU, before=before) == set()


def test_class_time_that_was_missed_before_is_not_accepted_though_more_is_missed_now() -> None:
    # Tue Jan 6 was missed before; Thu Jan 8 is since the row was moved to Fri Jan 9.
    assert left(MON, WED, replace(THU, date=session(day=9).date), before=(MON, WED, THU)) == set()


def test_class_time_that_was_accepted_before_still_is() -> None:
    rows = (MON, TUE, THU)
    said = IDLE.format("1 class day", "Wed Jan 7")

    assert [found.what for found in accepted(TINY, schedule(*rows), (), {said})] == [said]


def test_class_time_that_is_left_once_a_deleted_row_is_made_up_is_accepted_too() -> None:
    moved = replace(WED, date=session(day=9).date)

    # Tue Jan 6 is deleted, so it is missed as well until it is made up.
    assert left(MON, moved, THU) == {
        IDLE.format("2 class days", "Tue Jan 6 (and on Wed Jan 7)"),
        IDLE.format("1 class day", "Wed Jan 7"),
    }


def test_a_module_that_was_deleted_altogether_is_not_there_any_more() -> None:
    other = session(module="M2", day=7, id="R7", row=7)

    assert left(MON, TUE, THU, before=(MON, TUE, other, THU)) == {IDLE.format("1 class day", "Wed Jan 7")}


def test_cohorts_and_modules_that_are_gone_are_no_longer_asked_about() -> None:
    gone = (session("Z", id="R21", row=21), session(module="M9", day=7, id="R22", row=22))
    before = (MON, TUE, THU, *gone)

    # On Wed Jan 7 there was M9, which A no longer takes: it was missed before anybody edited anything.
    assert left(MON, TUE, THU, before=before) == set()


def test_a_schedule_is_sound_if_nothing_is_wrong_but_what_is_accepted() -> None:
    three = problem(module(), qualifications=[qualified("I-2")])
    right, wrong = schedule(session(who="I-2")), schedule(session(pin=WHO, note="She asked"))

    assert is_sound(three, right, ())
    assert not is_sound(three, wrong, ())
    assert is_sound(three, wrong, accepted(three, wrong, ()))


@pytest.mark.parametrize("row", [session(at="8-10:45"), session(who=""), session(where="")])
def test_a_schedule_that_lacks_an_hour_is_not_sound(row: Session) -> None:
    assert not is_sound(problem(module()), schedule(row), ())


def test_a_schedule_in_which_a_row_of_pins_is_not_kept_is_not_sound() -> None:
    assert not is_sound(problem(module(), pins=[pin(who="I-2")]), schedule(session()), ())
