"""Scenarios side by side as tables for the terminal."""

from collections.abc import Iterator, Sequence
from math import inf

from rich.table import Table

from scheduler.cli.words import SHOWN, table_of
from scheduler.domain.clock import day, hours, number
from scheduler.domain.ids import CohortId
from scheduler.domain.outcome import percent
from scheduler.domain.variants import Variant, cohorts, loads

Rows = Sequence[tuple[str, ...]]

TOTALS = ("Unplaced h", "Unstaffed h", "Days late", "Last finish", "Score", "At most above best", "Findings")
"""Above the best possible: so much at most, as far as is known."""


def tables(variants: Sequence[Variant]) -> Iterator[tuple[Table, Rows]]:
    """Yield the empty tables of totals, finish dates and hours that differ, each with its rows."""
    yield table_of(("Scenario",), TOTALS), [_totals(variant) for variant in variants]
    planned = [variant for variant in variants if variant.counted]
    names = [variant.name for variant in planned]
    yield (
        table_of(("Finish", *names)),
        [
            (cohort, *(_finish(variant, variants[0], cohort) for variant in planned))
            for cohort in _moved_first(planned, variants[0])
        ],
    )
    yield (
        table_of(("Hours",), names),
        [
            (load.who, *("" if length is None else number(hours(length)) for length in load.quarters))
            for load in loads(planned)
            if load.differs and not load.is_room
        ],
    )


def _moved_first(planned: Sequence[Variant], base: Variant) -> Sequence[CohortId]:
    """Give the cohorts; if there are too many to show, those first that do not finish as they stand."""
    found = cohorts(planned)
    if len(found) <= SHOWN:
        return found
    return sorted(found, key=lambda cohort: not any(one.later(base, cohort) for one in planned))


def _totals(variant: Variant) -> tuple[str, ...]:
    if variant.counted is None or variant.days_late is None:
        return (variant.name, *[""] * 5, variant.status, "")
    totals = variant.counted.totals
    return (
        *(variant.name, number(totals.unplaced), number(totals.unstaffed), number(variant.days_late)),
        day(totals.last_finish) if totals.last_finish else "none",
        *(number(totals.score), _above(variant), str(totals.findings)),
    )


def _above(variant: Variant) -> str:
    """Say how much at most the score is above the best possible: ``0 %``, ``1.3 %``."""
    gap = variant.outcome.gap if variant.outcome else inf
    return percent(gap) if gap <= 1 else "not known"


def _finish(variant: Variant, base: Variant, cohort: CohortId) -> str:
    """Write when a cohort finishes, and how many days later than as it stands: ``Fri Dec 11 +4``."""
    end, days = variant.finish(cohort), variant.later(base, cohort)
    return " ".join(filter(None, (day(end) if end else "none", f"{days:+d}" if days else "")))
