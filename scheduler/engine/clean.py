"""Whether a cohort that has everybody to itself can hold and staff all its hours and break no rule."""

from collections.abc import Callable, Iterator
from math import ceil
from random import Random

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.bounds import exact_bound
from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Case, Task
from scheduler.engine.insertion import timelines
from scheduler.engine.laying import TooManyError, lay
from scheduler.engine.least import LeastStaffing
from scheduler.engine.model import Model
from scheduler.engine.timeline import Timeline
from scheduler.engine.tuning import Tuning

BEAMS = (8, 64)
"""How many labels are kept of each size while one clean timeline is looked for."""
MOST_LOOKS = 5_000
"""How many ways to place a module may be looked at under one pattern and beam."""


def clean_schedule(
    problem: Problem, cohort: CohortId, ended: Callable[[], bool]
) -> tuple[Schedule | None, bool]:
    """Give a schedule of one cohort with all hours held and staffed and no rule broken, if one is found.

    And whether it is proven that there is none laid out as the engine does it: from the beginning
    of a day's class time, each module with as much of a day as its limits allow. Only missing hours may
    have weight.
    """
    model = Model(problem)
    calendars = Calendars(model)
    least = min(model.prices.unplaced, model.prices.unstaffed) / 2
    if all(_has_no_place(calendars, case, ended) for case in model.cases[cohort]):
        return None, True
    for wandering, beam in ((wandering, beam) for beam in BEAMS for wandering in (False, True)):
        tuning = Tuning(
            unstaffed=model.prices.unstaffed,
            cutoff=least,
            beam=beam,
            most=MOST_LOOKS,
            wandering=wandering,
            random=Random(0),
            ended=ended,
        )
        found = _timelines(calendars, cohort, tuning)
        if found and not found[0].breaches:
            sessions = tuple(model.sessions(found[0]))
            return Schedule(sessions=sessions, patterns={cohort: found[0].pattern}), False
        if beam == BEAMS[0] and wandering and exact_bound(model, cohort, least, ended, MOST_LOOKS) >= least:
            return None, True
    return None, False


def _timelines(calendars: Calendars, cohort: CohortId, tuning: Tuning) -> list[Timeline]:
    try:
        return timelines(calendars, cohort, tuning)
    except TooManyError:
        return []


def _has_no_place(calendars: Calendars, case: Case, ended: Callable[[], bool]) -> bool:
    """Whether it is certain that some module can be staffed nowhere that the others leave for it."""
    if not case.starts:
        return True
    if case.uneven or case.cohort.max_idle_days:
        return False
    tuning = Tuning(unstaffed=1.0, random=Random(0))
    staffing = LeastStaffing(calendars, case, tuning)
    needing = (task for task in case.tasks if task.people or task.rooms)
    return any(
        not any(ended() or _is_staffed(staffing, task, at) for at in dict.fromkeys(_places(case, task)))
        for task in needing
    )


def _is_staffed(staffing: LeastStaffing, task: Task, at: int) -> bool:
    run = lay(task.module, task.lane, at)
    held = run.length == task.module.length
    ways = staffing.choices(task, run.mask, ())
    return held and any(people.price + rooms.price <= 0 for _, people, rooms in ways)


def _places(case: Case, task: Task) -> Iterator[int]:
    """Yield every quarter at which a module can begin, whatever of the others comes before it."""
    before = _closure(case, task)
    first = sum(other.module.length for other in case.tasks if other.bit & before)
    after = sum(t.module.length for t in case.tasks if t is not task and _closure(case, t) & task.bit)
    total = sum(other.module.length for other in case.tasks)
    spare = sum(_left_over(case, other) for other in case.tasks)
    for start in case.starts:
        place = case.lane.index(start)
        last = min(place + total + spare - after - task.module.length, len(case.lane.spots) - 1)
        yield from (case.lane.spots[at] for at in range(place + first, last + 1))


def _left_over(case: Case, task: Task) -> Quarter:
    """Give how much class time the limits of a module leave over at most."""
    module = task.module
    if module.max_per_day is None and module.min_days == 1:
        return 0
    days = module.min_days + (ceil(module.length / module.max_per_day) if module.max_per_day else 0)
    return days * max((day.length for day in case.lane.days), default=0)


def _closure(case: Case, task: Task) -> int:
    """Give the modules that come before one, directly or through others."""
    found, grown = 0, task.before
    while grown != found:
        found = grown
        for other in case.tasks:
            if other.bit & found:
                grown |= other.before
    return found
