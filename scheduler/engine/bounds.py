"""How low a score can be at best: what each cohort costs at least if everybody else stays away.

The sum over the cohorts is a valid lower bound. Where people and rooms suffice it is often
reached, and then the schedule is proven best.
"""

from math import inf
from random import Random

from scheduler.domain.ids import CohortId
from scheduler.engine.calendars import Calendars
from scheduler.engine.generator import Growth, TooManyLabelsError
from scheduler.engine.model import Model
from scheduler.engine.staffing import Staffing
from scheduler.engine.tuning import Tuning

MOST_LABELS = 3_000
"""How many labels an exact bound may take for one number of finished modules."""


def quick_bound(model: Model, cohort: CohortId) -> float:
    """Give what a cohort costs at least, from its finish and the heads it needs alone."""
    growths = _growths(model, cohort, _tuning(model))
    return min((growth.least for growth in growths), default=_never(model, cohort))


def exact_bound(model: Model, cohort: CohortId, cost: float) -> float:
    """Give what a cohort costs at least, everybody else away, as far as ``cost`` (which is known to do).

    Every order of modules and every choice of main instructors and rooms is looked at; where they
    are too many it is the quick bound.
    """
    if any(case.tracks > 1 for case in model.cases[cohort]):
        return quick_bound(model, cohort)
    least = cost
    try:
        for growth in _growths(model, cohort, _tuning(model)):
            if growth.least < least:
                least = min([least, *(label.value for label in growth.ended(least))])
    except TooManyLabelsError:
        return quick_bound(model, cohort)
    return least


def _tuning(model: Model) -> Tuning:
    return Tuning(
        unstaffed=model.prices.unstaffed,
        beam=None,
        most=MOST_LABELS,
        relaxed=True,
        random=Random(0),
    )


def _growths(model: Model, cohort: CohortId, tuning: Tuning) -> list[Growth]:
    nobody = Calendars(model)
    return [
        Growth(nobody, case, start, tuning, staffing)
        for case in model.cases[cohort]
        for staffing in [Staffing(nobody, case, tuning)]
        for start in case.starts
    ]


def _never(model: Model, cohort: CohortId) -> float:
    """Give the cost of a cohort that cannot start: all its hours are unplaced."""
    return model.prices.unplaced * model.cases[cohort][0].total if model.cases[cohort] else inf
