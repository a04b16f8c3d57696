"""What a run gives: a schedule, how good it is, and how good one could be at best."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.domain.findings import Finding
from scheduler.domain.schedule import Schedule


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
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        """How far the score may be above the best possible, as a share of the score; 0 is proven best."""
        return gap(self.score, self.bound)


def gap(score: float, bound: float) -> float:
    """Give how far a score may be above the best possible, as a share of the score."""
    above = max(0.0, score - bound)
    return above / abs(score) if above and score else above
