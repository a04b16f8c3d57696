"""Cohorts that cannot start, have too little class time, or too few weeks."""

import pytest
from builders import block, closure, cohort, module, pattern, problem, weekdays

from scheduler.checking import class_time
from scheduler.domain.problem import Problem

COLUMNS = {
    "Cohorts": {"Earliest start": "F", "Latest start": "G", "Patterns": "D"},
    "Programs": {"Min weeks": "E"},
}
LATE = pattern("PM", block(at="13-15"))


def found(tiny: Problem) -> list[tuple[str, str, str]]:
    return [(one.rule, one.where, one.what) for one in class_time.findings(tiny)]


def test_exactly_enough_class_time_is_enough() -> None:
    # Mon Jan 5 to Fri Jan 30: 20 class days of 3 h.
    assert found(problem(module(hours=60), columns=COLUMNS)) == []


def test_a_quarter_hour_too_little_is_named_with_the_hours() -> None:
    tiny = problem(module(hours=60.25), cohorts=[cohort(row=3)], columns=COLUMNS)

    assert found(tiny) == [
        (
            "unplaced hours",
            "Cohorts!D3",
            "A has too little class time up to Plan to (Fri Jan 30): AM has 60 h of the 60.25 h needed.",
        )
    ]


def test_class_time_counts_from_the_first_day_the_cohort_may_start() -> None:
    mondays = cohort(start=6, start_days=weekdays("M"))  # Mon Jan 12: 15 class days are left

    assert found(problem(module(hours=45), cohorts=[mondays])) == []
    assert len(found(problem(module(hours=45.25), cohorts=[mondays]))) == 1


def test_one_pattern_with_enough_is_enough_and_else_every_pattern_is_named() -> None:
    either = [cohort(patterns=("PM", "AM"))]

    assert found(problem(module(hours=41), patterns=[pattern(), LATE], cohorts=either)) == []
    ((_, _, what),) = found(problem(module(hours=61), patterns=[pattern(), LATE], cohorts=either))
    assert what.endswith("PM has 40 h of the 61 h needed and AM has 60 h of the 61 h needed.")


def test_a_track_without_class_time_is_named() -> None:
    lab = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11", track="CLASS"))
    fine = (module("M1", 40, track="LAB"), module("M2", 10, track="CLASS"))

    assert found(problem(*fine, patterns=[lab])) == []
    ((_, _, what),) = found(problem(*fine, module("M3", 3, track="GYM"), patterns=[lab]))
    assert what.endswith("AM has 0 h of the 3 h needed for track GYM.")


def test_a_track_may_use_class_time_without_one() -> None:
    open_to_all = pattern("AM", block(at="8-10", track="LAB"), block(at="10-11"))

    assert found(problem(module(hours=20, track="GYM"), patterns=[open_to_all])) == []
    assert len(found(problem(module(hours=20.25, track="GYM"), patterns=[open_to_all]))) == 1


@pytest.mark.parametrize(
    ("starting", "column", "cause"),
    [
        ({"start": 31}, "F", "A starts on Sat Jan 31 or later, after Plan to (Fri Jan 30)."),
        (
            {"start": 1, "latest": 4},
            "G",
            "A starts by Sun Jan 4, before Plan from (Mon Jan 5).",
        ),
        (
            {"start": 10, "latest": 11},
            "G",
            "A has no class day on which it may start from Sat Jan 10 to Sun Jan 11.",
        ),
        ({"start_days": weekdays("U")}, "F", "A has no class day on which it may start."),
    ],
)
def test_a_cohort_that_cannot_start_is_named_with_the_reason(starting: dict, column: str, cause: str) -> None:
    tiny = problem(module(), cohorts=[cohort(row=2, **starting)], columns=COLUMNS)

    assert found(tiny) == [("cohort-start", f"Cohorts!{column}2", cause)]


def test_a_pattern_on_which_it_can_start_is_enough() -> None:
    saturdays = pattern("SAT", block("S"))
    starting = cohort(patterns=("SAT", "AM"), start_days=weekdays("M"))

    assert found(problem(module(), patterns=[pattern(), saturdays], cohorts=[starting])) == []


def aided(hours: float, weeks: int, *modules, days: int = 0, **fields) -> Problem:
    fields = {"patterns": [pattern()], "closures": ()} | fields
    own = modules or (module(hours=hours),)
    one = cohort(aided=True, max_idle_days=days, patterns=tuple(p.id for p in fields["patterns"]))
    return problem(*own, min_weeks=weeks, cohorts=[one], columns=COLUMNS, **fields)


def test_a_program_that_lasts_just_long_enough_is_fine() -> None:
    # 30 h are 10 class days, Jan 5 to 16: 2 weeks; 30.25 h reach into a third.
    assert found(aided(30, 2)) == []
    assert found(aided(30.25, 3)) == []
    assert found(aided(30, 3)) == [
        (
            "min-weeks",
            "Programs",
            "A is aided and needs class in 3 different weeks, but P lasts 2 at most on AM.",
        )
    ]


def test_idle_days_closures_and_the_slowest_pattern_make_it_last_longer() -> None:
    assert found(aided(30, 3, days=1)) == []
    assert found(aided(30, 3, closures=(closure(7),))) == []
    assert found(aided(30, 3, patterns=[pattern(), LATE])) == []  # 2 h a day: 15 days


def test_limits_of_its_modules_make_it_last_longer() -> None:
    # 20 h take 7 class days; at 2 h a day they take 10, and M2's last quarter-hour is on an eleventh.
    assert found(aided(20, 2)) == []
    assert found(aided(0, 3, module("M1", 20, day=2), module("M2", 1.25))) == []
    assert len(found(aided(0, 4, module("M1", 20, day=2), module("M2", 1.25)))) == 1
    assert found(aided(0, 3, module("M1", 20, min_days=11))) == []


def test_a_program_may_last_until_the_plan_ends() -> None:
    # 60 h take all 20 class days, Jan 5 to 30: 4 weeks.
    assert found(aided(60, 4)) == []
    assert len(found(aided(60, 5))) == 1


def test_a_later_start_may_last_longer() -> None:
    # Two days from Friday the 9th are in two weeks.
    later = problem(module(hours=6), min_weeks=2, cohorts=[cohort(aided=True, latest=9)])
    sooner = problem(module(hours=6), min_weeks=2, cohorts=[cohort(aided=True, latest=8)])

    assert found(later) == []
    assert len(found(sooner)) == 1


def test_a_cohort_that_is_not_aided_may_be_quick() -> None:
    assert found(problem(module(hours=6), min_weeks=50)) == []
