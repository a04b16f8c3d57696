"""Soft colours for modules and cohorts, dark enough apart and light enough for black text."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Problem

COLOURS = (
    "#BFD7EA",
    "#F6D6AD",
    "#CBE3C1",
    "#E6CDE8",
    "#FBE9A6",
    "#C4E4E0",
    "#F4C7C3",
    "#D9D4EE",
    "#DDE3A9",
    "#CFD8DC",
    "#F3D3E0",
    "#B9DCC9",
    "#E8D5C0",
    "#C9D9F7",
)

Id = TypeVar("Id", bound=str)


def module_colours(problem: Problem) -> Mapping[tuple[CohortId, ModuleId], str]:
    """Give each module a colour by its place in its program, so neighbours differ."""
    return {
        (cohort, module): colour
        for cohort in problem.cohorts
        for module, colour in _dealt(module.id for module in problem.program_of(cohort).modules).items()
    }


def cohort_colours(problem: Problem) -> Mapping[CohortId, str]:
    """Give each cohort a colour."""
    return _dealt(problem.cohorts)


def _dealt(ids: Iterable[Id]) -> dict[Id, str]:
    return {one: COLOURS[index % len(COLOURS)] for index, one in enumerate(ids)}
