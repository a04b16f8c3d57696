"""`instructor-campus`: only on their campuses, and on one campus a day."""

from builders import cohort, instructor, module, problem, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import instructor_campus, who_may_teach

COHORTS = (cohort("A", campus="North"), cohort("B", campus="South"), cohort("C"), cohort("D", campus="East"))


def tiny(at: str = "") -> Problem:
    return problem(module(hours=60), cohorts=COHORTS, instructors=[instructor(at=at)])


def whats(one: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in instructor_campus.violations(one, schedule(*sessions))]


def test_a_person_teaches_on_their_campuses_and_where_no_campus_is_given() -> None:
    assert whats(tiny(at="North South"), session("A", day=5), session("B", day=6), session("C", day=7)) == []


def test_a_person_without_campuses_teaches_everywhere() -> None:
    assert whats(tiny(), session("A", day=5), session("B", day=6)) == []


def test_another_campus_is_named_once_for_all_sessions() -> None:
    (found,) = instructor_campus.violations(
        tiny(at="North South"), schedule(session("D", day=5), session("D", day=6))
    )

    assert found.what == (
        "I-1 teaches only on North and South, but has D M1 on Mon Jan 5, 8:00 AM to 11:00 AM "
        "(and on Tue Jan 6) on East."
    )
    assert len(found.sessions) == 2


def test_two_campuses_in_one_day_are_named_with_both_modules() -> None:
    (found,) = instructor_campus.violations(
        tiny(), schedule(session("A", at="8-9"), session("B", at="10-11"))
    )

    assert found.what == "I-1 teaches on North and South on Mon Jan 5: A M1 and B M1."
    assert found.sessions[0].cohort == "A"
    assert (found.rule, found.column) == ("instructor-campus", "Instructor")


def test_the_same_two_campuses_on_several_days_are_one_finding() -> None:
    held = [session(name, day=day, at=at) for day in (5, 6) for name, at in (("A", "8-9"), ("B", "10-11"))]

    assert whats(tiny(), *held) == [
        "I-1 teaches on North and South on Mon Jan 5 (and on Tue Jan 6): A M1 and B M1."
    ]


def test_a_blank_campus_does_not_count_as_another() -> None:
    assert whats(tiny(), session("A", at="8-9"), session("C", at="10-11")) == []


def test_who_teaches_elsewhere_is_no_candidate() -> None:
    here = tiny(at="South")
    m1 = here.module("A", "M1")

    assert [who_may_teach(here, one, m1) for one in COHORTS] == [(), ("I-1",), ("I-1",), ()]
