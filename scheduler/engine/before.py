"""The schedule before: where one is being repaired, each cohort's timeline as it was, if it may stay."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from scheduler.domain.clock import Quarter
from scheduler.domain.findings import Finding
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.engine.case import Case
from scheduler.engine.model import Model
from scheduler.engine.timeline import Held, Step, Timeline
from scheduler.engine.trial import CODES_OF_TIME, judged
from scheduler.goals import unstaffed_hours
from scheduler.rules import RULES


def timelines_before(model: Model) -> Iterator[Timeline]:
    """Yield the timeline of each cohort that, alone, breaks no rule as it was.

    Where rows stay, it may break rules of time, which it then says.
    """
    previous = model.problem.previous
    for cohort, cases in model.cases.items():
        sessions = previous.by_cohort.get(cohort, ()) if previous else ()
        for case in cases if sessions else ():
            found = _timeline(model, case, sessions)
            if found:
                yield found
                break


def _timeline(model: Model, case: Case, sessions: Sequence[Session]) -> Timeline | None:
    cohort = case.cohort.id
    schedule = Schedule(sessions=tuple(sessions), patterns={cohort: case.pattern.id})
    rows = model.kept.of(cohort)
    whole = [row.session for row in rows if row.whole]
    if not _may_stay(model.only(cohort), schedule, whole):
        return None
    parts = [([row.session], row.people, row.rooms) for row in rows if not row.whole]
    kept = {id(row.session) for row in rows}
    free = grouped((s.module, s) for s in sessions if id(s) not in kept)
    parts += [(list(held), (), ()) for held in free.values()]
    steps = [_step(model, held, {*people, *rooms}) for held, people, rooms in parts]
    known = {who for step in steps if step for who, _ in step.people + step.rooms}
    if not all(steps) or not known <= set(model.wanted):
        return None
    timeline = Timeline(
        cohort=cohort,
        pattern=case.pattern.id,
        steps=tuple(sorted((step for step in steps if step), key=lambda step: step.mask & -step.mask)),
        cost=0.0,
        missing=0,
        finish=model.axis.index[sessions[-1].date],
    )
    taken = (mask & model.kept.closed(who, case.cohort) for who, mask in timeline.use.items())
    cost, codes = judged(model, timeline)
    if any(taken) or (codes and not rows):
        return None
    return replace(timeline, cost=cost, missing=_missing(model, timeline), breaches=tuple(sorted(codes)))


def _may_stay(problem: Problem, schedule: Schedule, whole: Sequence[Session]) -> bool:
    """Whether it breaks no other rules than those of time, but among rows that stay as a whole anyway."""
    alone = replace(schedule, sessions=tuple(whole))
    among = {found.what for found in _broken(problem, alone)}
    return all(found.what in among | problem.accepted for found in _broken(problem, schedule))


def _broken(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    for rule in RULES:
        if rule.CODE not in CODES_OF_TIME:
            yield from rule.violations(problem, schedule)


def _step(model: Model, held: Sequence[Session], without: Collection[ResourceId]) -> Step | None:
    """Give when sessions of a module are held, and by whom but those who stay anyway."""
    mask = model.axis.mask_of(held)
    if mask is None:
        return None
    people = _held(model, [(s, [who for who in s.instructors if who not in without]) for s in held])
    rooms = _held(model, [(s, [room for room in s.rooms if room not in without]) for s in held])
    return Step(held[0].module, mask, people, rooms)


def _held(model: Model, held: Iterable[tuple[Session, Sequence[ResourceId]]]) -> Held:
    """Give who holds which quarters, who comes first in front."""
    found: dict[ResourceId, int] = {}
    for session, those in held:
        for who in those:
            found[who] = found.get(who, 0) | (model.axis.mask_of([session]) or 0)
    return tuple(found.items())


def _missing(model: Model, timeline: Timeline) -> Quarter:
    """Give the staff quarters that nobody holds, but in rows that stay as a whole."""
    sessions = model.kept.sessions(timeline.cohort, timeline.sessions(model.axis))
    whole = {id(row.session) for row in model.kept.of(timeline.cohort) if row.whole}
    return sum(unstaffed_hours.missing(model.problem, s) for s in sessions if id(s) not in whole)
