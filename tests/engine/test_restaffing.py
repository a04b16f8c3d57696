"""People and rooms dealt out anew: never worse, by every rule, and nothing moved in time."""

from random import Random

import builders as b
import pytest
from engine.test_team import part_of
from planted.tiny import Features, tiny

from scheduler.checking import certify
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.coupling import Limit
from scheduler.engine.model import Model
from scheduler.engine.restaffing import restaffed
from scheduler.engine.standing import score, worth
from scheduler.engine.timeline import Step, Timeline

LIMIT = Limit(seconds=None, work=5.0, seed=0)
SEEDS = range(40)
DAY = 12
"""How many quarters a class day has here: 8:00 to 11:00 AM."""


def dealt(problem: Problem, *timelines: Timeline) -> dict[str, list[str]]:
    """Give who teaches each module of each cohort after restaffing; the rooms are as few as do."""
    found = restaffed(Model(problem), {t.cohort: t for t in timelines}, LIMIT, lambda: False)
    assert found
    assert all(len({step.rooms[0][0] for step in timeline.steps}) == 1 for timeline in found.values())
    return {
        cohort: ["+".join(who for who, _ in step.people) for step in timeline.steps]
        for cohort, timeline in found.items()
    }


def step(module: str, first: int, *people: str, room: str = "R-1") -> Step:
    """Give a placement of three hours on one day (counted from 0), the first half by the first of two."""
    mask = ((1 << DAY) - 1) << first * DAY
    half = ((1 << DAY // 2) - 1) << first * DAY
    parts = (mask,) if len(people) == 1 else (half, mask ^ half)
    return Step(module, mask, tuple(zip(people, parts, strict=False)), ((room, mask),))


def timeline(cohort: str, *steps: Step, cost: float = 0.0, missing: int = 0) -> Timeline:
    return Timeline(
        cohort=cohort, pattern="AM", steps=steps, cost=cost, missing=missing, finish=len(steps) - 1
    )


def two_modules(**facts) -> Problem:
    """Give a cohort with two modules of a day each, and two people who can teach both."""
    people = facts.pop("instructors", [b.instructor("I-1"), b.instructor("I-2")])
    return b.problem(
        b.module("M1", 3),
        b.module("M2", 3),
        instructors=people,
        qualifications=[b.qualified(p.id, m) for p in people for m in ("M1", "M2")],
        rooms=[b.room("R-1"), b.room("R-2")],
        **facts,
    )


def test_a_cohort_gets_as_few_people_and_rooms_as_do() -> None:
    changing = timeline("A", step("M1", 0, "I-1"), step("M2", 1, "I-2", room="R-2"), cost=25.0)

    first, second = dealt(two_modules(), changing)["A"]

    assert first == second


def test_a_shared_placement_is_given_to_one_who_can_hold_it_all() -> None:
    shared = timeline("A", step("M1", 0, "I-1", "I-2"), step("M2", 1, "I-2"), cost=27.5)

    first, second = dealt(two_modules(), shared)["A"]

    assert first == second
    assert first in {"I-1", "I-2"}


def test_a_shared_placement_stays_shared_where_nobody_can_hold_it_all() -> None:
    problem = two_modules(absences=(b.absence("I-1", 5, at="9:30-24"), b.absence("I-2", 5, at="0-9:30")))
    shared = timeline("A", step("M1", 0, "I-1", "I-2"), step("M2", 1, "I-2"), cost=27.5)

    assert dealt(problem, shared)["A"][0] == "I-1+I-2"


def test_what_nobody_held_is_held_if_somebody_can() -> None:
    problem = two_modules()
    lacking = timeline("A", step("M1", 0), step("M2", 1, "I-2"), cost=1500.0, missing=DAY)

    found = restaffed(Model(problem), {"A": lacking}, LIMIT, lambda: False)

    assert found
    assert (found["A"].cost, found["A"].missing) == (0.0, 0)


def test_a_pinned_person_stays() -> None:
    problem = two_modules(pins=(b.pin("M2", who="I-2"),))
    changing = timeline("A", step("M1", 0, "I-1"), step("M2", 1, "I-2"), cost=20.0)

    assert dealt(problem, changing)["A"] == ["I-2", "I-2"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_schedule_dealt_anew_is_no_worse_and_certified(seed: int) -> None:
    problem, _ = tiny(Random(seed), Features(cohorts=3))
    model, part = Model(problem), part_of(problem)
    part.advance()

    found = restaffed(model, part.best, LIMIT, lambda: False)

    assert found
    unstaffed = model.prices.unstaffed
    assert worth(model, found, unstaffed) <= worth(model, part.best, unstaffed) + 1e-6
    schedule = Schedule(
        sessions=tuple(s for t in found.values() for s in t.sessions(model.axis)),
        patterns={cohort: t.pattern for cohort, t in found.items()},
    )
    declared = frozenset((code, cohort) for cohort, t in found.items() for code in t.breaches)
    certify(problem, schedule, score=score(model, found), declared=declared)
