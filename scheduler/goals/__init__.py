"""The goals a schedule is judged by, one file each, and the score: weight times units, summed.

A goal's file says what it is called in Settings (``Weight: NAME``), what it weighs unless
that says otherwise, and how many units of it a schedule has. Lower is better.
"""

from collections.abc import Mapping
from typing import Protocol

from scheduler.domain.calendar import with_patterns
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import (
    changes,
    cover_hours,
    days_late,
    finish,
    idle_hours,
    instructors,
    last_finish,
    preference,
    room_moves,
    rooms,
    uneven_load,
    unplaced_hours,
    unstaffed_hours,
)


class Goal(Protocol):
    """What every goal's file offers."""

    NAME: str
    WEIGHT: float
    __doc__: str | None

    def units(self, problem: Problem, schedule: Schedule) -> float:
        """Count the units of the goal in a schedule."""


GOALS: tuple[Goal, ...] = (
    unplaced_hours,
    unstaffed_hours,
    days_late,
    finish,
    last_finish,
    idle_hours,
    instructors,
    rooms,
    cover_hours,
    room_moves,
    uneven_load,
    preference,
    changes,
)
"""All thirteen goals, in the order of the contract."""


def unit(goal: Goal) -> str:
    """Give what is counted, as the README says it: the first line of the goal's file."""
    return (goal.__doc__ or "").partition("\n")[0]


def weight(problem: Problem, goal: Goal) -> float:
    """Give what a unit of the goal costs: as Settings say, else as usual."""
    return problem.settings.weights.get(goal.NAME, goal.WEIGHT)


def prices(problem: Problem, schedule: Schedule) -> dict[str, Price]:
    """Give the price of each goal by its name, counted from the sessions alone."""
    complete = with_patterns(problem, schedule)
    return {
        goal.NAME: Price(units=goal.units(problem, complete), weight=weight(problem, goal)) for goal in GOALS
    }


def score(prices: Mapping[str, Price]) -> float:
    """Give the score: what all goals cost together. Lower is better."""
    return sum(price.cost for price in prices.values())
