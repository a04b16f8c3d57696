"""A timeline on trial: the rules and goals themselves say what it breaks and costs.

Where tracks run side by side, class time that one leaves over may be used by another; where rows of
the schedule before stay, modules are placed around them. The generator only estimates that, and asks here.
"""

from scheduler import goals
from scheduler.domain.schedule import Schedule
from scheduler.engine.model import Model
from scheduler.engine.timeline import Timeline
from scheduler.rules import (
    cohort_start,
    cohort_time,
    daily_limit,
    idle,
    min_weeks,
    module_order,
    one_module_at_a_time,
)

OF_TIME = (module_order, one_module_at_a_time, cohort_time, cohort_start, idle, daily_limit, min_weeks)
"""The rules that a cohort can break alone, by when its modules are held."""
CODES_OF_TIME = frozenset(rule.CODE for rule in OF_TIME)


def judged(model: Model, timeline: Timeline) -> tuple[float, set[str]]:
    """Give what a timeline adds to the score, and the codes of the rules of time that it breaks."""
    problem = model.only(timeline.cohort)
    schedule = Schedule(
        sessions=tuple(model.sessions(timeline)), patterns={timeline.cohort: timeline.pattern}
    )
    found = (finding for rule in OF_TIME for finding in rule.violations(problem, schedule))
    codes = {finding.rule for finding in found if finding.what not in problem.accepted}
    return goals.score(goals.prices(problem, schedule)), codes
