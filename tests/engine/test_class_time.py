"""When classes are held: pattern, start, order, limits and idle days of the modules; all worked out by hand.

Without a weight in the test, a day later costs 1 and an idle hour 2.
"""

import builders as b
from engine.runs import findings, held, planned

from scheduler.domain.problem import Order

FULL_DAY = b.pattern("FT", b.block(at="8-11"), b.block(at="12-15"))


def test_a_cohort_goes_through_its_modules_end_to_end() -> None:
    problem = b.problem(b.module("M1", 4), b.module("M2", 2))

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M1 6 8-9", "A M2 6 9-11"]
    assert (solution.score, solution.bound, solution.proven) == (0, 0, True)
    assert findings(problem, solution) == []


def test_the_pattern_that_ends_first_is_chosen() -> None:
    problem = b.problem(
        b.module("M1", 6),
        patterns=[b.pattern(), FULL_DAY],
        cohorts=[b.cohort(patterns=("AM", "FT"))],
    )

    solution = planned(problem)

    assert solution.schedule.patterns == {"A": "FT"}
    assert held(solution) == ["A M1 5 8-11", "A M1 5 12-15"]
    assert solution.score == 0


def test_a_later_pattern_is_chosen_if_nobody_can_teach_the_earlier_one() -> None:
    # Mornings only: FT would leave 3 h unstaffed (1500); AM ends a day after the earliest finish (1).
    problem = b.problem(
        b.module("M1", 6),
        patterns=[b.pattern(), FULL_DAY],
        cohorts=[b.cohort(patterns=("FT", "AM"))],
        windows=(b.window("I-1"), b.window("I-2")),
    )

    solution = planned(problem)

    assert solution.schedule.patterns == {"A": "AM"}
    assert held(solution) == ["A M1 5 8-11", "A M1 6 8-11"]
    assert solution.score == 1


def test_a_cohort_starts_later_in_its_window_if_nobody_is_there_earlier() -> None:
    # Both are away on Jan 5 and 6: the start on Jan 7 is two days late (2).
    away = tuple(b.absence(who, 5, 6) for who in ("I-1", "I-2"))
    problem = b.problem(b.module(), cohorts=[b.cohort(latest=9)], absences=away)

    solution = planned(problem)

    assert held(solution) == ["A M1 7 8-11"]
    assert solution.score == 2


def test_without_a_latest_start_a_cohort_starts_though_nobody_is_there() -> None:
    # 3 h without instructor, 500 each.
    away = tuple(b.absence(who, 5) for who in ("I-1", "I-2"))
    problem = b.problem(b.module(), absences=away)

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11"]
    assert solution.score == 1500
    assert findings(problem, solution) == ["unstaffed hours"]


def test_a_cohort_starts_on_one_of_its_start_days() -> None:
    # Jan 7 is the first Wednesday; the earliest conceivable finish, Jan 5, knows no start days.
    problem = b.problem(b.module(), cohorts=[b.cohort(start_days=b.weekdays("W"))])

    solution = planned(problem)

    assert held(solution) == ["A M1 7 8-11"]
    assert solution.score == 2


def test_nothing_is_held_before_the_plan_begins() -> None:
    problem = b.problem(b.module(), first=7, cohorts=[b.cohort(start=5)])

    assert held(planned(problem)) == ["A M1 7 8-11"]


def test_a_module_waits_for_its_prerequisites() -> None:
    problem = b.problem(
        b.module("M1", prerequisites=("M3",)),
        b.module("M2", prerequisites=("M1",)),
        b.module("M3"),
        order=Order.PREREQUISITES,
    )

    solution = planned(problem)

    assert held(solution) == ["A M3 5 8-11", "A M1 6 8-11", "A M2 7 8-11"]
    assert solution.score == 0


def test_modules_run_in_any_order_their_prerequisites_leave() -> None:
    # Only M2 has someone to teach it on Jan 5 alone, so it comes first; its second person costs 20.
    problem = b.problem(
        b.module("M1"),
        b.module("M2"),
        order=Order.PREREQUISITES,
        qualifications=[b.qualified("I-1", "M1"), b.qualified("I-2", "M2", until=5)],
    )

    solution = planned(problem)

    assert held(solution) == ["A M2 5 8-11", "A M1 6 8-11"]
    assert solution.score == 20


def test_closed_and_short_days_are_kept() -> None:
    # Jan 5 ends at 10, Jan 6 is closed: 6 h take Jan 5 (2 h), 7 (3 h) and 8 (1 h).
    closures = (b.closure(5, until=40), b.closure(6))
    problem = b.problem(b.module("M1", 6), closures=closures)

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-10", "A M1 7 8-11", "A M1 8 8-9"]
    assert solution.score == 0


