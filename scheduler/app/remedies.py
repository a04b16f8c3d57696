"""What would help: ways out, each tried by planning again, the cheapest that is enough in front."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler.app.located import findings
from scheduler.app.planning import Search
from scheduler.app.reasoning import is_short
from scheduler.app.scenarios import Planned, planned
from scheduler.domain.clock import number
from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.remedy import Remedy
from scheduler.domain.scenario import Cell, Scenario
from scheduler.domain.schedule import Schedule
from scheduler.goals import days_late, prices, score, unplaced_hours, unstaffed_hours, weight
from scheduler.reading import read_problem
from scheduler.rules.wording import NAMED_AT_MOST, dated, listed

if TYPE_CHECKING:
    from scheduler.reasons import Cause, Way

MOST_TRIALS = 16
"""So many ways out are tried at most, those that cost the college least in front."""
ENOUGH = 3
"""When so many are enough, no more are tried."""
MOST_SECONDS = 10.0
"""How long each is planned for at most."""
BEST = 3
"""Where none is enough, so many are told."""
A_COHORT = 1.0
"""Seconds each is planned for at least, for every cohort, as long as there is time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """Ways to change the workbook at once, and what they cost the college."""

    ways: "tuple[Way, ...]"
    cells: tuple[Cell, ...]

    @property
    def effort(self) -> int:
        return sum(way.effort for way in self.ways)


def tried(
    source: Path, problem: Problem, schedule: Schedule, causes: "Sequence[Cause]", search: Search
) -> tuple[Remedy, ...]:
    """Plan again with each way out of the causes; where none is enough, with one for each cause at once.

    Those that are enough, or else the best few.

    Parameters
    ----------
    source
        The planning workbook, a copy that nobody edits meanwhile.
    schedule
        What was planned without them: what they give is told beside it.
    search
        With its ``seconds`` for all of them together; ``workers`` is how many are planned side by side.
    """
    trials = _Trials(source=source, problem=problem, schedule=schedule, search=search)
    found = trials.results(_single(problem, causes))
    if len(causes) > 1 and not any(remedy.is_enough for _, remedy in found):
        found += trials.results(_together(problem, causes, found))
    remedies = list({remedy.cells: remedy for _, remedy in found}.values())
    remedies.sort(key=lambda one: (one.effort, len(one.cells), one.score))
    enough = _simplest([remedy for remedy in remedies if remedy.is_enough])
    return tuple(enough or sorted(remedies, key=lambda one: one.score)[:BEST])


def _simplest(remedies: Sequence[Remedy]) -> list[Remedy]:
    """Leave out what changes all that another one changes, and more."""
    values = [{(one.sheet, one.column, one.value) for one in remedy.cells} for remedy in remedies]
    return [
        remedy
        for remedy, mine in zip(remedies, values, strict=True)
        if not any(
            other is not remedy and other.effort == remedy.effort and theirs < mine
            for other, theirs in zip(remedies, values, strict=True)
        )
    ]


