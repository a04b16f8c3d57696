"""``scheduler repair``: keep the edits, fix the rest with the fewest changes."""

from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from scheduler.app import planning, repairing
from scheduler.checking import told
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import REASONING, Json, Out, Workers, processors
from scheduler.cli.progress import progress
from scheduler.cli.report import say_run
from scheduler.cli.stop import on_interrupt
from scheduler.cli.words import counted, is_short
from scheduler.domain.clock import number
from scheduler.domain.edits import PLANNER
from scheduler.domain.schedule import Schedule

SHOWN = 12
"""So many changes are listed; the sheet Changes has all of them."""


def repair(
    *,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="EDITED",
            help="An edited schedule workbook, or several edited copies of one version.",
        ),
    ],
    inputs: Annotated[
        Path | None,
        typer.Option(
            metavar="INPUT", help="A changed planning workbook; otherwise the one kept in the run's folder."
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--from",
            metavar="DATE",
            formats=["%Y-%m-%d", "%m/%d/%Y"],
            help="Sessions before this day have been held and never change.",
            show_default="Plan from",
        ),
    ] = None,
    out: Out = Path("outputs"),
    time: Annotated[float, typer.Option(metavar="SECONDS", min=0, help="Search no longer than this.")] = 9,
    workers: Workers = None,
    json: Json = None,
) -> None:
    """Keep the edits, fix the rest with the fewest changes, write the next version.

    Ctrl-C stops the search and keeps the best schedule so far; a second Ctrl-C gives up.
    """
    speaker = voice(json)
    with front_door(speaker):
        with on_interrupt(speaker.answer) as stop, progress(speaker.aside, monotonic, stop) as watch:
            search = planning.Search(
                clock=monotonic,
                seconds=time,
                workers=workers or processors(),
                reasoning=time * REASONING,
                watch=watch,
                stopped=stop.asked,
            )
            today = datetime.now().astimezone().date()
            day = since.date() if since else None
            run = repairing.repair(files, inputs, out, since=day, today=today, search=search)
        _report(speaker, run, files[0], time)
    raise typer.Exit(Exit.FINDINGS if run.outcome.findings else Exit.DONE)


def _report(speaker: Voice, run: planning.Run, edited: Path, time: float) -> None:
    outcome = run.outcome
    before = outcome.before or Schedule()
    written = outcome.written or before
    planners = tuple(edit for edit in outcome.edits if edit.by == PLANNER)
    yours = tuple(told((edit for edit in outcome.edits if edit.by != PLANNER), written))
    speaker.lines(run.notes)
    _say(speaker, yours)
    _say(speaker, tuple(told(planners, before)))
    moved = f"{counted(len(planners), 'row')} changed by the planner"
    speaker.lines([f"{edited.name}: {counted(len(yours), 'edit')}, {moved}, {outcome.seconds:.1f} s"])
    say_run(speaker, run)
    if time and outcome.seconds >= time and is_short(outcome.goals):
        speaker.lines([f"Hours are missing: a longer search may find a way (--time {10 * time:g})"])


def _say(speaker: Voice, lines: tuple[str, ...]) -> None:
    """Say what was changed; of much only the beginning."""
    speaker.lines(lines[:SHOWN])
    more = len(lines) - SHOWN
    speaker.lines([f"... and {number(more)} more in the sheet Changes"] * (more > 0))
