"""Each fact: its words, its cell, and that the problem without it really is without it.

In each department below one thing stands in the way; without the fact named there is a way.
"""

from typing import Any

import pytest
from reasons.asked import ASK, department
from reasons.obstacles import COHORT, M1, M2, PEOPLE, PINS, ROOMS, TIME, jan

from scheduler.domain.problem import Problem
from scheduler.reasons.asking import Answer
from scheduler.reasons.facts import all_facts, joint_facts
from scheduler.reasons.premises import Premise
from scheduler.reasons.question import Need, narrowed

EVERY: list[Need] = [("A", "M1"), ("A", "M2")]


def facts(problem: Problem) -> dict[str, Premise]:
    """Give all facts about A by their words."""
    return {one.fact.what: one for one in all_facts(problem, "A", EVERY, EVERY)}


@pytest.mark.parametrize(("words", "cell", "changed"), [*TIME, *PEOPLE, *ROOMS, *PINS])
def test_a_fact_names_its_cell_and_without_it_there_is_a_way(
    words: str, cell: str, changed: dict[str, Any]
) -> None:
    problem = department(**changed)
    question = narrowed(problem, ["A"], EVERY)

    found = facts(problem)

    assert words in found, list(found)
    assert found[words].fact.where == cell
    assert ASK(question) is not Answer.YES
    assert ASK(found[words].drop(question)) is Answer.YES


def test_what_sets_no_limit_is_no_fact() -> None:
    assert list(facts(department())) == [
        "A starts on Mon Jan 5 or later",
        "A has to start on Mon Jan 5, as it has no Latest start",
        "the plan ends on Fri Jan 30, 2026",
        "A has class MTWRF 8:00 AM to 11:00 AM",
        "A may have no idle days",
        "the modules of A come in their fixed order",
        "A M1 and M2 need an instructor, and only I-1 may teach them",
        "A M1 and M2 need a room of type CL, and only R-1 is there",
        "A has 10 students",
        "R-1 has 20 seats",
    ]


def test_modules_in_any_order_without_prerequisites_have_no_order_to_give_up() -> None:
    found = facts(department(Programs={"Order": "prerequisites"}))

    assert not [words for words in found if "come" in words]


def test_a_module_that_needs_nobody_is_no_need() -> None:
    bare = [M1 | {"Instructors": 0, "Room type": ""}, M2 | {"Instructors": 0, "Room type": ""}]

    assert not [words for words in facts(department(Modules=bare)) if "need" in words]


def test_what_a_module_needs_that_lacks_nothing_counts_less() -> None:
    problem = department(Qualifications={"Module": "M1"})

    ranks = {
        one.fact.what: one.rank.name
        for one in all_facts(problem, "A", EVERY, [("A", "M2")])
        if "need" in one.fact.what
    }

    assert ranks == {
        "A M2 needs an instructor, and nobody may teach it": "NEEDS",
        "A M2 needs a room of type CL, and only R-1 is there": "NEEDS",
        "A M1 needs an instructor, and only I-1 may teach it": "OWN",
        "A M1 needs a room of type CL, and only R-1 is there": "OWN",
    }


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (6, "of the 9 h of A only 6 h have class time from Mon Jan 5 to Tue Jan 6"),
        (7, ""),  # three mornings are enough
    ],
)
def test_numbers_are_told_where_class_time_is_too_short(days: int, told: str) -> None:
    problem = department(Cohorts={"Finish by": jan(days)})

    fact = next(fact for what, fact in facts(problem).items() if "finish" in what)

    assert fact.wish == ("A", f"cannot finish by {'Tue' if days == 6 else 'Wed'} Jan {days}, 2026", told)


def test_of_several_cohorts_the_whole_time_of_each_is_one_fact() -> None:
    problem = department(Cohorts=[COHORT, COHORT | {"Cohort": "B", "Finish by": jan(9)}])
    needs: list[Need] = [("A", "M1"), ("B", "M1")]

    found = joint_facts(problem, ["A", "B"], needs, [("A", "M1")])

    assert [(one.fact.what, one.fact.where, one.rank.name) for one in found] == [
        (
            "A has class MTWRF 8:00 AM to 11:00 AM between Mon Jan 5 and Fri Jan 30, 2026",
            "Cohorts!A2",
            "OTHERS",
        ),
        (
            "B has class MTWRF 8:00 AM to 11:00 AM between Mon Jan 5 and Fri Jan 9, 2026",
            "Cohorts!A3",
            "OTHERS",
        ),
        ("A M1 and B M1 need an instructor, and only I-1 may teach them", "Modules!B2", "NEEDS"),
        ("A M1 and B M1 need a room of type CL, and only R-1 is there", "Modules!G2", "NEEDS"),
    ]
    assert [*found[0].drop(problem).cohorts] == ["B"]


def test_a_fact_about_a_cohort_that_is_given_up_changes_nothing() -> None:
    problem = department(Cohorts=[COHORT, COHORT | {"Cohort": "B"}])
    question = narrowed(problem, ["B"], [])

    for fact in facts(problem).values():
        assert fact.drop(question).cohorts == question.cohorts
