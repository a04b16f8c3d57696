"""Planning: read, search, certify, write; nothing uncertified leaves."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import builders as b
import pytest
import tiny

from scheduler import engine, writing
from scheduler.app import planning
from scheduler.app.faults import InputError
from scheduler.app.inputs import fingerprint
from scheduler.app.planning import Search
from scheduler.checking import Uncertified, bottlenecks
from scheduler.engine import Solution

TODAY = date(2026, 1, 2)
BEST = (
    b.session(module="M1", day=5),
    b.session(module="M1", day=6),
    b.session(module="M2", day=7),
)
"""The best schedule of the tiny department; its score is 0."""


def search(**options: Any) -> Search:
    return Search(clock=lambda: 0.0, work=200, **options)


def answer(**changed: Any) -> Solution:
    """Give what the engine would say of the best schedule, or something else."""
    honest = Solution(
        schedule=b.schedule(*BEST, A="AM"),
        score=0.0,
        bound=0.0,
        declared=frozenset(),
        seconds_to_first=0.0,
    )
    return replace(honest, **changed)


@pytest.fixture
def engine_says(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the engine say what a test wants it to say."""

    def say(**changed: Any) -> None:
        monkeypatch.setattr(engine, "plan", lambda *_, **__: answer(**changed))

    return say


def test_the_tiny_department_is_planned_proven_and_written(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx")

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    assert run.outcome.status == "optimal"
    assert run.outcome.score == run.outcome.bound == 0
    assert run.outcome.findings == ()
    held = [(s.module, s.date.day, s.start, s.end) for s in run.outcome.schedule.sessions]
    assert held == [("M1", 5, 32, 44), ("M1", 6, 32, 44), ("M2", 7, 32, 44)]
    folder = tmp_path / "outputs/2026-01-02 department v1"
    assert run.workbook == folder / "department schedule v1.xlsx"
    assert {path.name for path in folder.iterdir()} == {run.workbook.name, "result.json", "inputs"}


def test_the_run_folder_keeps_the_exact_inputs_and_their_fingerprint(tmp_path: Path) -> None:
    source = tiny.folder(tmp_path / "department")

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    record = json.loads((run.workbook.parent / "result.json").read_text("utf-8"))
    assert record["inputs"] == {"name": "department", "sha256": fingerprint(source)}
    assert fingerprint(run.workbook.parent / "inputs/department") == fingerprint(source)
    assert record["status"] == "optimal"


def test_it_is_said_where_the_term_is_tight_but_not_for_programs(
    tmp_path: Path, engine_says: Callable[..., None]
) -> None:
    engine_says()
    source = tiny.workbook(tmp_path / "department.xlsx")

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    assert run.outcome.bottlenecks == bottlenecks(run.problem, run.outcome.schedule) != ()
    assert "bottlenecks" not in json.loads((run.workbook.parent / "result.json").read_text("utf-8"))


def test_the_run_folder_says_its_version_its_day_and_that_it_was_planned_from_nothing(
    tmp_path: Path, engine_says: Callable[..., None]
) -> None:
    engine_says()
    source = tiny.workbook(tmp_path / "department.xlsx")
    planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    record = json.loads((run.workbook.parent / "result.json").read_text("utf-8"))
    assert (record["version"], record["made"], record["parent"]) == (2, "2026-01-02", None)


def test_unusable_input_writes_nothing(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx", Cohorts={"Program": "CNX"})

    with pytest.raises(InputError):
        planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    assert not (tmp_path / "outputs").exists()


def test_a_schedule_with_a_score_of_its_own_does_not_leave(
    tmp_path: Path, engine_says: Callable[..., None]
) -> None:
    engine_says(score=-1.0)
    source = tiny.workbook(tmp_path / "department.xlsx")

    with pytest.raises(Uncertified):
        planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    assert not (tmp_path / "outputs").exists()


def test_a_broken_rule_that_the_engine_kept_quiet_about_does_not_leave(
    tmp_path: Path, engine_says: Callable[..., None]
) -> None:
    """M2 is held before M1 is over."""
    first, second, third = BEST
    swapped = (first, replace(second, module="M2"), replace(third, module="M1"))
    engine_says(schedule=b.schedule(*swapped, A="AM"))
    source = tiny.workbook(tmp_path / "department.xlsx")

    with pytest.raises(Uncertified):
        planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())


def test_what_is_not_proven_is_feasible_and_keeps_its_bound(engine_says: Callable[..., None]) -> None:
    engine_says(bound=-5.0)
    problem = b.problem(b.module("M1", 6), b.module("M2", 3))

    outcome = planning.solve(problem, search())

    assert (outcome.status, outcome.bound, outcome.score) == ("feasible", -5.0, 0.0)


def test_hours_nobody_can_teach_are_found_with_the_cell_and_the_reason(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx", Rooms={"Seats": 9})

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    # 9 h without a room, at 500 each; ten students do not fit nine seats
    assert run.outcome.goals["unstaffed hours"].units == 9
    assert run.outcome.score == 4500
    found = {finding.rule: finding.where for finding in run.outcome.findings}
    assert found["unstaffed hours"].startswith("Schedule!J")
    assert any(not where.startswith("Schedule!") for where in found.values())
    assert len(set(run.outcome.findings)) == len(run.outcome.findings)


def test_a_workbook_that_cannot_get_its_name_gets_another_and_says_so(
    tmp_path: Path, engine_says: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine_says()
    write = writing.write_schedule

    def locked(path: Path, *rest: Any, **named: Any) -> None:
        if path.stem.endswith("v1"):
            raise PermissionError(13, "Permission denied", str(path))
        write(path, *rest, **named)

    monkeypatch.setattr(writing, "write_schedule", locked)
    source = tiny.workbook(tmp_path / "department.xlsx")

    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())

    assert run.workbook.name == "department schedule v1 (2).xlsx"
    assert run.workbook.exists()
    assert run.notes[-1].endswith("the schedule is in department schedule v1 (2).xlsx")


def test_it_stops_when_asked_and_tells_whoever_watches(tmp_path: Path) -> None:
    steps: list[engine.Progress] = []
    source = tiny.workbook(tmp_path / "department.xlsx")

    run = planning.plan(
        source,
        tmp_path / "outputs",
        today=TODAY,
        search=search(watch=steps.append, stopped=lambda: True),
    )

    assert len(run.outcome.schedule.sessions) == 3
    assert steps[-1].phase == "checking and writing"
