"""Copies of one schedule workbook that several people edited: read, and merged into one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scheduler.app import runs
from scheduler.app.faults import InputError, refused
from scheduler.checking import disputed
from scheduler.domain.findings import Finding
from scheduler.domain.merging import merged
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.reading import read_schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """One schedule, from one copy or merged from several.

    Attributes
    ----------
    schedule
        What the copies together say; rows that the first does not have come last, without a number.
    written
        The schedule as it was written, to tell edits by; None where a single copy does not hold it.
    letters
        The column letters of the sheet Schedule of the first copy.
    facts
        What the first copy says of the run that wrote it.
    notes
        What the reader has to say, and what was merged.
    conflicts
        Where the copies were edited differently, not located yet; of one copy there are none.
    """

    schedule: Schedule
    written: Schedule | None
    letters: Mapping[str, str]
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    conflicts: tuple[Finding, ...] = ()


def read_copies(files: Sequence[Path], problem: Problem) -> Copies:
    """Read one schedule workbook, or several copies of the same version, which are merged.

    Raises
    ------
    InputError
        If one of them cannot be used, or is not known to be a copy of the same version as the first.
    """
    copies = [_read(file, problem) for file in files]
    if len(copies) == 1:
        return copies[0]
    names = _told_apart(files)
    written = [_written(file, copy) for file, copy in zip(files, copies, strict=True)]
    for file, rows in zip(files, written, strict=True):
        _check_version(file, rows, files[0], written[0])
    result = merged(written[0], [copy.schedule.sessions for copy in copies])
    said = [f"{name}: {note}" for name, copy in zip(names, copies, strict=True) for note in copy.notes]
    return replace(
        copies[0],
        schedule=replace(copies[0].schedule, sessions=result.sessions),
        notes=(*said, f"{len(names)} copies merged: {', '.join(names)}; cells are those of {names[0]}"),
        conflicts=tuple(disputed(result.conflicts, names)),
    )


def _read(file: Path, problem: Problem) -> Copies:
    reading = read_schedule(file, problem)
    if reading.schedule is None:
        raise InputError(file, reading.faults)
    return Copies(
        schedule=reading.schedule,
        written=reading.written,
        letters=reading.letters,
        facts=reading.facts,
        notes=reading.notes,
    )


def _told_apart(files: Sequence[Path]) -> list[str]:
    """Give the files' names, with as many folders before them as it takes to tell them apart."""
    longest = max(len(file.parts) for file in files)
    tried = [["/".join(file.parts[-parts:]) for file in files] for parts in range(1, longest + 1)]
    return next((names for names in tried if len(set(names)) == len(names)), tried[0])


def _written(file: Path, copy: Copies) -> tuple[Session, ...]:
    """Give the rows a copy was written with."""
    if copy.written is None:
        raise refused(
            file,
            "its hidden sheet _meta, which says how it was written, is gone, so it cannot be merged",
            "Check it alone, or make its edits in a fresh copy of the schedule",
        )
    return copy.written.sessions


def _check_version(file: Path, rows: Sequence[Session], first: Path, others: Sequence[Session]) -> None:
    """Refuse a copy of another version than the first file is of, and say of which, if known."""
    differing = len({row.id for row in {*rows} ^ {*others}})
    if differing:
        its, theirs = runs.version_of(file), runs.version_of(first)
        known = its and theirs and its != theirs
        another = f"{its}, and {first.name} of {theirs}" if known else f"another version than {first.name}"
        planned = "row was" if differing == 1 else "rows were"
        raise refused(
            file,
            f"this is a copy of {another}: {differing} {planned} planned differently",
            "Check each alone, or make the edits of one in a copy of the other's version",
        )
