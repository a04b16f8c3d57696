"""How low a score can be at best: what each cohort costs at least if everybody else stays away.

The sum over the cohorts is a valid lower bound. Where people and rooms suffice it is often
reached, and then the schedule is proven best.
"""

from collections.abc import Callable
from math import inf
from random import Random

from scheduler.domain.ids import CohortId
from scheduler.engine.calendars import Calendars
from scheduler.engine.generator import Growth
from scheduler.engine.laying import TooManyError
from scheduler.engine.least import LeastStaffing
from scheduler.engine.model import Model
from scheduler.engine.tuning import Tuning, never
from scheduler.goals import finish

MOST_LOOKS = 100_000
"""How many ways to place a module an exact bound may look at under one pattern."""


def quick_bound(model: Model, cohort: CohortId) -> float:
    """Give what a cohort costs at least, from its finish and the heads it needs alone.

    Where rows of a schedule before stay, not even that: they may be cheaper than anything it would place.
    """
    if any(case.stay for case in model.cases[cohort]):
        return _most_preferred(model, cohort)
    growths = _growths(model, cohort, shifting=True)
    return min((growth.least for growth in growths), default=_never(model, cohort))


def exact_bound(
    model: Model,
    cohort: CohortId,
    cost: float,
    ended: Callable[[], bool] = never,
    most: float = MOST_LOOKS,
) -> float:
    """Give what a cohort costs at least, everybody else away, as far as ``cost`` (which is known to do).

    Every order of modules, every choice of main instructors and rooms and every choice of idle days
    is looked at; where they are too many, idle days are left open, or it is the quick bound. It is
    for timelines that break no rule: where rules cannot all be kept, another may cost less. ``most`` is how
    many ways to place a module are looked at before there are too many.
    """
    if any(case.uneven for case in model.cases[cohort]):
        return quick_bound(model, cohort)
    for shifting in (False, True):
        try:
            return _searched(model, cohort, cost, shifting=shifting, ended=ended, most=most)
        except TooManyError:
            continue
    return quick_bound(model, cohort)


def least_last_finish(model: Model) -> float:
    """Give the price of the last cohort's finish, if each finishes as early as it ever can.

    Only those count that can hold all hours: whoever leaves some out may finish earlier.
    """
    if not model.prices.last_finish:
        return 0.0
    begin = model.problem.settings.plan_from
    days = (
        (finish.earliest_finish(model.problem, model.problem.cohorts[cohort]) - begin).days
        for cohort, cases in model.cases.items()
        if all(case.starts and not case.uneven and all(map(case.fits, case.starts)) for case in cases)
    )
    return model.prices.last_finish * max(days, default=0)


def _searched(
    model: Model,
    cohort: CohortId,
    cost: float,
    *,
    shifting: bool,
    ended: Callable[[], bool],
    most: float,
) -> float:
    """Give the least cost of all labels that end, or the cost known if none ends below it."""
    least = cost
    for growth in _growths(model, cohort, shifting=shifting, ended=ended, most=most):
        if growth.least < least:
            least = min([least, *(label.value for label in growth.ended(least))])
    return least


def _growths(
    model: Model,
    cohort: CohortId,
    *,
    shifting: bool,
    ended: Callable[[], bool] = never,
    most: float = MOST_LOOKS,
) -> list[Growth]:
    nobody = Calendars(model)
    tuning = Tuning(
        unstaffed=model.prices.unstaffed,
        beam=None,
        most=most,
        relaxed=True,
        shifting=shifting,
        random=Random(0),
        ended=ended,
    )
    return [
        Growth(nobody, case, tuning, LeastStaffing(nobody, case, tuning))
        for case in model.cases[cohort]
        if case.starts
    ]


def _most_preferred(model: Model, cohort: CohortId) -> float:
    """Give what preferences could take off the score if the best liked taught all hours (0 or less)."""
    best = max((row.preference for row in model.problem.qualifications), default=0)
    modules = model.problem.program_of(cohort).modules
    places = sum(module.length * module.instructors for module in modules)
    return min(0.0, -best * model.prices.preference * places)


def _never(model: Model, cohort: CohortId) -> float:
    """Give the cost of a cohort that cannot start: all its hours are unplaced."""
    return model.prices.unplaced * model.cases[cohort][0].total if model.cases[cohort] else inf
