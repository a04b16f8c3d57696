"""What differs between two schedules is summed up in one line."""

from dataclasses import replace
from datetime import date

import pytest

from scheduler.domain.comparison import (
    CohortPair,
    Comparison,
    Course,
    Placed,
    PlacementPair,
    Totals,
    summed_up,
)

TOTALS = Totals(score=220, last_finish=date(2026, 6, 5), placed=0, unplaced=0, unstaffed=0, findings=0)
COURSE = Course(start=None, finish=None, placed=0, unstaffed=0, pattern="AM")
SAME = Comparison(before=TOTALS, after=TOTALS, goals=(), cohorts=(), loads=(), placements=(), compared=60)
EMPTY = Placed(first=None, last=None, instructors=(), rooms=())


def differing(*respects: str) -> PlacementPair:
    return PlacementPair(cohort="A", module="M1", before=EMPTY, after=EMPTY, respects=respects)


def only_in(*names: str) -> tuple[CohortPair, ...]:
    return tuple(
        CohortPair(
            cohort=f"{name}-1",
            before=COURSE if name == "A" else None,
            after=COURSE if name == "B" else None,
        )
        for name in names
    )


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "no differences"),
        (
            {
                "placements": (differing("time"), differing("time"), differing("instructor")),
                "after": replace(TOTALS, score=305),
            },
            "3 of 60 placements differ: 2 in time, 1 in instructor; score 220 -> 305",
        ),
        ({"placements": (differing("room"),)}, "1 of 60 placements differs: 1 in room"),
        ({"cohorts": only_in("A")}, "none of 60 placements differs; 1 cohort only in A"),
        (
            {"cohorts": only_in("A", "B", "B"), "compared": 0},
            "no cohort is in both; 1 cohort only in A; 2 cohorts only in B",
        ),
        (
            {"after": replace(TOTALS, last_finish=date(2026, 6, 12)), "placements": (differing("time"),)},
            "1 of 60 placements differs: 1 in time; last finish Fri Jun 5 -> Fri Jun 12",
        ),
        (
            {"placements": (differing("time"),), "after": replace(TOTALS, last_finish=None)},
            "1 of 60 placements differs: 1 in time; last finish Fri Jun 5 -> none",
        ),
    ],
)
def test_differences_are_summed_up_in_one_line(changed: dict[str, object], line: str) -> None:
    assert summed_up(replace(SAME, **changed)) == line
