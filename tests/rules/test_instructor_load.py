"""`instructor-load`: hours a day, and hours a week from Monday to Sunday."""

from builders import cohort, instructor, module, problem, schedule, session

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import instructor_load


def tiny(**limits: float) -> Problem:
    return problem(module(hours=60), cohorts=[cohort("A"), cohort("B")], instructors=[instructor(**limits)])


def whats(one: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in instructor_load.violations(one, schedule(*sessions))]


def test_a_person_may_teach_exactly_their_hours_a_day() -> None:
    assert whats(tiny(day=2.5), session("A", at="8-9:30"), session("B", at="10-11")) == []


def test_a_quarter_hour_more_a_day_is_named_with_the_last_session_first() -> None:
    held = schedule(session("A", at="8-9:30"), session("B", at="9:45-11"))

    (found,) = instructor_load.violations(tiny(day=2.5), held)

    assert found.what == "I-1 teaches 2.75 h on Mon Jan 5, with Max hours/day 2.5 h (Instructors)."
    assert [s.cohort for s in found.sessions] == ["B", "A"]
    assert (found.rule, found.column) == ("instructor-load", "Instructor")


def test_a_week_runs_from_monday_to_sunday() -> None:
    # Three hours on Sunday the 11th belong to the week of the 5th, on Monday the 12th to the next.
    assert whats(tiny(week=6), session(day=5), session(day=11), session(day=12), session(day=13)) == []
    assert whats(tiny(week=5.75), session(day=5), session(day=11)) == [
        "I-1 teaches 6 h in the week of Mon Jan 5, with Max hours/week 5.75 h (Instructors)."
    ]


def test_many_days_are_one_finding() -> None:
    held = [session(day=day) for day in (5, 6, 7, 8, 9)]

    assert whats(tiny(day=2), *held) == [
        (
            "I-1 teaches 3 h on Mon Jan 5, 3 h on Tue Jan 6 and 3 h on Wed Jan 7 "
            "and too much in 2 more days, with Max hours/day 2 h (Instructors)."
        )
    ]


def test_without_limits_nobody_teaches_too_much() -> None:
    assert whats(tiny(), session(at="0-24")) == []
