"""Modules that nobody, or too few, may teach: at all, on a campus, by date."""

from builders import cohort, instructor, module, problem, program, qualified

from scheduler.checking import people
from scheduler.domain.problem import Problem

COLUMNS = {
    "Modules": {"Module": "B", "Instructors": "H"},
    "Qualifications": {"Valid until": "D"},
}
NORTH, SOUTH = cohort("A", campus="North"), cohort("B", campus="South")


def found(tiny: Problem) -> list[tuple[str, str, str]]:
    return [(one.rule, one.where, one.what) for one in people.findings(tiny)]


def test_where_enough_people_may_teach_there_is_nothing_to_say() -> None:
    assert found(problem(module(instructors=2), cohorts=[NORTH, SOUTH])) == []


def test_a_module_nobody_is_qualified_for_is_named_once() -> None:
    tiny = problem(
        module("M1", row=2),
        module("M2", row=3),
        qualifications=[qualified("I-1", "M1")],
        cohorts=[NORTH, SOUTH],
        columns=COLUMNS,
    )

    assert found(tiny) == [("instructor-qualified", "Modules!B3", "Nobody is qualified for P M2.")]


def test_a_module_that_needs_nobody_is_not_named() -> None:
    assert found(problem(module(instructors=0), qualifications=[])) == []


def test_fewer_people_than_needed_at_once_are_named() -> None:
    tiny = problem(module(instructors=2, row=2), qualifications=[qualified("I-2")], columns=COLUMNS)

    assert found(tiny) == [
        (
            "instructor-qualified",
            "Modules!H2",
            "Only I-2 is qualified for P M1, which needs 2 instructors at once.",
        )
    ]


def test_a_program_without_cohorts_needs_nobody() -> None:
    tiny = problem(
        programs=[program(), program(module(program="Q"), name="Q")], qualifications=[qualified("I-1")]
    )

    assert found(tiny) == []


def test_a_campus_where_nobody_qualified_teaches_is_named_with_its_cohorts() -> None:
    here = [instructor("I-1", at="South"), instructor("I-2", at="East")]
    tiny = problem(
        module(row=2), instructors=here, cohorts=[NORTH, SOUTH, cohort("C", campus="North")], columns=COLUMNS
    )

    assert found(tiny) == [
        (
            "instructor-campus",
            "Modules!B2",
            "On campus North (A and C) nobody may teach P M1; I-1 and I-2 teach elsewhere.",
        )
    ]


def test_a_campus_with_fewer_people_than_needed_at_once_is_named() -> None:
    here = [instructor("I-1"), instructor("I-2", at="South")]
    tiny = problem(module(instructors=2), instructors=here, cohorts=[NORTH])

    ((_, _, what),) = found(tiny)

    assert what == (
        "On campus North (A) only I-1 may teach P M1, which needs 2 instructors at once; "
        "I-2 teaches elsewhere."
    )


def test_a_qualification_that_ends_on_the_first_day_is_just_valid() -> None:
    assert found(problem(module(), qualifications=[qualified("I-1", until=5)])) == []


def test_a_qualification_that_ends_before_the_cohort_starts_is_named() -> None:
    """One row for every module is one finding."""
    rows = [qualified("I-1", until=0, row=2), qualified("I-2", until=-1, row=3)]

    assert found(problem(module("M1"), module("M2"), qualifications=rows, columns=COLUMNS)) == [
        (
            "instructor-qualified",
            "Qualifications!D2",
            (
                "When A starts, on Mon Jan 5, 2026 or later, nobody is still qualified for P M1 and M2: "
                "I-1 is only until Wed Dec 31, 2025."
            ),
        )
    ]


def test_only_the_cohorts_that_start_too_late_for_it_are_named() -> None:
    rows = [qualified("I-1", until=9)]

    ((_, _, what),) = found(
        problem(
            module(), qualifications=rows, cohorts=[cohort("A"), cohort("B", start=12), cohort("C", start=13)]
        )
    )

    assert what.startswith("When B and C starts, on Mon Jan 12, 2026 or later, nobody is still qualified")


def test_where_somebody_is_left_but_too_few_that_is_said() -> None:
    rows = [qualified("I-1"), qualified("I-2", until=4)]

    ((_, _, what),) = found(problem(module(instructors=2), qualifications=rows))

    assert what == (
        "When A starts, on Mon Jan 5, 2026 or later, too few people are still qualified for P M1, "
        "which needs 2 instructors at once: I-2 is only until Sun Jan 4, 2026."
    )
