"""Pins that contradict each other: about one module, about two of a cohort, or about one person or room."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from scheduler.checking.pinned_starts import before_it, said_start
from scheduler.domain.clock import Quarter
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Pin, Problem
from scheduler.rules import pin as kept
from scheduler.rules.wording import told_in


def findings(problem: Problem) -> Iterator[Finding]:
    """Yield every two pins that cannot both be kept, at the later row of the two."""
    yield from _differing(problem)
    placements = dict.fromkeys((pin.cohort, pin.module) for pin in problem.pins)
    merged = [pin for placement in placements if (pin := kept.pinned(problem, *placement))]
    for cohort in problem.cohorts:
        own = [pin for pin in merged if pin.cohort == cohort and pin.date is not None]
        for one, other in combinations(own, 2):
            yield from _out_of_order(problem, one, other)
    yield from _taken_twice(problem, merged)


def _finding(problem: Problem, pin: Pin, column: str, what: str) -> Finding:
    return Finding(
        rule=kept.CODE,
        what=what,
        todo="Correct or clear one of the two pins.",
        where=problem.cell("Pins", pin.row, column),
    )


def _differing(problem: Problem) -> Iterator[Finding]:
    """Yield the pins of one placement that say different things; the first row counts."""
    first: dict[tuple[str, str], Pin] = {}
    for pin in problem.pins:
        one = first.setdefault((pin.cohort, pin.module), pin)
        for column in _differences(one, pin):
            told = told_in(problem, "Pins", one.row, column)
            what = (
                f"{pin.cohort} {pin.module} is pinned twice, and the first row says another {column}{told}."
            )
            yield _finding(problem, pin, column, what)
        # What an earlier row leaves open, a later one settles.
        first[pin.cohort, pin.module] = kept.together(one, pin)


def _differences(one: Pin, other: Pin) -> Iterator[str]:
    starts = (one.start, other.start) if one.date == other.date else (one.date, other.date)
    if None not in starts and starts[0] != starts[1]:
        yield "Start"
    if one.instructors and other.instructors and set(one.instructors) != set(other.instructors):
        yield "Instructor"
    if one.rooms and other.rooms and set(one.rooms) != set(other.rooms):
        yield "Room"


def _out_of_order(problem: Problem, one: Pin, other: Pin) -> Iterator[Finding]:
    """Yield two modules of a cohort that are pinned against their order, whatever the pattern."""
    program = problem.program_of(one.cohort)
    patterns = [problem.patterns[name] for name in problem.cohorts[one.cohort].patterns]
    for first, then in ((one, other), (other, one)):
        ordered = all(first.module in before_it(program, p, then.module) for p in patterns)
        if ordered and _not_before(first, then):
            what = (
                f"{then.cohort} {then.module} is pinned to start {said_start(then)}, but {first.module}, "
                f"which must have ended by then, is pinned to start {said_start(first)}."
            )
            yield _finding(problem, other, "Start", what)
            return
    if one.start is not None and (one.date, one.start) == (other.date, other.start):
        what = f"{one.cohort} {one.module} and {other.module} are both pinned to start {said_start(one)}."
        yield _finding(problem, other, "Start", what)


def _not_before(first: Pin, then: Pin) -> bool:
    """Whether the first of two pinned starts does not come before the second, as far as they say."""
    if first.date and then.date and first.date != then.date:
        return first.date > then.date
    return first.start is not None and then.start is not None and first.start >= then.start


def _taken_twice(problem: Problem, merged: Sequence[Pin]) -> Iterator[Finding]:
    """Yield who or what is pinned to two cohorts that are pinned to start at the same moment."""
    taken: dict[tuple[str, date | None, Quarter | None], Pin] = {}
    for pin in merged:
        for who in (*pin.instructors, *pin.rooms) if pin.start is not None else ():
            one = taken.setdefault((who, pin.date, pin.start), pin)
            if one.cohort != pin.cohort:
                what = (
                    f"{who} is pinned to {one.cohort} {one.module} and to {pin.cohort} {pin.module}, "
                    f"which are both pinned to start {said_start(pin)}."
                )
                yield _finding(problem, pin, "Instructor" if who in pin.instructors else "Room", what)
