"""`instructor-free`: one session at a time, inside Availability, not during an absence."""

from builders import absence, cohort, module, problem, schedule, session, window

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session
from scheduler.rules import instructor_free


def two(**fields) -> Problem:
    return problem(module(hours=60), cohorts=[cohort("A"), cohort("B")], **fields)


def whats(tiny: Problem, *sessions: Session) -> list[str]:
    return [found.what for found in instructor_free.violations(tiny, schedule(*sessions))]


def test_a_person_may_go_from_one_session_straight_to_the_next() -> None:
    assert whats(two(), session("A", at="8-9:30"), session("B", at="9:30-11")) == []


def test_two_sessions_at_once_name_the_person_both_cohorts_and_the_time() -> None:
    (found,) = instructor_free.violations(
        two(), schedule(session("A", at="8-9:45"), session("B", at="9:30-11"))
    )

    assert found.what == "I-1 teaches A M1 and B M1 at the same time on Mon Jan 5, 9:30 AM to 9:45 AM."
    assert (found.rule, found.column) == ("instructor-free", "Instructor")
    assert [s.cohort for s in found.sessions] == ["A", "B"]


def test_two_placements_that_clash_for_weeks_are_one_finding() -> None:
    held = [session(name, day=day) for day in (5, 6) for name in "AB"]

    assert whats(two(), *held) == [
        "I-1 teaches A M1 and B M1 at the same time on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6)."
    ]


def test_the_same_person_twice_in_one_session_is_noticed() -> None:
    assert whats(two(), session(who="I-1 I-1")) == [
        "I-1 teaches A M1 twice at the same time on Mon Jan 5, 8:00 AM to 11:00 AM."
    ]


def test_three_sessions_at_once_are_a_conflict_for_each_two() -> None:
    three = problem(module(hours=60), cohorts=[cohort("A"), cohort("B"), cohort("C")])
    held = (session("A", at="8-11"), session("B", at="8-9"), session("C", at="9-10"))

    # A with B and A with C; B has ended when C begins.
    assert len(whats(three, *held)) == 2


def test_a_name_copied_down_the_column_is_one_finding() -> None:
    names = "ABCDEF"
    held = [session(name, day=day) for name in names for day in (5, 6)]
    everyone = problem(module(hours=60), cohorts=[cohort(name) for name in names])

    (found,) = instructor_free.violations(everyone, schedule(*held))

    # Six cohorts are 6 x 5 / 2 = 15 pairs: the first is named.
    assert found.what == (
        "I-1 teaches A M1 and B M1 at the same time on Mon Jan 5, 8:00 AM to 11:00 AM "
        "(and on Tue Jan 6), and 14 more such pairs."
    )
    assert len(found.sessions) == 12


def test_an_absence_begins_and_ends_at_its_hours() -> None:
    away = two(absences=(absence("I-1", 5, at="9-10"),))

    assert whats(away, session(at="8-9"), session(at="10-11")) == []
    assert whats(away, session(at="8-9:15")) == [
        "I-1 teaches A M1 on Mon Jan 5, 8:00 AM to 9:15 AM, but is unavailable on Mon Jan 5 (Absences)."
    ]


def test_an_absence_of_days_includes_its_last_day() -> None:
    columns = {"Absences": {"From": "B"}}
    away = two(absences=(absence("R-1", 5), absence("I-1", 6, 7, row=4)), columns=columns)

    assert whats(away, session(day=5), session(day=8)) == []
    assert whats(away, session(day=7)) == [
        (
            "I-1 teaches A M1 on Wed Jan 7, 8:00 AM to 11:00 AM, "
            "but is unavailable from Tue Jan 6 to Wed Jan 7 (Absences!B4)."
        )
    ]


def test_sessions_inside_the_weekly_windows_are_fine() -> None:
    mornings = two(windows=(window("I-1", "MT", "8-10"), window("I-1", "M", "10-11")))

    assert whats(mornings, session(day=5, at="8-11"), session(day=6, at="8-10")) == []


def test_sessions_outside_the_weekly_windows_are_named_together() -> None:
    mornings = two(windows=(window("I-1", "MT", "8-10"),))

    assert whats(mornings, session(day=6, at="8-10:15"), session(day=7, at="8-9")) == [
        (
            "I-1 teaches A M1 on Tue Jan 6, 8:00 AM to 10:15 AM (and on Wed Jan 7), "
            "but is not available then (Availability)."
        )
    ]


def test_an_absence_at_another_hour_is_not_the_cause() -> None:
    both = two(windows=(window("I-1", "M", "8-10"),), absences=(absence("I-1", 5, at="8-9"),))

    (what,) = whats(both, session(at="10-11"))

    assert what.endswith("is not available then (Availability).")


def test_someone_who_has_left_is_said_to_be_no_longer_there() -> None:
    gone = two(absences=(absence("I-1", 6, 30, reason="is no longer in Instructors"),))

    assert whats(gone, session(day=5), session(day=6), session(day=7)) == [
        (
            "I-1 teaches A M1 on Tue Jan 6, 8:00 AM to 11:00 AM (and on Wed Jan 7), "
            "but is no longer in Instructors."
        )
    ]


def test_the_reason_of_a_row_of_absences_is_not_told() -> None:
    ill = two(absences=(absence("I-1", 5, reason="ill", row=2),), columns={"Absences": {"From": "B"}})

    (what,) = whats(ill, session())

    assert what.endswith("but is unavailable on Mon Jan 5 (Absences!B2).")
