"""Run folders: one for each run, complete or not there at all, never overwriting another.

``outputs/2026-08-17 department v1/`` holds the schedule workbook, ``result.json`` and, in
``inputs/``, the exact inputs. Version numbers count up over all days.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

RESULT = "result.json"
INPUTS = "inputs"
NAME = re.compile(r"(?P<made>\d{4}-\d\d-\d\d) (?P<subject>.+) v(?P<version>\d+)")
"""What a run folder is called: the day it was made, the name of its inputs, its version."""

TRIES = 9
"""So many names are tried for a file whose name is open in Excel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The schedule workbook that a version was repaired from, its fingerprint, and what it is a copy of.

    ``version`` is empty where that is not known.
    """

    workbook: str
    sha256: str
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A run folder to be: where its files are to lie, under which version."""

    path: Path
    subject: str
    version: int

    @property
    def workbook(self) -> Path:
        """Where the schedule workbook goes; no two versions share a name, as Excel demands."""
        return self.path / f"{self.subject} schedule v{self.version}.xlsx"

    @property
    def result(self) -> Path:
        """Where the result for programs goes."""
        return self.path / RESULT

    @property
    def kept(self) -> Path:
        """Where the exact inputs go."""
        return self.path / INPUTS


def new(out: Path, subject: str, today: date, fill: Callable[[Folder], Path]) -> Path:
    """Make the next version's run folder: filled in a temporary place beside it, then renamed.

    ``fill`` writes the files and gives one of them; where that one ended up is given back.

    Raises
    ------
    OSError
        If nothing can be written there.
    """
    out.mkdir(parents=True, exist_ok=True)
    while True:
        version = next_version(out, subject)
        final = out / f"{today:%Y-%m-%d} {subject} v{version}"
        with TemporaryDirectory(dir=out, prefix=".making ", ignore_cleanup_errors=True) as scratch:
            made = Path(scratch) / final.name
            made.mkdir()
            main = fill(Folder(path=made, subject=subject, version=version))
            with suppress(FileExistsError):
                return _renamed(made, final) / main.name


def check_writable(out: Path) -> None:
    """See before a long search that a run folder can be made there; leaves nothing behind.

    Raises
    ------
    OSError
        If not, naming the folder.
    """
    there = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    try:
        TemporaryDirectory(dir=there, prefix=".making ").cleanup()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from error


def _renamed(made: Path, final: Path) -> Path:
    """Give the folder its name; raise FileExistsError if another run took it meanwhile."""
    try:
        return made.rename(final)
    except OSError as error:
        if final.exists():
            raise FileExistsError(str(final)) from error
        raise


def next_version(out: Path, subject: str) -> int:
    """Give the first version number above all there are of this subject."""
    found = (NAME.fullmatch(folder.name) for folder in out.iterdir())
    taken = (int(match["version"]) for match in found if match and match["subject"] == subject)
    return 1 + max(taken, default=0)


def later_versions(out: Path, version: str) -> tuple[str, ...]:
    """Say so where there are later versions than one, such as ``fall v2``, which may not be known."""
    subject, _, number = version.rpartition(" v")
    latest = next_version(out, subject) - 1 if subject and out.is_dir() else 0
    if not number.isdigit() or latest <= int(number):
        return ()
    return (f"there is a later version, v{latest}; this goes on from v{number}, without what v{latest} has",)


def write_free(path: Path, write: Callable[[Path], object]) -> Path:
    """Write a file; where that name is open in Excel and so locked, under ``name (2)`` and so on.

    Gives the path that was written.

    Raises
    ------
    PermissionError
        If no name can be written.
    """
    for candidate in _names(path):
        with suppress(PermissionError):
            write(candidate)
            return candidate
    raise PermissionError(f"{path} cannot be written")


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in range(2, TRIES + 1):
        yield path.with_stem(f"{path.stem} ({number})")


def renaming(workbook: Path) -> tuple[str, ...]:
    """Say so where a schedule workbook did not get its usual name, which ends in its version."""
    if not workbook.stem.endswith(")"):
        return ()
    return (f"its usual name could not be written, so the schedule is in {workbook.name}",)


def named(workbook: Path) -> str:
    """Give which version of what a schedule workbook's name tells: ``fall v2``; empty if it does not."""
    found = re.fullmatch(r"(.+) schedule (v\d+)( \(\d+\))?", workbook.stem)
    return f"{found[1]} {found[2]}" if found else ""


def version_of(workbook: Path) -> str:
    """Give the version, such as ``v3``, that a workbook's name tells, or else its folder's; empty if none."""
    found = (re.findall(r"\bv\d+\b", name) for name in (workbook.stem, workbook.parent.name))
    return next((versions[-1] for versions in found if versions), "")


def workbooks_in(folder: Path) -> tuple[Path, ...]:
    """Give the schedule workbooks of a run folder; none if it is no run folder."""
    if not (folder / RESULT).is_file():
        return ()
    return tuple(sorted(file for file in folder.glob("*.xlsx") if not file.name.startswith("~$")))


def made_in(folder: Path) -> Path:
    """Give the schedule workbook that a run made in its folder, as its ``result.json`` tells."""
    try:
        record = json.loads((folder / RESULT).read_text("utf-8"))
        return folder / Path(record["workbook"]).name
    except (OSError, ValueError, KeyError, TypeError):
        return folder


def kept_inputs(workbook: Path) -> tuple[Path, str] | None:
    """Give the inputs kept beside a schedule workbook and their fingerprint when they were kept.

    None if the workbook does not lie in a run folder.
    """
    try:
        record: Mapping[str, str] = json.loads((workbook.parent / RESULT).read_text("utf-8"))[INPUTS]
        kept = workbook.parent / INPUTS / Path(record["name"]).name
        return (kept, record["sha256"]) if kept.exists() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