def _single(problem: Problem, causes: "Sequence[Cause]") -> list[_Trial]:
    """Give the ways by themselves, the cheapest first, and as many of each cause."""
    from scheduler.reasons import placed  # noqa: PLC0415  loads the solver

    trials: dict[tuple[Cell, ...], _Trial] = {}
    for cause in causes:
        ways = sorted((way for one in cause.premises for way in one.ways), key=lambda way: way.effort)
        own = {placed(problem, way.cells): way for way in reversed(ways)}
        for cells, way in [*reversed(own.items())][: MOST_TRIALS // len(causes)]:
            trials.setdefault(cells, _Trial(ways=(way,), cells=cells))
    return sorted(trials.values(), key=lambda trial: trial.effort)


def _together(
    problem: Problem, causes: "Sequence[Cause]", found: "Sequence[tuple[_Trial, Remedy]]"
) -> list[_Trial]:
    """Give for each cause the cheapest way that left nearly as little missing as any, all at once."""
    from scheduler.reasons import combined, placed  # noqa: PLC0415  loads the solver

    best: list[Way] = []
    for cause in causes:
        own = [way.cells for premise in cause.premises for way in premise.ways]
        those = [(trial, remedy) for trial, remedy in found if trial.ways[0].cells in own]
        least = min((remedy.score for _, remedy in those), default=0.0) + weight(problem, unstaffed_hours)
        near = [trial for trial, remedy in those if remedy.score <= least]
        best += [way for trial in sorted(near, key=lambda trial: trial.effort)[:1] for way in trial.ways]
    cells = placed(problem, combined(way.cells for way in best))
    return [_Trial(ways=tuple(best), cells=cells)] if len(best) > 1 else []


class _Trials:
    """Plans again with ways out, in the time there is for all of them."""

    def __init__(self, *, source: Path, problem: Problem, schedule: Schedule, search: Search) -> None:
        self._source = source
        self._problem = problem
        self._before = schedule
        self._search = search
        self._last = None if search.seconds is None else search.clock() + search.seconds
        self._enough = 0
        self._missing = _missing(problem, schedule, findings(problem, schedule))

    def results(self, trials: Sequence[_Trial]) -> "list[tuple[_Trial, Remedy]]":
        """Give those that are of use: with the schedule at hand, as it is, or else by planning with each."""
        at_hand = [(trial, self._settled(trial, self._problem, self._before)) for trial in trials]
        known = [(trial, remedy) for trial, remedy in at_hand if remedy and remedy.is_enough]
        self._enough += len(known)
        rest = [trial for trial in trials if trial not in [one for one, _ in known]]
        return [*known, *self._planned(rest)]

    def _planned(self, trials: Sequence[_Trial]) -> "list[tuple[_Trial, Remedy]]":
        """Plan with each; give those that are of use."""
        scenarios = [Scenario(name=f"{at}", cells=trial.cells) for at, trial in enumerate(trials)]
        search = replace(
            self._search, seconds=self._seconds(len(trials)), stopped=self._is_over, reasoning=0.0
        )
        results = planned(self._source, scenarios, search, self._told)
        pairs = zip(trials, results, strict=True)
        remedies = ((trial, self._remedy(trial, result)) for trial, result in pairs)
        return [(trial, remedy) for trial, remedy in remedies if remedy is not None]

    def _seconds(self, trials: int) -> float | None:
        """Give how long each is planned for: longer, where there is time and they are few."""
        if self._last is None:
            return None
        rounds = max(1, ceil(trials / self._search.workers))
        share = min(MOST_SECONDS, A_COHORT * len(self._problem.cohorts))
        return max(share, min(MOST_SECONDS, (self._last - self._search.clock()) / rounds))

    def _told(self, one: Planned) -> None:
        if one.outcome and one.problem:
            self._enough += not is_short(one.problem, one.outcome.schedule, one.outcome.findings)

    def _is_over(self) -> bool:
        over = self._last is not None and self._search.clock() >= self._last
        return over or self._enough >= ENOUGH or self._search.stopped()

    def _remedy(self, trial: _Trial, result: Planned) -> Remedy | None:
        """Give what a trial came to; none if of no use."""
        if result.outcome is None or result.problem is None:
            return None
        return self._settled(trial, result.problem, result.outcome.schedule)

    def _settled(self, trial: _Trial, problem: Problem, schedule: Schedule) -> Remedy | None:
        """Give a trial's cells with the values that a schedule takes, and what it gives; none if no use."""
        from scheduler.reasons import combined, placed  # noqa: PLC0415  loads the solver

        settled = [way.settle(problem, schedule) for way in trial.ways]
        used = [one for one in settled if one is not None]
        cells = placed(self._problem, combined(one.cells for one in used))
        again = read_problem(self._source, cells).problem if used else None
        if again is None:
            return None
        found = findings(again, schedule)
        if _missing(again, schedule, found) >= self._missing:
            return None
        return Remedy(
            what=listed(one.what for one in used),
            cells=cells,
            gives="; ".join((_left(again, schedule, found), *_finishes(again, self._before, schedule))),
            is_enough=not is_short(again, schedule, found),
            effort=trial.effort,
            score=score(prices(again, schedule)),
        )


def _missing(problem: Problem, schedule: Schedule, found: Sequence[Finding]) -> tuple[float, float, int]:
    """Give the hours that are missing, the days that cohorts are late, and the number of findings."""
    hours = unplaced_hours.units(problem, schedule) + unstaffed_hours.units(problem, schedule)
    return hours, days_late.units(problem, schedule), len(found)


def _left(problem: Problem, schedule: Schedule, found: Sequence[Finding]) -> str:
    """Say how many hours are missing still, how late it is, and how many findings there are."""
    goals = ((unplaced_hours, "h not placed"), (unstaffed_hours, "h unstaffed"), (days_late, "days late"))
    missing = [f"{number(units)} {word}" for goal, word in goals if (units := goal.units(problem, schedule))]
    if missing:
        return f"{listed(missing)} still"
    others = len(found)
    left = f", {others} finding{'s' * (others > 1)} left" if others else ""
    return f"all hours placed and staffed{left}"


def _finishes(problem: Problem, before: Schedule, after: Schedule) -> list[str]:
    """Say which cohorts finish on another day, or at last; of many only how many."""
    told = [words for cohort in problem.cohorts if (words := _finish(problem, before, after, cohort))]
    return [f"{len(told)} cohorts finish on another day"] if len(told) > NAMED_AT_MOST else told


def _finish(problem: Problem, before: Schedule, after: Schedule, cohort: CohortId) -> str:
    held, now = before.by_cohort.get(cohort, ()), after.by_cohort.get(cohort, ())
    if not now:
        return ""
    if sum(session.length for session in held) < problem.program_of(cohort).length:
        return f"{cohort} finishes on {dated(now[-1].date)}"
    days = (now[-1].date - held[-1].date).days
    way = "later" if days > 0 else "earlier"
    return f"{cohort} finishes {abs(days)} day{'s' * (abs(days) != 1)} {way}" if days else ""
