"""Faults of the input, all at once, each with the place where it is."""

from collections.abc import Iterable
from pathlib import Path

from scheduler.domain.findings import Finding

INPUT = "input"
"""The rule a fault names: what is written there could not be understood."""

POINTER = " \u203a "
"""Stands between a file and a cell in it, as in a path on the screen."""


class InputError(Exception):
    """The input could not be used; its message lists every fault with file, sheet and cell.

    Attributes
    ----------
    source
        The file or folder at fault.
    faults
        Everything that is wrong with it, in the order of the sheets.
    """

    def __init__(self, source: Path, faults: Iterable[Finding]) -> None:
        self.source = source
        self.faults = tuple(faults)
        super().__init__("\n".join(line(source.name, fault) for fault in self.faults))


def refused(source: Path, what: str, todo: str = "") -> InputError:
    """Give the error for a file that cannot be used as a whole."""
    return InputError(source, (Finding(rule=INPUT, what=what, todo=todo),))


def line(file: str, finding: Finding) -> str:
    """Write a finding in one line: the file, the cell, what is wrong, what to do."""
    place = POINTER.join(part for part in (file, finding.where) if part)
    return f"{place}: {' '.join(_sentence(part) for part in (finding.what, finding.todo) if part)}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
