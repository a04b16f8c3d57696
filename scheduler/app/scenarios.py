"""Plan a workbook as it stands and as it would be in scenarios, side by side, and say how each turns out."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal

from scheduler.app.planning import Search, never, solve, unwatched
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.domain.scenario import Change, Scenario
from scheduler.reading import read_problem

BASE = Scenario(name="As it stands", cells=())
"""The workbook without any change."""

LISTENING = 0.2
"""Seconds between two questions whether to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What became of a scenario.

    Attributes
    ----------
    problem, outcome
        The inputs as they are in it, and the certified schedule; None where it has faults, or was not
        begun before somebody asked to stop.
    faults
        Why the inputs cannot be used in it.
    changes
        What it changes in the workbook.
    """

    scenario: Scenario
    problem: Problem | None = None
    outcome: Outcome | None = None
    faults: tuple[Finding, ...] = ()
    changes: tuple[Change, ...] = ()


Told = Callable[[Planned], None]


def unheard(_planned: Planned) -> None:
    """Look away: nobody wants to hear that one is finished."""


def planned(
    source: Path, scenarios: Sequence[Scenario], search: Search, told: Told = unheard
) -> tuple[Planned, ...]:
    """Plan a workbook or CSV folder in each of these scenarios; give them in the order given.

    Parameters
    ----------
    source
        Read anew for each scenario, so it should be a copy that nobody edits meanwhile.
    search
        How to search in each of them, with one worker; ``workers`` is how many are planned side by side,
        each in a process of its own. Then ``clock`` must be a function that another process has too,
        and ``watch`` is told nothing. Once ``stopped`` says so, those at work give their best so far.
    told
        Told of each that is finished, in the order in which they are.

    Raises
    ------
    Uncertified
        If the checker disagrees with the engine, which is a bug.
    """
    found: dict[int, Planned] = {}
    for number, one in _finished(source, scenarios, search):
        found[number] = one
        if one.outcome or one.faults:
            told(one)
    return tuple(found[number] for number in range(len(scenarios)))


def _finished(source: Path, scenarios: Sequence[Scenario], search: Search) -> Iterator[tuple[int, Planned]]:
    """Yield each scenario's number and what became of it, as soon as that is known."""
    processes = min(search.workers, len(scenarios))
    if processes > 1:
        yield from _side_by_side(source, scenarios, search, processes)
        return
    for number, scenario in enumerate(scenarios):
        yield number, _plan(source, scenario, replace(search, workers=1))


def _side_by_side(
    source: Path, scenarios: Sequence[Scenario], search: Search, processes: int
) -> Iterator[tuple[int, Planned]]:
    context = get_context("spawn")
    halt = context.Event()
    alone = replace(search, workers=1, watch=unwatched, stopped=never)
    with ProcessPoolExecutor(processes, context, _begin, (halt,)) as pool:
        futures = {pool.submit(_work, source, one, alone): number for number, one in enumerate(scenarios)}
        pending = set(futures)
        try:
            while pending:
                ended, pending = wait(pending, LISTENING, FIRST_COMPLETED)
                yield from ((futures[future], future.result()) for future in ended)
                if search.stopped():
                    halt.set()
        finally:
            # Whatever went wrong: nobody is to wait for searches whose results nobody takes.
            halt.set()


_halts: list[Event] = []
"""In another process: what is set when it is to stop."""


def _begin(halt: Event) -> None:
    """Begin another process; Ctrl-C is for the first process to hear."""
    signal(SIGINT, SIG_IGN)
    _halts[:] = [halt]


def _work(source: Path, scenario: Scenario, search: Search) -> Planned:
    """Plan a scenario in another process."""
    return _plan(source, scenario, replace(search, stopped=_halts[0].is_set))


def _plan(source: Path, scenario: Scenario, search: Search) -> Planned:
    """Plan a scenario, unless its inputs cannot be used or it is too late to begin."""
    reading = read_problem(source, scenario.cells)
    read = Planned(scenario=scenario, faults=reading.faults, changes=reading.changes)
    if reading.problem is None or search.stopped():
        return read
    outcome = solve(reading.problem, search)
    return replace(read, problem=reading.problem, outcome=outcome)
