"""A module's Max hours/day and Min days hold."""

from collections.abc import Iterator, Sequence

from scheduler.domain.clock import Quarter, day
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Module, Problem
from scheduler.domain.schedule import Schedule, Session, grouped
from scheduler.rules.wording import also_on, length

CODE = "daily-limit"


def days_needed(module: Module) -> int:
    """Give on how many days a module is held at least: Min days, but never more than its quarters."""
    return min(module.min_days, module.length)


def share(module: Module, *, left: Quarter, available: Quarter, days_held: int) -> Quarter:
    """Give how much of a module is held on a day, in quarters: as much as its limits allow.

    Parameters
    ----------
    left
        How much of the module remains to be held, this day included.
    available
        How much class time the day has left for it.
    days_held
        On how many days before it was held.

    One quarter is kept back for each day that is still needed to reach Min days.
    """
    kept_back = max(0, days_needed(module) - days_held - 1)
    most = min(available, max(left - kept_back, min(left, 1)))
    return most if module.max_per_day is None else min(most, module.max_per_day)


def violations(problem: Problem, schedule: Schedule) -> Iterator[Finding]:
    """Yield the placements that are held for too long on a day, or on too few days."""
    for (cohort, module_id), sessions in schedule.by_placement.items():
        module = problem.module(cohort, module_id)
        yield from _too_long(module, sessions)
        yield from _too_few_days(module, sessions)


def _too_long(module: Module, sessions: Sequence[Session]) -> Iterator[Finding]:
    limit = module.max_per_day
    days = grouped((session.date, session) for session in sessions).values()
    over = [held for held in days if limit is not None and sum(s.length for s in held) > limit]
    if over and limit is not None:
        first = over[0]
        yield Finding(
            rule=CODE,
            what=f"{first[0].cohort} {module.id} is held for {length(sum(s.length for s in first))} "
            f"on {day(first[0].date)}{also_on(held[0].date for held in over)}, "
            f"more than its Max hours/day of {length(limit)}.",
            todo=f"Hold part of {module.id} on another day.",
            sessions=tuple(session for held in over for session in reversed(held)),
            column="End",
        )


def _too_few_days(module: Module, sessions: Sequence[Session]) -> Iterator[Finding]:
    """Yield a module on too few days, unless the hours that are still missing can make up for them."""
    days = len({session.date for session in sessions})
    missing = module.length - sum(session.length for session in sessions)
    if days + max(0, missing) < days_needed(module):
        yield Finding(
            rule=CODE,
            what=f"{sessions[0].cohort} {module.id} is held on {days} day{'s' * (days > 1)}, "
            f"fewer than its Min days of {module.min_days}.",
            todo=f"Spread {module.id} over more days.",
            sessions=tuple(sessions),
            column="Date",
        )
