"""The tightest people and rooms on the terminal."""

from collections.abc import Sequence
from math import isinf

from rich.table import Table

from scheduler.cli.words import table_of
from scheduler.domain.bottleneck import Bottleneck
from scheduler.domain.clock import day, hours, number

TIGHTEST = 5
"""So many are shown; the sheet Bottlenecks of a schedule has all of them."""
NAMED = 4
"""So many people or rooms are named; of more only how many."""


def tightest(bottlenecks: Sequence[Bottleneck]) -> Table:
    """Give the tightest people and rooms, each in its tightest week."""
    table = table_of(
        ("Needed for", "Campus", "Part of day", "Who", "Tightest week"), ("Needed", "There", "Used")
    )
    for one in bottlenecks[:TIGHTEST]:
        peak, week = one.peak, one.tightest
        table.add_row(
            one.pool.wanted,
            one.pool.campus,
            one.part,
            _named(one.pool.members),
            f"{day(week)}" if week else "",
            f"{number(hours(peak.needed + peak.taken))} h",
            f"{number(hours(peak.there))} h",
            "none there" if isinf(peak.share) else f"{peak.share:.0%}",
        )
    return table


def _named(members: Sequence[str]) -> str:
    more = f" and {len(members) - NAMED} more" if len(members) > NAMED else ""
    return f"{', '.join(members[:NAMED])}{more}" or "nobody"
