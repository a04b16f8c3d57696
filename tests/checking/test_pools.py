"""Who or what the cohorts of a campus draw on."""

import builders as b

from scheduler.checking.pools import pools
from scheduler.domain.problem import Problem


def found(problem: Problem) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(pool.campus, pool.wanted, pool.members) for pool in pools(problem)]


def test_modules_that_the_very_same_people_may_teach_are_one_pool() -> None:
    rows = [b.qualified("I-1"), *(b.qualified("I-2", name) for name in ("M1", "M3"))]
    modules = [b.module(name, room_types=()) for name in ("M1", "M2", "M3")]

    assert found(b.problem(*modules, qualifications=rows)) == [
        ("", "P M1, M3", ("I-1", "I-2")),
        ("", "P M2", ("I-1",)),
    ]


def test_modules_of_several_programs_can_be_one_pool_and_programs_of_nobody_are_none() -> None:
    courses = [b.program(b.module(program=name, room_types=()), name=name) for name in "PQR"]
    cohorts = (b.cohort("A"), b.cohort("B", program="Q"), b.cohort("C"))

    assert found(b.problem(programs=courses, cohorts=cohorts)) == [("", "P M1; Q M1", ("I-1", "I-2"))]


def test_modules_that_nobody_may_teach_are_one_pool_too() -> None:
    modules = [b.module(name, room_types=()) for name in ("M1", "M2")]

    assert found(b.problem(*modules, qualifications=())) == [("", "P M1, M2", ())]


def test_each_campus_has_its_own_and_so_have_the_cohorts_without_one() -> None:
    problem = b.problem(
        b.module(room_types=("ML", "ML")),
        cohorts=(b.cohort("A", campus="North"), b.cohort("B")),
        instructors=(b.instructor("I-1", at="North"), b.instructor("I-2", at="South")),
        rooms=(
            b.room("R-1", "ML", campus="North"),
            b.room("R-2", "ML", campus="South"),
            b.room("R-3", "ML CL"),
        ),
    )

    assert found(problem) == [
        ("North", "P M1", ("I-1",)),
        ("North", "ML", ("R-1", "R-3")),
        ("", "P M1", ("I-1", "I-2")),
        ("", "ML", ("R-1", "R-2", "R-3")),
    ]
    assert [dict(pool.needs) for pool in pools(problem)][:2] == [{("P", "M1"): 1}, {("P", "M1"): 2}]


def test_a_room_that_is_too_small_for_every_cohort_does_not_count() -> None:
    cohorts = (b.cohort("A", students=12), b.cohort("B", students=25))
    problem = b.problem(cohorts=cohorts, rooms=(b.room("R-1", seats=20), b.room("R-2", seats=11)))

    assert found(problem)[1] == ("", "CL", ("R-1",))
