"""People, rooms, cohorts and modules that are no longer there, and what a schedule still says of them."""

from builders import (
    absence,
    cohort,
    instructor,
    module,
    on,
    problem,
    program,
    qualified,
    room,
    schedule,
    session,
)

from scheduler.domain.former import left_out, with_former, without_former

TINY = problem(module("M1", 6), module("M2", 6, room_types=("ML",)), cohorts=[cohort("A"), cohort("B")])


def test_a_schedule_of_what_is_still_there_changes_nothing() -> None:
    held = schedule(session(), session(module="M2", day=6, who="", where=""))

    assert with_former(TINY, held, on(7)) == (TINY, ())
    assert without_former(TINY, held) == (held, ())
    assert left_out(TINY, ()) == ()


def test_someone_who_has_left_could_do_all_and_is_away_from_that_day_on() -> None:
    held = schedule(session(who="I-9"), session(day=6, who="I-1 I-9"))

    known, notes = with_former(TINY, held, on(7))

    assert notes == ("I-9 is no longer in Instructors",)
    assert known.instructors == {**TINY.instructors, "I-9": instructor("I-9")}
    assert known.qualifications == (*TINY.qualifications, qualified("I-9"))
    assert known.absences == (absence("I-9", 7, 30, reason="is no longer in Instructors"),)
    assert known.rooms == TINY.rooms


def test_someone_who_has_left_could_teach_every_program() -> None:
    two = problem(programs=[program(name="P"), program(name="Q")])

    known, _ = with_former(two, schedule(session(who="I-9")), on(7))

    assert known.qualifications[-2:] == (qualified("I-9", program="P"), qualified("I-9", program="Q"))


def test_someone_who_has_left_is_away_until_the_last_session_be_it_after_the_plan() -> None:
    # The plan runs to Jan 30; day 35 is Wed Feb 4.
    known, _ = with_former(TINY, schedule(session(day=35, who="I-9")), on(5))

    assert known.absences == (absence("I-9", 5, 35, reason="is no longer in Instructors"),)


def test_a_room_that_is_gone_had_what_was_needed_and_seats_for_the_largest_cohort() -> None:
    sizes = [cohort("A", students=10), cohort("B", students=25)]
    both = problem(*TINY.programs["P"].modules, cohorts=sizes)
    held = schedule(session("A", where="R-9"), session("B", "M2", day=6, where="R-9"))

    known, notes = with_former(both, held, on(7))

    assert notes == ("R-9 is no longer in Rooms",)
    assert known.rooms == {**both.rooms, "R-9": room("R-9", "CL ML", seats=25)}
    assert known.absences == (absence("R-9", 7, 30, reason="is no longer in Rooms"),)
    assert (known.instructors, known.qualifications) == (both.instructors, both.qualifications)


def test_people_who_are_gone_are_said_before_rooms() -> None:
    _, notes = with_former(TINY, schedule(session(who="I-9 I-8", where="R-9")), on(7))

    assert notes == (
        "I-9 is no longer in Instructors",
        "I-8 is no longer in Instructors",
        "R-9 is no longer in Rooms",
    )


def test_sessions_of_a_cohort_or_module_that_is_gone_are_left_out_and_counted() -> None:
    stays = session("B", "M2", day=7)
    gone = (session("Z"), session("A", "M9", 5), session("A", "M9", 6), session("B", "M9", 6))

    assert without_former(TINY, schedule(*gone, stays, A="AM")) == (schedule(stays, A="AM"), gone)
    assert left_out(TINY, gone) == (
        "Z is no longer in Cohorts: its session is left out",
        "A M9 is no longer in Modules: its 2 sessions are left out",
        "B M9 is no longer in Modules: its session is left out",
    )
