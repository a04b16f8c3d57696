"""Who teaches and where: cover, several at once, loads, campuses, expiry, nobody; worked out by hand.

Without a weight in the test a further instructor costs 20, a further room 5, an hour of cover 5,
an hour in another room 2, an unstaffed hour 500 and a day later 1.
"""

import builders as b
from engine.runs import findings, held, planned, rows

AFTERNOON = b.pattern("PM", b.block(at="12-15"))
ONE = [b.instructor("I-1")]


def test_one_instructor_and_one_room_hold_everything_if_they_can() -> None:
    problem = b.problem(b.module("M1", 6), b.module("M2", 3))

    solution = planned(problem)

    assert len({(s.instructors, s.rooms) for s in solution.schedule.sessions}) == 1
    assert solution.score == 0


def test_a_short_absence_is_covered() -> None:
    # Each is away for a day: 3 h of cover at 5 and a second instructor (20), against 1500 unstaffed.
    problem = b.problem(b.module("M1", 9), absences=(b.absence("I-1", 6), b.absence("I-2", 7)))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1 R-1", "A M1 6 8-11 I-2 R-1", "A M1 7 8-11 I-1 R-1"]
    assert solution.score == 35
    assert findings(problem, solution) == []


def test_cover_changes_within_a_day_where_it_must() -> None:
    # I-1 leaves at 10 and I-2 comes at 10: an hour of cover (5) and a second instructor (20).
    absences = (b.absence("I-1", 5, at="10-24"), b.absence("I-2", 5, at="0-10"))
    problem = b.problem(b.module("M1", 3), absences=absences)

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-10 I-1 R-1", "A M1 5 10-11 I-2 R-1"]
    assert solution.score == 25


def test_a_closed_room_is_left_for_another_for_a_while() -> None:
    # Each is closed for a day: 3 h of room moves at 2 and a second room (5).
    problem = b.problem(b.module("M1", 9), absences=(b.absence("R-1", 6), b.absence("R-2", 7)))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1 R-1", "A M1 6 8-11 I-1 R-2", "A M1 7 8-11 I-1 R-1"]
    assert solution.score == 11


def test_two_rooms_at_once_take_half_the_cohort_each() -> None:
    # 10 students are two groups of five; the second room costs 5.
    rooms = [b.room("R-1", "SIM", 5), b.room("R-2", "SIM ML", 5), b.room("R-3", "ML", 4)]
    problem = b.problem(b.module(room_types=("SIM", "ML")), rooms=rooms)

    solution = planned(problem)

    assert rows_of_rooms(solution) == {"R-1+R-2"}
    assert solution.score == 5
    assert findings(problem, solution) == []


def test_one_room_of_both_types_is_not_two_rooms() -> None:
    # 3 h without the second room at 500.
    problem = b.problem(b.module(room_types=("SIM", "ML")), rooms=[b.room("R-1", "SIM ML")])

    solution = planned(problem)

    assert rows_of_rooms(solution) == {"R-1"}
    assert solution.score == 1500
    assert findings(problem, solution) == ["unstaffed hours"]


def test_a_full_room_takes_no_one_more() -> None:
    rooms = [b.room("R-1", seats=10), b.room("R-2", seats=20, stations=11)]
    problem = b.problem(b.module(), cohorts=[b.cohort(students=11)], rooms=rooms)

    assert rows_of_rooms(planned(problem)) == {"R-2"}


def test_a_module_without_room_type_needs_no_room() -> None:
    solution = planned(b.problem(b.module(room_types=())))

    assert rows_of_rooms(solution) == {"?"}
    assert solution.score == 0


def test_two_instructors_teach_at_once() -> None:
    # The second instructor of the cohort costs 20.
    problem = b.problem(b.module("M1", 6, instructors=2))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1+I-2 R-1", "A M1 6 8-11 I-1+I-2 R-1"]
    assert solution.score == 20
    assert findings(problem, solution) == []


def test_one_of_two_instructors_alone_is_unstaffed_by_half() -> None:
    # I-2 is away on Jan 6: 3 h without the second at 500, and 20 for I-2 on Jan 5.
    problem = b.problem(b.module("M1", 6, instructors=2), absences=(b.absence("I-2", 6),))

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1+I-2 R-1", "A M1 6 8-11 I-1 R-1"]
    assert solution.score == 1520


def test_a_third_covers_for_one_of_two_instructors() -> None:
    # Two further instructors (40) and 3 h of cover (15).
    people = [b.instructor(f"I-{number}") for number in (1, 2, 3)]
    absences = (b.absence("I-2", 6), b.absence("I-3", 5), b.absence("I-3", 7))
    problem = b.problem(b.module("M1", 9, instructors=2), instructors=people, absences=absences)

    solution = planned(problem)

    assert [row.split()[4] for row in rows(solution)] == ["I-1+I-2", "I-1+I-3", "I-1+I-2"]
    assert solution.score == 55


def test_nobody_qualified_leaves_all_hours_in_the_schedule_unstaffed() -> None:
    problem = b.problem(b.module(), qualifications=[])

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 ? R-1"]
    assert solution.score == solution.bound == 1500
    assert findings(problem, solution) == ["unstaffed hours"]


def test_no_room_of_the_type_leaves_all_hours_without_one() -> None:
    problem = b.problem(b.module(room_types=("ML",)))

    solution = planned(problem)

    assert rows_of_rooms(solution) == {"?"}
    assert solution.score == solution.bound == 1500


