"""A reason says how sure it is, and all of it in one paragraph."""

from dataclasses import replace

import pytest

from scheduler.domain.reason import Counts, Fact, Reason
from scheduler.domain.remedy import Remedy
from scheduler.domain.scenario import Cell

ROOM = Fact(what="R-1 has 9 seats", where="Rooms!D2")
COHORT = Fact(what="A has 10 students", where="Cohorts!E2")


def reason(*facts: Fact, proven: bool = True) -> Reason:
    what = "A M1 cannot have a room for all hours."
    return Reason(cohorts=("A",), missing=(("A", "M1"),), what=what, facts=facts, proven=proven)


@pytest.mark.parametrize(
    ("facts", "proven", "verdict"),
    [
        ((ROOM, COHORT), True, "Without any one of these it could be had. That is proven."),
        (
            (ROOM, COHORT),
            False,
            "Without any one of these it could be had. That is not proven: the search found no way.",
        ),
    ],
)
def test_the_verdict_says_how_sure_it_is(facts: tuple[Fact, ...], proven: bool, verdict: str) -> None:
    assert reason(*facts, proven=proven).verdict == verdict


def test_of_several_that_are_held_up_it_says_which_fact_counts_for_all() -> None:
    several = reason(ROOM, COHORT)

    for said, words in (
        (replace(several, counts=Counts.FIRST), "Without the first of these all of them could have it."),
        (replace(several, counts=Counts.APART), "Each of these is a reason by itself."),
    ):
        assert said.verdict == f"{words} That is proven."


def test_the_whole_reason_is_one_paragraph_with_its_cells() -> None:
    assert reason(ROOM, COHORT).sentence == (
        "A M1 cannot have a room for all hours. R-1 has 9 seats (Rooms!D2); A has 10 students (Cohorts!E2). "
        "Without any one of these it could be had. That is proven."
    )


def test_a_remedy_is_what_to_write_and_what_that_gives() -> None:
    cell = Cell(sheet="Rooms", row=2, column="Seats", value="10")

    remedy = Remedy(
        what="10 seats in R-1", cells=(cell,), gives="all hours placed", is_enough=True, effort=6, score=0
    )

    assert remedy.cells == (cell,)
