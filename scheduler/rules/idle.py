"""Between the first and the last session of a track no class time is missed, except up to Max idle days whole class days, and except what Max hours/day or Min days of the module in progress leave over on a day."""  # noqa: E501

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from scheduler.domain.availability import FREE
from scheduler.domain.calendar import (
    ClassBlock,
    between,
    chosen_pattern,
    class_blocks,
    quarters_by_day,
)
from scheduler.domain.clock import Quarter, clock, day
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Cohort, Module, Pattern, Problem
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import NAMED_AT_MOST, also_on, length, listed, more

CODE = "idle"


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the cohorts that skip too many class days, and those that miss part of a class day."""
    for cohort_id, sessions in schedule.by_cohort.items():
        cohort = problem.cohorts[cohort_id]
        pattern = chosen_pattern(problem, schedule, cohort)
        blocks = class_blocks(problem, cohort, pattern)
        lost = _lost(problem, pattern, blocks, sessions)
        held = {session.date for session in sessions}
        yield from _skipped(cohort, sessions, [when for when in lost if when not in held])
        yield from _gaps(cohort, sessions, {when: lost[when] for when in lost if when in held})


def _lost(
    problem: Problem, pattern: Pattern, blocks: Sequence[ClassBlock], sessions: Sequence[Session]
) -> dict[date, int]:
    """Give the class time that is missed and not excused, on each day that has any, as bit sets."""
    used = quarters_by_day(sessions)
    modules = grouped((problem.module(s.cohort, s.module), s) for s in sessions)
    excused = quarters_by_day(_excused(modules, blocks))
    needed = quarters_by_day(_needed(pattern, modules, blocks, sessions))
    return {
        when: lost
        for when in sorted(needed)
        if (lost := needed[when] & ~used.get(when, FREE) & ~excused.get(when, FREE))
    }


def _needed(
    pattern: Pattern,
    modules: Mapping[Module, Sequence[Session]],
    blocks: Sequence[ClassBlock],
    sessions: Sequence[Session],
) -> Iterator[ClassBlock]:
    """Yield the class time in which the cohort has to have class.

    Without tracks that is all between its first and last session; else, for each track, its
    own class time and nobody's between the first and last session of the modules of that track,
    and during a module that is on no track of its own all class time that serves it.
    """
    if pattern.tracks == ("",):
        yield from between(blocks, sessions)
        return
    own = {module: module.track if module.track in pattern.tracks else module.id for module in modules}
    spans = grouped((own[module], session) for module, held in modules.items() for session in held)
    # Any module of a span can say what serves it: they are all on one track, or it is the only one.
    serving = {name: module for module, name in own.items()}
    for name, held in spans.items():
        yield from between((block for block in blocks if block.serves(serving[name])), held)


def _excused(
    modules: Mapping[Module, Sequence[Session]], blocks: Sequence[ClassBlock]
) -> Iterator[ClassBlock]:
    """Yield the class time that a module's Max hours/day or Min days leave over on its days."""
    for module, held in modules.items():
        days = _limited_days(module, held)
        if days:
            yield from (block for block in blocks if block.date in days and block.serves(module))


def _limited_days(module: Module, held: Sequence[Session]) -> set[date]:
    hours: dict[date, Quarter] = {}
    for session in held:
        hours[session.date] = hours.get(session.date, 0) + session.length
    if module.min_days > 1 and len(hours) <= module.min_days:
        return set(hours)
    limit = module.max_per_day
    return {when for when, taken in hours.items() if limit is not None and taken >= limit}


def _skipped(cohort: Cohort, sessions: Sequence[Session], days: Sequence[date]) -> Iterator[Finding]:
    if len(days) > cohort.max_idle_days:
        yield Finding(
            rule=CODE,
            what=f"{cohort.id} has no class on {len(days)} class day{'s' * (len(days) > 1)} between its "
            f"first and last session, with Max idle days {cohort.max_idle_days}: "
            f"{day(days[0])}{also_on(days)}.",
            todo="Move later sessions forward, or raise Max idle days.",
            sessions=_after(sessions, days),
            column="Date",
        )


def _after(sessions: Sequence[Session], days: Iterable[date]) -> tuple[Session, ...]:
    """Give the sessions that come next after the days."""
    return tuple(dict.fromkeys(next(s for s in sessions if s.date > when) for when in days))


def _gaps(cohort: Cohort, sessions: Sequence[Session], lost: Mapping[date, int]) -> Iterator[Finding]:
    if lost:
        hours = sum(taken.bit_count() for taken in lost.values())
        gaps = listed(_gap(when, lost[when]) for when in list(lost)[:NAMED_AT_MOST])
        unnamed = len(lost) - NAMED_AT_MOST
        also = f" and on {more(unnamed, 'day')}" if unnamed > 0 else ""
        yield Finding(
            rule=CODE,
            what=f"{cohort.id} misses {length(hours)} of class time between its first and last session: "
            f"{gaps}{also}.",
            todo="Let the session before it last longer, or the next one begin earlier.",
            sessions=tuple(session for session in sessions if session.date in lost),
            column="End",
        )


def _gap(when: date, lost: int) -> str:
    """Name the first stretch of a bit set of quarters."""
    start = (lost & -lost).bit_length() - 1
    run = lost >> start
    end = start + (~run & (run + 1)).bit_length() - 1
    return f"{day(when)}, {clock(start)} to {clock(end)}"
