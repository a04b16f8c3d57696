"""Conflicts in words: what two people edited differently, and whose edit was kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from scheduler.domain.clock import clock, day
from scheduler.domain.findings import Finding, named
from scheduler.domain.merging import ROW, Conflict
from scheduler.domain.schedule import Session
from scheduler.rules.wording import listed, moment

EDIT = "edit"
"""The rule of a finding about edits that cannot all be kept."""

DEEDS: Mapping[str, tuple[str, str, Callable[[Session], str]]] = {
    "cohort": ("changed to {}", "to {}", lambda row: row.cohort),
    "module": ("changed to {}", "to {}", lambda row: row.module),
    "date": ("moved to {}", "to {}", lambda row: day(row.date)),
    "start": ("made to start at {}", "at {}", lambda row: clock(row.start)),
    "end": ("made to end at {}", "at {}", lambda row: clock(row.end)),
    "time": ("moved to {}", "to {}", lambda row: f"{moment(row.date, row.start)} to {clock(row.end)}"),
    "instructor": ("given to {}", "to {}", lambda row: " + ".join(row.instructors) or "no instructor"),
    "room": ("put into {}", "into {}", lambda row: " + ".join(row.rooms) or "no room"),
    "pin": ("given {}", "{}", lambda row: f"the pin {listed(sorted(row.pin))}" if row.pin else "no pin"),
    "note": ("given {}", "{}", lambda row: f'the note "{row.note}"' if row.note else "no note"),
}
"""For each part what was done to it, how that goes on for the second copy, and what it says in a row."""

COLUMNS = {"time": "Date", ROW: "Cohort"}
"""The column to look at, where a part has not its own."""


def disputed(conflicts: Iterable[Conflict], copies: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each conflict; ``copies`` are the names of the files that were merged."""
    for found in conflicts:
        what, todo = _words(found, copies[found.kept.copy], copies[found.other.copy])
        column = COLUMNS.get(found.part, found.part.capitalize())
        yield Finding(rule=EDIT, what=what, todo=todo, sessions=(found.row,), column=column)


def _words(found: Conflict, kept: str, other: str) -> tuple[str, str]:
    """Say what is wrong and what to do; a copy that is not the first has its row to edit elsewhere."""
    name, settle = named(found.before), f"Settle it with whoever edited {other}, and"
    if found.other.row is None:
        what = f"{name} was edited in {kept} and deleted in {other}; it was kept as in {kept}."
        return what, f"{settle} delete it from {kept} if it is not to be held."
    deed, again, said = DEEDS[found.part]
    here, there = said(found.row), said(found.other.row)
    row = f"its row in {kept}" if found.kept.copy else "this row"
    return (
        f"{name} was {deed.format(here)} in {kept} and {again.format(there)} in {other}; {here} was kept.",
        f"{settle} edit {row} if {there} is right.",
    )
