"""The schedule before: where one is being repaired, each cohort's timeline as it was, if it may stay."""

from collections.abc import Iterable, Iterator, Sequence

from scheduler import goals
from scheduler.domain.clock import quarters
from scheduler.domain.ids import CohortId, ResourceId
from scheduler.domain.schedule import Schedule, Session
from scheduler.engine.model import Model
from scheduler.engine.timeline import Held, Step, Timeline
from scheduler.goals import unstaffed_hours
from scheduler.rules import RULES


def timelines_before(model: Model) -> Iterator[Timeline]:
    """Yield the timeline of each cohort that, alone, breaks no rule as it was."""
    previous = model.problem.previous
    for cohort, cases in model.cases.items():
        sessions = previous.by_cohort.get(cohort, ()) if previous else ()
        for case in cases if sessions else ():
            found = _timeline(model, cohort, Schedule(sessions=sessions, patterns={cohort: case.pattern.id}))
            if found:
                yield found
                break


def _timeline(model: Model, cohort: CohortId, schedule: Schedule) -> Timeline | None:
    problem = model.only(cohort)
    if any(next(iter(rule.violations(problem, schedule)), None) for rule in RULES):
        return None
    steps: list[Step] = []
    for (_, module), sessions in schedule.by_placement.items():
        mask = model.mask_of(sessions)
        if mask is None:
            return None
        people = _held(model, [(s, s.instructors) for s in sessions])
        rooms = _held(model, [(s, s.rooms) for s in sessions])
        steps.append(Step(module, mask, people, rooms))
    steps.sort(key=lambda step: step.mask & -step.mask)
    prices = goals.prices(problem, schedule)
    return Timeline(
        cohort=cohort,
        pattern=schedule.patterns[cohort],
        steps=tuple(steps),
        cost=goals.score(prices),
        missing=quarters(prices[unstaffed_hours.NAME].units),
        finish=model.axis.index[schedule.by_cohort[cohort][-1].date],
    )


def _held(model: Model, held: Iterable[tuple[Session, Sequence[ResourceId]]]) -> Held:
    """Give who holds which quarters, who comes first in front."""
    found: dict[ResourceId, int] = {}
    for session, those in held:
        for who in those:
            found[who] = found.get(who, 0) | (model.mask_of([session]) or 0)
    return tuple(found.items())
