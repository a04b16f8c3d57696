"""Facts that somebody pinned."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from scheduler.domain.clock import clock, day
from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Pin, Problem
from scheduler.reasons.premises import Premise, Rank, premise
from scheduler.reasons.ways import Effort, certain, emptied
from scheduler.rules.wording import listed


def facts(problem: Problem, cohorts: Collection[CohortId]) -> Iterator[Premise]:
    """Yield each pin of some cohorts."""
    for pin in (pin for pin in problem.pins if pin.cohort in cohorts):

        def released(known: Problem, gone: Pin = pin) -> Problem:
            kept = (one for one in known.pins if (one.cohort, one.module, one.row) != _place(gone))
            return replace(known, pins=tuple(kept))

        way = certain(
            Effort.PIN,
            f"clear the pin of {pin.cohort} {pin.module} in row {pin.row} of Pins",
            *emptied(problem, "Pins", pin.row),
        )
        yield premise(
            _words(pin),
            problem.cell("Pins", pin.row, "Cohort"),
            Rank.PINS,
            released,
            wish=(f"{pin.cohort} {pin.module}", "cannot be as it is pinned", ""),
            ways=[way],
        )


def _place(pin: Pin) -> tuple[CohortId, ModuleId, int]:
    return pin.cohort, pin.module, pin.row


def _words(pin: Pin) -> str:
    parts = []
    if pin.date:
        at = "" if pin.start is None else f", {clock(pin.start)}"
        parts.append(f"to start on {day(pin.date)}{at}")
    if pin.instructors:
        parts.append(f"to {' + '.join(pin.instructors)}")
    if pin.rooms:
        parts.append(f"to {' + '.join(pin.rooms)}")
    return f"{pin.cohort} {pin.module} is pinned {listed(parts or ['to nothing'])}"
