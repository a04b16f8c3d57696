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
from scheduler.engine.budgets import Allowance, Budget
from scheduler.engine.lane import Lane
from scheduler.engine.model import Model
from scheduler.engine.timeline import Timeline


class Calendars:
    """The present timelines, by cohort, and what they take of everybody."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.timelines: dict[CohortId, Timeline] = {}
        self._use: dict[ResourceId, dict[CohortId, int]] = {who: {} for who in model.wanted}
        self._budgets: dict[ResourceId, Budget] = {
            who: Budget(model.axis, model.problem.instructors[InstructorId(who)], model.kept.masks(who))
            for who in model.wanted
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

    def fits(self, timeline: Timeline) -> bool:
        """Whether a timeline can be entered beside the others; its cohort has none now."""
        cohort = self.model.problem.cohorts[timeline.cohort]
        return not any(
            mask & self.closed(who, cohort) or self._over_budget(who, mask)
            for who, mask in timeline.use.items()
        )

    def _over_budget(self, who: ResourceId, mask: int) -> bool:
        others = [*self._use[who].values(), *self.model.kept.masks(who)]
        if who not in self._budgets or not others:
            return False
        person = self.model.problem.instructors[InstructorId(who)]
        return bool(Budget(self.model.axis, person, [mask, *others]).exceeded())

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
            kept = self.model.kept.masks(who)
            budget = Budget(self.model.axis, person, kept) if alone else self._budgets[who]
            found = known[lane] = Allowance(budget, lane)
        return found if found.risky else None


def _twice(masks: Iterable[int]) -> int:
    """Give the quarters that more than one of some bit sets hold."""
    once = twice = 0
    for mask in masks:
        twice |= once & mask
        once |= mask
    return twice
