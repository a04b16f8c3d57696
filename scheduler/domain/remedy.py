"""What would help: cells of the planning workbook to change, and what that gives."""

from dataclasses import dataclass

from scheduler.domain.scenario import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """A way out that was tried by planning again.

    Attributes
    ----------
    what
        What to do, in a sentence without its full stop.
    cells
        The cells of the planning workbook to change, with the values they take.
    gives
        What that gives, in a sentence without its full stop.
    is_enough
        Whether nothing is wrong any more then.
    effort
        What it costs the college, as a house default: 1 for a cleared cell to 7 for another rule.
    score
        The score of the schedule found with it.
    """

    what: str
    cells: tuple[Cell, ...]
    gives: str
    is_enough: bool
    effort: int
    score: float
