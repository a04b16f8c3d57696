"""The Python interface: read, plan, check, look."""

from pathlib import Path

import pytest
import tiny

import scheduler


def test_a_notebook_can_read_plan_check_and_look(tmp_path: Path) -> None:
    problem = scheduler.read(str(tiny.workbook(tmp_path / "department.xlsx")))

    outcome = scheduler.plan(problem, time=None, work=200)

    assert outcome.status == "optimal"
    assert scheduler.check(problem) == scheduler.check(problem, outcome.schedule) == ()
    frame = scheduler.to_frame(outcome, problem)
    assert list(frame["Module"]) == ["M1", "M1", "M2"]
    assert scheduler.to_frame(outcome.schedule, problem).equals(frame)


def test_unusable_input_raises_with_every_fault(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx", Cohorts={"Program": "CNX"})

    with pytest.raises(scheduler.InputError) as refusal:
        scheduler.read(source)

    assert [fault.where for fault in refusal.value.faults] == ["Cohorts!B2"]


def test_the_same_seed_and_work_give_the_same_schedule(tmp_path: Path) -> None:
    problem = scheduler.read(tiny.workbook(tmp_path / "department.xlsx"))

    first, second = (scheduler.plan(problem, time=None, work=200, seed=7) for _ in range(2))

    assert first.schedule == second.schedule


def test_it_shows_what_there_is() -> None:
    assert set(scheduler.__all__) <= set(dir(scheduler))
    with pytest.raises(AttributeError, match="no attribute 'repair'"):
        _ = scheduler.repair
