"""A question is a problem of some cohorts, in which only some modules need anybody."""

from dataclasses import replace

import builders as b

from scheduler.domain.problem import Problem
from scheduler.reasons.question import in_time, narrowed


def problem() -> Problem:
    """Give A and B in one program, C in another; pins for A and C."""
    return b.problem(
        programs=[b.program(b.module("M1"), b.module("M2")), b.program(b.module(program="Q"), name="Q")],
        cohorts=[b.cohort("A"), b.cohort("B"), b.cohort("C", program="Q")],
        pins=(
            b.pin("A", "M1", 5, who="I-1", where="R-1"),
            b.pin("A", "M2", 6, who="I-1", where="R-1"),
            b.pin("C", "M1", 5),
        ),
    )


def test_each_cohort_has_a_program_of_its_own_and_the_others_are_gone() -> None:
    question = narrowed(problem(), ["A", "B"], [("A", "M1"), ("B", "M1")])

    assert [(one.id, one.program) for one in question.cohorts.values()] == [("A", "P of A"), ("B", "P of B")]
    assert [*question.programs] == ["P of A", "P of B"]
    assert {module.program for module in question.program_of("B").modules} == {"P of B"}


def test_only_modules_asked_about_need_anybody_and_keep_whom_they_are_pinned_to() -> None:
    question = narrowed(problem(), ["A"], [("A", "M1")])

    assert [(m.id, m.instructors, m.room_types) for m in question.program_of("A").modules] == [
        ("M1", 1, ("CL",)),
        ("M2", 0, ()),
    ]
    first, second = question.pins
    assert (first.date, first.instructors, first.rooms) == (b.on(5), ("I-1",), ("R-1",))
    assert (second.date, second.instructors, second.rooms) == (b.on(6), (), ())


def test_who_may_teach_a_program_may_teach_it_for_each_cohort() -> None:
    question = narrowed(problem(), ["A", "B"], [])

    assert [(row.instructor, row.program) for row in question.qualifications] == [
        ("I-1", "P of A"),
        ("I-1", "P of B"),
        ("I-2", "P of A"),
        ("I-2", "P of B"),
    ]


def test_it_is_planned_from_nothing_whatever_schedule_is_being_repaired() -> None:
    held = b.session()
    repaired = replace(
        problem(),
        previous=b.schedule(held, A="AM"),
        since=b.on(6),
        unwanted=((held, "I-1"),),
        accepted=frozenset({"so it is"}),
    )

    question = narrowed(repaired, ["A"], [])

    assert (question.previous, question.since, question.unwanted) == (None, None, ())
    assert question.accepted == frozenset()


def test_after_finish_by_a_cohort_has_no_class_any_more() -> None:
    three = [b.cohort("A"), b.cohort("B", finish=9), b.cohort("C", finish=30)]

    (closed,) = in_time(b.problem(cohorts=three)).closures

    assert (closed.cohort, closed.first, closed.last) == ("B", b.on(10), b.on(30))
