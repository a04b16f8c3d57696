"""``scheduler compare``: where two versions differ, or what comes of scenarios."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from scheduler.app import comparing, results
from scheduler.app.faults import refused
from scheduler.cli.comparison_tables import tables
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import SEEDS, Json, Workers
from scheduler.cli.what_if import compare_scenarios
from scheduler.cli.words import SHOWN, shown
from scheduler.domain.comparison import summed_up


def compare(
    before: Annotated[
        Path,
        typer.Argument(
            metavar="A",
            help="A schedule workbook, or the folder of its run; alone, a planning workbook with scenarios.",
        ),
    ],
    after: Annotated[
        Path | None, typer.Argument(metavar="B", show_default=False, help="The one to compare it with.")
    ] = None,
    *,
    inputs: Annotated[
        Path | None,
        typer.Option(metavar="INPUT", help="What a schedule was planned from that has no inputs beside it."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write all differences into this new workbook, .xlsx; those of scenarios always are.",
            show_default="of scenarios: in outputs",
        ),
    ] = None,
    time: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS", min=0, help="Plan each scenario no longer than this.", show_default="20"
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, max=SEEDS, help="Another number, another search.", show_default="0"),
    ] = None,
    workers: Workers = None,
    json: Json = None,
) -> None:
    """Show where two versions differ, or what comes of the scenarios of a planning workbook.

    Two versions: goals, dates, hours, people, rooms; every difference is B minus A. A planning workbook
    is planned as it stands and in each scenario of its sheet Scenarios; Ctrl-C stops with what there is.
    """
    speaker = voice(json)
    with front_door(speaker):
        today = datetime.now().astimezone().date()
        if after is None:
            _refuse(before, "scenarios are planned from what is in the workbook", {"--inputs": inputs})
            found = compare_scenarios(
                speaker, before, out, today=today, seconds=time, seed=seed, workers=workers
            )
        else:
            unused = {"--time": time, "--seed": seed, "--workers": workers}
            _refuse(before, "two schedules are compared as they are", unused)
            _report(speaker, comparing.compare(before, after, inputs, out=out, today=today))
    if after is None and not all(variant.outcome for variant in found.variants):
        raise typer.Exit(Exit.FINDINGS)


def _refuse(file: Path, why: str, options: Mapping[str, object]) -> None:
    """Refuse options that mean nothing here."""
    for name, given in options.items():
        if given is not None:
            raise refused(file, f"{why}, so {name} means nothing here", f"Leave {name} out")


def _report(speaker: Voice, compared: comparing.Compared) -> None:
    speaker.lines([summed_up(compared.comparison)])
    speaker.lines([f"A is {shown(compared.before)}", f"B is {shown(compared.after)}"])
    speaker.lines([*compared.notes, ""])
    for table, rows in tables(compared.comparison):
        speaker.beginning(table, rows, SHOWN, "--out FILE.xlsx has them all")
    if compared.workbook is not None:
        speaker.lines([shown(compared.workbook)])
    speaker.result(results.of_comparison(compared))
