"""Check a planning workbook, or a schedule workbook that somebody edited."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scheduler import goals
from scheduler.app.edited import inputs_of, is_schedule, read_edited, workbook
from scheduler.app.faults import refused
from scheduler.app.inputs import read, read_all
from scheduler.app.located import findings
from scheduler.checking import gone, told
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Scenario
from scheduler.domain.schedule import Schedule
from scheduler.reading import read_problem


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
    files = tuple(map(workbook, (file, *others)))
    strange = [one for one in files if not is_schedule(one)]
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
    problem, notes, scenarios = read_all(file)
    found = (*findings(problem), *_in_scenarios(file, scenarios))
    return Checked(problem=problem, file=file, inputs=file, findings=found, notes=notes)


def _in_scenarios(file: Path, scenarios: Iterable[Scenario]) -> Iterator[Finding]:
    """Yield what is wrong in each scenario."""
    for scenario in scenarios:
        for fault in read_problem(file, scenario.cells).faults:
            yield replace(fault, what=f"in the scenario {scenario.name}: {fault.what}")


def _schedule(files: Sequence[Path], named: Path | None) -> Checked:
    inputs, notes = inputs_of(files, named)
    problem, mapped = read(inputs)
    edited = read_edited(files, problem)
    schedule, written = edited.schedule, edited.written
    conflicts = (conflict.located(edited.letters) for conflict in edited.conflicts)
    found = findings(edited.problem, schedule, edited.letters, gone(edited.edits or ()))
    return Checked(
        problem=edited.problem,
        file=files[0],
        inputs=inputs,
        findings=(*conflicts, *found),
        schedule=schedule,
        edits=tuple(told(edited.edits, written)) if edited.edits is not None and written else None,
        goals=goals.prices(edited.problem, schedule),
        notes=(*notes, *mapped, *edited.notes),
    )
