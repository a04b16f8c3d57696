"""Explain why something cannot be had, where the term is tight, and what would help."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.app import checks, planning, reasoning, remedies
from scheduler.app.inputs import exact
from scheduler.app.planning import Search
from scheduler.checking import bottlenecks
from scheduler.domain.bottleneck import Bottleneck
from scheduler.domain.clock import number
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price
from scheduler.domain.problem import Problem
from scheduler.domain.reason import Reason
from scheduler.domain.remedy import Remedy
from scheduler.domain.schedule import Schedule
from scheduler.goals import days_late, prices, unplaced_hours, unstaffed_hours

PLANNING, REASONING = 1 / 8, 1 / 4
"""The share of the time that planning and reasoning take at most; trying the ways out takes the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What cannot be had, why, and what would help.

    Attributes
    ----------
    inputs
        The name of the planning workbook or folder.
    schedule
        What was planned, or the schedule that was given.
    findings
        What is wrong with it; nothing if all can be had.
    is_short
        Whether anything is wrong, or late.
    reasons
        Why, as far as that was found out.
    remedies
        What would help: those that are enough, the cheapest in front; or else the best few.
    bottlenecks
        Where the term is tight, the tightest first.
    """

    problem: Problem
    inputs: str
    schedule: Schedule
    goals: Mapping[str, Price]
    findings: tuple[Finding, ...]
    is_short: bool
    reasons: tuple[Reason, ...]
    remedies: tuple[Remedy, ...]
    bottlenecks: tuple[Bottleneck, ...]
    notes: tuple[str, ...]

    @property
    def standing(self) -> str:
        """What is missing, in words."""
        late = f"day{'s' * (self.goals[days_late.NAME].units != 1)} late"
        goals = ((unplaced_hours, "h not placed"), (unstaffed_hours, "h unstaffed"), (days_late, late))
        missing = [
            f"{number(units)} {words}" for goal, words in goals if (units := self.goals[goal.NAME].units)
        ]
        if missing:
            return ", ".join(missing)
        return "not every rule can be kept" if self.is_short else "everything can be had"


def explain(source: Path, search: Search, say: Callable[[str], None]) -> Explained:
    """Explain a planning workbook or CSV folder, which is planned first; or a schedule, as it is.

    Parameters
    ----------
    search
        With its ``seconds`` for everything together.
    say
        Told what is being done.

    Raises
    ------
    InputError
        If it cannot be used.
    Uncertified
        If the checker disagrees with the engine, which is a bug.
    """
    begun = search.clock()
    checked = checks.check(source)
    with exact(checked.inputs) as inputs:
        problem, schedule, found = checked.problem, checked.schedule, checked.findings
        if schedule is None:
            say("planning")
            outcome = planning.solve(problem, replace(search, seconds=_share(search, PLANNING)))
            schedule, found = outcome.schedule, outcome.findings
        short = reasoning.is_short(problem, schedule, found)
        if short:
            say("looking for the reasons")
        causes = reasoning.found(problem, schedule, search, _share(search, REASONING)) if short else ()
        if causes:
            say("trying what would help")
        left = replace(search, seconds=_left(search, begun))
        helping = remedies.tried(inputs.copy, inputs.problem, schedule, causes, left) if causes else ()
    return Explained(
        problem=problem,
        inputs=checked.inputs.name,
        schedule=schedule,
        goals=prices(problem, schedule),
        findings=found,
        is_short=short,
        reasons=tuple(cause.reason for cause in causes),
        remedies=helping,
        bottlenecks=bottlenecks(problem, schedule),
        notes=checked.notes,
    )


def _share(search: Search, share: float) -> float | None:
    return None if search.seconds is None else share * search.seconds


def _left(search: Search, begun: float) -> float | None:
    """Give the time there is to try things; a tenth of it goes into beginning and ending."""
    return None if search.seconds is None else max(0.0, search.seconds - (search.clock() - begun)) * 0.9
