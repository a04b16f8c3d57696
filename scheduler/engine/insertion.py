"""Insertion: the best timelines of one cohort, as everybody else leaves it.

Every pattern and every start is grown, the most promising first, under one beam that they share.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from operator import attrgetter

from scheduler.domain.ids import CohortId
from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Case
from scheduler.engine.generator import Growth
from scheduler.engine.staffing import Staffing
from scheduler.engine.timeline import Timeline
from scheduler.engine.tuning import Tuning
from scheduler.rules import pin

HASTY = 1
"""The beam of a timeline that only has to be there soon."""
NARROW = 4
"""The beam that is tried first, for a price that the wider one has to beat."""
WIDER = 4
"""How much wider a beam is tried where a pinned start is missed."""


def timelines(calendars: Calendars, cohort: CohortId, tuning: Tuning) -> list[Timeline]:
    """Give the best timelines found for a cohort, the best first; at least one if there is no cutoff."""
    cases = calendars.model.cases[cohort]
    found = _grown(calendars, cases, tuning)
    missed = found and pin.CODE in found[0].breaches
    if missed and tuning.beam is not None and not (tuning.hasty or tuning.ended()):
        wider = _grown(calendars, cases, replace(tuning, beam=WIDER * tuning.beam))
        if wider and len(wider[0].breaches) < len(found[0].breaches):
            found = wider
    return found or ([_nothing(calendars, cohort)] if tuning.cutoff == inf else [])


def _grown(calendars: Calendars, cases: Sequence[Case], tuning: Tuning) -> list[Timeline]:
    """Give the best timelines from every start under every pattern, the best first."""
    found: list[tuple[float, Timeline]] = []
    cutoff = tuning.cutoff
    growths = [
        Growth(calendars, case, tuning, Staffing(calendars, case, tuning)) for case in cases if case.starts
    ]
    growths.sort(key=attrgetter("least"))
    beams = (NARROW, tuning.beam) if cutoff == inf else (tuning.beam,)
    for beam in (HASTY,) if tuning.hasty else beams:
        for growth in growths:
            if growth.least >= cutoff or (cutoff < inf and tuning.ended()):
                break
            for label in growth.ended(cutoff, beam):
                found.append((label.rank, growth.timeline(label)))
                cutoff = min(cutoff, label.rank)
                if tuning.hasty and label.whole:
                    return [found[-1][1]]
    return [timeline for _, timeline in sorted(found, key=lambda pair: pair[0])]


def _nothing(calendars: Calendars, cohort: CohortId) -> Timeline:
    """Give the timeline of a cohort that cannot start at all: every hour unplaced."""
    model = calendars.model
    case = model.cases[cohort][0]
    cost = model.prices.unplaced * case.total
    return Timeline(cohort=cohort, pattern=case.pattern.id, steps=(), cost=cost, missing=0, finish=-1)
