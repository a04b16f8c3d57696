"""What is there is enough for every planted schedule, so nothing is called tighter than it is."""

from random import Random

import pytest

from planted.tiny import Features, tiny
from scheduler.checking import bottlenecks


@pytest.mark.parametrize("seed", range(300))
def test_what_keeps_every_rule_and_is_staffed_uses_no_more_than_is_there(seed: int) -> None:
    problem, schedule = tiny(Random(seed), Features(cohorts=2 + seed % 3))

    found = bottlenecks(problem, schedule)

    assert found
    assert all(use.share <= 1 for row in found for use in row.weeks.values())
