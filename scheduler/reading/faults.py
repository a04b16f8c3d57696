"""Collecting what cannot be understood: every fault with its cell, all of them, in sheet order."""

from openpyxl.utils import get_column_letter

from scheduler.domain.findings import Finding


class Unreadable(Exception):  # noqa: N818 - it is named for what the file is
    """A file cannot be opened at all; says why and what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


class Misread(Exception):  # noqa: N818 - it is named for what happened to the cell
    """A cell does not hold what its column asks for; says why and what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo


def fault(what: str, todo: str, where: str = "") -> Finding:
    """Make the finding of something that could not be understood."""
    return Finding(rule="input", where=where, what=what, todo=todo)


def cell_name(sheet: str, row: int, column: int) -> str:
    """Name a cell the way a spreadsheet does: ``Cohorts!C7``."""
    return f"{sheet}!{get_column_letter(column)}{row}"


class Faults:
    """Every fault found so far; they come out in the order of sheets, rows and columns."""

    def __init__(self) -> None:
        self._found: list[tuple[tuple[int, int, int, int], Finding]] = []

    def __len__(self) -> int:
        """Count them."""
        return len(self._found)

    def add(self, *, place: tuple[int, int, int], where: str, what: str, todo: str) -> None:
        """Note a fault; the place is the number of its sheet, row and column."""
        self._found.append(((*place, len(self._found)), fault(what, todo, where)))

    def in_order(self) -> tuple[Finding, ...]:
        """Give all faults in the order of sheets, then rows, then columns."""
        return tuple(finding for _, finding in sorted(self._found, key=lambda pair: pair[0]))
