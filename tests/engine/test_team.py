"""Processes that plan side by side tell each other what they find, and are gone in the end."""

import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from subprocess import Popen
from threading import Event, Thread
from time import monotonic
from typing import IO

import builders as b
import pytest
from engine.runs import planned
from engine.test_planning import crowded

from scheduler.domain.problem import Problem
from scheduler.engine import Options, member, team
from scheduler.engine.coupling import Limit
from scheduler.engine.model import Model
from scheduler.engine.part import Part
from scheduler.engine.team import News, Wire

PATIENCE = 60.0
"""After how many seconds something that should have come is not waited for any more."""


def two_schools(cohorts: int = 3) -> Problem:
    """Give two crowds that share nobody: two parts."""
    one = crowded(cohorts)
    return replace(
        one,
        cohorts={
            f"{campus}{name}": replace(x, id=f"{campus}{name}", campus=campus)
            for campus in "NS"
            for name, x in one.cohorts.items()
        },
        instructors={
            f"{campus}{who}": replace(x, id=f"{campus}{who}", campuses=frozenset({campus}))
            for campus in "NS"
            for who, x in one.instructors.items()
        },
        rooms={
            f"{campus}{where}": replace(x, id=f"{campus}{where}", campus=campus)
            for campus in "NS"
            for where, x in one.rooms.items()
        },
        qualifications=tuple(
            replace(q, instructor=f"{campus}{q.instructor}") for campus in "NS" for q in one.qualifications
        ),
        absences=(),
    )


def part_of(problem: Problem, seed: int = 0) -> Part:
    limit = Limit(seconds=None, work=1.0, seed=0)
    return Part(Model(problem), seed, out_of_time=lambda: False, limit=lambda: limit)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Popen[bytes]]:
    """Give the processes that a run starts."""
    found: list[Popen[bytes]] = []

    def start(*args, **options) -> Popen[bytes]:
        found.append(Popen(*args, **options))
        return found[-1]

    monkeypatch.setattr(team, "Popen", start)
    return found


def test_several_processes_plan_together_and_leave_none_behind(started: list[Popen[bytes]]) -> None:
    told: list[float] = []

    solution = planned(
        two_schools(),
        work=None,
        seconds=4.0,
        workers=3,
        clock=monotonic,
        watch=lambda progress: told.append(progress.score),
    )

    assert solution.score == told[-1] == min(told)
    assert [process.poll() is not None for process in started] == [True, True]


def test_a_run_with_a_limit_of_work_is_planned_by_one_process(started: list[Popen[bytes]]) -> None:
    planned(crowded(), work=20, workers=2)

    assert started == []


def test_a_process_that_dies_is_not_missed(
    started: list[Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "COMMAND", "raise SystemExit")

    solution = planned(crowded(), work=None, seconds=1.0, workers=2, clock=monotonic)

    assert set(solution.schedule.patterns) == {"A0", "A1", "A2"}
    assert len(started) == 1


@contextmanager
def other(problem: Problem) -> Iterator[IO[bytes]]:
    """Let a thread do what another process would; give what it tells."""
    to_it, from_it, gone = os.pipe(), os.pipe(), Event()
    with (
        os.fdopen(to_it[0], "rb") as reads,
        os.fdopen(from_it[1], "wb") as writes,
        os.fdopen(from_it[0], "rb") as tells,
    ):
        with os.fdopen(to_it[1], "wb") as asks:
            pickle.dump((problem, Options(workers=2), 1), asks)
            asks.flush()
            thread = Thread(target=member.work, args=(reads, writes, gone.set))
            thread.start()
            yield tells
        thread.join(PATIENCE)
        assert gone.is_set()


def test_another_process_tells_of_each_step_forward_and_of_the_end() -> None:
    news: list[News] = []
    with other(b.problem(b.module())) as tells:
        while not news or not news[-1].ended:
            news.append(pickle.load(tells))

    part = part_of(b.problem(b.module()))
    part.learn(news[-1])
    assert part.ended
    assert part.score == part.bound == 0


def test_what_others_have_found_is_taken_over_if_it_is_better() -> None:
    good, fresh, poor = part_of(crowded()), part_of(crowded()), part_of(crowded())
    while not good.ended and good.work < 40:
        good.advance()
    poor.advance()
    before = good.score

    for part in (fresh, poor):
        part.learn(News(part=0, best=good.best, least=good.least, ended=False))
    good.learn(News(part=0, best=part_of_first(crowded()).best, least={}, ended=False))

    assert fresh.score == poor.score == good.score == before
    assert fresh.bound == poor.bound == good.bound
    assert fresh.advance() == "first complete schedule"
    assert fresh.score == before


def test_what_rules_cost_is_no_bound_for_a_schedule_that_breaks_one() -> None:
    # Both are pinned to the same instructor at the same hour: one of them must go without the pin.
    pins = tuple(b.pin(cohort, "M1", 5, who="I-1") for cohort in "AB")
    part = part_of_first(b.problem(b.module(), cohorts=[b.cohort("A"), b.cohort("B")], pins=pins))
    assert [timeline.breaches for timeline in part.best.values() if timeline.breaches] == [("pin",)]

    part.learn(News(part=0, best=part.best, least={"A": 1e6}, ended=False))

    assert part.least["A"] == 1e6
    assert part.bound <= part.score


def part_of_first(problem: Problem) -> Part:
    """Give a part with nothing but its first schedule."""
    part = part_of(problem)
    part.advance()
    return part


def test_a_part_that_somebody_else_has_ended_is_ended() -> None:
    part = part_of_first(crowded())

    part.learn(News(part=0, best=part.best, least={}, ended=True))

    assert part.ended


def test_parts_of_a_process_that_is_not_there_are_searched_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = two_schools()
    told: list[float] = []
    for command in ("raise SystemExit", None):
        if command is None:
            monkeypatch.setattr(team.sys, "executable", "/nowhere/python")
        else:
            monkeypatch.setattr(team, "COMMAND", command)
        told.append(planned(problem, work=None, seconds=2.0, workers=2, clock=monotonic).score)

    # with half of the parts left as they began, it would not come near to this
    assert max(told) <= planned(problem, work=60).score


def test_who_has_nobody_else_does_without() -> None:
    alone = team.Team(3, {})
    alone.send(News(part=0, best={}, least={}, ended=False))

    assert alone.received() == []
    assert alone.lost == {1, 2}


def test_what_is_written_to_a_wire_is_heard_at_its_other_end() -> None:
    one, another = os.pipe(), os.pipe()
    here = Wire(os.fdopen(one[0], "rb"), os.fdopen(another[1], "wb"))
    there = Wire(os.fdopen(another[0], "rb"), os.fdopen(one[1], "wb"))
    news = News(part=3, best={}, least={"A": 1.0}, ended=True)

    here.send(news)
    until = monotonic() + PATIENCE
    heard: list[News] = []
    while not heard and monotonic() < until:
        heard = there.received()

    assert heard == [news]
    assert there.received() == []
    assert (here.is_open, there.is_open) == (True, True)
    here.close()
    there.close()
    here.close()
    assert (here.is_open, there.is_open) == (False, False)
