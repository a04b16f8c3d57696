"""The exact inputs of a run: a copy that nobody edits meanwhile, and its fingerprint."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.app import runs
from scheduler.app.faults import InputError, refused
from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Cell, Scenario
from scheduler.reading import kind_of, read_problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a plan is made from.

    Attributes
    ----------
    copy
        A private copy, so that what is planned, fingerprinted and kept is the same even if
        the coordinator saves the workbook while the search runs.
    sha256
        The fingerprint: of a file, its SHA-256; of a folder, that of the list of its CSV
        files' fingerprints and names, as ``sha256sum *.csv`` prints it.
    notes
        What the reader has to say: columns it mapped, rosters it counted.
    scenarios
        What the sheet Scenarios says; a plan takes no notice of it.
    called
        What the run is called, if not by the name of the workbook or folder.
    """

    problem: Problem
    copy: Path
    sha256: str
    notes: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    called: str = ""

    @property
    def subject(self) -> str:
        """What the run is called: the name of the workbook or folder, unless something else is said."""
        if self.called:
            return self.called
        return self.copy.name if self.copy.is_dir() else self.copy.stem

    def keep(self, folder: Path) -> None:
        """Put the inputs, byte for byte, into a new folder."""
        folder.mkdir()
        _copied(self.copy, folder)


@contextmanager
def exact(source: Path) -> Iterator[Inputs]:
    """Read a planning workbook or CSV folder from a private copy that lasts for the ``with``.

    Raises
    ------
    InputError
        If it cannot be used, with all its faults.
    """
    source = source.resolve()
    if not source.exists():
        raise refused(source, "there is no such file or folder", "Check the path")
    with TemporaryDirectory() as scratch:
        copy = _copied(source, Path(scratch))
        problem, notes, scenarios = read_all(copy, source=source)
        yield Inputs(problem=problem, copy=copy, sha256=fingerprint(copy), notes=notes, scenarios=scenarios)


def _refuse_a_schedule(source: Path) -> None:
    """Refuse a schedule workbook or a run folder where a plan's inputs are asked for."""
    workbook = next(iter(runs.workbooks_in(source)), source)
    if kind_of(workbook) == "schedule":
        kept = runs.kept_inputs(workbook)
        inputs = f"its inputs: {kept[0]}" if kept else "the workbook it was planned from"
        thing = "the folder of a run" if source.is_dir() else "a schedule workbook"
        raise refused(source, f"this is {thing}, not a planning workbook", f"Check it, or plan {inputs}")


def read(
    path: Path, cells: Sequence[Cell] = (), *, source: Path | None = None
) -> tuple[Problem, tuple[str, ...]]:
    """Read a planning workbook or CSV folder; give the problem and the reader's notes.

    It is read as if the ``cells`` held what they say.

    Raises
    ------
    InputError
        If it cannot be used, with all its faults, in the name of ``source`` if given.
    """
    problem, notes, _ = read_all(path, cells, source=source)
    return problem, notes


def read_all(
    path: Path, cells: Sequence[Cell] = (), *, source: Path | None = None
) -> tuple[Problem, tuple[str, ...], tuple[Scenario, ...]]:
    """Read the same as `read`, and what the sheet Scenarios says.

    Raises
    ------
    InputError
        If it cannot be used, with all its faults, in the name of ``source`` if given.
    """
    _refuse_a_schedule(source or path)
    reading = read_problem(path, cells)
    if reading.problem is None:
        raise InputError(source or path, reading.faults)
    return reading.problem, reading.notes, reading.scenarios


def fingerprint(path: Path) -> str:
    """Give the SHA-256 of a file, or of the list of a folder's CSV files (see `Inputs`)."""
    if path.is_dir():
        listed = "".join(f"{fingerprint(file)}  {file.name}\n" for file in _tables(path))
        return sha256(listed.encode()).hexdigest()
    return sha256(path.read_bytes()).hexdigest()


def _tables(folder: Path) -> list[Path]:
    return sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv")


def _copied(source: Path, folder: Path) -> Path:
    target = folder / source.name
    if not source.is_dir():
        return Path(shutil.copyfile(source, target))
    target.mkdir()
    for file in _tables(source):
        shutil.copyfile(file, target / file.name)
    return target
