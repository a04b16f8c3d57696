"""Compare the engine with the oracle on tiny problems: both must find the same best score.

From the repository's root: ``PYTHONPATH=tests python -m benchmarks.agreement 0 1000``. Every second
problem has lost a person or a room, so that some hours cannot be staffed.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from random import Random
from time import monotonic
from typing import NamedTuple

from planted.tiny import Features, tiny

from benchmarks.monolithic import solved
from benchmarks.variants import without
from scheduler import engine
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import Problem

TINY = Features(tracks=False, limits=False, cohorts=2, short=True)
TOLERANCE = 1e-6


class Comparison(NamedTuple):
    """What both found for one seed; ``verdict`` says whether they agree."""

    seed: int
    verdict: str
    oracle: float
    score: float
    bound: float


def problem(seed: int) -> Problem:
    """Give the tiny problem of a seed."""
    chance = Random(seed)
    whole, _ = tiny(chance, TINY)
    everyone: list[ResourceId] = [*whole.instructors, *whole.rooms]
    return without(whole, [chance.choice(everyone)]) if seed % 2 else whole


def compared(seed: int, *, work: int = 1000, seconds: float = 15.0) -> Comparison:
    """Plan one problem twice and say whether the scores agree and the bound is not too high."""
    found = problem(seed)
    exact = solved(found, seconds=seconds)
    if exact is None or not exact.is_exact:
        return Comparison(seed, "oracle gave up", float("nan"), float("nan"), float("nan"))
    solution = engine.plan(
        found,
        options=engine.Options(work=work, seed=seed, workers=1),
        clock=monotonic,
        watch=lambda _: None,
        stopped=lambda: False,
    )
    return Comparison(seed, _verdict(exact.score, solution), exact.score, solution.score, solution.bound)


def _verdict(best: float, solution: engine.Solution) -> str:
    if solution.bound > best + TOLERANCE:
        return "bound too high"
    if solution.score < best - TOLERANCE:
        return "rules broken" if solution.declared else "better than the oracle"
    return "agree" if solution.score <= best + TOLERANCE else "worse"


def compared_all(seeds: range) -> Iterator[Comparison]:
    """Yield the comparison of each seed that does not agree, and count all."""
    verdicts: Counter[str] = Counter()
    for seed in seeds:
        found = compared(seed)
        verdicts[found.verdict] += 1
        if found.verdict != "agree":
            yield found
    print(dict(verdicts))


if __name__ == "__main__":
    for line in compared_all(range(int(sys.argv[1]), int(sys.argv[2]))):
        print(line, flush=True)
