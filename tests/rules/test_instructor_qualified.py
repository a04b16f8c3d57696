"""`instructor-qualified`: for that module, on that date; a module's own row outranks ``*``."""

from builders import cohort, instructor, module, on, problem, qualified, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import instructor_qualified, who_may_teach


def tiny(*rows, **fields) -> Problem:
    return problem(module("M1", 60), module("M2", 60), qualifications=rows, **fields)


def whats(one: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in instructor_qualified.violations(one, schedule(*sessions))]


def test_a_qualification_holds_on_its_last_day_and_not_on_the_next() -> None:
    until = tiny(qualified("I-1", "M1", until=6))

    assert whats(until, session(day=5), session(day=6)) == []
    assert whats(until, session(day=7)) == [
        (
            "I-1 is qualified for P M1 only until Tue Jan 6, 2026 (Qualifications), "
            "but teaches A M1 on Wed Jan 7, 8:00 AM to 11:00 AM."
        )
    ]


def test_a_lapsed_qualification_is_one_finding_for_all_its_sessions() -> None:
    columns = {"Qualifications": {"Valid until": "D"}}
    until = tiny(qualified("I-1", "M1", until=5, row=7), qualified("I-2"), columns=columns)
    held = [session(day=day) for day in (5, 6, 7, 8, 9, 12)]

    (found,) = instructor_qualified.violations(until, schedule(*held))

    assert found.what == (
        "I-1 is qualified for P M1 only until Mon Jan 5, 2026 (Qualifications!D7), but teaches "
        "A M1 on Tue Jan 6, 8:00 AM to 11:00 AM (and on 4 more days, the last Mon Jan 12)."
    )
    assert found.todo == "Choose I-2, or correct Qualifications."
    assert found.sessions == tuple(held[1:])
    assert found.column == "Instructor"


def test_who_has_no_row_is_not_qualified() -> None:
    (found,) = instructor_qualified.violations(tiny(qualified("I-1", "M2")), schedule(session()))

    assert found.what == "I-1 is not qualified for P M1, but teaches A M1 on Mon Jan 5, 8:00 AM to 11:00 AM."
    assert found.todo == "Nobody else is qualified then: find someone, or correct Qualifications."


def test_a_row_for_every_module_is_enough() -> None:
    assert whats(tiny(qualified("I-1")), session()) == []


def test_a_row_for_every_module_of_another_program_is_not() -> None:
    assert len(whats(tiny(qualified("I-1", program="Q")), session())) == 1


def test_the_modules_own_row_outranks_the_one_for_every_module() -> None:
    rows = (qualified("I-1", "M1", until=5), qualified("I-1"))

    assert len(whats(tiny(*rows), session(day=6))) == 1
    assert len(whats(tiny(*reversed(rows)), session(day=6))) == 1
    assert whats(tiny(*rows), session(module="M2", day=6)) == []


def test_everyone_in_the_session_has_to_be_qualified() -> None:
    (what,) = whats(tiny(qualified("I-1")), session(who="I-1 I-2"))

    assert what.startswith("I-2 is not qualified")


def test_whoever_was_ever_qualified_may_be_asked_until_that_day() -> None:
    until = tiny(qualified("I-1", "M1", until=1), instructors=[instructor("I-1"), instructor("I-2")])
    m1 = until.module("A", "M1")

    assert who_may_teach(until, cohort(), m1) == ("I-1",)
    assert instructor_qualified.valid_until(until, m1, "I-1") == on(1)
    assert instructor_qualified.valid_until(until, m1, "I-2") == instructor_qualified.NEVER
    assert instructor_qualified.valid_until(tiny(qualified("I-1")), m1, "I-1") is None
