"""Measure the engine on instances of every size, and the plain constraint model beside it.

From the repository's root, on a machine that does nothing else::

    PYTHONPATH=tests python -m benchmarks.measure outputs/measured --sizes SMDL --seeds 3 --seconds 120

It writes ``runs.csv`` (a row a run: see `Measured`), ``traces.csv`` (score and bound over time) and
``traces.png`` (the same as a picture). Each run has a process of its own, so that its memory can be
told. Seconds are by the clock, without the start of Python and the solver.
"""

import json
import os
import resource
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import product
from pathlib import Path
from time import monotonic
from typing import Any

import pandas as pd

from benchmarks import monolithic
from benchmarks.generator import planted
from benchmarks.variants import short_handed
from scheduler import engine
from scheduler.checking import certify, judge
from scheduler.domain.problem import Problem

ENGINE, PLAIN = "engine", "plain"
WHOLE, SHORT = "whole", "short"
OF_ONE = ("size", "seed", "method", "variant", "seconds", "workers")
"""The arguments that say what a single run is."""
KIBIBYTES = 1024
"""So many of the units in which Linux tells a process's memory are a MB."""
FIRST_MOMENT = 0.1
"""Where a picture's time begins (seconds)."""
SHARES = (-10, -1, 0, 1, 10, 100, 1_000, 10_000)
"""What a picture shows of the score and the bound: how far (%) they are above the best."""
MOST_MEMORY = 3 * 1024**3
"""How much memory (bytes) the plain model may take: it would take all there is."""
NEAR = 1.001
"""So near the known best is as good as there."""
LONGER = 3
"""How many times the seconds given a run may take in all before it counts as failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A better schedule or bound: when (seconds), what, and how many staff hours nobody holds, if told."""

    seconds: float
    score: float
    bound: float
    unstaffed: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One run: when it had what (seconds, None: never), what it reached, what it took.

    ``first`` is a complete schedule, ``staffed`` one with all hours staffed, ``near`` one within 0.1 %
    of the known best, ``end`` the end of the run; ``memory`` is in MB, over all processes.
    """

    method: str
    variant: str
    size: str
    seed: int
    cohorts: int
    best: float | None
    first: float | None = None
    staffed: float | None = None
    near: float | None = None
    end: float | None = None
    score: float | None = None
    bound: float | None = None
    findings: int | None = None
    memory: float | None = None
    trace: tuple[Step, ...] = ()


def measured(task: Namespace) -> Measured:
    """Make one run in this process."""
    problem, best = instance(task)
    blank = row(task, problem, best)
    if task.method == PLAIN:
        return replace(blank, **by_plain_model(problem, best, task))
    trace: list[Step] = []
    began = monotonic()
    solution = engine.plan(
        problem,
        options=engine.Options(seconds=task.seconds, seed=task.seed, workers=task.workers),
        clock=monotonic,
        watch=lambda p: trace.append(
            Step(seconds=p.seconds, score=p.score, bound=p.bound or 0.0, unstaffed=p.unstaffed)
        ),
        stopped=lambda: False,
    )
    end = monotonic() - began
    certify(problem, solution.schedule, score=solution.score, declared=solution.declared)
    return replace(
        blank,
        first=solution.seconds_to_first,
        staffed=next((step.seconds for step in trace if not step.unstaffed), None),
        near=reached(trace, best),
        end=end,
        score=solution.score,
        bound=solution.bound,
        findings=len(judge(problem, solution.schedule)),
        memory=memory(task.workers),
        trace=tuple(trace),
    )


def by_plain_model(problem: Problem, best: float | None, task: Namespace) -> dict[str, Any]:
    """Solve the plain model within the same time and a share of the machine's memory."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    began = monotonic()
    trace: list[Step] = []

    def watch(score: float, bound: float) -> None:
        trace.append(Step(seconds=monotonic() - began, score=score, bound=bound))

    answer = monolithic.solved(problem, seconds=task.seconds, workers=task.workers, watch=watch)
    end = monotonic() - began
    if answer is None:
        return {"end": end, "memory": memory(1)}
    watch(answer.score, answer.bound)
    return {
        "first": trace[0].seconds,
        "near": reached(trace, best),
        "end": end,
        "score": answer.score,
        "bound": answer.bound,
        "findings": len(judge(problem, answer.schedule)),
        "memory": memory(1),
        "trace": tuple(trace),
    }


def reached(trace: Sequence[Step], best: float | None) -> float | None:
    """Say when (seconds) a schedule came near the known best, if it ever did."""
    return next((step.seconds for step in trace if best and step.score <= best * NEAR), None)


def instance(task: Namespace) -> tuple[Problem, float | None]:
    """Give the problem of a run, and the best score if it is known."""
    whole = planted(task.size, task.seed)
    return (short_handed(whole, task.seed), None) if task.variant == SHORT else (whole.problem, whole.best)


