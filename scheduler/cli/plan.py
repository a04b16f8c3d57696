"""``scheduler plan``: plan the term."""

from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from scheduler.app import planning
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import REASONING, SEEDS, Json, Out, Workers, processors
from scheduler.cli.progress import progress
from scheduler.cli.report import say_run
from scheduler.cli.stop import on_interrupt
from scheduler.cli.words import closeness
from scheduler.domain.clock import number


def plan(
    *,
    source: Annotated[
        Path, typer.Argument(metavar="INPUT", help="A planning workbook, or a folder of CSV files.")
    ],
    out: Out = Path("outputs"),
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
    workers: Workers = None,
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
                reasoning=time * REASONING,
                watch=watch,
                stopped=stop.asked,
            )
            today = datetime.now().astimezone().date()
            run = planning.plan(source, out, today=today, search=search)
        _report(speaker, run, source)
    raise typer.Exit(Exit.FINDINGS if run.outcome.findings else Exit.DONE)


def _report(speaker: Voice, run: planning.Run, source: Path) -> None:
    outcome = run.outcome
    near = closeness(outcome.score, outcome.bound)
    speaker.lines(run.notes)
    speaker.lines([f"{source.name}: {near}, score {number(outcome.score)}, {outcome.seconds:.1f} s"])
    say_run(speaker, run)
