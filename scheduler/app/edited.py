"""A schedule workbook that somebody edited: opened, read with its inputs, its edits told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scheduler.app import runs
from scheduler.app.copies import Copies, read_copies
from scheduler.app.faults import refused
from scheduler.app.inputs import fingerprint
from scheduler.domain.edits import Edit, edits, known
from scheduler.domain.findings import Finding
from scheduler.domain.former import left_out, with_former, without_former
from scheduler.domain.pinning import with_edits_pinned
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session, fresh_ids
from scheduler.reading import kind_of

UNTOLD = "it does not say how it was planned (its hidden sheet _meta), so every row is taken as it stands"
"""What is said of a schedule from elsewhere, or one that has lost its hidden sheet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A schedule as somebody gave it back.

    Attributes
    ----------
    problem
        What it is for; with the people and rooms that it still names though they have left.
    schedule
        Its rows as they are now, each with a Row ID; what was edited is pinned.
    written
        Its rows as the planner wrote them; None where that is not known.
    edits
        What was edited; None where that cannot be told.
    letters
        The column letters of its sheet Schedule.
    conflicts
        Where several copies were edited differently.
    accepted
        What the version before says of class time that somebody moved a row away from.
    version
        Which version of what it is a copy of: ``fall v2``; empty where that is not known.
    left_out
        Its rows of cohorts and modules that are no longer there.
    """

    problem: Problem
    schedule: Schedule
    written: Schedule | None
    edits: tuple[Edit, ...] | None
    letters: Mapping[str, str]
    notes: tuple[str, ...] = ()
    conflicts: tuple[Finding, ...] = ()
    accepted: frozenset[str] = frozenset()
    version: str = ""
    left_out: tuple[Session, ...] = ()


def workbook(file: Path) -> Path:
    """Give the schedule workbook of a run folder, as it was made there; any other file or folder as it is.

    Raises
    ------
    InputError
        If it is not there, or a run folder has several and none is the one it was made with.
    """
    file = file.resolve()
    if not file.exists():
        raise refused(file, "there is no such file or folder", "Check the path")
    workbooks = runs.workbooks_in(file)
    made = runs.made_in(file)
    if made in workbooks:
        return made
    if len(workbooks) > 1:
        names = ", ".join(found.name for found in workbooks)
        raise refused(file, f"there are several schedule workbooks in it: {names}", "Name the one you mean")
    return workbooks[0] if workbooks else file


def is_schedule(file: Path) -> bool:
    """Whether a file is a schedule workbook."""
    return kind_of(file) == "schedule"


def inputs_of(files: Sequence[Path], named: Path | None) -> tuple[Path, tuple[str, ...]]:
    """Give the inputs of a schedule: those named, else those kept in its run folder; and a word on them.

    Raises
    ------
    InputError
        If there are none.
    """
    if named is not None:
        if not named.exists():
            raise refused(named, "there is no such file or folder", "Check the path after --inputs")
        return named.resolve(), ()
    kept = next(filter(None, map(runs.kept_inputs, files)), None)
    if kept is None:
        todo = "Say what it was planned from: --inputs WORKBOOK"
        raise refused(files[0], "the inputs of this schedule are not beside it", todo)
    inputs, sha256 = kept
    if fingerprint(inputs) == sha256:
        return inputs, (f"checked against {runs.INPUTS}/{inputs.name} beside it",)
    edited = f"{runs.INPUTS}/{inputs.name} was edited after this schedule was planned"
    return inputs, (f"{edited}; checked against it as it is now",)


def read_edited(files: Sequence[Path], problem: Problem, since: date | None = None) -> Edited:
    """Read a schedule workbook, or several edited copies of one, for a problem.

    ``since`` is the day before which everything has been held already. If it is None it is that of the
    last repair or Plan from, whichever is later.

    Raises
    ------
    InputError
        If one cannot be used, or was planned for another site.
    """
    copies = read_copies(files, problem)
    _check_site(files[0], copies, problem)
    rows = _with_ids(copies.schedule, copies.written)
    edited = edits(copies.written.sessions, rows.sessions) if copies.written else None
    schedule, gone = without_former(problem, with_edits_pinned(rows, edited or ()))
    since = since or max(_last_since(copies), problem.settings.plan_from)
    complete, left = with_former(problem, schedule, since)
    return Edited(
        problem=replace(complete, since=since),
        schedule=schedule,
        written=copies.written,
        edits=edited,
        letters=copies.letters,
        notes=(*copies.notes, *([UNTOLD] if edited is None else []), *left_out(problem, gone), *left),
        conflicts=copies.conflicts,
        accepted=frozenset(copies.facts.get("Accepted", "").splitlines()),
        version=copies.facts.get("Version", ""),
        left_out=gone,
    )


def _with_ids(schedule: Schedule, written: Schedule | None) -> Schedule:
    """Give every row its Row ID: the one it was written with, or else its own, or else a new one."""
    before = written.sessions if written else ()
    pairs = known(before, schedule.sessions)
    taken = {row.id for row in before} | {row.id for row in schedule.sessions}
    fresh = fresh_ids(taken)
    rows = (replace(row, id=found or row.id or next(fresh)) for found, row in pairs)
    return replace(schedule, sessions=tuple(rows))


def _last_since(copies: Copies) -> date:
    try:
        return date.fromisoformat(copies.facts["From"])
    except (KeyError, ValueError):
        return date.min


def _check_site(file: Path, copies: Copies, problem: Problem) -> None:
    """Refuse a schedule of another site, where both are known."""
    its, ours = copies.facts.get("Site", ""), problem.settings.site
    if its and ours and its != ours:
        raise refused(
            file,
            f"this is a schedule of {its}, but the inputs are those of {ours}",
            "Say what it was planned from: --inputs WORKBOOK",
        )
