"""What is different between two schedules, each counted by its own inputs."""

from dataclasses import replace
from datetime import date

import builders as b
from sides import PLANNED, TINY, against, side

from scheduler.checking import compared, counted
from scheduler.domain.comparison import Course, LoadPair, Placed, Totals

M1, TUE, M2 = PLANNED


def test_a_schedule_does_not_differ_from_itself() -> None:
    comparison = against(*PLANNED)

    assert comparison.same
    assert (comparison.placements, comparison.loads, comparison.compared) == ((), (), 2)
    assert [pair.differs for pair in comparison.cohorts] == [False]


def test_how_a_session_is_cut_into_rows_is_no_difference() -> None:
    assert against(b.session(day=5, at="8-9"), b.session(day=5, at="9-11"), TUE, M2).same


def test_one_schedule_is_counted_by_its_own_inputs() -> None:
    found = counted(side(*PLANNED[:2], b.session(module="M2", day=8, who="")))

    # M1 6 h with I-1 and M2 3 h with nobody, all in R-1; Wed Jan 7 is idle
    assert (found.totals.placed, found.totals.unstaffed, found.totals.last_finish) == (
        36,
        3,
        date(2026, 1, 8),
    )
    assert found.taught == {"I-1": 24, "I-2": 0}
    assert found.used == {"R-1": 36, "R-2": 0}
    assert found.courses["A"] == Course(
        start=date(2026, 1, 5), finish=date(2026, 1, 8), placed=36, unstaffed=12, pattern="AM"
    )


def test_a_placement_differs_in_time_instructor_and_room() -> None:
    comparison = against(M1, TUE, b.session(module="M2", day=8, at="8-11", who="I-2", where="R-2"))

    (pair,) = comparison.placements
    assert (pair.cohort, pair.module, pair.respects) == ("A", "M2", ("time", "instructor", "room"))
    assert pair.before == Placed(
        first=(b.on(7), 32), last=(b.on(7), 44), instructors=("I-1",), rooms=("R-1",)
    )
    assert pair.after == Placed(first=(b.on(8), 32), last=(b.on(8), 44), instructors=("I-2",), rooms=("R-2",))
    assert [comparison.differing(respect) for respect in ("time", "instructor", "room")] == [1, 1, 1]


def test_a_placement_that_is_not_held_any_more_has_no_dates_and_nobody() -> None:
    (pair,) = against(M1, TUE).placements

    assert pair.after == Placed(first=None, last=None, instructors=(), rooms=())


def test_cover_is_no_other_main_instructor_but_other_hours() -> None:
    # I-1 keeps Monday, the earlier of the two sessions of 3 h, and so stays the main instructor.
    comparison = against(M1, b.session(day=6, who="I-2"), M2)

    assert comparison.placements == ()
    assert not comparison.same
    assert comparison.loads == (
        LoadPair(who="I-1", kind="instructor", before=36, after=24),
        LoadPair(who="I-2", kind="instructor", before=0, after=12),
    )
    assert [pair.more for pair in comparison.loads] == [-12, 12]


def test_rooms_come_after_people() -> None:
    comparison = against(M1, TUE, replace(M2, instructors=("I-2",), rooms=("R-2",)))

    assert [(pair.kind, pair.who) for pair in comparison.loads] == [
        ("instructor", "I-1"),
        ("instructor", "I-2"),
        ("room", "R-1"),
        ("room", "R-2"),
    ]


def test_a_cohort_that_finishes_later_is_told_in_days() -> None:
    # Wed Jan 7 to Mon Jan 12 are 5 days.
    comparison = against(M1, TUE, replace(M2, date=b.on(12), instructors=()))

    (pair,) = comparison.cohorts
    assert pair.days_later == 5
    assert pair.before == Course(start=b.on(5), finish=b.on(7), placed=36, unstaffed=0, pattern="AM")
    assert pair.after == Course(start=b.on(5), finish=b.on(12), placed=36, unstaffed=12, pattern="AM")


