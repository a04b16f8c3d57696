"""Insertion: the best timelines of one cohort, as everybody else leaves it.

Every pattern and every start is grown, the most promising first, under one beam that they share.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from operator import attrgetter

from scheduler.domain.ids import CohortId
from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Case
from scheduler.engine.generator import Growth
from scheduler.engine.staffing import Staffing
from scheduler.engine.timeline import Timeline
from scheduler.engine.tuning import Tuning
from scheduler.rules import pin

NARROWEST_BEAM = 4
"""What a beam is narrowed to at most, where a cohort can start on many days."""
WIDER = 4
"""How much wider a beam is tried where a pinned start is missed."""


def timelines(calendars: Calendars, cohort: CohortId, tuning: Tuning) -> list[Timeline]:
    """Give the best timelines found for a cohort, the best first, at least one."""
    cases = calendars.model.cases[cohort]
    tuning = _shared_beam(tuning, sum(len(case.starts) for case in cases))
    found = _grown(calendars, cases, tuning)
    if found and tuning.beam is not None and pin.CODE in found[0].breaches:
        wider = _grown(calendars, cases, replace(tuning, beam=WIDER * tuning.beam))
        if wider and len(wider[0].breaches) < len(found[0].breaches):
            found = wider
    return found or [_nothing(calendars, cohort)]


def _grown(calendars: Calendars, cases: Sequence[Case], tuning: Tuning) -> list[Timeline]:
    """Give the best timelines from every start under every pattern, the best first."""
    found: list[tuple[float, Timeline]] = []
    cutoff = float("inf")
    growths = [
        Growth(calendars, case, start, tuning, staffing)
        for case in cases
        for staffing in [Staffing(calendars, case, tuning)]
        for start in case.starts
    ]
    for growth in sorted(growths, key=attrgetter("least")):
        if growth.least >= cutoff or (found and tuning.ended()):
            break
        for label in growth.ended(cutoff):
            found.append((label.rank, growth.timeline(label)))
            cutoff = min(cutoff, label.rank)
    return [timeline for _, timeline in sorted(found, key=lambda pair: pair[0])]


def _shared_beam(tuning: Tuning, starts: int) -> Tuning:
    """Narrow the beam of each start where there are many."""
    if tuning.beam is None or starts < 2:
        return tuning
    return replace(tuning, beam=max(NARROWEST_BEAM, round(tuning.beam / sqrt(starts))))


def _nothing(calendars: Calendars, cohort: CohortId) -> Timeline:
    """Give the timeline of a cohort that cannot start at all: every hour unplaced."""
    model = calendars.model
    case = model.cases[cohort][0]
    cost = model.prices.unplaced * case.total
    return Timeline(cohort=cohort, pattern=case.pattern.id, steps=(), cost=cost, missing=0, finish=-1)
