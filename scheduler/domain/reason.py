"""Why something cannot be had: the smallest set of facts that stand in its way together."""

from dataclasses import dataclass
from enum import StrEnum

from scheduler.domain.ids import CohortId, ModuleId

PROVEN = "That is proven."
NOT_PROVEN = "That is not proven: the search found no way."


class Counts(StrEnum):
    """Which of the facts of a reason count, in a sentence."""

    IT = "Without that it could be had."
    EACH = "Without any one of these it could be had."
    FIRST = "Without the first of these all of them could have it."
    APART = "Each of these is a reason by itself."
    TOGETHER = "Together these stand in the way."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something the workbook says, in a sentence without its full stop, and the cell that says so."""

    what: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why something is missing.

    Attributes
    ----------
    cohorts, missing
        Whom it holds up, and the modules that lack hours for it; none where it is dates or a rule.
    what
        What cannot be had, in a sentence.
    facts
        What stands in its way together, the one to look at first in front.
    counts
        Which of the facts count: without each a way was found; or without the first, for all of several
        cohorts that it holds up; or that was not looked for.
    proven
        Whether it is proven that it cannot be had, in the way the planner lays out class; else the search
        found no way.
    """

    cohorts: tuple[CohortId, ...]
    missing: tuple[tuple[CohortId, ModuleId], ...]
    what: str
    facts: tuple[Fact, ...]
    proven: bool
    counts: Counts = Counts.EACH

    @property
    def verdict(self) -> str:
        """Which facts count, and how sure it is, in two sentences."""
        return f"{self.counts} {PROVEN if self.proven else NOT_PROVEN}"

    @property
    def sentence(self) -> str:
        """The whole reason in one paragraph."""
        facts = "; ".join(f"{fact.what} ({fact.where})" for fact in self.facts)
        return f"{self.what} {facts}. {self.verdict}"
