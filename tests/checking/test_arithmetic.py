"""All that counting can find, together."""

from builders import cohort, module, pin, problem, qualified, room

from scheduler.checking import arithmetic


def test_a_problem_that_can_be_fulfilled_has_no_finding() -> None:
    assert arithmetic.findings(problem(module("M1"), module("M2"))) == ()


def test_every_kind_of_finding_comes_with_a_cell_and_something_to_do() -> None:
    sheets = {
        "Modules": {"Module": "B"},
        "Cohorts": {"Students": "E", "Patterns": "D"},
        "Pins": {"Start": "C", "Instructor": "D"},
    }
    tiny = problem(
        module("M1", 60, row=2),
        module("M2", 9, row=3),
        cohorts=[cohort(students=30, row=2)],
        rooms=[room(seats=20)],
        qualifications=[qualified("I-1", "M1")],
        pins=(pin(day=10, who="I-2", row=2), pin(day=12, row=3)),
        columns=sheets,
    )

    found = arithmetic.findings(tiny)

    assert [(one.rule, one.where) for one in found] == [
        ("instructor-qualified", "Modules!B3"),
        ("room-capacity", "Cohorts!E2"),
        ("unplaced hours", "Cohorts!D2"),
        ("instructor-qualified", "Pins!D2"),
        ("pin", "Pins!C2"),
        ("pin", "Pins!C3"),
        ("pin", "Pins!C3"),
    ]
    assert all(one.todo and one.what.endswith(".") for one in found)
