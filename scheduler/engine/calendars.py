"""Who is taken when: the present timelines of all cohorts, seen from each instructor and room.

The rules that couple cohorts meet here, in three structures: a quarter-hour of a person or room
is used once (`instructor-free`, `room-free`), a person's hours a day and a week are limited
(`instructor-load`), a person is on one campus a day (`instructor-campus`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import CohortId, InstructorId, ResourceId
from scheduler.domain.problem import Cohort, Instructor
from scheduler.engine.axis import Axis, Lane
from scheduler.engine.model import Model
from scheduler.engine.timeline import Timeline


class Calendars:
    """The present timelines, by cohort, and what they take of everybody."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.timelines: dict[CohortId, Timeline] = {}
        self._use: dict[ResourceId, dict[CohortId, int]] = {who: {} for who in model.bits}
        self._budgets = {
            who: person for who, person in model.problem.instructors.items() if model.budgeted(who)
        }

    def add(self, timeline: Timeline) -> None:
        """Enter a cohort's timeline."""
        self.timelines[timeline.cohort] = timeline
        for who, mask in timeline.use.items():
            self._use[who][timeline.cohort] = mask

    def remove(self, cohort: CohortId) -> None:
        """Take a cohort's timeline out again, if it has one."""
        timeline = self.timelines.pop(cohort, None)
        for who in timeline.use if timeline else ():
            del self._use[who][cohort]

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
        person = self._budgets.get(InstructorId(who))
        if person is None or not others:
            return set()
        axis = self.model.axis
        budget = Budget.left(axis, person, [mask, *others.values()])
        late = sum(axis.day(day) for day, left in budget.days.items() if left < 0)
        weeks = {week for week, left in budget.weeks.items() if left < 0}
        late |= sum(axis.day(day) for day, week in enumerate(axis.week) if week in weeks)
        return {other for other, use in others.items() if use & late}

    def budget(self, who: ResourceId, lane: Lane, *, alone: bool = False) -> "Budget | None":
        """Give what is left of somebody's hours; None if a cohort with this class time cannot exceed it.

        ``alone`` leaves out what other cohorts use.
        """
        person = self._budgets.get(InstructorId(who))
        if person is None:
            return None
        budget = Budget.left(self.model.axis, person, [] if alone else list(self._use[who].values()))
        budget.mark(lane)
        return budget if budget.risky else None


@dataclass(slots=True)
class Budget:
    """What is left of a person's hours on each day and in each week, in quarters.

    ``risky`` are the quarters of the days on which a cohort could use more than is left.
    """

    axis: Axis
    days: dict[int, Quarter]
    weeks: dict[int, Quarter]
    day: Quarter
    week: Quarter
    risky: int = 0

    @classmethod
    def left(cls, axis: Axis, person: Instructor, uses: list[int]) -> "Budget":
        """Take what is used off a person's limits."""
        endless = 7 * axis.width
        budget = cls(
            axis,
            {},
            {},
            endless if person.max_per_day is None else person.max_per_day,
            endless if person.max_per_week is None else person.max_per_week,
        )
        for mask in uses:
            budget.take(mask)
        return budget

    def take(self, mask: int) -> None:
        """Take the quarters of a bit set off what is left."""
        for day in self.axis.days_of(mask):
            length = (mask & self.axis.day(day)).bit_count()
            week = self.axis.week[day]
            self.days[day] = self.days.get(day, self.day) - length
            self.weeks[week] = self.weeks.get(week, self.week) - length

    def copy(self) -> "Budget":
        """Give a copy that can be taken from on its own."""
        return Budget(self.axis, dict(self.days), dict(self.weeks), self.day, self.week, self.risky)

    def mark(self, lane: Lane) -> None:
        """Note the days on which class in this lane could use more than is left."""
        lengths = {lane.spots[start] // self.axis.width: end - start for start, end in lane.days_from(0)}
        weekly: dict[int, Quarter] = {}
        for day, length in lengths.items():
            week = self.axis.week[day]
            weekly[week] = weekly.get(week, 0) + length
        for day, length in lengths.items():
            week = self.axis.week[day]
            if length > self.days.get(day, self.day) or weekly[week] > self.weeks.get(week, self.week):
                self.risky |= self.axis.day(day)

    def trimmed(self, mask: int) -> int:
        """Give the most of a bit set, from its beginning, that what is left allows, and take it."""
        for day in self.axis.days_of(mask & self.risky):
            week = self.axis.week[day]
            today = mask & self.axis.day(day)
            left = min(self.days.get(day, self.day), self.weeks.get(week, self.week))
            kept = _lowest(today, max(0, left))
            self.take(kept)
            mask ^= today ^ kept
        return mask


def _lowest(mask: int, number: int) -> int:
    """Give the lowest bits of a set, at most so many."""
    if mask.bit_count() <= number:
        return mask
    kept = 0
    for _ in range(number):
        low = mask & -mask
        kept |= low
        mask ^= low
    return kept
