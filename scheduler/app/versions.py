"""The versions there are: what each run folder says of itself."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

from scheduler.app import runs
from scheduler.app.faults import refused
from scheduler.goals import changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a run, as its ``result.json`` tells.

    Attributes
    ----------
    date
        The day it was made; None where nothing tells.
    parent
        The version it goes back to, or its workbook by its name; empty for a plan from nothing.
    score
        Without what the changes since then cost, so that versions can be compared.
    findings
        How many there were.
    """

    date: date | None
    parent: str
    status: str
    score: float
    unstaffed: float
    unplaced: float
    findings: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A run folder: what it is called, the version of what, and what became of it.

    ``made`` is None where its ``result.json`` cannot be read.
    """

    name: str
    subject: str
    number: int
    made: Made | None


def versions(folder: Path) -> tuple[Version, ...]:
    """Give the run folders in a folder, by subject, then by version; what else is there is passed over.

    Raises
    ------
    InputError
        If there is no such folder.
    """
    if not folder.is_dir():
        raise refused(folder, "there is no such folder", "Check the path, or plan first")
    found = (_version(run) for run in folder.iterdir() if _is_run(run))
    return tuple(sorted(found, key=lambda v: (v.subject.casefold(), v.subject, v.number, v.name)))


def _is_run(folder: Path) -> bool:
    named = runs.NAME.fullmatch(folder.name) is not None
    return folder.is_dir() and (named or (folder / runs.RESULT).is_file())


def _version(run: Path) -> Version:
    """Give a version; a folder that somebody renamed is a subject of its own, in the version it says."""
    record = _record(run)
    match = runs.NAME.fullmatch(run.name)
    subject, number = (match["subject"], int(match["version"])) if match else (run.name, 0)
    try:
        made = _made(record, match["made"] if match else None)
        number = int(record.get("version", number))
    except (ValueError, KeyError, TypeError, OverflowError):
        made = None
    return Version(name=run.name, subject=subject, number=number, made=made)


def _record(run: Path) -> Mapping[str, Any]:
    """Give what ``result.json`` says; nothing if it cannot be read."""
    try:
        record = json.loads((run / runs.RESULT).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _made(record: Mapping[str, Any], named: str | None) -> Made:
    """Read a record, an older one too, which knows neither its day nor its parent."""
    made = record.get("made", named)
    return Made(
        date=date.fromisoformat(made) if made is not None else None,
        parent=_parent(record.get("parent")),
        status=str(record["status"]),
        score=_number(record["score"]) - _changes(record.get("goals", {})),
        unstaffed=_number(record["unstaffed_hours"]),
        unplaced=_number(record["unplaced_hours"]),
        findings=len(record["findings"]),
        seed=int(record["seed"]),
    )


def _parent(parent: object) -> str:
    if not isinstance(parent, dict):
        return str(parent or "")
    return str(parent.get("version") or parent.get("workbook", ""))


def _changes(goals: Mapping[str, Mapping[str, float]]) -> float:
    price = goals.get(changes.NAME, {})
    return _number(price.get("units", 0) * price.get("weight", 0))


def _number(value: float) -> float:
    if not isfinite(value):
        raise ValueError(f"{value} is no number of hours and no score")
    return float(value)
