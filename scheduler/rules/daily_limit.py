"""A module's Max hours/day and Min days hold."""

from scheduler.domain.clock import Quarter
from scheduler.domain.problem import Module

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
