"""Compare two versions of a schedule, each with its own inputs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scheduler.app import checks, runs
from scheduler.app.checks import Checked
from scheduler.app.edited import is_schedule, workbook
from scheduler.app.faults import refused
from scheduler.app.fresh import check_fresh
from scheduler.app.inputs import fingerprint
from scheduler.checking import Side, compared
from scheduler.domain.comparison import Comparison
from scheduler.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is different between two schedules.

    Attributes
    ----------
    before, after
        The schedule workbooks A and B.
    workbook
        Where the comparison was written; None if nobody asked for that.
    notes
        What is to be said about both of them and their inputs.
    """

    before: Path
    after: Path
    comparison: Comparison
    workbook: Path | None
    notes: tuple[str, ...]


def compare(
    before: Path, after: Path, inputs: Path | None = None, *, out: Path | None = None, today: date
) -> Compared:
    """Compare two schedule workbooks or run folders; write what differs into ``out`` if that is named.

    Each is read with the inputs kept beside it; ``inputs`` are for those that have none.

    Raises
    ------
    InputError
        If one of them is no schedule, it or its inputs cannot be used, or ``out`` may not be written.
    OSError
        If ``out`` cannot be written.
    """
    if out is not None:
        check_place(out)
    files = _schedule(before), _schedule(after)
    alone = [file for file in files if runs.kept_inputs(file) is None]
    if inputs is not None and not alone:
        what = "both schedules have their inputs beside them, so --inputs means nothing here"
        raise refused(inputs, what, "Leave --inputs out")
    one, other = (checks.check(file, inputs if file in alone else None) for file in files)
    comparison = compared(_side(one), _side(other))
    if out is not None:
        _write(out, comparison, files, today)
    notes = tuple(_notes(one, other))
    return Compared(before=files[0], after=files[1], comparison=comparison, workbook=out, notes=notes)


def check_place(out: Path) -> None:
    """See that the comparison can be written there; a run folder holds one workbook, its schedule."""
    check_fresh(out, "the workbook of a comparison")
    if (out.parent / runs.RESULT).is_file():
        raise refused(
            out, "this would be in the folder of a run, which stays as it is", "Choose another folder"
        )


def _schedule(path: Path) -> Path:
    file = workbook(path)
    if not is_schedule(file):
        raise refused(
            path, "this is no schedule workbook, and no folder of a run", "Compare two that plan wrote"
        )
    return file


def _side(checked: Checked) -> Side:
    return Side(
        problem=checked.problem,
        schedule=checked.schedule or Schedule(),
        goals=checked.goals,
        findings=len(checked.findings),
    )


def _notes(before: Checked, after: Checked) -> Iterator[str]:
    """Say whether the inputs are the same, and whose notes are whose."""
    if fingerprint(before.inputs) != fingerprint(after.inputs):
        yield "A and B were planned from different inputs"
    for note in dict.fromkeys((*before.notes, *after.notes)):
        whose = [name for name, one in (("A", before), ("B", after)) if note in one.notes]
        yield f"{' and '.join(whose)}: {note}"


def _write(out: Path, comparison: Comparison, files: tuple[Path, Path], today: date) -> None:
    from scheduler import writing  # noqa: PLC0415  loads pandas, which nobody needs before

    out.parent.mkdir(parents=True, exist_ok=True)
    names = tuple(str(Path(file.parent.name, file.name)) for file in files)
    writing.write_comparison(out, comparison, names=names, today=today)
