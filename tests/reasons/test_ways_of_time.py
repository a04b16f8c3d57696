"""Ways out that give a cohort other dates or class time: the cells of a trial, and what it settles to."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import builders as b
import pytest
import tiny
from reasons.asked import department

from scheduler.domain.problem import Cohort, Problem
from scheduler.domain.schedule import Schedule
from scheduler.reasons import Way, ways_of_time
from scheduler.reasons.ways import Effort, Settled

AM, PM = tiny.rows()["Patterns"][0], {"Pattern": "PM", "Days": "MTWR", "Start": time(13), "End": time(17)}
NONE = Schedule(sessions=(), patterns={})


def of_a(**changed: Any) -> tuple[Problem, Cohort]:
    problem = department(**changed)
    return problem, problem.cohorts["A"]


def said(cells: Iterable[Any]) -> list[str]:
    return [f"{cell.sheet} {cell.row} {cell.column}: {cell.value}" for cell in cells]


def told(settled: Settled | None) -> tuple[str, list[str]] | None:
    return settled and (settled.what, said(settled.cells))


def held(*days: int | date, **patterns: str) -> Schedule:
    """Give a schedule in which A has M1 on each of these days."""
    return b.schedule(*(b.session(day=day) for day in days), **(patterns or {"A": "AM"}))


def same(way: Way) -> list[str]:
    """Give the cells of a way that is the same whatever the schedule."""
    settled = way.settle(department(), NONE)
    assert settled is not None
    assert settled.cells == way.cells
    return [settled.what, *said(way.cells)]


def test_an_earlier_start_is_two_or_six_weeks_earlier_and_leaves_the_latest_start() -> None:
    problem, cohort = of_a(Cohorts={"Earliest start": date(2026, 2, 23)})

    # Six weeks before Mon Feb 23 is Mon Jan 12, within the plan.
    first, second = ways_of_time.earlier_start(problem, cohort, cohort.earliest_start, date(2026, 2, 24))

    assert same(first) == [
        "let A start on Mon Feb 9, 2026 or later, by Tue Feb 24, 2026",
        "Cohorts 2 Earliest start: 2026-02-09",
        "Cohorts 2 Latest start: 2026-02-24",
    ]
    assert same(second)[0] == "let A start on Mon Jan 12, 2026 or later, by Tue Feb 24, 2026"
    assert first.effort is Effort.DATES


def test_nobody_starts_earlier_than_the_plan() -> None:
    problem, cohort = of_a(Cohorts={"Earliest start": date(2026, 1, 19), "Latest start": date(2026, 1, 20)})

    ways = ways_of_time.earlier_start(problem, cohort, cohort.earliest_start, date(2026, 1, 20))

    assert [same(way)[1:] for way in ways] == [["Cohorts 2 Earliest start: 2026-01-05"]]


def test_a_later_start_is_as_late_as_the_schedule_starts() -> None:
    problem, cohort = of_a()
    (way,) = ways_of_time.later_start(problem, cohort, b.on(5))

    assert said(way.cells) == ["Cohorts 2 Latest start: 2026-01-30"]
    assert told(way.settle(problem, held(9, 12))) == (
        "let A start on Fri Jan 9, 2026",
        ["Cohorts 2 Latest start: 2026-01-09"],
    )
    assert way.settle(problem, held(5)) is None
    assert way.settle(problem, NONE) is None


def test_any_start_day() -> None:
    _, cohort = of_a(Cohorts={"Start days": "M"})

    assert same(ways_of_time.any_start_day(cohort)) == [
        "let A start on any day of the week",
        "Cohorts 2 Start days: ",
    ]


@pytest.mark.parametrize(
    ("last", "until", "cell"),
    [
        (date(2026, 2, 2), "Fri Feb 6, 2026", "2026-02-06"),  # to the Friday of that week
        (date(2026, 2, 7), "Sat Feb 7, 2026", "2026-02-07"),  # or the day itself on a weekend
    ],
)
def test_a_longer_plan_ends_with_the_week_of_the_last_session(last: date, until: str, cell: str) -> None:
    problem, _ = of_a()
    way = ways_of_time.longer_plan(problem)

    assert said(way.cells) == ["Settings 4 Value: 2027-01-31"]  # 366 days more than Jan 30, 2026
    assert told(way.settle(problem, held(last))) == (
        f"let the plan end on {until}",
        [f"Settings 4 Value: {cell}"],
    )
    assert way.settle(problem, held(30)) is None
    assert way.settle(problem, NONE) is None


def test_a_later_finish_is_the_end_of_the_week_in_which_it_finishes() -> None:
    problem, cohort = of_a(Cohorts={"Finish by": date(2026, 1, 9)})
    way = ways_of_time.later_finish(cohort, b.on(9))

    assert said(way.cells) == ["Cohorts 2 Finish by: "]
    assert told(way.settle(problem, held(5, 13))) == (
        "let A finish by Fri Jan 16, 2026",
        ["Cohorts 2 Finish by: 2026-01-16"],
    )
    assert way.settle(problem, held(5, 9)) is None
    assert way.settle(problem, NONE) is None


def test_another_pattern_is_the_one_chosen() -> None:
    problem, cohort = of_a(Patterns=[AM, PM, PM | {"Pattern": "EVE", "Start": time(17), "End": time(21)}])
    (way,) = ways_of_time.other_pattern(problem, cohort)

    assert said(way.cells) == ["Cohorts 2 Patterns: AM, PM, EVE"]
    assert told(way.settle(problem, held(5, A="EVE"))) == (
        "let A have class by the pattern EVE",
        ["Cohorts 2 Patterns: AM, EVE"],
    )
    assert way.settle(problem, held(5, A="AM")) is None
    assert way.settle(problem, NONE) is None


def test_where_there_is_no_other_pattern_there_is_no_such_way() -> None:
    assert list(ways_of_time.other_pattern(*of_a())) == []


def test_a_longer_day_ends_an_hour_later_with_the_last_block_of_the_day() -> None:
    split = [AM, AM | {"Start": time(12), "End": time(16, 30)}]
    (way,) = ways_of_time.longer_day(*of_a(Patterns=split))

    assert same(way) == ["let class by the pattern AM last until 5:30 PM", "Patterns 3 End: 17:30"]
    assert way.effort is Effort.HOURS


def test_no_day_ends_later_than_eleven_at_night() -> None:
    late = AM | {"Start": time(19), "End": time(22)}

    assert len(list(ways_of_time.longer_day(*of_a(Patterns=[late])))) == 1
    assert list(ways_of_time.longer_day(*of_a(Patterns=[late | {"End": time(22, 15)}]))) == []


def test_idle_days_are_as_many_as_the_schedule_has() -> None:
    problem, cohort = of_a()
    way = ways_of_time.idle_days(cohort)

    assert said(way.cells) == ["Cohorts 2 Max idle days: 20"]
    # Tue Jan 6 is missed; of Mon Jan 5 to Mon Jan 12 also Thu and Fri, the weekend has no class time.
    assert told(way.settle(problem, held(5, 7))) == (
        "let A have 1 idle day",
        ["Cohorts 2 Max idle days: 1"],
    )
    assert told(way.settle(problem, held(5, 7, 12))) == (
        "let A have 3 idle days",
        ["Cohorts 2 Max idle days: 3"],
    )
    assert way.settle(problem, held(5, 6)) is None
    assert way.settle(problem, NONE) is None


def test_fewer_weeks_are_those_the_schedule_has() -> None:
    problem, cohort = of_a(Programs={"Min weeks": 4})
    way = ways_of_time.fewer_weeks(problem, cohort)

    assert said(way.cells) == ["Programs 2 Min weeks: 1"]
    assert told(way.settle(problem, held(5, 6, 12))) == (
        "let P need class in 2 weeks only",
        ["Programs 2 Min weeks: 2"],
    )


def test_a_fixed_order_can_be_left_to_prerequisites() -> None:
    problem, cohort = of_a()
    (way,) = ways_of_time.any_order(problem, cohort)

    assert same(way) == ["let only prerequisites say the order of P", "Programs 2 Order: prerequisites"]
    assert way.effort is Effort.RULE
    assert list(ways_of_time.any_order(*of_a(Programs={"Order": "prerequisites"}))) == []
