"""Why something cannot be had for programs: what ``scheduler explain --json`` gives beside the findings."""

from dataclasses import asdict

from scheduler.app import what_if_result
from scheduler.app.explaining import Explained
from scheduler.domain.bottleneck import Bottleneck
from scheduler.domain.clock import hours
from scheduler.domain.remedy import Remedy


def of(explained: Explained) -> dict[str, object]:
    """Give the reasons, the remedies with the cells they change, and every bottleneck, the tightest first."""
    return {
        "reasons": [asdict(reason) for reason in explained.reasons],
        "remedies": [_remedy(remedy) for remedy in explained.remedies],
        "bottlenecks": [_bottleneck(one) for one in explained.bottlenecks],
    }


def _remedy(remedy: Remedy) -> dict[str, object]:
    return {
        "what": remedy.what,
        "gives": remedy.gives,
        "enough": remedy.is_enough,
        "effort": remedy.effort,
        "score": remedy.score,
        "cells": [what_if_result.cell(cell) for cell in remedy.cells],
    }


def _bottleneck(one: Bottleneck) -> dict[str, object]:
    peak, total = one.peak, one.total
    return {
        "kind": one.pool.supply,
        "for": one.pool.wanted,
        "campus": one.pool.campus,
        "part": one.part,
        "who": list(one.pool.members),
        "needed": hours(total.needed),
        "taken": hours(total.taken),
        "there": hours(total.there),
        "not_placed": hours(one.unplaced),
        "week": one.tightest.isoformat() if one.tightest else None,
        "week_needed": hours(peak.needed),
        "week_taken": hours(peak.taken),
        "week_there": hours(peak.there),
    }
