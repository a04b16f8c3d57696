"""The search, step by step: what it holds always fits together, and the best is never lost."""

from collections.abc import Callable, Collection
from random import Random

import builders as b
import pytest
from planted.tiny import Features, tiny

from scheduler.engine.calendars import Calendars
from scheduler.engine.model import Model
from scheduler.engine.negotiation import Negotiation
from scheduler.engine.search import Search
from scheduler.engine.standing import worth
from scheduler.engine.timeline import Timeline

SEEDS = range(8)
STEPS = 12


def never() -> bool:
    return False


def after(calls: int) -> Callable[[], bool]:
    """Say that time is up from so many calls on."""
    left = iter(range(calls))
    return lambda: next(left, None) is None


def crowded(seed: int) -> Model:
    """Give a tiny problem of several cohorts."""
    chance = Random(seed)
    found = None
    while found is None or len(found.cohorts) < 3:
        found, _ = tiny(chance, Features(short=True))
    return Model(found)


def searching(model: Model, seed: int, ended: Callable[[], bool] = never) -> Search:
    search = Search(model, seed, dict.fromkeys(model.cases, 0.0), ended)
    search.begin()
    return search


def value(model: Model, search: Search) -> float:
    """Give what its best schedule is worth at the true prices."""
    return worth(model, search.best, model.prices.unstaffed)


def fit(model: Model, timelines: dict[str, Timeline]) -> bool:
    """Whether every cohort has a timeline, and all of them can be had together."""
    calendars = Calendars(model)
    for timeline in timelines.values():
        calendars.add(timeline)
    return set(timelines) == set(model.cases) and not any(map(calendars.contested, model.wanted))


@pytest.mark.parametrize("seed", SEEDS)
def test_after_every_step_everything_fits_and_the_best_is_kept(seed: int) -> None:
    model = crowded(seed)
    search = searching(model, seed)
    for _ in range(STEPS):
        before = search.best_worth
        for _ in search.step():
            assert fit(model, dict(search.present))

        assert fit(model, search.best)
        assert search.best_worth == pytest.approx(value(model, search))
        assert search.best_worth <= before


@pytest.mark.parametrize("seed", SEEDS)
def test_whenever_time_is_up_no_cohort_is_left_out(seed: int) -> None:
    model = crowded(seed)
    for calls in range(40):
        search = searching(model, seed)
        search._ended = after(calls)  # time begins to run only now
        for _ in search.negotiate(0.0):
            pass
        for _ in search.step():
            pass

        assert fit(model, dict(search.present))
        assert search.best_worth == pytest.approx(value(model, search))


@pytest.mark.parametrize("seed", [3, 7])
def test_a_better_schedule_may_be_learned_in_the_middle_of_a_step(seed: int) -> None:
    model = crowded(seed)
    other = searching(model, seed)
    first, least = other.best, other.best_worth
    while other.best_worth > least - 1:
        for _ in other.step():
            pass
    for claim in range(STEPS):
        search = searching(model, claim)
        for number, _ in enumerate(search.step()):
            if not number:
                search.learn(other.best)
        assert fit(model, dict(search.present))

        present = dict(search.present)
        search.learn(first)
        assert dict(search.present) == present  # the worse one is not learned


@pytest.fixture
def two() -> Model:
    """Give two cohorts that both want the one instructor on the first morning."""
    cohorts = [b.cohort("A", latest=9), b.cohort("B", latest=9)]
    return Model(b.problem(b.module("M1", 3), cohorts=cohorts, instructors=[b.instructor("I-1")]))


def negotiated(model: Model, present: Collection[Timeline] = ()) -> Negotiation:
    return Negotiation(
        model, Random(0), noise=0.0, unstaffed=model.prices.unstaffed, present=present, ended=never
    )


def test_from_nothing_everybody_takes_what_is_best_until_nobody_collides(two: Model) -> None:
    negotiation = negotiated(two)
    finishes = []
    for _ in range(60):
        list(negotiation.round(two.cases))
        finishes.append(sorted(t.finish for t in negotiation.timelines.values()))
        if not negotiation.colliding:
            break

    assert finishes[0] == [0, 0]
    assert finishes[-1] == [0, 1]
    assert fit(two, dict(negotiation.timelines))


def test_from_a_schedule_only_those_who_are_asked_choose_anew(two: Model) -> None:
    search = searching(two, 0)
    early, late = sorted(search.present.values(), key=lambda t: t.finish)
    negotiation = negotiated(two, [early, late])

    list(negotiation.round({late.cohort}))

    assert negotiation.timelines[early.cohort] is early
    assert negotiation.timelines[late.cohort].finish == 0
    assert negotiation.colliding == {"A", "B"}
