"""``scheduler plan``: plan the term."""

import os
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from scheduler.app import planning, results
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import Json
from scheduler.cli.progress import progress
from scheduler.cli.stop import on_interrupt
from scheduler.cli.words import SHOWN, closeness, counted, extent, finding_lines, goals_table, shown
from scheduler.domain.clock import number

SEEDS = 2**31 - 1
MOST_WORKERS = 8
"""How many processes search at most, unless more are asked for; each takes memory."""


def plan(
    *,
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", help="A planning workbook, or a folder of CSV files.")
    ],
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", file_okay=False, writable=True, help="Where the run gets its folder."),
    ] = Path("outputs"),
    time: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=0,
            help="Search no longer than this; it ends sooner once the schedule is proven best.",
        ),
    ] = 60,
    seed: Annotated[
        int, typer.Option(metavar="N", min=0, max=SEEDS, help="Another number, another search.")
    ] = 0,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            help="Processes that search side by side.",
            show_default="one a processor, up to 8",
        ),
    ] = None,
    json: Json = None,
) -> None:
    """Plan the term: write a schedule workbook, and show how far from the best possible it is.

    Ctrl-C stops the search and keeps the best schedule so far; a second Ctrl-C gives up.
    """
    speaker = voice(json)
    with front_door(speaker):
        with on_interrupt(speaker.answer) as stop, progress(speaker.aside, monotonic, stop) as watch:
            search = planning.Search(
                clock=monotonic,
                seconds=time,
                seed=seed,
                workers=workers or processors(),
                watch=watch,
                stopped=stop.asked,
            )
            today = datetime.now().astimezone().date()
            run = planning.plan(source, out, today=today, search=search)
        _report(speaker, run, source)
    raise typer.Exit(Exit.FINDINGS if run.outcome.findings else Exit.DONE)


def processors() -> int:
    """Give how many processors this process may use, as far as the system says; no more than need be."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(allowed or 1, MOST_WORKERS)


def _report(speaker: Voice, run: planning.Run, source: Path) -> None:
    outcome = run.outcome
    near = closeness(outcome.score, outcome.bound)
    speaker.lines(run.notes)
    speaker.lines([f"{source.name}: {near}, score {number(outcome.score)}, {outcome.seconds:.1f} s"])
    speaker.lines([extent(run.problem, outcome.schedule, outcome.goals), ""])
    speaker.table(goals_table(outcome.goals))
    if outcome.findings:
        lines = finding_lines(outcome.findings, inputs=source.name, workbook=run.workbook.name)
        more = len(lines) - SHOWN
        speaker.lines([counted(len(lines), "finding"), *lines[:SHOWN]])
        speaker.lines([f"... and {more} more in the sheet Findings"] * (more > 0))
        speaker.lines([""])
    speaker.lines([shown(run.workbook)])
    speaker.result(results.of_run(run))
