"""The oracle keeps every rule, prices as the goals do, and the engine finds the same best score."""

from random import Random

import pytest
from planted.tiny import Features, tiny

from benchmarks import agreement
from benchmarks.monolithic import solved
from scheduler.checking import judge
from scheduler.goals import prices, score

SEEDS = (2, 4, 5, 7, 9, 10, 13, 14, 16, 17)
WHOLE = tuple(seed for seed in SEEDS if seed % 2 == 0)


@pytest.mark.parametrize("seed", WHOLE)
def test_the_oracle_breaks_no_rule_and_says_the_true_score(seed: int) -> None:
    problem = agreement.problem(seed)
    found = solved(problem)
    assert found is not None
    assert found.is_exact
    assert judge(problem, found.schedule) == ()
    assert score(prices(problem, found.schedule)) == pytest.approx(found.score)


def test_the_oracle_keeps_a_pinned_instructor_where_time_unstaffed_would_be_earlier() -> None:
    problem = agreement.problem(71)
    found = solved(problem)
    assert found is not None
    assert found.is_exact
    assert [finding for finding in judge(problem, found.schedule) if finding.rule == "pin"] == []


@pytest.mark.parametrize("seed", WHOLE)
def test_the_oracle_is_never_worse_than_what_was_planted(seed: int) -> None:
    problem, schedule = tiny(Random(seed), agreement.TINY)
    found = solved(problem)
    assert found is not None
    assert found.score <= score(prices(problem, schedule)) + agreement.TOLERANCE


@pytest.mark.parametrize("seed", SEEDS)
def test_the_engine_finds_the_oracles_best_score(seed: int) -> None:
    assert agreement.compared(seed).verdict == "agree"


def test_the_oracle_refuses_what_it_does_not_cover() -> None:
    drawn = (tiny(Random(seed), Features())[0] for seed in range(50))
    tracked = next(
        found for found in drawn if any(pattern.tracks != ("",) for pattern in found.patterns.values())
    )
    with pytest.raises(NotImplementedError):
        solved(tracked)
