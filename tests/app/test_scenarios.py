"""A workbook is planned in several scenarios, side by side or one after the other."""

from dataclasses import replace
from pathlib import Path
from threading import Event, Timer
from time import monotonic
from typing import Any

import pytest
import tiny

from scheduler import goals
from scheduler.app.planning import Search
from scheduler.app.scenarios import BASE, Planned, planned
from scheduler.checking import judge
from scheduler.domain.scenario import Cell, Scenario


def scenario(name: str, column: str, value: str, sheet: str = "Cohorts") -> Scenario:
    return Scenario(name=name, cells=(Cell(sheet=sheet, row=2, column=column, value=value),))


LATER = scenario("Later", "Earliest start", "1/12/2026")
FAULTY = scenario("Faulty", "Program", "Q")
SMALL = scenario("Small room", "Seats", "9", sheet="Rooms")
ALL = (BASE, LATER, FAULTY, SMALL)


def search(**options: Any) -> Search:
    return Search(clock=monotonic, seconds=None, work=200, **options)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tiny.workbook(tmp_path / "department.xlsx")


def finishes(found: tuple[Planned, ...]) -> list[int | None]:
    return [one.outcome.schedule.sessions[-1].date.day if one.outcome else None for one in found]


@pytest.mark.parametrize("workers", [1, 2])
def test_each_scenario_is_planned_and_a_faulty_one_stops_no_other(source: Path, workers: int) -> None:
    told: list[str] = []

    found = planned(source, ALL, search(workers=workers), lambda one: told.append(one.scenario.name))

    assert [one.scenario for one in found] == [*ALL]
    # 9 h in mornings of 3 h: Jan 5 to 7, or Jan 12 to 14
    assert finishes(found) == [7, 14, None, 7]
    assert [fault.where for fault in found[2].faults] == ["Cohorts!B2"]
    assert sorted(told) == sorted(one.name for one in ALL)
    for one in found:
        if one.problem and one.outcome:
            assert one.outcome.score == goals.score(goals.prices(one.problem, one.outcome.schedule))
            assert len(judge(one.problem, one.outcome.schedule)) <= len(one.outcome.findings)
    # The room of 9 seats is too small for 10 students: 9 h without a room, at 500 an hour
    assert [one.outcome.goals["unstaffed hours"].units for one in found if one.outcome] == [0, 0, 9]


def test_side_by_side_gives_what_one_after_the_other_gives(source: Path) -> None:
    one, two = (planned(source, (BASE, LATER), search(workers=workers, seed=3)) for workers in (1, 2))

    for alone, together in zip(one, two, strict=True):
        assert alone.outcome
        assert together.outcome
        assert alone.outcome.schedule == together.outcome.schedule
        assert (alone.problem, alone.outcome.seed) == (together.problem, 3)


def test_what_was_not_begun_when_somebody_asked_to_stop_is_not_planned(source: Path) -> None:
    asked = Event()

    found = planned(source, ALL, search(stopped=asked.is_set), lambda _: asked.set())

    assert finishes(found) == [7, None, None, None]
    # whether it could be planned is known all the same
    assert [len(one.faults) for one in found] == [0, 0, 1, 0]
    assert [bool(one.changes) for one in found] == [False, True, True, True]


def test_those_at_work_give_their_best_so_far_when_somebody_asks_to_stop(tmp_path: Path) -> None:
    """Six cohorts queue for one instructor, so that nothing is proven soon; the search may take an hour."""
    source = tiny.queue(tmp_path / "queue.xlsx", cohorts=6)
    asked = Event()
    endless = replace(search(workers=2, stopped=asked.is_set), work=None, seconds=3600)
    timer = Timer(12, asked.set)
    timer.start()

    found = planned(source, (BASE, LATER, SMALL), endless)

    timer.join()
    assert [one.outcome is None for one in found] == [False, False, True]


def test_nothing_to_plan_is_nothing_planned(source: Path) -> None:
    assert planned(source, (), search(workers=2)) == ()
