"""Weights steer the plan, those of goals that concern all cohorts together too; worked out by hand."""

import builders as b
from engine.runs import planned, rows

AFTERNOON = b.pattern("PM", b.block(at="12-15"))
SHIFTS = [b.cohort("A"), b.cohort("B", patterns=("PM",))]


def test_the_last_finish_has_its_price() -> None:
    # Two cohorts queue for one instructor: one ends on Jan 6, a day late (1) and a day after Plan from (10).
    problem = b.problem(
        b.module(),
        cohorts=[b.cohort(name, latest=9) for name in "AB"],
        instructors=[b.instructor("I-1")],
        weights={"last finish": 10},
    )

    assert planned(problem).score == 11


def test_a_cohort_waits_no_longer_than_the_last_one() -> None:
    # A must not start before Jan 8 and ends last: 3 days at 10. B may choose and starts at once.
    problem = b.problem(
        b.module(), cohorts=[b.cohort("A", 8), b.cohort("B", 5, latest=9)], weights={"last finish": 10}
    )

    assert planned(problem).score == 30


def test_nobody_begins_so_nobody_finishes_last() -> None:
    # 3 h unplaced at 1000.
    problem = b.problem(b.module(), cohorts=[b.cohort("A", 31)], weights={"last finish": 10})

    assert planned(problem).score == 3000


def test_load_is_shared_where_that_has_weight() -> None:
    # One teaching both is alone, and even with herself: her own mean. So nothing is above a mean.
    problem = b.problem(
        b.module(), patterns=[b.pattern(), AFTERNOON], cohorts=SHIFTS, weights={"uneven load": 10}
    )

    assert planned(problem).score == 0


def test_uneven_load_is_priced_where_it_cannot_be_shared() -> None:
    # I-1 alone may teach M1 (6 h), I-2 alone M2 (3 h): 1.5 h above the mean of 4.5 at 10, a second
    # instructor 20.
    problem = b.problem(
        b.module("M1", 6),
        b.module("M2", 3),
        qualifications=[b.qualified("I-1", "M1"), b.qualified("I-2", "M2")],
        weights={"uneven load": 10},
    )

    assert planned(problem).score == 35


def test_no_load_is_uneven_if_nobody_teaches() -> None:
    problem = b.problem(b.module(), qualifications=[], weights={"uneven load": 10})

    assert planned(problem).score == 1500


def test_a_liked_module_is_a_reward_and_the_bound_knows_it() -> None:
    qualifications = [b.qualified("I-1"), b.qualified("I-2", preference=2)]
    problem = b.problem(b.module(), qualifications=qualifications, weights={"preference": 1})

    # 3 h at 2.
    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1"]
    assert solution.score == -6
    assert solution.proven


def test_who_dislikes_a_module_is_spared_it() -> None:
    qualifications = [b.qualified("I-1", preference=-2), b.qualified("I-2")]
    problem = b.problem(b.module(), qualifications=qualifications, weights={"preference": 1})

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-2 R-1"]
    assert solution.score == 0


def test_who_must_teach_what_they_dislike_has_their_price() -> None:
    # 3 h at -2.
    qualifications = [b.qualified("I-1", preference=-2)]
    problem = b.problem(b.module(), qualifications=qualifications, weights={"preference": 1})

    assert planned(problem).score == 6


def test_without_weight_different_rooms_cost_nothing() -> None:
    problem = b.problem(
        b.module("M1"), b.module("M2", room_types=("ML",)), rooms=[b.room(), b.room("R-2", "ML")],
        weights={"rooms": 0},
    )  # fmt: skip

    assert planned(problem).score == 0