def test_a_cohort_without_sessions_has_no_finish_to_compare() -> None:
    comparison = against()

    assert comparison.cohorts[0].days_later is None
    assert comparison.after.last_finish is None


def test_what_each_comes_to_is_counted_by_its_own_inputs() -> None:
    dear = replace(TINY, settings=replace(TINY.settings, weights={"unstaffed hours": 7}))
    comparison = against(M1, TUE, replace(M2, instructors=()), problem=dear)

    # 3 h without an instructor, at 7 an hour
    assert comparison.before == Totals(
        score=0, last_finish=b.on(7), placed=36, unplaced=0, unstaffed=0, findings=0
    )
    assert comparison.after == Totals(
        score=21, last_finish=b.on(7), placed=36, unplaced=0, unstaffed=3, findings=1
    )
    differing = {pair.goal: (pair.before.cost, pair.after.cost) for pair in comparison.goals if pair.differs}
    assert differing == {"unstaffed hours": (0, 21)}


def test_another_pattern_is_a_difference_of_the_cohort_alone() -> None:
    both = b.problem(
        b.module("M1", 3),
        patterns=(b.pattern("AM"), b.pattern("MON", b.block("M"))),
        cohorts=[b.cohort(patterns=("AM", "MON"))],
    )
    comparison = compared(side(M1, problem=both, A="AM"), side(M1, problem=both, A="MON"))

    (pair,) = comparison.cohorts
    assert (pair.before.pattern, pair.after.pattern) == ("AM", "MON")
    assert (comparison.placements, comparison.same) == ((), False)


def test_a_cohort_in_one_only_is_told_without_its_placements() -> None:
    two = b.problem(b.module("M1", 6), b.module("M2", 3), cohorts=[b.cohort("B"), b.cohort("A")])
    added = against(*PLANNED, b.session("B", day=5, who="I-2", where="R-2"), problem=two)
    removed = compared(side(*PLANNED, problem=two), side(*PLANNED))

    assert [(pair.cohort, pair.only_in) for pair in added.cohorts] == [("A", ""), ("B", "B")]
    assert [(pair.cohort, pair.only_in) for pair in removed.cohorts] == [("B", "A"), ("A", "")]
    assert added.cohorts[1].days_later is None
    assert (added.placements, added.compared) == ((), 2)


def test_somebody_in_one_only_has_no_hours_in_the_other() -> None:
    three = replace(TINY, instructors={**TINY.instructors, "I-3": b.instructor("I-3")})
    comparison = against(M1, TUE, replace(M2, instructors=("I-3",)), problem=three)

    assert comparison.loads[1] == LoadPair(who="I-3", kind="instructor", before=None, after=12)


def test_a_module_in_one_only_differs_in_all_it_has() -> None:
    more = b.problem(b.module("M1", 6), b.module("M2", 3), b.module("M3", 3))
    comparison = against(*PLANNED, b.session(module="M3", day=8), problem=more)
    back = compared(side(*PLANNED, b.session(module="M3", day=8), problem=more), side(*PLANNED))

    assert [(pair.module, pair.respects) for pair in comparison.placements] == [
        ("M3", ("time", "instructor", "room"))
    ]
    assert (comparison.compared, back.compared) == (3, 3)
    assert back.placements[0].after.first is None


def test_main_people_are_as_many_as_the_inputs_of_each_ask_for() -> None:
    pair_work = b.problem(b.module("M1", 6, instructors=2), b.module("M2", 3))
    together = [b.session(day=day, who="I-1 I-2") for day in (5, 6)]

    (pair,) = against(*together, M2, problem=pair_work).placements

    assert (pair.respects, pair.before.instructors, pair.after.instructors) == (
        ("instructor",),
        ("I-1",),
        ("I-1", "I-2"),
    )


def test_the_last_finish_is_that_of_the_last_cohort() -> None:
    two = b.problem(b.module("M1", 3), cohorts=[b.cohort("A"), b.cohort("B")])
    one = side(M1, b.session("B", day=date(2026, 1, 9), who="I-2", where="R-2"), problem=two)

    assert compared(one, one).before.last_finish == b.on(9)
