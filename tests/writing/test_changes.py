"""The sheet Changes, the cells that are marked, and what programs are told of the changes."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import builders as b
from writing.books import small, written

from scheduler.domain.edits import PLANNER, Edit
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.writing import as_json
from scheduler.writing.changes import changes, marks

MON = b.session(day=5, where="R-1 R-2", id="R00001", row=2)
TUE = b.session(day=6, where="R-1 R-2", id="R00002", row=3)
WHOLE_MON = "Mon Jan 5, 8:00 AM to 11:00 AM, I-1, R-1 + R-2"


def repaired(*edits: Edit, rows: Sequence[Session] = (MON, TUE)) -> tuple[Problem, Outcome]:
    """Give the outcome of a repair that ends with these rows."""
    problem, outcome = small(*rows)
    return problem, replace(outcome, edits=edits, before=Schedule(sessions=(MON, TUE)))


def changed(by: str = "you", **fields: object) -> Edit:
    """Give an edit of the session of Mon Jan 5."""
    return Edit(before=MON, after=(replace(MON, **fields),), by=by)


def rows(*edits: Edit) -> list[tuple[str, ...]]:
    _, outcome = repaired(*edits)
    return [tuple(asdict(change).values()) for change in changes(outcome)]


def said(what: str, before: str, after: str, by: str = "you") -> tuple[str, ...]:
    """Give a row about the session of Mon Jan 5."""
    return ("R00001", f"A M1 on Mon Jan 5: {what}", before, after, by)


def test_a_session_that_was_moved_is_named_by_the_day_it_was_on() -> None:
    assert rows(changed(date=b.on(7), start=36)) == [
        said("time", "Mon Jan 5, 8:00 AM to 11:00 AM", "Wed Jan 7, 9:00 AM to 11:00 AM")
    ]


def test_someone_else_and_another_room_are_a_row_each() -> None:
    assert rows(changed(PLANNER, instructors=("I-2",), rooms=("R-2",))) == [
        said("instructor", "I-1", "I-2", "planner"),
        said("room", "R-1 + R-2", "R-2", "planner"),
    ]


def test_nobody_and_no_room_are_said_in_words() -> None:
    assert rows(changed(instructors=(), rooms=())) == [
        said("instructor", "I-1", "nobody"),
        said("room", "R-1 + R-2", "no room"),
    ]


def test_pins_and_notes_are_told_as_they_stand_in_the_schedule() -> None:
    everything = frozenset({"time", "instructor", "room"})

    assert rows(changed(pin=everything, note="Guest speaker")) == [
        said("pin", "", "all"),
        said("note", "", "Guest speaker"),
    ]
    assert rows(changed(pin=frozenset({"room", "time"}))) == [said("pin", "", "time, room")]


def test_another_cohort_or_module_is_told() -> None:
    assert rows(changed(cohort="B", module="M2")) == [said("cohort", "A", "B"), said("module", "M1", "M2")]


def test_a_session_that_was_added_or_deleted_is_told_whole() -> None:
    added, deleted = Edit(before=None, after=(replace(MON, id="R00007"),)), Edit(before=MON, after=())

    assert rows(added, replace(deleted, by=PLANNER)) == [
        ("R00007", "A M1 on Mon Jan 5: added", "", WHOLE_MON, "you"),
        said("deleted", WHOLE_MON, "", "planner"),
    ]


def test_a_session_that_was_split_is_told_with_all_its_parts() -> None:
    parts = replace(MON, end=38), replace(MON, id="", start=38, instructors=("I-2",))

    assert rows(Edit(before=MON, after=parts)) == [
        said(
            "split",
            WHOLE_MON,
            "Mon Jan 5, 8:00 AM to 9:30 AM, I-1, R-1 + R-2; Mon Jan 5, 9:30 AM to 11:00 AM, I-2, R-1 + R-2",
        )
    ]


def marked(*edits: Edit) -> dict[str, dict[str, str]]:
    _, outcome = repaired(*edits)
    return {row: dict(cells) for row, cells in marks(outcome).items()}


def test_each_cell_that_differs_is_marked_with_what_it_was() -> None:
    moved = changed(date=b.on(7), start=36, end=46, instructors=("I-2",), rooms=())

    assert marked(moved) == {
        "R00001": {
            "Date": "was Mon Jan 5 (you)",
            "Start": "was 8:00 AM (you)",
            "End": "was 11:00 AM (you)",
            "Instructor": "was I-1 (you)",
            "Room": "was R-1 + R-2 (you)",
        }
    }


def test_of_a_time_only_the_cells_that_differ_are_marked() -> None:
    assert marked(changed(end=40)) == {"R00001": {"End": "was 11:00 AM (you)"}}
    assert marked(changed(PLANNER, cohort="B", module="M2")) == {
        "R00001": {"Cohort": "was A (planner)", "Module": "was M1 (planner)"}
    }


def test_a_place_that_was_open_is_said_to_have_been_nobodys() -> None:
    empty = replace(MON, instructors=())

    assert marked(Edit(before=empty, after=(MON,), by=PLANNER)) == {
        "R00001": {"Instructor": "was nobody (planner)"}
    }


def test_new_rows_and_later_parts_of_a_split_are_marked_as_new() -> None:
    new = dict.fromkeys(("Date", "Start", "End", "Instructor", "Room"), "new (you)")
    added, rest = replace(MON, id="R00007"), replace(MON, id="R00008", start=38)

    assert marked(Edit(before=None, after=(added,))) == {"R00007": new}
    assert marked(Edit(before=MON, after=(replace(MON, end=38), rest))) == {
        "R00001": {"End": "was 11:00 AM (you)"},
        "R00008": new,
    }


def test_pins_notes_and_rows_that_are_gone_are_not_marked() -> None:
    assert marked(changed(pin=frozenset({"room"}), note="Late bus"), Edit(before=TUE, after=())) == {}


def test_a_cell_that_both_changed_is_marked_with_what_it_was_before_either() -> None:
    yours = changed(end=40)
    planners = Edit(before=yours.after[0], after=(replace(MON, end=42, rooms=()),), by=PLANNER)

    assert marked(yours, planners) == {
        "R00001": {"End": "was 11:00 AM (you)", "Room": "was R-1 + R-2 (planner)"}
    }


def test_changes_stand_in_their_sheet_and_marks_in_the_schedule(tmp_path: Path) -> None:
    edit = changed(instructors=("I-2",))

    book = written(tmp_path / "s.xlsx", *repaired(edit, rows=(*edit.after, TUE)))

    assert list(book["Changes"].iter_rows(min_row=2, values_only=True)) == [said("instructor", "I-1", "I-2")]
    mon, tue = book["Schedule"]["I2"], book["Schedule"]["I3"]
    assert (mon.value, mon.comment.text, tue.comment) == ("I-2", "was I-1 (you)", None)
    assert mon.fill.fgColor.rgb != tue.fill.fgColor.rgb
    assert (mon.font.b, tue.font.b) == (True, False)


def test_a_first_version_and_one_that_is_the_same_say_so(tmp_path: Path) -> None:
    first = written(tmp_path / "a.xlsx", *small(MON, TUE))
    same = written(tmp_path / "b.xlsx", *repaired())

    assert first["Changes"]["B2"].value == "This is the first version: there is nothing to compare it with."
    assert same["Changes"]["B2"].value == "Nothing is different from the version before."


def test_programs_are_told_the_same_changes_and_none_of_a_first_version() -> None:
    _, outcome = repaired(changed(PLANNER, rooms=()))
    _, first = small(MON)

    assert as_json(outcome, Path("s.xlsx"))["changes"] == [
        {
            "row": "R00001",
            "what": "A M1 on Mon Jan 5: room",
            "before": "R-1 + R-2",
            "after": "no room",
            "by": "planner",
        }
    ]
    assert as_json(repaired()[1], Path("s.xlsx"))["changes"] == []
    assert "changes" not in as_json(first, Path("s.xlsx"))
