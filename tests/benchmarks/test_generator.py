"""Planted schedules break no rule and score exactly what is known to be best."""

from functools import cache
from pathlib import Path

import pytest

from benchmarks import department, department_planting, variants
from benchmarks.generator import Planted, planted
from benchmarks.rows import rows
from scheduler.checking import judge
from scheduler.goals import prices, score
from scheduler.writing import write_planning

INSTANCES = [("S", 0), ("S", 1), ("S", 2), ("M", 0)]


@cache
def instance(size: str, seed: int) -> Planted:
    return planted(size, seed)


@pytest.mark.parametrize(("size", "seed"), INSTANCES)
def test_a_planted_schedule_has_no_finding(size: str, seed: int) -> None:
    found = instance(size, seed)
    assert judge(found.problem, found.schedule) == ()


@pytest.mark.parametrize(("size", "seed"), INSTANCES)
def test_a_planted_schedule_scores_the_known_best(size: str, seed: int) -> None:
    found = instance(size, seed)
    assert score(prices(found.problem, found.schedule)) == pytest.approx(found.best)


def test_the_same_seed_gives_the_same_instance() -> None:
    one, other = planted("S", 7), planted("S", 7)
    assert one.problem == other.problem
    assert one.schedule == other.schedule


@pytest.mark.parametrize("size", ["S", "M"])
def test_an_instance_has_as_many_cohorts_as_its_size_says(size: str) -> None:
    assert len(instance(size, 0).problem.cohorts) == {"S": 4, "M": 24}[size]


def test_a_medium_instance_has_all_that_makes_planning_hard() -> None:
    problem = instance("M", 0).problem
    assert problem.windows
    assert problem.absences
    assert problem.pins
    assert any(row.valid_until for row in problem.qualifications)
    assert any(len(person.campuses) > 1 for person in problem.instructors.values())
    assert any(len(cohort.patterns) > 1 for cohort in problem.cohorts.values())
    assert any(cohort.latest_start for cohort in problem.cohorts.values())


def test_the_departments_planted_schedule_has_no_finding_and_is_best() -> None:
    problem = department.problem()
    schedule, best = department_planting.planted()
    assert judge(problem, schedule) == ()
    assert score(prices(problem, schedule)) == pytest.approx(best)


def test_a_short_handed_instance_has_one_in_ten_less() -> None:
    whole = instance("M", 0).problem
    short = variants.short_handed(instance("M", 0))
    before = len(whole.instructors) + len(whole.rooms)
    assert len(short.instructors) + len(short.rooms) == before - before // 10


@pytest.mark.parametrize("kind", variants.DISTURBANCES)
def test_a_disturbed_instance_knows_the_schedule_to_repair(kind: str) -> None:
    found = instance("S", 0)
    problem = variants.disturbed(found, kind)
    assert problem.previous == found.schedule
    assert problem != found.problem


def test_an_over_constrained_instance_breaks_the_planted_schedule() -> None:
    found = instance("S", 0)
    assert judge(variants.over_constrained(found), found.schedule)


def test_every_sheet_of_the_rows_is_a_sheet_of_the_planning_workbook(tmp_path: Path) -> None:
    write_planning(tmp_path / "S.xlsx", rows(instance("S", 0).problem))
    assert (tmp_path / "S.xlsx").exists()