def row(task: Namespace, problem: Problem, best: float | None) -> Measured:
    """Give the row of a run that has reached nothing yet."""
    return Measured(
        method=task.method,
        variant=task.variant,
        size=task.size,
        seed=task.seed,
        cohorts=len(problem.cohorts),
        best=best,
    )


def memory(processes: int) -> float:
    """Give the most memory that this process and those it has ended took (MB)."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + (processes - 1) * largest) / KIBIBYTES


def apart(task: Namespace) -> Measured:
    """Make one run in a process of its own; one that fails or takes far too long has reached nothing."""
    said = [f"--{name}={value}" for name, value in vars(task).items() if name in OF_ONE]
    command = [sys.executable, "-m", "benchmarks.measure", "-", *said]
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    longest = LONGER * task.seconds + 60
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=longest, check=True, env=paths)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"failed: {' '.join(said)}: {str(error.stderr or error)[-300:]}", file=sys.stderr)
        return row(task, *instance(task))
    found = json.loads(done.stdout)
    return Measured(**found | {"trace": tuple(Step(**step) for step in found["trace"])})


def written(runs: Sequence[Measured], folder: Path) -> None:
    """Write the tables and the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = [{name: value for name, value in asdict(run).items() if name != "trace"} for run in runs]
    pd.DataFrame(facts).to_csv(folder / "runs.csv", index=False)
    key = ("method", "variant", "size", "seed")
    steps = [{name: getattr(run, name) for name in key} | asdict(step) for run in runs for step in run.trace]
    pd.DataFrame(steps).to_csv(folder / "traces.csv", index=False)
    pictured(runs, folder / "traces.png")


def pictured(runs: Sequence[Measured], path: Path) -> None:
    """Draw score and bound over time, as shares of the known best or else the last bound, by size."""
    from matplotlib.figure import Figure  # noqa: PLC0415  loads slowly, and only this needs it

    sizes = list(dict.fromkeys(run.size for run in runs if run.trace))
    longest = max((step.seconds for run in runs for step in run.trace), default=2 * FIRST_MOMENT)
    across = min(2, max(1, len(sizes)))
    down = max(1, -(-len(sizes) // across))
    figure = Figure(figsize=(4.5 * across, 3 * down), layout="constrained")
    for place, size in enumerate(sizes, start=1):
        panel = figure.add_subplot(down, across, place)
        of_size = [run for run in runs if run.size == size]
        for run in of_size:
            _drawn(panel, run)
        panel.set(xscale="log", xlabel="seconds", title=f"{of_size[0].cohorts} cohorts")
        panel.xaxis.set_major_formatter("{x:g}")
        panel.set_xlim(FIRST_MOMENT, longest)
        panel.set_yscale("symlog", linthresh=1)
        panel.set_yticks(SHARES, [f"{share:g} %" for share in SHARES])
        panel.set_ylim(SHARES[0], 2 * SHARES[-1])
        panel.axhline(0, color="black", linewidth=0.5)
        panel.legend(fontsize=7, frameon=False)
    figure.supylabel("above the best (line: score, dashes: bound)", fontsize="medium")
    figure.savefig(path, dpi=130)


def _drawn(panel: Any, run: Measured) -> None:
    """Draw one run into a panel."""
    if run.trace:
        times = [max(FIRST_MOMENT, step.seconds) for step in run.trace]
        floor = run.best or run.trace[-1].bound
        shares = [[100 * (what / floor - 1) for what in (step.score, step.bound)] for step in run.trace]
        score, bound = panel.step(times, shares, where="post")
        score.set_label(f"{run.method}, seed {run.seed}")
        bound.set(color=score.get_color(), linestyle="--", linewidth=0.8)


def told(run: Measured) -> str:
    """Say a run in a line."""
    facts = {name: value for name, value in asdict(run).items() if name != "trace"}
    return "  ".join(
        f"{name} {value:.1f}" if isinstance(value, float) else f"{value}" for name, value in facts.items()
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Make all runs asked for, or one of them if ``-`` is the folder, whose result is printed."""
    parser = ArgumentParser(prog="python -m benchmarks.measure")
    parser.add_argument("folder", help="where the tables and the picture go")
    parser.add_argument("--sizes", default="SMDL", help="S, M, D, L")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--methods", nargs="+", choices=(ENGINE, PLAIN), default=[ENGINE])
    parser.add_argument("--variant", choices=(WHOLE, SHORT), default=WHOLE)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--workers", type=int, default=2)
    for name, kind in (("size", str), ("seed", int), ("method", str)):
        parser.add_argument(f"--{name}", type=kind, help="of a single run")
    asked = parser.parse_args(arguments)
    if asked.folder == "-":
        print(json.dumps(asdict(measured(asked))))
        return
    runs = []
    for size, method, seed in product(asked.sizes, asked.methods, range(asked.seeds)):
        runs.append(apart(Namespace(**vars(asked) | {"size": size, "method": method, "seed": seed})))
        print(told(runs[-1]), flush=True)
    written(runs, Path(asked.folder))


if __name__ == "__main__":
    main()
