"""Cohorts on a campus that does not exist."""

from builders import cohort, instructor, module, problem, room

from scheduler.checking import arithmetic
from scheduler.domain.problem import Problem

COLUMNS = {"Cohorts": {"Campus": "C"}}


def found(tiny: Problem) -> list[tuple[str, str, str]]:
    return [(one.rule, one.where, one.what) for one in arithmetic.findings(tiny)]


def test_a_misspelt_campus_is_one_finding_with_its_cell_and_what_was_meant() -> None:
    tiny = problem(
        module("M1"),
        module("M2", room_types=("CL", "CL")),
        cohorts=[cohort("A", campus="Mian", row=2), cohort("B", campus="Main", row=3)],
        instructors=[instructor("I-1", at="Main")],
        rooms=[room("R-1", campus="Main"), room("R-2", campus="Main")],
        columns=COLUMNS,
    )

    assert found(tiny) == [
        (
            "room-type",
            "Cohorts!C2",
            'A is on campus Mian, which no room and nobody\'s Campuses name. Did you mean "Main"?',
        )
    ]


def test_where_only_people_are_missing_it_is_about_people() -> None:
    here = [instructor("I-1", at="Main")]

    ((rule, _, what),) = found(problem(module(), cohorts=[cohort(campus="XYZ")], instructors=here))

    assert rule == "instructor-campus"
    assert what == "A is on campus XYZ, which no room and nobody's Campuses name."


def test_people_and_rooms_without_a_campus_are_everywhere() -> None:
    assert found(problem(module(), cohorts=[cohort(campus="Online")])) == []


def test_a_campus_that_has_only_people_lacks_rooms_in_the_usual_words() -> None:
    tiny = problem(
        module(),
        cohorts=[cohort(campus="North")],
        instructors=[instructor("I-1", at="North")],
        rooms=[room(campus="Main")],
    )

    ((_, _, what),) = found(tiny)

    assert what == "P M1 needs a room of type CL on campus North, but there is nothing."
