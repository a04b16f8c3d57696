"""How a timeline is looked for."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from random import Random
from typing import Protocol

from scheduler.domain.ids import ResourceId


def never() -> bool:
    """Say that nobody asks to end."""
    return False


class Tolls(Protocol):
    """What it costs to take quarters that others want too."""

    def toll(self, who: ResourceId, taken: int, wanted: int) -> float:
        """Give the toll for the quarters wanted of somebody, of which some are taken by others now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """How a timeline is looked for.

    Attributes
    ----------
    unstaffed
        The price of an unstaffed quarter while searching.
    beam
        How many labels are kept for each number of finished modules; None keeps all.
    most
        How many ways to place a module may be looked at under one pattern before it gives up; with
        such a limit it also gives up when ended.
    hasty
        Whether the first timeline that holds and staffs every hour is good enough.
    cutoff
        What a timeline must cost less than, in search, to be of use.
    noise
        The most that is added at random to the price of a choice, so that ties break anew.
    wandering
        Whether idle days are tried even where nothing asks for them.
    relaxed
        Whether every idle day that may be taken is tried: what is found is a lower bound.
    shifting
        Whether idle days are left open in a bound, and with them where a placement is exactly.
    tolls
        Where given, quarters that others hold may be taken too, for a toll.
    ended
        Says whether to be content with what has been found.
    last
        The day on which the last of the other cohorts finishes, -1 if there is none.
    """

    unstaffed: float
    beam: int | None = 24
    most: float = inf
    hasty: bool = False
    noise: float = 0.0
    cutoff: float = inf
    wandering: bool = False
    relaxed: bool = False
    shifting: bool = False
    tolls: Tolls | None = None
    ended: Callable[[], bool] = never
    random: Random
    last: int = -1