def test_a_module_is_held_no_longer_a_day_than_its_limit() -> None:
    # M1 takes an hour a day; the rest of Jan 5 and 6 is lost: 4 h at 2. From Jan 6 to Jan 8: 2.
    problem = b.problem(b.module("M1", 3, day=1), b.module("M2", 3))

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-9", "A M1 6 8-9", "A M1 7 8-9", "A M2 7 9-11", "A M2 8 8-9"]
    assert solution.score == 10
    assert findings(problem, solution) == []


def test_a_module_lasts_as_many_days_as_it_must() -> None:
    # A quarter-hour is kept for the second day: 0.25 h idle at 2, and a day later.
    problem = b.problem(b.module("M1", 3, min_days=2))

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-10.75", "A M1 6 8-8.25"]
    assert solution.score == 1.5
    assert findings(problem, solution) == []


def test_idle_days_are_taken_around_an_absence() -> None:
    # Idle on Jan 6: 3 h at 2, and a day later; unstaffed it would be 1500.
    problem = b.problem(
        b.module("M1", 6),
        cohorts=[b.cohort(max_idle_days=1)],
        instructors=[b.instructor("I-1")],
        absences=(b.absence("I-1", 6),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M1 7 8-11"]
    assert solution.score == 7
    assert findings(problem, solution) == []


def test_a_module_waits_idle_for_its_instructor() -> None:
    # M2's instructor comes back on Jan 8: two idle days, 6 h at 2, two days later, one more person (20).
    problem = b.problem(
        b.module("M1"),
        b.module("M2"),
        cohorts=[b.cohort(max_idle_days=2)],
        qualifications=[b.qualified("I-1", "M1"), b.qualified("I-2", "M2")],
        absences=(b.absence("I-2", 5, 7),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M2 8 8-11"]
    assert solution.score == 34


def test_no_more_idle_days_are_taken_than_allowed() -> None:
    # Two days away and one idle day at most: the 3 h of one more day stay unstaffed.
    problem = b.problem(
        b.module("M1", 6),
        cohorts=[b.cohort(max_idle_days=1)],
        instructors=[b.instructor("I-1")],
        absences=(b.absence("I-1", 6, 8),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11", "A M1 6 8-11"]
    assert solution.score == 1500


def test_an_aided_cohort_idles_to_last_enough_weeks() -> None:
    # Thu Jan 8 and Fri Jan 9 are one week. With Fri idle it ends on Mon Jan 12: 3 h at 2 and 3 days.
    problem = b.problem(
        b.module("M1", 6), min_weeks=2, cohorts=[b.cohort(start=8, aided=True, max_idle_days=1)]
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 8 8-11", "A M1 12 8-11"]
    assert solution.score == 9
    assert findings(problem, solution) == []


def test_too_few_weeks_are_declared_where_no_idle_day_is_allowed() -> None:
    problem = b.problem(b.module("M1", 6), min_weeks=2, cohorts=[b.cohort(start=8, aided=True)])

    solution = planned(problem)

    assert held(solution) == ["A M1 8 8-11", "A M1 9 8-11"]
    assert solution.declared == {("min-weeks", "A")}
    assert findings(problem, solution) == ["min-weeks"]


def test_who_finishes_late_pays_for_each_day() -> None:
    # The instructor is away until Jan 7, Finish by is Jan 6: 2 days at 50 late, 3 days at 1.
    problem = b.problem(
        b.module(),
        cohorts=[b.cohort(latest=12, finish=6)],
        instructors=[b.instructor("I-1")],
        absences=(b.absence("I-1", 5, 7),),
    )

    solution = planned(problem)

    assert held(solution) == ["A M1 8 8-11"]
    assert solution.score == 103


def test_what_does_not_fit_before_the_plan_ends_is_unplaced() -> None:
    # Of 7 h only 3 fit on Jan 5: 4 h at 1000.
    problem = b.problem(b.module("M1", 7), last=5)

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11"]
    assert solution.score == 4000
    assert findings(problem, solution) == ["unplaced hours"]


def test_a_module_without_any_class_time_left_is_unplaced() -> None:
    problem = b.problem(b.module("M1", 3), b.module("M2", 3), last=5)

    solution = planned(problem)

    assert held(solution) == ["A M1 5 8-11"]
    assert solution.score == 3000
    assert findings(problem, solution) == ["unplaced hours"]


def test_a_cohort_that_cannot_start_is_unplaced_and_the_others_are_planned() -> None:
    problem = b.problem(b.module(), cohorts=[b.cohort("A", 31), b.cohort("B", 5)])

    solution = planned(problem)

    assert held(solution) == ["B M1 5 8-11"]
    assert solution.score == solution.bound == 3000
    assert solution.schedule.patterns == {"A": "AM", "B": "AM"}


def test_a_plan_without_any_class_day_is_all_unplaced() -> None:
    problem = b.problem(b.module(), closures=(b.closure(5, 30),))

    solution = planned(problem)

    assert held(solution) == []
    assert solution.score == 3000
