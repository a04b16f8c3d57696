"""Whether cohorts can have a clean schedule: by counting, else by searching for one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from scheduler.checking import arithmetic, judge
from scheduler.domain.problem import Problem
from scheduler.engine import Options, clean_schedule, plan
from scheduler.goals import GOALS, unplaced_hours, unstaffed_hours
from scheduler.reasons.altered import with_cohort
from scheduler.reasons.question import in_time

WORK = 20
"""So many timelines are looked for, for each cohort, before an answer stays open."""


class Answer(Enum):
    """Whether a clean schedule can be had; open if none was found and nothing is proven."""

    YES = auto()
    NO = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Asks the checker and the engine.

    Attributes
    ----------
    clock
        Gives the seconds passed since some moment.
    until
        When to stop, by that clock.
    each
        How many seconds one answer may take.
    """

    clock: Callable[[], float]
    until: float | None = None
    each: float | None = None
    stopped: Callable[[], bool] = lambda: False

    def __call__(self, problem: Problem) -> Answer:
        """Say whether all hours can be placed and staffed in time with no rule broken."""
        if self.is_over():
            return Answer.OPEN
        if not problem.cohorts:
            return Answer.YES
        wanted = in_time(_light(problem))
        if arithmetic.findings(wanted):
            return Answer.NO
        if len(wanted.cohorts) == 1:
            return self._alone(wanted)
        found = plan(
            wanted,
            options=Options(work=WORK * len(problem.cohorts)),
            clock=self.clock,
            watch=lambda _progress: None,
            stopped=self._ended(),
        )
        if found.score < 1e-6 and not judge(wanted, found.schedule):
            return Answer.YES
        return Answer.NO if found.bound > 1e-6 else Answer.OPEN

    def _alone(self, wanted: Problem) -> Answer:
        (cohort,) = wanted.cohorts.values()
        ended = self._ended()
        schedule, proven = clean_schedule(wanted, cohort.id, ended)
        if schedule is None and not proven and cohort.max_idle_days:
            # Idle days make so many ways that one without any may be overlooked.
            schedule, _ = clean_schedule(with_cohort(wanted, cohort.id, max_idle_days=0), cohort.id, ended)
        if schedule is not None and not judge(wanted, schedule):
            return Answer.YES
        return Answer.NO if proven else Answer.OPEN

    def _ended(self) -> Callable[[], bool]:
        """Give what says whether an answer that is begun now has taken long enough."""
        if self.each is None:
            return self.is_over
        last = self.clock() + self.each
        return lambda: self.clock() >= last or self.is_over()

    def is_over(self) -> bool:
        """Whether there is no time left."""
        return self.stopped() or (self.until is not None and self.clock() >= self.until)


def _light(problem: Problem) -> Problem:
    """Let nothing count but missing hours."""
    weights = {goal.NAME: 0.0 for goal in GOALS} | {unplaced_hours.NAME: 1.0, unstaffed_hours.NAME: 1.0}
    return replace(problem, settings=replace(problem.settings, weights=weights))