def test_nobody_teaches_after_their_qualification_has_expired() -> None:
    # M1 lasts to Jan 6; only I-2 may teach it then, and alone costs nothing.
    problem = b.problem(
        b.module("M1", 6), qualifications=[b.qualified("I-1", until=5), b.qualified("I-2", until=6)]
    )

    solution = planned(problem)

    assert {who for s in solution.schedule.sessions for who in s.instructors} == {"I-2"}
    assert solution.score == 0


def test_hours_after_the_last_qualification_are_unstaffed() -> None:
    problem = b.problem(b.module("M1", 6), instructors=ONE, qualifications=[b.qualified("I-1", until=5)])

    solution = planned(problem)

    assert rows(solution) == ["A M1 5 8-11 I-1 R-1", "A M1 6 8-11 ? R-1"]
    assert solution.score == 1500


def test_a_modules_own_qualification_outranks_the_one_for_all() -> None:
    rows_of_i1 = [b.qualified("I-1"), b.qualified("I-1", "M1", until=4)]
    problem = b.problem(b.module(), instructors=ONE, qualifications=rows_of_i1)

    assert rows(planned(problem)) == ["A M1 5 8-11 ? R-1"]


def test_weekly_windows_are_kept() -> None:
    # I-1 comes at 9: an hour without, or I-2 for all of it.
    problem = b.problem(b.module(), windows=(b.window("I-1", at="9-11"),))

    assert rows(planned(problem)) == ["A M1 5 8-11 I-2 R-1"]


def test_nobody_teaches_two_cohorts_at_once() -> None:
    # B waits for a day.
    cohorts = [b.cohort("A"), b.cohort("B", latest=12)]
    problem = b.problem(b.module(), cohorts=cohorts, instructors=ONE)

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 6 8-11"]
    assert solution.score == 1


def test_a_room_holds_one_cohort_at_a_time() -> None:
    cohorts = [b.cohort("A"), b.cohort("B", latest=12)]
    problem = b.problem(b.module(), cohorts=cohorts, rooms=[b.room()])

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 6 8-11"]
    assert solution.score == 1


def two_shifts(**fields) -> list:
    """Give a cohort in the morning that must start on Jan 5, and one in the afternoon that may wait."""
    return [b.cohort("A"), b.cohort("B", patterns=("PM",), latest=16, **fields)]


def test_hours_a_day_are_counted_over_all_cohorts() -> None:
    # 5 h a day do not take both cohorts' 3 h: B starts a day later.
    problem = b.problem(
        b.module(),
        patterns=[b.pattern(), AFTERNOON],
        cohorts=two_shifts(),
        instructors=[b.instructor("I-1", day=5)],
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 6 12-15"]
    assert solution.score == 1


def test_hours_a_week_are_counted_over_all_cohorts_from_monday_to_sunday() -> None:
    # 5 h a week do not take both either: B starts on the next Monday, 7 days later.
    problem = b.problem(
        b.module(),
        patterns=[b.pattern(), AFTERNOON],
        cohorts=two_shifts(),
        instructors=[b.instructor("I-1", week=5)],
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 12 12-15"]
    assert solution.score == 7


def test_hours_beyond_a_persons_limit_are_unstaffed_within_one_cohort() -> None:
    # 2 h a day of 3: an hour unstaffed on each of two days.
    problem = b.problem(b.module("M1", 6), instructors=[b.instructor("I-1", day=2)])

    solution = planned(problem)

    assert rows(solution) == [
        "A M1 5 8-10 I-1 R-1", "A M1 5 10-11 ? R-1", "A M1 6 8-10 I-1 R-1", "A M1 6 10-11 ? R-1"
    ]  # fmt: skip
    assert solution.score == 1000


def test_a_persons_limit_is_shared_by_the_modules_of_a_cohort() -> None:
    # M1 and M2 share Jan 5; with 4 h in the week I-1 covers 1.5 h + 1.5 h, on Jan 6 one of 3 h.
    problem = b.problem(b.module("M1", 1.5), b.module("M2", 4.5), instructors=[b.instructor("I-1", week=4)])

    solution = planned(problem)

    assert solution.score == 1000
    assert sum(s.length for s in solution.schedule.sessions if s.instructors) == 4 * 4


def test_nobody_teaches_on_two_campuses_a_day() -> None:
    # I-1 is on campus North on Jan 5, so South waits for a day.
    problem = b.problem(
        b.module(),
        patterns=[b.pattern(), AFTERNOON],
        cohorts=[b.cohort("A", campus="North"), b.cohort("B", patterns=("PM",), latest=16, campus="South")],
        instructors=ONE,
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 6 12-15"]
    assert solution.score == 1


def test_a_cohort_without_a_campus_is_no_other_campus() -> None:
    problem = b.problem(
        b.module(),
        patterns=[b.pattern(), AFTERNOON],
        cohorts=[b.cohort("A", campus="North"), b.cohort("B", patterns=("PM",), latest=16)],
        instructors=ONE,
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "B M1 5 12-15"]
    assert solution.score == 0


def test_people_and_rooms_of_another_campus_are_not_asked() -> None:
    problem = b.problem(
        b.module(),
        cohorts=[b.cohort(campus="North")],
        instructors=[b.instructor("I-1", at="South"), b.instructor("I-2", at="North South")],
        rooms=[b.room("R-1", campus="South"), b.room("R-2", campus="North")],
    )

    assert rows(planned(problem)) == ["A M1 5 8-11 I-2 R-2"]


def rows_of_rooms(solution) -> set[str]:
    return {row.split()[-1] for row in rows(solution)}
