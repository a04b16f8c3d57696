"""Who is taken when: the present timelines of all cohorts, seen from each instructor and room.

The rules that couple cohorts meet here, in three structures: a quarter-hour of a person or room
is used once (`instructor-free`, `room-free`), a person's hours a day and a week are limited
(`instructor-load`), a person is on one campus a day (`instructor-campus`).
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import or_

from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.domain.problem import Cohort
from scheduler.engine.axis import Lane
from scheduler.engine.budgets import Allowance, Budget
from scheduler.engine.model import Model
from scheduler.engine.timeline import Timeline


class Calendars:
    """The present timelines, by cohort, and what they take of everybody."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.timelines: dict[CohortId, Timeline] = {}
        self._use: dict[ResourceId, dict[CohortId, int]] = {who: {} for who in model.bits}
        self._budgets: dict[ResourceId, Budget] = {
            who: Budget(model.axis, person)
            for who, person in model.problem.instructors.items()
            if model.budgeted(who)
        }
        self._alone: dict[ResourceId, dict[Lane, Allowance]] = {who: {} for who in self._budgets}
        self._allowances: dict[ResourceId, dict[Lane, Allowance]] = {who: {} for who in self._budgets}

    def add(self, timeline: Timeline) -> None:
        """Enter a cohort's timeline."""
        self.timelines[timeline.cohort] = timeline
        for who, mask in timeline.use.items():
            self._use[who][timeline.cohort] = mask
            if who in self._budgets:
                self._budgets[who].take(self.model.axis.loads(mask))
                self._allowances[who].clear()

    def remove(self, cohort: CohortId) -> None:
        """Take a cohort's timeline out again, if it has one."""
        timeline = self.timelines.pop(cohort, None)
        for who, mask in timeline.use.items() if timeline else ():
            del self._use[who][cohort]
            if who in self._budgets:
                self._budgets[who].give_back(self.model.axis.loads(mask))
                self._allowances[who].clear()

    def users(self, who: ResourceId) -> Mapping[CohortId, int]:
        """Give the quarters that each cohort takes of somebody."""
        return self._use[who]

    def closed(self, who: ResourceId, cohort: Cohort) -> int:
        """Give the quarters at which somebody is not to be had for a cohort, because of other cohorts."""
        taken = elsewhere = 0
        cohorts = self.model.problem.cohorts
        for other, mask in self._use[who].items():
            taken |= mask
            campus = cohorts[other].campus
            if who in self.model.problem.instructors and campus and cohort.campus not in ("", campus):
                elsewhere |= mask
        return taken | self.model.axis.whole_days(elsewhere) if elsewhere else taken

    def contested(self, who: ResourceId) -> int:
        """Give the quarters of somebody that timelines take though they do not fit together."""
        uses = self._use[who].values()
        found = _twice(uses)
        if who in self.model.problem.instructors:
            found |= self._on_two_campuses(who)
        return found | self._budgets[who].exceeded() & reduce(or_, uses, 0) if who in self._budgets else found

    def _on_two_campuses(self, who: ResourceId) -> int:
        """Give the quarters somebody is taken for on days on which more than one campus wants them."""
        cohorts = self.model.problem.cohorts
        by_campus: dict[str, int] = {}
        for cohort, mask in self._use[who].items():
            if campus := cohorts[cohort].campus:
                by_campus[campus] = by_campus.get(campus, 0) | mask
        if len(by_campus) < 2:
            return 0
        days = _twice(map(self.model.axis.whole_days, by_campus.values()))
        return days & reduce(or_, by_campus.values())

    def blockers(self, timeline: Timeline) -> set[CohortId]:
        """Give the cohorts that would have to give way so that a timeline fits."""
        cohort = self.model.problem.cohorts[timeline.cohort]
        found: set[CohortId] = set()
        for who, mask in timeline.use.items():
            others = {other: use for other, use in self._use[who].items() if other != timeline.cohort}
            found |= {other for other, use in others.items() if use & mask}
            if who in self.model.problem.instructors:
                found |= self._on_other_campuses(cohort, mask, others) | self._over_budget(who, mask, others)
        return found

    def _on_other_campuses(self, cohort: Cohort, mask: int, others: Mapping[CohortId, int]) -> set[CohortId]:
        cohorts = self.model.problem.cohorts
        elsewhere = {o for o in others if cohort.campus and cohorts[o].campus not in ("", cohort.campus)}
        days = self.model.axis.whole_days(mask) if elsewhere else 0
        return {other for other in elsewhere if others[other] & days}

    def _over_budget(self, who: ResourceId, mask: int, others: Mapping[CohortId, int]) -> set[CohortId]:
        if who not in self._budgets or not others:
            return set()
        person = self.model.problem.instructors[InstructorId(who)]
        late = Budget(self.model.axis, person, [mask, *others.values()]).exceeded()
        return {other for other, use in others.items() if use & late}

    def allowance(self, who: ResourceId, lane: Lane, *, alone: bool = False) -> Allowance | None:
        """Give what somebody can still teach of a cohort's class time; None if nothing is limited.

        ``alone`` leaves out what other cohorts use.
        """
        if who not in self._budgets:
            return None
        known = (self._alone if alone else self._allowances)[who]
        found = known.get(lane)
        if found is None:
            person = self.model.problem.instructors[InstructorId(who)]
            budget = Budget(self.model.axis, person) if alone else self._budgets[who]
            found = known[lane] = Allowance(budget, lane)
        return found if found.risky else None


def _twice(masks: Iterable[int]) -> int:
    """Give the quarters that more than one of some bit sets hold."""
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return twice
