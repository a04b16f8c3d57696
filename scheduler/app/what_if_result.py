"""Scenarios side by side for programs: what ``scheduler compare WORKBOOK --json`` gives."""

from scheduler.domain.scenario import Cell
from scheduler.domain.variants import Variant, cohorts
from scheduler.reading import is_personal


def of(variant: Variant) -> dict[str, object]:
    """Give a scenario as a program reads it; without a schedule it has no numbers and no dates."""
    outcome = variant.outcome
    result: dict[str, object] = {
        "name": variant.name,
        "cells": [cell(one) for one in variant.scenario.cells],
        "status": variant.status,
        "findings": [
            {"rule": one.rule, "where": where, "what": one.what, "todo": one.todo}
            for where, one in variant.findings
        ],
    }
    if outcome is None:
        return result
    ends = {cohort: variant.finish(cohort) for cohort in cohorts((variant,))}
    return result | {
        "score": outcome.score,
        "bound": outcome.bound,
        "goals": {
            name: {"units": price.units, "weight": price.weight} for name, price in outcome.goals.items()
        },
        "unplaced_hours": outcome.goals["unplaced hours"].units,
        "unstaffed_hours": outcome.goals["unstaffed hours"].units,
        "finish": {cohort: end.isoformat() if end else None for cohort, end in ends.items()},
        "seconds": outcome.seconds,
    }


def cell(cell: Cell) -> dict[str, object]:
    """Give a cell and its value; what stands in a roster is not given."""
    value = None if is_personal(cell) else cell.value
    return {"sheet": cell.sheet, "row": cell.row, "column": cell.column, "value": value}
