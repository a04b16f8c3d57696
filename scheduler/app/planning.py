"""Plan a term: read, search, certify, write."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scheduler import goals
from scheduler.app import runs
from scheduler.app.inputs import Inputs, exact
from scheduler.app.located import findings
from scheduler.app.reasoning import with_reasons
from scheduler.checking import bottlenecks, certify
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem

if TYPE_CHECKING:
    from scheduler.engine import Progress, Solution

CERTIFYING = "checking and writing"
"""The last phase of a run, when the search is over."""


def unwatched(_progress: "Progress") -> None:
    """Look away: nobody wants to see the progress."""


def never() -> bool:
    """Say that nobody has asked to stop."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """How to search, and who watches.

    Attributes
    ----------
    clock
        Gives the seconds passed since some moment.
    seconds
        How long at most; the search ends sooner where its schedule is proven best.
    work
        A limit on the work done instead, the same on every machine; None for no such limit.
    watch
        Told about each step forward.
    reasoning
        How many seconds more at most to find out why something is missing; 0 for not at all.
    stopped
        Asked often: whether to stop now and give the best schedule so far.
    """

    clock: Callable[[], float]
    seconds: float | None = 60.0
    work: int | None = None
    seed: int = 0
    workers: int = 1
    reasoning: float = 0.0
    watch: Callable[["Progress"], None] = unwatched
    stopped: Callable[[], bool] = never


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A planned term as it was written.

    Attributes
    ----------
    inputs
        The name of the workbook or folder it was planned from.
    notes
        What the reader has to say about the inputs.
    """

    problem: Problem
    outcome: Outcome
    workbook: Path
    inputs: str
    notes: tuple[str, ...]


def plan(source: Path, out: Path, *, today: date, search: Search) -> Run:
    """Plan what a planning workbook or CSV folder says; write the schedule into a new run folder.

    Raises
    ------
    InputError
        If the input cannot be used; then nothing is written.
    Uncertified
        If the checker disagrees with the engine, which is a bug; then nothing is written.
    OSError
        If the run folder cannot be written; said before the search where that can be seen.
    """
    with exact(source) as inputs:
        runs.check_writable(out)
        outcome = solve(inputs.problem, search)
        workbook = written(out, today, inputs, outcome)
        notes = (*inputs.notes, *runs.renaming(workbook))
        return Run(
            problem=inputs.problem,
            outcome=outcome,
            workbook=workbook,
            inputs=inputs.copy.name,
            notes=notes,
        )


def solve(problem: Problem, search: Search) -> Outcome:
    """Search for a schedule and certify it; find out why something is missing, if time is set apart.

    Raises
    ------
    Uncertified
        If the checker disagrees with the engine, which is a bug.
    """
    begun = search.clock()
    solution = searched(problem, search)
    outcome = certified(problem, solution, seconds=search.clock() - begun, seed=search.seed)
    return with_reasons(problem, outcome, search)


def searched(problem: Problem, search: Search) -> "Solution":
    """Search for a schedule; what comes out is not certified yet."""
    from scheduler import engine  # noqa: PLC0415  loads the solver: seconds that only planning needs

    options = engine.Options(
        seconds=search.seconds, work=search.work, seed=search.seed, workers=search.workers
    )
    begun = search.clock()
    solution = engine.plan(
        problem, options=options, clock=search.clock, watch=search.watch, stopped=search.stopped
    )
    seconds = search.clock() - begun
    search.watch(
        engine.Progress(seconds=seconds, score=solution.score, bound=solution.bound, phase=CERTIFYING)
    )
    return solution


def least(problem: Problem) -> float:
    """Give a score that no schedule can be below."""
    from scheduler import engine  # noqa: PLC0415  loads the solver

    return engine.least(problem)


def certified(problem: Problem, solution: "Solution", *, seconds: float, seed: int) -> Outcome:
    """Certify a schedule, its rows numbered; give the outcome with all that is to be said about it.

    Raises
    ------
    Uncertified
        If a rule is broken that the engine did not declare, or the score is another.
    """
    schedule = solution.schedule.numbered(problem.cohorts)
    certify(problem, schedule, score=solution.score, declared=solution.declared)
    prices = goals.prices(problem, schedule)
    score = goals.score(prices)
    return Outcome(
        schedule=schedule,
        status="optimal" if solution.proven else "feasible",
        score=score,
        bound=score if solution.proven else solution.bound,
        goals=prices,
        findings=findings(problem, schedule),
        seconds=seconds,
        seconds_to_first=solution.seconds_to_first,
        seed=seed,
        bottlenecks=bottlenecks(problem, schedule),
    )


def written(
    out: Path, today: date, inputs: Inputs, outcome: Outcome, parent: runs.Parent | None = None
) -> Path:
    """Write a run folder: the schedule workbook, the result, the exact inputs; give the workbook.

    ``parent`` is what it was repaired from.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    return runs.new(out, inputs.subject, today, lambda run: _fill(run, inputs, outcome, today, parent))


def _fill(
    run: runs.Folder, inputs: Inputs, outcome: Outcome, today: date, parent: runs.Parent | None
) -> Path:
    """Write the files of a run; give the schedule workbook."""
    from scheduler import writing  # noqa: PLC0415  loads pandas, which nobody needs before

    def write(path: Path) -> None:
        version = f"{run.subject} v{run.version}"
        writing.write_schedule(
            path, inputs.problem, outcome, inputs=inputs.sha256, today=today, version=version
        )

    workbook = runs.write_free(run.workbook, write)
    inputs.keep(run.kept)
    record = writing.as_json(outcome, Path(workbook.name))
    record |= {"version": run.version, "made": today.isoformat()}
    record["parent"] = asdict(parent) if parent else None
    record[runs.INPUTS] = {"name": inputs.copy.name, "sha256": inputs.sha256}
    run.result.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return workbook
