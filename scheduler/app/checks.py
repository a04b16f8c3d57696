"""Check a planning workbook, or a schedule workbook that somebody edited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scheduler import goals
from scheduler.app import runs
from scheduler.app.copies import read_copies
from scheduler.app.faults import refused
from scheduler.app.inputs import fingerprint, read
from scheduler.app.located import findings
from scheduler.checking import gone, told
from scheduler.domain.edits import edits
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.reading import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found.

    Attributes
    ----------
    file
        What was checked; of several copies the first.
    inputs
        The planning workbook or CSV folder that was checked, or checked against.
    schedule
        What the schedule workbook says, or its copies merged; None where only inputs were checked.
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


def check(file: Path, inputs: Path | None = None, others: Sequence[Path] = ()) -> Checked:
    """Check inputs, or a schedule against its inputs: those named, else those kept in its run folder.

    Of a run folder its schedule workbook is checked. With ``others``, further edited copies of the same
    schedule, what is checked is all of them merged.

    Raises
    ------
    InputError
        If a file or its inputs cannot be used.
    """
    files = tuple(_opened(one.resolve()) for one in (file, *others))
    strange = [one for one in files if kind_of(one) != "schedule"]
    if not strange:
        return _schedule(files, inputs)
    file = strange[0]
    if others:
        raise refused(
            file, "this is no schedule workbook, so it cannot be merged with others", "Check it alone"
        )
    if inputs is not None:
        raise refused(
            file, "this is no schedule workbook, so --inputs means nothing here", "Leave --inputs out"
        )
    problem, notes = read(file)
    return Checked(problem=problem, file=file, inputs=file, findings=findings(problem), notes=notes)


def _opened(file: Path) -> Path:
    """Give the schedule workbook of a run folder; anything else that is there as it is."""
    if not file.exists():
        raise refused(file, "there is no such file or folder", "Check the path")
    workbooks = runs.workbooks_in(file)
    if len(workbooks) > 1:
        names = ", ".join(workbook.name for workbook in workbooks)
        raise refused(file, f"there are several schedule workbooks in it: {names}", "Name the one to check")
    return workbooks[0] if workbooks else file


def _schedule(files: Sequence[Path], named: Path | None) -> Checked:
    inputs, notes = _inputs(files, named)
    problem, mapped = read(inputs)
    copies = read_copies(files, problem)
    schedule, written = copies.schedule, copies.written
    edited = edits(written.sessions, schedule.sessions) if written else ()
    conflicts = (conflict.located(copies.letters) for conflict in copies.conflicts)
    return Checked(
        problem=problem,
        file=files[0],
        inputs=inputs,
        findings=(*conflicts, *findings(problem, schedule, copies.letters, gone(edited))),
        schedule=schedule,
        edits=tuple(told(edited, written)) if written else None,
        goals=goals.prices(problem, schedule),
        notes=(*notes, *mapped, *copies.notes),
    )


def _inputs(files: Sequence[Path], named: Path | None) -> tuple[Path, tuple[str, ...]]:
    """Give the inputs to check against, and a word on them where they are no longer what was planned."""
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
