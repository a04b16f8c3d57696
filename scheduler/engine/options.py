"""What a run is asked, what it tells on its way, and what it gives."""

from dataclasses import dataclass

from scheduler.domain.ids import CohortId
from scheduler.domain.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How long to search, from which seed, with how many workers.

    ``seconds`` is a limit by the clock, ``work`` a limit by counted insertions of a cohort, which
    with one worker makes a run repeatable to the row; None is no limit. A run ends before its
    limit when its schedule is proven best.
    """

    seconds: float | None = None
    work: int | None = None
    seed: int = 0
    workers: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The best score so far, and the bound no schedule can be below (None: not known yet).

    ``unstaffed`` are the staff hours of that schedule that nobody holds.
    """

    seconds: float
    score: float
    bound: float | None
    phase: str
    unstaffed: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A complete schedule, its score, a valid lower bound, and the rules it could not keep.

    ``declared`` names the rules that the input leaves no way to keep, each with the cohort;
    ``breached`` says that the search found no way to keep one of them, which is no proof.
    """

    schedule: Schedule
    score: float
    bound: float
    declared: frozenset[tuple[str, CohortId]]
    seconds_to_first: float
    breached: bool = False

    @property
    def proven(self) -> bool:
        """Whether no schedule can have a lower score."""
        return not self.breached and self.score - self.bound <= 1e-6 * max(1.0, abs(self.score))
