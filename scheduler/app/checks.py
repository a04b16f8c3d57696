"""Check a planning workbook, or a schedule workbook that somebody edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scheduler import goals
from scheduler.app import runs
from scheduler.app.faults import InputError, refused
from scheduler.app.inputs import fingerprint, read
from scheduler.app.located import findings
from scheduler.checking import gone, told
from scheduler.domain.edits import edits
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.reading import kind_of, read_schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found.

    Attributes
    ----------
    file
        What was checked.
    inputs
        The planning workbook or CSV folder that was checked, or checked against.
    schedule
        What the schedule workbook says; None where only inputs were checked.
    edits
        What somebody changed since it was written, in sentences; None where that cannot be told.
    goals
        What each goal costs in that schedule; empty without one.
    notes
        What the reader has to say: columns it mapped, rosters it counted.
    """

    problem: Problem
    file: Path
    inputs: Path
    findings: tuple[Finding, ...]
    schedule: Schedule | None = None
    edits: tuple[str, ...] | None = None
    goals: Mapping[str, Price] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The score of the schedule that was checked; 0 without one."""
        return goals.score(self.goals)


def check(file: Path, inputs: Path | None = None) -> Checked:
    """Check inputs, or a schedule against its inputs: those named, else those kept in its run folder.

    Of a run folder its schedule workbook is checked.

    Raises
    ------
    InputError
        If the file or its inputs cannot be used.
    """
    file = opened(file)
    if kind_of(file) == "schedule":
        return _schedule(file, inputs)
    if inputs is not None:
        raise refused(
            file, "this is no schedule workbook, so --inputs means nothing here", "Leave --inputs out"
        )
    problem, notes = read(file)
    return Checked(problem=problem, file=file, inputs=file, findings=findings(problem), notes=notes)


def opened(file: Path) -> Path:
    """Give the schedule workbook of a run folder; anything else as it is.

    Raises
    ------
    InputError
        If there is nothing, or several workbooks and nobody can say which is meant.
    """
    file = file.resolve()
    if not file.exists():
        raise refused(file, "there is no such file or folder", "Check the path")
    workbooks = runs.workbooks_in(file)
    if len(workbooks) > 1:
        names = ", ".join(workbook.name for workbook in workbooks)
        raise refused(
            file, f"there are several schedule workbooks in it: {names}", "Name the one that is meant"
        )
    return workbooks[0] if workbooks else file


def _schedule(file: Path, named: Path | None) -> Checked:
    inputs, notes = _inputs(file, named)
    problem, mapped = read(inputs)
    reading = read_schedule(file, problem)
    if reading.schedule is None:
        raise InputError(file, reading.faults)
    written = reading.written
    edited = edits(written.sessions, reading.schedule.sessions) if written else ()
    return Checked(
        problem=problem,
        file=file,
        inputs=inputs,
        findings=findings(problem, reading.schedule, reading.letters, gone(edited)),
        schedule=reading.schedule,
        edits=tuple(told(edited, written)) if written else None,
        goals=goals.prices(problem, reading.schedule),
        notes=(*notes, *mapped, *reading.notes),
    )


def _inputs(file: Path, named: Path | None) -> tuple[Path, tuple[str, ...]]:
    """Give the inputs to check against, and a word on them where they are no longer what was planned."""
    if named is not None:
        if not named.exists():
            raise refused(named, "there is no such file or folder", "Check the path after --inputs")
        return named.resolve(), ()
    kept = runs.kept_inputs(file)
    if kept is None:
        todo = "Say what it was planned from: --inputs WORKBOOK"
        raise refused(file, "the inputs of this schedule are not beside it", todo)
    inputs, sha256 = kept
    if fingerprint(inputs) == sha256:
        return inputs, (f"checked against {runs.INPUTS}/{inputs.name} beside it",)
    edited = f"{runs.INPUTS}/{inputs.name} was edited after this schedule was planned"
    return inputs, (f"{edited}; checked against it as it is now",)
