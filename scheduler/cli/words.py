"""How numbers and findings are put into words on the terminal."""

from collections.abc import Iterable, Mapping
from math import inf
from pathlib import Path

from rich import box
from rich.table import Table

from scheduler.app.faults import line
from scheduler.domain.clock import hours, number
from scheduler.domain.findings import Finding, named
from scheduler.domain.outcome import Price, nearness
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import SCHEDULE

SHOWN = 20
"""So many findings are listed after planning; the sheet Findings has all of them."""


def closeness(score: float, bound: float | None) -> str:
    """Say how near the best possible a score is; a bound that is not known yet proves nothing."""
    return nearness(score, -inf if bound is None else bound)


def counted(count: int, thing: str) -> str:
    """Write a count with its noun: ``no findings``, ``1 finding``, ``4 findings``."""
    return f"{f'{count:,}' if count else 'no'} {thing}{'' if count == 1 else 's'}"


def is_short(prices: Mapping[str, Price]) -> bool:
    """Whether hours are missing, or somebody to hold them."""
    return any(prices[goal].units for goal in ("unplaced hours", "unstaffed hours"))


def extent(problem: Problem, schedule: Schedule, prices: Mapping[str, Price]) -> str:
    """Say how many hours there are, how many are missing, too many or not staffed, and from when to when.

    Placed are the hours up to each module's own, so that they and the missing ones add up to
    what is required; hours beyond are too many.
    """
    held = {key: sum(s.length for s in sessions) for key, sessions in schedule.by_placement.items()}
    placed = sum(min(length, problem.module(*key).length) for key, length in held.items())
    beyond = sum(held.values()) - placed
    unplaced, unstaffed = prices["unplaced hours"].units, prices["unstaffed hours"].units
    parts = [
        counted(len(schedule.by_cohort), "cohort"),
        f"{number(hours(placed))} h placed"
        + f", {number(unplaced)} h not" * bool(unplaced)
        + f", {number(hours(beyond))} h too many" * bool(beyond),
        f"{number(unstaffed)} h unstaffed" if unstaffed else "all staffed",
    ]
    if schedule.sessions:
        days = [session.date for session in schedule.sessions]
        parts.append(" to ".join(f"{day:%b} {day.day}, {day.year}" for day in (min(days), max(days))))
    return " · ".join(parts)


def table_of(texts: Iterable[str], numbers: Iterable[str] = ()) -> Table:
    """Give an empty table with headings of columns of text, then of columns of numbers."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    for heading in texts:
        table.add_column(heading)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table


def goals_table(prices: Mapping[str, Price]) -> Table:
    """Give what each goal costs; goals that cost nothing are left out."""
    table = table_of(("Goal",), ("Units", "Weight", "Cost"))
    for name, price in prices.items():
        if price.cost:
            table.add_row(name, number(price.units), number(price.weight), number(price.cost))
    return table


def finding_lines(findings: Iterable[Finding], *, inputs: str, workbook: str) -> list[str]:
    """Write each finding with the file it is in: the schedule workbook, or else the inputs."""
    return [line(workbook if _in_schedule(finding) else inputs, finding) for finding in findings]


def _in_schedule(finding: Finding) -> bool:
    """Whether it is in the sheet Schedule, or about a row that only another copy of it has."""
    ours = any(finding.where == named(session) for session in finding.sessions[:1])
    return ours or finding.where.startswith(f"{SCHEDULE.name}!")


def shown(path: Path) -> str:
    """Write a path as short as it can be from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
