"""Laying a module into class time: which quarters it takes if it starts at a given place."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, islice
from math import comb

from scheduler.domain.problem import Module
from scheduler.engine.lane import Lane, Run
from scheduler.rules import daily_limit

MOST_SKIP_SETS = 60
"""How many choices of idle days are looked at for one placement, where all of them are."""


class TooManyError(Exception):
    """There is more to look at than the limits allow."""


def lay(module: Module, lane: Lane, at: int, skip: frozenset[int] = frozenset()) -> Run:
    """Lay a module into a lane from a bit on, without a gap but for the days skipped.

    It takes of each day what `daily-limit` allows, and ends early where the lane ends.
    """
    place = lane.index(at)
    key = (module.length, module.max_per_day, module.min_days, place, skip)
    run = lane.laid.get(key)
    if run is None:
        if skip or module.max_per_day is not None or module.min_days > 1:
            run = _by_day(module, lane, place, skip)
        else:
            run = _run(lane.stretch(place, min(place + module.length, len(lane.spots))), 0)
        lane.laid[key] = run
    return run


def _by_day(module: Module, lane: Lane, place: int, skip: frozenset[int]) -> Run:
    mask, left = 0, module.length
    for days_held, (start, end) in enumerate(lane.days_from(place, skip)):
        taken = daily_limit.share(module, left=left, available=end - start, days_held=days_held)
        mask |= lane.stretch(start, start + taken)
        left -= taken
        if not left:
            break
    return _run(mask, sum(1 for day in skip if day * lane.axis.width < mask.bit_length()))


def _run(mask: int, idle_days: int) -> Run:
    begin = (mask & -mask).bit_length() - 1 if mask else -1
    return Run(mask, begin, mask.bit_length(), mask.bit_count(), idle_days)


def all_skip_sets(run: Run, lane: Lane, most: int, *, starting: bool) -> Iterator[frozenset[int]]:
    """Yield every set of whole class days that a run could skip, at most ``most`` days each.

    Raises
    ------
    TooManyError
        If there are too many to look at each.
    """
    days = [lane.spots[start] // lane.axis.width for start, _ in lane.days_from(lane.index(run.begin))]
    first = 1 if starting or not lane.opens_day(lane.index(run.begin)) else 0
    last = 1 + max(place for place, day in enumerate(days) if day * lane.axis.width < run.end)
    choice = days[first : last + most - 1]
    if sum(comb(len(choice), number) for number in range(1, most + 1)) > MOST_SKIP_SETS:
        raise TooManyError
    for number in range(1, most + 1):
        yield from map(frozenset, combinations(choice, number))


def skip_sets(
    module: Module,
    run: Run,
    lane: Lane,
    lacking: Iterable[Callable[[int], int]],
    most: int,
    *,
    starting: bool,
) -> Iterator[frozenset[int]]:
    """Yield sets of whole class days that a run could skip, at most ``most`` days each.

    They are its first days (it waits), or the days on which someone cannot come: each of ``lacking``
    says which quarters of a bit set somebody lacks. What is laid later for it may lack them again. The
    day on which a cohort starts, or has had class before the run, is not among them.
    """
    place = lane.index(run.begin)
    width = lane.axis.width
    held = {run.begin // width} if starting or not lane.opens_day(place) else set()
    days = (lane.spots[start] // width for start, _ in lane.days_from(place, held))
    waits = list(islice(days, most))
    found = [frozenset(waits[:number]) for number in range(1, len(waits) + 1)]
    for lacks in lacking:
        skip, laid = frozenset[int](), run
        while more := frozenset(lane.axis.days_of(lacks(laid.mask))):
            skip |= more
            if len(skip) > most or skip & held:
                break
            found.append(skip)
            laid = lay(module, lane, run.begin, skip)
    yield from dict.fromkeys(found)
