"""The Python interface: a front door beside the command line, without files where none are needed."""

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from scheduler.app import inputs, located, planning
from scheduler.app.faults import InputError
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Finding",
    "InputError",
    "Outcome",
    "Problem",
    "Schedule",
    "check",
    "plan",
    "read",
    "to_frame",
]


def read(path: Path | str) -> Problem:
    """Read a planning workbook, or a folder of CSV files.

    Raises
    ------
    InputError
        If it cannot be used: its ``faults`` say everything that is wrong, each with its cell.
    """
    with inputs.exact(Path(path)) as found:
        return found.problem


def plan(
    problem: Problem, *, time: float | None = 60, work: int | None = None, seed: int = 0, workers: int = 1
) -> Outcome:
    """Plan a term: give a certified schedule and how far from the best possible it can be.

    Parameters
    ----------
    problem
        What to plan, as `read` gives it.
    time
        Seconds to search at most; it ends sooner where the schedule is proven best. None: no limit.
        If something is missing, a quarter of it besides to find out why (``reasons``).
    work
        A limit that is the same on every machine: with it, ``time=None`` and one worker, the
        same seed gives the same schedule.
    seed
        Another number, another search.
    workers
        How many searches run side by side.
    """
    search = planning.Search(
        clock=monotonic, seconds=time, work=work, seed=seed, workers=workers, reasoning=(time or 0) / 4
    )
    return planning.solve(problem, search)


def check(problem: Problem, schedule: Schedule | None = None) -> tuple[Finding, ...]:
    """Give what is wrong with a problem, or with a schedule for it; empty if nothing is."""
    return located.findings(problem, schedule)


def to_frame(planned: Outcome | Schedule, problem: Problem) -> "pd.DataFrame":
    """Give a schedule as a table: one row a session, the columns of the sheet Schedule."""
    from scheduler import writing  # noqa: PLC0415  loads pandas

    schedule = planned.schedule if isinstance(planned, Outcome) else planned
    return writing.as_frame(schedule, problem)
