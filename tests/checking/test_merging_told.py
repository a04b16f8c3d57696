"""Each conflict of two edited copies is said in words: both edits, both files, and which was kept."""

import re
from dataclasses import replace

import builders as b
import pytest

from scheduler.checking import disputed
from scheduler.domain.findings import Finding
from scheduler.domain.merging import merged
from scheduler.domain.schedule import Session

TUE = b.session(day=6, id="R2", row=3)
NAME = "A M1 on Tue Jan 6, 8:00 AM to 11:00 AM"


def said(*copies: Session | None) -> list[Finding]:
    """Say the conflicts of copies in which the only row is this, or deleted."""
    result = merged([TUE], [[row] if row else [] for row in copies])
    return list(disputed(result.conflicts, ["A.xlsx", "B.xlsx", "C.xlsx"]))


@pytest.mark.parametrize(
    ("column", "first", "second", "words"),
    [
        ("Cohort", {"cohort": "B"}, {"cohort": "C"}, "changed to [B] in A.xlsx and to [C]"),
        ("Module", {"module": "M2"}, {"module": "M3"}, "changed to [M2] in A.xlsx and to [M3]"),
        (
            "Date",
            {"date": b.on(7)},
            {"date": b.on(8)},
            "moved to [Wed Jan 7] in A.xlsx and to [Thu Jan 8]",
        ),
        ("Start", {"start": 36}, {"start": 40}, "made to start at [9:00 AM] in A.xlsx and at [10:00 AM]"),
        ("End", {"end": 36}, {"end": 40}, "made to end at [9:00 AM] in A.xlsx and at [10:00 AM]"),
        (
            "Date",
            {"start": 40},
            {"end": 40},
            "moved to [Tue Jan 6, 10:00 AM to 11:00 AM] in A.xlsx and to [Tue Jan 6, 8:00 AM to 10:00 AM]",
        ),
        (
            "Instructor",
            {"instructors": ("I-2",)},
            {"instructors": ()},
            "given to [I-2] in A.xlsx and to [no instructor]",
        ),
        (
            "Room",
            {"rooms": ("R-2", "R-3")},
            {"rooms": ()},
            "put into [R-2 + R-3] in A.xlsx and into [no room]",
        ),
        (
            "Pin",
            {"pin": frozenset({"time", "room"})},
            {"pin": frozenset({"room"})},
            "given [the pin room and time] in A.xlsx and [the pin room]",
        ),
        (
            "Note",
            {"note": "Guest"},
            {"note": "Drill"},
            'given [the note "Guest"] in A.xlsx and [the note "Drill"]',
        ),
    ],
)
def test_both_edits_are_said_and_which_was_kept(
    column: str, first: dict[str, object], second: dict[str, object], words: str
) -> None:
    """In brackets stands what the first copy says, and the second."""
    here = replace(TUE, **first)
    kept, other = re.findall(r"\[(.*?)\]", words)
    deeds = words.replace("[", "").replace("]", "")

    assert said(here, replace(TUE, **second)) == [
        Finding(
            rule="edit",
            what=f"{NAME} was {deeds} in B.xlsx; {kept} was kept.",
            todo=f"Settle it with whoever edited B.xlsx, and edit this row if {other} is right.",
            sessions=(here,),
            column=column,
        )
    ]


def test_a_pin_or_note_that_one_took_away_is_said() -> None:
    pinned = replace(TUE, pin=frozenset({"time"}), note="Guest")
    result = merged([pinned], [[TUE], [replace(TUE, pin=frozenset({"room"}), note="Make-up")]])

    pin, note = disputed(result.conflicts, ["A.xlsx", "B.xlsx"])

    assert pin.what == f"{NAME} was given no pin in A.xlsx and the pin room in B.xlsx; no pin was kept."
    assert note.what.endswith('given no note in A.xlsx and the note "Make-up" in B.xlsx; no note was kept.')


def test_a_conflict_of_later_copies_names_the_one_to_edit() -> None:
    (found,) = said(TUE, replace(TUE, instructors=("I-2",)), replace(TUE, instructors=("I-3",)))

    assert found.what == f"{NAME} was given to I-2 in B.xlsx and to I-3 in C.xlsx; I-2 was kept."
    assert found.todo == "Settle it with whoever edited C.xlsx, and edit its row in B.xlsx if I-3 is right."


def test_a_row_deleted_in_one_and_edited_in_the_other_is_kept_and_said() -> None:
    given = replace(TUE, instructors=("I-2",))

    (here,), (there,) = said(given, None), said(None, given)

    assert here.what == f"{NAME} was edited in A.xlsx and deleted in B.xlsx; it was kept as in A.xlsx."
    assert here.todo.endswith("whoever edited B.xlsx, and delete it from A.xlsx if it is not to be held.")
    assert here.located({"Cohort": "B"}).where == "Schedule!B3"
    assert there.what.endswith("was edited in B.xlsx and deleted in A.xlsx; it was kept as in B.xlsx.")
    assert there.located({"Cohort": "B"}).where == NAME
