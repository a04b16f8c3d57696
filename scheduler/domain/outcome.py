"""What a run gives: a schedule, how good it is, and how good one could be at best."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, inf

from scheduler.domain.bottleneck import Bottleneck
from scheduler.domain.edits import Edit
from scheduler.domain.findings import Finding
from scheduler.domain.reason import Reason
from scheduler.domain.schedule import Schedule

PROVEN = 1e-6
"""A score that is no more than this share above the bound is the best there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a goal costs: its units times its weight."""

    units: float
    weight: float

    @property
    def cost(self) -> float:
        """Units times weight."""
        return self.units * self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A certified schedule and what is to be said about it.

    Attributes
    ----------
    status
        ``optimal`` if no schedule can have a lower score, else ``feasible``.
    score, bound
        The score of the schedule, and a number no schedule's score can be below.
    goals
        The price of each goal by its name.
    findings
        What is wrong with the schedule; its sessions carry Row IDs and row numbers.
    edits
        How it differs from the version before: what a person edited, then what the planner changed.
    before, written
        The version before as it was given back, and as it was written; None of a first version, or
        where it is not known.
    reasons
        Why something is missing, as far as that was found out.
    accepted
        Findings, in their words, that stay as they are: class time that somebody moved a row away from.
    bottlenecks
        Where the term is tight, the tightest first.
    seconds, seconds_to_first
        How long the run took, and how long until there was a complete schedule.
    """

    schedule: Schedule
    status: str
    score: float
    bound: float
    goals: Mapping[str, Price]
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    seconds_to_first: float = 0.0
    seed: int = 0
    edits: tuple[Edit, ...] = ()
    before: Schedule | None = None
    written: Schedule | None = None
    accepted: tuple[str, ...] = ()
    bottlenecks: tuple[Bottleneck, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def gap(self) -> float:
        """How far the score may be above the best possible, as a share of the bound; 0 is proven best."""
        return gap(self.score, self.bound)


def gap(score: float, bound: float) -> float:
    """Give how far a score may be above the best possible, as a share of the bound.

    Infinite where the bound is 0 or less and is not reached.
    """
    above = score - bound
    if above <= PROVEN * max(1.0, abs(score)):
        return 0.0
    return above / bound if bound > 0 else inf


def nearness(score: float, bound: float) -> str:
    """Say how near to the best possible a score is, rounded so that it never claims too much."""
    apart = gap(score, bound)
    if not apart:
        return "proven best"
    if apart > 1:
        return "not known to be near the best possible"
    return f"at most {percent(apart)} above the best possible"


def percent(apart: float) -> str:
    """Write a share as percent, rounded up to a tenth: ``1.3 %``."""
    return f"{ceil(round(apart * 1000, 6)) / 10:g} %"
