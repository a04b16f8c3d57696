"""A cause: facts that stand in the way together, what they stand in the way of, and the one to blame."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from scheduler.domain.ids import CohortId
from scheduler.domain.reason import Counts, Reason
from scheduler.reasons.premises import Premise, Rank, Wish
from scheduler.reasons.question import Need
from scheduler.rules.wording import listed


@dataclass(kw_only=True)
class Cause:
    """Why something is missing; found for one cohort, it may turn out to hold up others, too.

    Attributes
    ----------
    cohorts
        Whose dates, hours, people or rooms are held up.
    missing
        Of which modules the schedule lacks hours for that reason.
    wishes
        What cannot be had (see `Premise.wish`).
    proven
        Whether it is proven that the facts stand in the way.
    common
        The fact to blame: without it alone there is a way; None if there is no such fact.
    is_merged
        Whether it holds up others than those it was found for.
    is_each
        Whether without any one of the facts, and all else as it is, there is a way.
    """

    cohorts: list[CohortId] = field(default_factory=list)
    missing: list[Need] = field(default_factory=list)
    premises: tuple[Premise, ...] = ()
    wishes: list[Wish] = field(default_factory=list)
    proven: bool = False
    common: Premise | None = None
    is_merged: bool = False
    is_each: bool = False

    @property
    def culprit(self) -> Premise:
        """The fact to blame: what holds up several, else the one that says most about what to do."""
        return self.common or max(self.premises, key=lambda premise: premise.rank)

    def suspects(self, own: Collection[Premise]) -> Iterator[Premise]:
        """Yield what else may hold up others: the facts that are not theirs alone, or their own same need."""
        if self.culprit.rank is not Rank.NEEDS:
            yield self.culprit
            others = (one for one in self.premises if one is not self.culprit and one.rank >= Rank.STUDENTS)
            ranked = sorted(others, key=lambda one: -one.rank)
            yield from (one for one in ranked if one.rank is not Rank.NEEDS)
        else:
            about = self.culprit.about
            yield from (one for one in own if one.rank is Rank.NEEDS and one.about == about)

    def merge(self, cohorts: Sequence[CohortId], missing: Collection[Need], found: Sequence[Premise]) -> None:
        """Take up that the fact to blame holds up others: only it counts for all, beside what each needs."""
        self.is_merged = True
        blamed = self.culprit
        self.premises = tuple(one for one in self.premises if one is blamed or one.rank is Rank.NEEDS)
        self.also(cohorts, missing, found)

    def also(self, cohorts: Sequence[CohortId], missing: Collection[Need], found: Sequence[Premise]) -> None:
        """Take up what it holds up."""
        self.cohorts += [cohort for cohort in cohorts if cohort not in self.cohorts]
        self.missing += [need for need in missing if need not in self.missing]
        self.wishes += [one.wish for one in found if one.wish and one.wish not in self.wishes]
        told = {premise.fact for premise in self.premises}
        self.premises += tuple(premise for premise in found if premise.fact not in told)

    @property
    def reason(self) -> Reason:
        """What is told of it."""
        blamed = self.culprit
        facts = sorted(self.premises, key=lambda premise: (premise is not blamed, -premise.rank))
        return Reason(
            cohorts=tuple(self.cohorts),
            missing=tuple(self.missing),
            what=f"{self._what()}.",
            facts=tuple(premise.fact for premise in facts),
            proven=self.proven,
            counts=self._counts(),
        )

    def _counts(self) -> Counts:
        if self.is_merged:
            return Counts.APART if self.culprit.rank is Rank.NEEDS else Counts.FIRST
        if not self.is_each:
            return Counts.TOGETHER
        return Counts.IT if len(self.premises) == 1 else Counts.EACH

    def _what(self) -> str:
        """Say what cannot be had, and the numbers that say so."""
        if not self.wishes:
            return f"{self.cohorts[0]} cannot have all it needs"
        subjects: dict[str, list[str]] = {}
        for subject, rest, _ in self.wishes:
            subjects.setdefault(rest, []).append(subject)
        what = "; ".join(f"{_joined(those)} {rest}" for rest, those in subjects.items())
        notes = "; ".join(note for _, _, note in self.wishes if note)
        return f"{what}: {notes}" if notes else what


def _joined(subjects: Sequence[str]) -> str:
    """Write a list of subjects, some of which may be lists themselves."""
    return "; ".join(subjects) if any(" and " in one for one in subjects) else listed(subjects)


def wishing(premises: Collection[Premise]) -> list[Premise]:
    """Give the facts that say what cannot be had: what is needed, else the fact to blame."""
    wishes = [one for one in premises if one.wish]
    needs = [one for one in wishes if one.rank is Rank.NEEDS]
    return needs or [one for one in wishes if one.rank > Rank.NEEDS][-1:] or wishes
