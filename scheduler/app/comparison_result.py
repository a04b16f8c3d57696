"""A comparison for programs: what ``scheduler compare --json`` gives."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from scheduler.domain.clock import QUARTERS_PER_HOUR, hours
from scheduler.domain.comparison import (
    RESPECTS,
    CohortPair,
    Comparison,
    Course,
    LoadPair,
    Moment,
    Placed,
    PlacementPair,
    Totals,
    summed_up,
)
from scheduler.domain.outcome import Price

T = TypeVar("T")


def of(comparison: Comparison) -> dict[str, object]:
    """Give a comparison as a program reads it: ``a`` and ``b``, hours, times as ``2026-01-05T08:00``."""
    return {
        "summary": summed_up(comparison),
        "same": comparison.same,
        "totals": _both(comparison.before, comparison.after, _totals),
        "goals": {pair.goal: _both(pair.before, pair.after, _price) for pair in comparison.goals},
        "cohorts": [_cohort(pair) for pair in comparison.cohorts],
        "people_and_rooms": [_load(pair) for pair in comparison.loads],
        "placements_compared": comparison.compared,
        "placements_differing": {respect: comparison.differing(respect) for respect in RESPECTS},
        "placements": [_placement(pair) for pair in comparison.placements],
    }


def _both(before: T | None, after: T | None, write: Callable[[T], object]) -> dict[str, object]:
    """Give what is in A and what is in B; None where there is nothing."""
    return {name: None if one is None else write(one) for name, one in (("a", before), ("b", after))}


def _totals(totals: Totals) -> dict[str, object]:
    return {
        "score": totals.score,
        "last_finish": _date(totals.last_finish),
        "hours": hours(totals.placed),
        "unplaced_hours": totals.unplaced,
        "unstaffed_hours": totals.unstaffed,
        "findings": totals.findings,
    }


def _price(price: Price) -> dict[str, float]:
    return {"units": price.units, "weight": price.weight}


def _cohort(pair: CohortPair) -> dict[str, object]:
    return {
        "cohort": pair.cohort,
        **_both(pair.before, pair.after, _course),
        "days_later": pair.days_later,
    }


def _course(course: Course) -> dict[str, object]:
    return {
        "start": _date(course.start),
        "finish": _date(course.finish),
        "hours": hours(course.placed),
        "unstaffed_hours": hours(course.unstaffed),
        "pattern": course.pattern,
    }


def _load(pair: LoadPair) -> dict[str, object]:
    return {"kind": pair.kind, "who": pair.who, **_both(pair.before, pair.after, hours)}


def _placement(pair: PlacementPair) -> dict[str, object]:
    return {
        "cohort": pair.cohort,
        "module": pair.module,
        "differs": list(pair.respects),
        **_both(pair.before, pair.after, _placed),
    }


def _placed(placed: Placed) -> dict[str, object]:
    return {
        "begins": _moment(placed.first),
        "ends": _moment(placed.last),
        "instructors": list(placed.instructors),
        "rooms": list(placed.rooms),
    }


def _date(when: date | None) -> str | None:
    return None if when is None else when.isoformat()


def _moment(moment: Moment | None) -> str | None:
    """Write a date and a time of day, midnight at the end of a day as 24:00."""
    if moment is None:
        return None
    hour, part = divmod(moment[1], QUARTERS_PER_HOUR)
    return f"{moment[0].isoformat()}T{hour:02d}:{part * 15:02d}"
