"""What a run gives: prices and the gap to the best possible."""

from math import inf

import pytest
from builders import schedule

from scheduler.domain.outcome import Outcome, Price, nearness


def test_a_price_is_units_times_weight() -> None:
    assert Price(units=3, weight=2.5).cost == 7.5


@pytest.mark.parametrize(
    ("score", "bound", "expected"),
    [(110, 100, 0.1), (100, 100, 0), (100, 120, 0), (0, 0, 0), (0, -5, inf), (10, 0, inf)],
)
def test_the_gap_is_a_share_of_the_bound(score: float, bound: float, expected: float) -> None:
    outcome = Outcome(schedule=schedule(), status="feasible", score=score, bound=bound, goals={})

    assert outcome.gap == pytest.approx(expected)


@pytest.mark.parametrize(
    ("score", "bound", "words"),
    [
        (100, 100, "proven best"),
        (103.41, 100, "at most 3.5 % above the best possible"),  # 3.41 % is rounded up
        (103.5, 100, "at most 3.5 % above the best possible"),
        (100.001, 100, "at most 0.1 % above the best possible"),
        (201, 100, "not known to be near the best possible"),
        (5, 0, "not known to be near the best possible"),
    ],
)
def test_nearness_never_claims_too_much(score: float, bound: float, words: str) -> None:
    assert nearness(score, bound) == words
