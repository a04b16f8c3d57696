"""What a choice of one timeline for each cohort is worth."""

from collections.abc import Mapping

from scheduler.domain.ids import CohortId, InstructorId
from scheduler.engine.model import Model
from scheduler.engine.prices import BREACH
from scheduler.engine.timeline import Timeline


def score(model: Model, timelines: Mapping[CohortId, Timeline]) -> float:
    """Give the score: what each cohort costs, and the goals that concern all of them."""
    return sum(timeline.cost for timeline in timelines.values()) + shared_cost(model, timelines)


def worth(model: Model, timelines: Mapping[CohortId, Timeline], unstaffed: float) -> float:
    """Give the score as search sees it: broken rules cost, unstaffed quarters as much as it says."""
    relief = model.prices.unstaffed - unstaffed
    return score(model, timelines) + sum(
        BREACH * len(timeline.breaches) - relief * timeline.missing for timeline in timelines.values()
    )


def shared_cost(model: Model, timelines: Mapping[CohortId, Timeline]) -> float:
    """Give the price of the last cohort's finish and of uneven load."""
    cost = 0.0
    if model.prices.last_finish:
        last = last_day(timelines)
        if last >= 0:
            days = (model.axis.days[last] - model.problem.settings.plan_from).days
            cost += model.prices.last_finish * days
    if model.prices.uneven:
        cost += model.prices.uneven * uneven(model, timelines)
    return cost


def last_day(timelines: Mapping[CohortId, Timeline]) -> int:
    """Give the number of the day on which the last cohort finishes, -1 if none begins."""
    return max((timeline.finish for timeline in timelines.values()), default=-1)


def uneven(model: Model, timelines: Mapping[CohortId, Timeline]) -> float:
    """Give the quarters by which those who teach are above their mean, summed."""
    hours: dict[InstructorId, int] = model.kept.hours(timelines)
    for timeline in timelines.values():
        for step in timeline.steps:
            for who, mask in step.people:
                person = InstructorId(who)
                hours[person] = hours.get(person, 0) + mask.bit_count()
    if not hours:
        return 0.0
    mean = sum(hours.values()) / len(hours)
    return sum(max(0.0, taught - mean) for taught in hours.values())
