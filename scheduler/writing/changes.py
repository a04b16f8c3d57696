"""What is new since the version before: the rows of the sheet Changes, and which cells to mark."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scheduler.domain.clock import clock, day
from scheduler.domain.edits import Edit
from scheduler.domain.outcome import Outcome
from scheduler.domain.schedule import Session
from scheduler.tables import CHANGES
from scheduler.writing.table import report
from scheduler.writing.wording import pin_words
from scheduler.writing.workbook import Book

WIDTHS = {"Row ID": 11, "What": 46, "Before": 34, "After": 34, "By": 10}

FIRST = "This is the first version: there is nothing to compare it with."
SAME = "Nothing is different from the version before."
NOBODY, NOWHERE = "nobody", "no room"

COLUMNS = {"instructor": "Instructor", "room": "Room", "cohort": "Cohort", "module": "Module"}
"""The column in which a part of a row stands; of its time it is those that differ."""
NEW = ("Date", "Start", "End", "Instructor", "Room")
"""The cells that are marked of a row that is new."""

Marks = Mapping[str, Mapping[str, str]]
"""For each Row ID the columns that are marked, and what is said there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A row of the sheet Changes."""

    row: str
    what: str
    before: str
    after: str
    by: str


def changes(outcome: Outcome) -> Iterator[Change]:
    """Yield what is different from the version before: what a person edited, then what the planner did."""
    for edit in outcome.edits:
        if edit.before is None:
            (row,) = edit.after
            yield _change(edit, row, "added", "", _all_of(row))
        elif not edit.after:
            yield _change(edit, edit.before, "deleted", _all_of(edit.before), "")
        elif len(edit.after) > 1:
            yield _change(
                edit, edit.before, "split", _all_of(edit.before), "; ".join(map(_all_of, edit.after))
            )
        else:
            (now,) = edit.after
            for part in edit.parts:
                yield _change(edit, edit.before, part, _value(edit.before, part), _value(now, part))


def _change(edit: Edit, row: Session, what: str, before: str, after: str) -> Change:
    named = f"{row.cohort} {row.module} on {day(row.date)}: {what}"
    return Change(row=row.id, what=named, before=before, after=after, by=edit.by)


def _value(row: Session, part: str) -> str:
    match part:
        case "time":
            return f"{day(row.date)}, {clock(row.start)} to {clock(row.end)}"
        case "instructor":
            return " + ".join(row.instructors) or NOBODY
        case "room":
            return " + ".join(row.rooms) or NOWHERE
        case "pin":
            return pin_words(row.pin)
        case _:
            return str(getattr(row, part))


def _all_of(row: Session) -> str:
    return ", ".join(_value(row, part) for part in ("time", "instructor", "room"))


def marks(outcome: Outcome) -> Marks:
    """Give the cells of the sheet Schedule that differ from the version before, and what they were."""
    found: dict[str, dict[str, str]] = {}
    for edit in outcome.edits:
        for number, row in enumerate(edit.after):
            before = edit.before if not number else None
            for column, was in _marked(before, row, edit.parts):
                said = f"was {was} ({edit.by})" if was else f"new ({edit.by})"
                found.setdefault(row.id, {}).setdefault(column, said)
    return found


def _marked(before: Session | None, row: Session, parts: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the columns in which a row differs, and what they said before; nothing if it is new."""
    if before is None:
        yield from ((column, "") for column in NEW)
        return
    if before.date != row.date:
        yield "Date", day(before.date)
    if before.start != row.start:
        yield "Start", clock(before.start)
    if before.end != row.end:
        yield "End", clock(before.end)
    for part, column in COLUMNS.items():
        if part in parts:
            yield column, _value(before, part)


def add(book: Book, outcome: Outcome, site: str) -> None:
    """Add the sheet of changes; a first version has none."""
    page = report(book, CHANGES, WIDTHS, site=site)
    found = tuple(changes(outcome))
    for number, change in enumerate(found, start=1):
        page.row(number, [change.row, change.what, change.before, change.after, change.by])
        page.tall(number, [(change.before, WIDTHS["Before"]), (change.after, WIDTHS["After"])])
    if not found:
        page.row(1, ["", FIRST if outcome.before is None else SAME, "", "", ""])
    page.finish(max(1, len(found)))
