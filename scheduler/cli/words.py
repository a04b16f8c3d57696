"""How numbers and findings are put into words on the terminal."""

from collections.abc import Iterable, Mapping
from math import ceil, inf
from pathlib import Path

from rich import box
from rich.table import Table

from scheduler.app.faults import line
from scheduler.domain.clock import hours, number
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price, gap
from scheduler.domain.schedule import Schedule
from scheduler.tables import SCHEDULE

SHOWN = 20
"""So many findings are listed after planning; the sheet Findings has all of them."""


def closeness(score: float, bound: float | None) -> str:
    """Say how near the best possible a score is, never nearer than is proven."""
    apart = gap(score, bound) if bound is not None else inf
    if apart == 0:
        return "proven best"
    if apart >= 1:
        return "best found so far"
    return f"within {ceil(apart * 1000 - 1e-6) / 10:g} % of the best possible"


def counted(count: int, thing: str) -> str:
    """Write a count with its noun: ``1 finding``, ``4 findings``."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def extent(schedule: Schedule, prices: Mapping[str, Price]) -> str:
    """Say how many hours there are, how many are missing or not staffed, and from when to when."""
    held = sum(session.length for session in schedule.sessions)
    unplaced, unstaffed = prices["unplaced hours"].units, prices["unstaffed hours"].units
    parts = [
        counted(len(schedule.by_cohort), "cohort"),
        f"{number(hours(held))} h placed" + (f", {number(unplaced)} h not" if unplaced else ""),
        f"{number(unstaffed)} h unstaffed" if unstaffed else "all staffed",
    ]
    if schedule.sessions:
        days = [session.date for session in schedule.sessions]
        parts.append(" to ".join(f"{day:%b} {day.day}, {day.year}" for day in (min(days), max(days))))
    return " · ".join(parts)


def goals_table(prices: Mapping[str, Price]) -> Table:
    """Give what each goal costs; goals that cost nothing are left out."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("Goal")
    for heading in ("Units", "Weight", "Cost"):
        table.add_column(heading, justify="right")
    for name, price in prices.items():
        if price.cost:
            table.add_row(name, number(price.units), number(price.weight), number(price.cost))
    return table


def finding_lines(findings: Iterable[Finding], *, inputs: str, workbook: str) -> list[str]:
    """Write each finding with the file it is in: the schedule workbook, or else the inputs."""
    ours = f"{SCHEDULE.name}!"
    return [line(workbook if finding.where.startswith(ours) else inputs, finding) for finding in findings]


def shown(path: Path) -> str:
    """Write a path as short as it can be from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
