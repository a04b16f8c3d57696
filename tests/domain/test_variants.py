"""A plan beside what it would be in scenarios."""

from dataclasses import replace
from datetime import date

import builders as b
import pytest
from sides import PLANNED
from variants import FAULT, base, faulty, late, left, variant

from scheduler.domain.ids import CohortId
from scheduler.domain.variants import cohorts, loads

A = CohortId("A")
M1 = b.module("M1", 6)
M2 = b.module("M2", 3)


def test_a_cohort_finishes_so_many_days_later() -> None:
    assert late().finish(A) == date(2026, 1, 9)
    assert (late().later(base(), A), base().later(late(), A)) == (2, -2)


def test_without_a_schedule_nobody_finishes() -> None:
    assert (faulty().finish(A), faulty().later(base(), A), base().later(faulty(), A)) == (None, None, None)
    assert base().finish(CohortId("B")) is None
    assert cohorts([faulty(), left()]) == ()


def test_the_status_says_what_became_of_it() -> None:
    assert [one.status for one in (base(), late(), faulty(), left())] == [
        "optimal",
        "feasible",
        "faulty",
        "not planned",
    ]
    assert [one.said for one in (base(), late(), faulty(), left())] == [
        "proven best",
        "not known to be near the best possible",
        "not planned: 1 to correct",
        "not planned",
    ]


def test_days_late_are_those_of_the_goal() -> None:
    assert (base().days_late, faulty().days_late) == (0, None)


@pytest.mark.parametrize(("bound", "rough"), [(1514, False), (1442, False), (1441, True), (0, True)])
def test_more_than_5_percent_above_the_best_possible_is_rough(bound: float, rough: bool) -> None:
    # 1,514 / 1,442 is 1.0499, 1,514 / 1,441 is 1.0507
    outcome = late().outcome
    assert outcome
    assert replace(late(), outcome=replace(outcome, bound=bound)).is_rough is rough
    assert not faulty().is_rough


def test_a_finding_is_where_its_session_is_held_and_a_fault_in_its_cell() -> None:
    assert "A M2 on Fri Jan 9, 8:00 AM to 11:00 AM" in [where for where, _ in late().findings]
    assert faulty().findings == (("Cohorts!B3", FAULT),)
    assert left().findings == ()


def test_loads_are_those_of_all_that_were_planned() -> None:
    other = variant("Other", *PLANNED[:2], b.session(module="M2", day=7, who="I-2", where="R-2"))

    found = {load.who: load for load in loads([base(), faulty(), other])}

    # M1 is 6 h, M2 3 h: 36 quarters with I-1 and in R-1 before, 24 of them after
    assert found["I-1"].quarters == (36, 24)
    assert (found["I-1"].differs, found["I-1"].is_room, found["R-1"].is_room) == (True, False, True)
    assert found["I-2"].quarters == (0, 12)
    assert not next(load for load in loads([base(), base()])).differs


def test_somebody_who_is_in_one_only_has_no_hours_in_the_others() -> None:
    people = [b.instructor(who) for who in ("I-1", "I-9")]
    more = variant("More", problem=b.problem(M1, M2, instructors=people))

    found = {load.who: load.quarters for load in loads([base(), more])}

    assert (found["I-9"], found["I-2"]) == ((None, 0), (0, None))
