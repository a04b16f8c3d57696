"""What the generator says a timeline costs and breaks is what the rules and goals say of its sessions."""

from random import Random

import builders as b
import pytest
from planted.tiny import Features, tiny

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.engine.calendars import Calendars
from scheduler.engine.generator import Growth
from scheduler.engine.insertion import timelines
from scheduler.engine.model import Model
from scheduler.engine.outranked import outranked
from scheduler.engine.staffing import Staffing
from scheduler.engine.timeline import Timeline
from scheduler.engine.tuning import Tuning
from scheduler.goals import prices, score
from scheduler.rules import RULES

SEEDS = range(40)
"""Which planted problems are looked at."""
WAYS = ({}, {"noise": 5.0, "wandering": True, "unstaffed": 0.5})
"""To look for timelines plainly, and as the search does: at random, idle, hours unstaffed at little."""


def found(model: Model, cohort: str = "A", **fields) -> list[Timeline]:
    """Look for timelines of a cohort while everybody else is away."""
    tuning = {"unstaffed": model.prices.unstaffed, "random": Random(1)} | fields
    return timelines(Calendars(model), cohort, Tuning(**tuning))


def alone(model: Model, timeline: Timeline) -> tuple[Problem, Schedule]:
    """Give the problem of a timeline's cohort alone, and the timeline as its schedule."""
    sessions = tuple(timeline.sessions(model.axis))
    return model.only(timeline.cohort), Schedule(
        sessions=sessions, patterns={timeline.cohort: timeline.pattern}
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_timeline_costs_what_the_goals_say_and_breaks_what_it_says(seed: int) -> None:
    model = Model(tiny(Random(seed), Features(cohorts=2))[0])
    for cohort in model.cases:
        for way in WAYS:
            for timeline in found(model, cohort, **way):
                problem, schedule = alone(model, timeline)
                broken = {rule.CODE for rule in RULES if any(rule.violations(problem, schedule))}

                assert timeline.cost == pytest.approx(score(prices(problem, schedule)))
                assert broken <= {*timeline.breaches, *(code for code, _ in outranked(problem))}


def test_timelines_come_the_best_first_and_at_least_one() -> None:
    model = Model(b.problem(b.module("M1", 6), cohorts=[b.cohort(latest=9)]))

    costs = [timeline.cost for timeline in found(model)]

    assert costs[0] == 0
    assert costs == sorted(costs)


def test_tracks_or_not_what_a_timeline_is_valued_at_is_what_it_costs() -> None:
    # Jan 5 is a day on which nobody can teach: it starts late.
    tracks = b.pattern("AM", b.block(at="8-9", track="LAB"), b.block(at="9-11", track="CLASS"))
    modules = [b.module("M1", 4, track="LAB"), b.module("M2", 6, track="CLASS")]
    cohorts = [b.cohort(latest=20)]
    model = Model(b.problem(*modules, patterns=[tracks], cohorts=cohorts, absences=(b.absence("I-1", 5),)))
    calendars, (case,) = Calendars(model), model.cases["A"]
    tuning = Tuning(unstaffed=model.prices.unstaffed, random=Random(0))

    ended = Growth(calendars, case, tuning, Staffing(calendars, case, tuning)).ended(1e9)

    assert case.parallel
    assert any(label.cost > 0 for label in ended)
    assert [label.value for label in ended] == [label.cost for label in ended]


def test_a_cohort_that_cannot_start_has_one_timeline_with_nothing_in_it() -> None:
    # 3 h unplaced at 1000.
    model = Model(b.problem(b.module(), cohorts=[b.cohort(start=31)]))

    timeline = found(model)[0]

    assert (timeline.steps, timeline.cost, timeline.finish) == ((), 3000, -1)


def test_who_is_taken_by_others_is_not_used() -> None:
    # A holds R-1 and I-1 on Jan 5; B has the others.
    model = Model(b.problem(b.module(), cohorts=[b.cohort("A"), b.cohort("B")]))
    calendars = Calendars(model)
    taken = found(model, "A")[0]
    calendars.add(taken)

    best = timelines(calendars, "B", Tuning(unstaffed=model.prices.unstaffed, random=Random(1)))[0]

    assert not set(best.use) & set(taken.use)
    assert best.cost == 0


def test_a_module_is_covered_from_one_of_several_who_can() -> None:
    # I-1 is away on Jan 6; one of the others covers, whoever is best for M2 besides: I-3 is needed anyway.
    problem = b.problem(
        b.module("M1", 9),
        b.module("M2", 3),
        instructors=[b.instructor(f"I-{number}") for number in (1, 2, 3)],
        qualifications=[
            b.qualified("I-1", "M1"), b.qualified("I-2", "M1"),
            b.qualified("I-3", "M1"), b.qualified("I-3", "M2"),
        ],
        absences=(b.absence("I-1", 6), b.absence("I-2", 5), b.absence("I-3", 5)),
    )  # fmt: skip

    best = found(Model(problem))[0]

    # 3 h of cover at 5 and one more instructor (20).
    assert set(best.use) & {"I-1", "I-2", "I-3"} == {"I-1", "I-3"}
    assert best.cost == 35


def test_a_beam_bounds_what_is_kept() -> None:
    modules = [b.module(f"M{number}", 3, room_types=()) for number in range(1, 7)]
    problem = b.problem(
        *modules, order="prerequisites", instructors=[b.instructor(f"I-{n}") for n in range(8)]
    )

    assert found(Model(problem), beam=4, noise=5.0)[0].cost == 0


def test_many_start_days_share_the_beam() -> None:
    model = Model(b.problem(b.module("M1", 6), cohorts=[b.cohort(latest=23)]))

    assert found(model, beam=24)[0].cost == 0
