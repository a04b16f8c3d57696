"""What a run gives: prices and the gap to the best possible."""

import pytest
from builders import schedule

from scheduler.domain.outcome import Outcome, Price


def test_a_price_is_units_times_weight() -> None:
    assert Price(units=3, weight=2.5).cost == 7.5


@pytest.mark.parametrize(
    ("score", "bound", "expected"),
    [(110, 99, 0.1), (100, 100, 0), (100, 120, 0), (0, 0, 0), (0, -5, 5), (-10, -15, 0.5)],
)
def test_the_gap_is_a_share_of_the_score(score: float, bound: float, expected: float) -> None:
    outcome = Outcome(schedule=schedule(), status="feasible", score=score, bound=bound, goals={})

    assert outcome.gap == pytest.approx(expected)
