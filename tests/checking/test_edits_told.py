"""Each edit is said in words to whoever made it."""

from dataclasses import replace

import builders as b
import pytest

from scheduler.checking import gone, told
from scheduler.domain.edits import PLANNER, edits
from scheduler.domain.schedule import Session

WRITTEN = b.schedule(
    *(b.session(day=day, id=f"R{day}", row=day) for day in (5, 6, 7, 8, 9)),
    b.session("A", "M2", 12, id="R12", row=12),
)
MON, TUE, WED, THU, FRI, M2 = WRITTEN.sessions
HOURS = "8:00 AM to 11:00 AM"
EARLY, LATE = "8:00 AM to 10:00 AM with I-1", "10:00 AM to 11:00 AM with I-2"


def said(*after: Session) -> list[str]:
    """Say what was edited, the rows not given being as they were."""
    ids = {session.id for session in after}
    rest = [session for session in WRITTEN.sessions if session.id not in ids]
    return list(told(edits(WRITTEN.sessions, [*rest, *after]), WRITTEN))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"instructors": ("I-2",)}, f"You gave A M1 on Tue Jan 6, {HOURS} to I-2 (was I-1)."),
        ({"instructors": ()}, f"You took A M1 on Tue Jan 6, {HOURS} from I-1."),
        ({"rooms": ("R-2",)}, f"You moved A M1 on Tue Jan 6, {HOURS} to R-2 (was R-1)."),
        ({"rooms": ()}, f"You took A M1 on Tue Jan 6, {HOURS} out of R-1."),
        (
            {"date": b.on(14), "start": 52, "end": 64},
            f"You moved A M1 on Tue Jan 6, {HOURS} to Wed Jan 14, 1:00 PM to 4:00 PM.",
        ),
        ({"end": 40}, f"You moved A M1 on Tue Jan 6, {HOURS} to 8:00 AM to 10:00 AM."),
        ({"module": "M2"}, f"You changed A M1 on Tue Jan 6, {HOURS} to M2."),
        (
            {"pin": frozenset({"time", "room"})},
            f"You pinned the room and time of A M1 on Tue Jan 6, {HOURS}.",
        ),
        ({"note": "Fire drill"}, f"You changed the note of A M1 on Tue Jan 6, {HOURS}."),
        (
            {"instructors": ("I-2",), "rooms": ("R-2",)},
            f"You gave A M1 on Tue Jan 6, {HOURS} to I-2 (was I-1) and moved it to R-2 (was R-1).",
        ),
    ],
)
def test_what_was_done_to_a_row_is_said(fields: dict[str, object], words: str) -> None:
    assert said(replace(TUE, **fields)) == [words]


def test_a_pin_taken_away_is_said() -> None:
    pinned = replace(TUE, pin=frozenset({"time"}))
    written = b.schedule(pinned)

    assert list(told(edits([pinned], [TUE]), written)) == [f"You unpinned A M1 on Tue Jan 6, {HOURS}."]


def test_the_same_edit_of_several_rows_is_said_once() -> None:
    given = [replace(session, instructors=("I-2",)) for session in (TUE, WED)]

    assert said(*given) == [f"You gave A M1 on Tue Jan 6, {HOURS} (and on Wed Jan 7) to I-2 (was I-1)."]


def test_rows_moved_alike_are_said_together() -> None:
    later = [replace(row, start=52, end=64) for row in (MON, TUE)]
    other = [replace(MON, start=52, end=64), replace(TUE, start=56, end=64)]
    days = [replace(row, date=b.on(row.date.day + 14)) for row in (MON, TUE)]

    assert said(*later) == [
        "You moved 2 sessions of A M1 of Mon Jan 5 – Tue Jan 6 to 1:00 PM to 4:00 PM."  # noqa: RUF001
    ]
    assert said(*days) == [
        "You moved 2 sessions of A M1 from Mon Jan 5 – Tue Jan 6 to Mon Jan 19 – Tue Jan 20."  # noqa: RUF001
    ]
    assert by_planner(*other) == [
        "The planner moved 2 sessions of A M1 of Mon Jan 5 – Tue Jan 6 to other times."  # noqa: RUF001
    ]


def test_an_edit_of_all_rows_of_a_module_is_said_of_the_module() -> None:
    given = [replace(session, instructors=("I-2",)) for session in (MON, TUE, WED, THU, FRI)]

    assert said(*given) == ["You gave all 5 sessions of A M1 to I-2 (was I-1)."]


def test_rows_added_deleted_and_split_are_said() -> None:
    new = b.session(day=13, at="8-9", who="", row=20)
    late = b.session(day=7, at="10-11", who="I-2", row=21)
    left = [MON, replace(WED, end=40), FRI, M2, late, new]

    assert list(told(edits(WRITTEN.sessions, left), WRITTEN)) == [
        f"You split A M1 on Wed Jan 7, {HOURS}: {EARLY} in R-1 and {LATE} in R-1.",
        "You added A M1 on Tue Jan 13, 8:00 AM to 9:00 AM in R-1.",
        f"You deleted A M1 on Tue Jan 6, {HOURS} (and on Thu Jan 8).",
    ]


def test_deleted_rows_are_told_by_module_for_the_hours_they_leave() -> None:
    assert gone(edits(WRITTEN.sessions, [MON, TUE, WED, M2])) == {
        ("A", "M1"): ("R8 on Thu Jan 8", "R9 on Fri Jan 9")
    }


def by_planner(*after: Session) -> list[str]:
    """Say what the planner changed, the rows not given being as they were."""
    ids = {session.id for session in after}
    rest = [session for session in WRITTEN.sessions if session.id not in ids]
    found = edits(WRITTEN.sessions, [*rest, *after])
    return list(told((replace(edit, by=PLANNER) for edit in found), WRITTEN))


def test_rows_of_a_module_that_the_planner_moved_are_said_together() -> None:
    later = [replace(row, date=b.on(row.date.day + 14)) for row in (MON, TUE)]

    assert by_planner(*later) == [
        "The planner moved 2 sessions of A M1 from Mon Jan 5 – Tue Jan 6 to Mon Jan 19 – Tue Jan 20."  # noqa: RUF001
    ]


def test_it_is_said_that_some_went_to_others_on_the_way() -> None:
    moved = [replace(MON, start=52, end=64), replace(TUE, date=MON.date, start=64, end=76, rooms=("R-2",))]

    assert by_planner(*moved) == [
        (
            "The planner moved 2 sessions of A M1 from Mon Jan 5 – Tue Jan 6 to Mon Jan 5, "  # noqa: RUF001
            "some to other people or rooms."
        )
    ]


def test_one_row_that_the_planner_moved_is_said_with_its_hours() -> None:
    assert by_planner(replace(MON, start=52, end=64)) == [
        f"The planner moved A M1 on Mon Jan 5, {HOURS} to 1:00 PM to 4:00 PM."
    ]


def test_a_row_that_was_only_changed_is_not_gone() -> None:
    assert gone(edits(WRITTEN.sessions, [replace(MON, rooms=("R-2",)), TUE, WED, THU, FRI, M2])) == {}


def test_rows_of_a_module_that_the_planner_added_are_said_together() -> None:
    new = [b.session("A", "M2", day) for day in (13, 14)]

    assert by_planner(*new) == ["The planner added 2 sessions of A M2, Tue Jan 13 – Wed Jan 14."]  # noqa: RUF001
