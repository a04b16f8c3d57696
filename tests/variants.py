"""Variants to compare, for tests: planned, faulty, and not planned."""

import builders as b
from sides import PLANNED, TINY

from scheduler import goals
from scheduler.checking import Side, counted, judge
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Scenario
from scheduler.domain.schedule import Session
from scheduler.domain.variants import Variant

FAULT = Finding(rule="input", where="Cohorts!B3", what='there is no program "Q"', todo="Correct the cell")


def variant(
    name: str, *sessions: Session, problem: Problem = TINY, bound: float = 0.0, changes: tuple[str, ...] = ()
) -> Variant:
    """Give a scenario with a schedule of these sessions; without any, as it was planned."""
    schedule = b.schedule(*(sessions or PLANNED))
    found = tuple(judge(problem, schedule))
    prices = goals.prices(problem, schedule)
    score = goals.score(prices)
    outcome = Outcome(
        schedule=schedule,
        status="optimal" if score == bound else "feasible",
        score=score,
        bound=bound,
        goals=prices,
        findings=found,
    )
    side = Side(problem=problem, schedule=schedule, goals=prices, findings=len(found))
    scenario = Scenario(name=name, cells=())
    return Variant(scenario=scenario, outcome=outcome, counted=counted(side), changes=changes)


def base() -> Variant:
    """Give the tiny plan as it stands: M1 on Jan 5 and 6, M2 on Wed Jan 7, score 0."""
    return variant("As it stands")


def late() -> Variant:
    """Give a scenario in which M2 is on Fri Jan 9, with nobody.

    That is 3 h unstaffed at 500, 6 h idle at 2 and 2 days at 1: 1,514.
    """
    sessions = (*PLANNED[:2], b.session(module="M2", day=9, who=""))
    return variant("Late", *sessions, changes=("Cohorts, row 2 (A): Finish by blank (was Jan 7, 2026)",))


def faulty() -> Variant:
    """Give a scenario with a fault."""
    return Variant(scenario=Scenario(name="Faulty", cells=()), faults=(FAULT,))


def left() -> Variant:
    """Give a scenario that was not planned before somebody asked to stop."""
    return Variant(scenario=Scenario(name="Left", cells=()))
