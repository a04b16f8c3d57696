"""``scheduler compare``: where two versions differ."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from scheduler.app import comparing, results
from scheduler.cli.comparison_tables import tables
from scheduler.cli.door import Voice, front_door, voice
from scheduler.cli.options import Json
from scheduler.cli.words import SHOWN, counted, shown
from scheduler.domain.comparison import summed_up


def compare(
    before: Annotated[
        Path, typer.Argument(metavar="A", help="A schedule workbook, or the folder of its run.")
    ],
    after: Annotated[Path, typer.Argument(metavar="B", help="The one to compare it with.")],
    *,
    inputs: Annotated[
        Path | None,
        typer.Option(metavar="INPUT", help="What a schedule was planned from that has no inputs beside it."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write all differences into this new workbook, .xlsx."),
    ] = None,
    json: Json = None,
) -> None:
    """Show where two versions differ: goals, dates, hours, people, rooms; every difference is B minus A."""
    speaker = voice(json)
    with front_door(speaker):
        today = datetime.now().astimezone().date()
        compared = comparing.compare(before, after, inputs, out=out, today=today)
        _report(speaker, compared)


def _report(speaker: Voice, compared: comparing.Compared) -> None:
    speaker.lines([summed_up(compared.comparison)])
    speaker.lines([f"A is {shown(compared.before)}", f"B is {shown(compared.after)}"])
    speaker.lines([*compared.notes, ""])
    for table, rows in tables(compared.comparison):
        for row in rows[:SHOWN]:
            table.add_row(*row)
        speaker.table(table)
        more = len(rows) - SHOWN
        speaker.lines([f"... and {counted(more, 'row')} more; --out FILE.xlsx has them all", ""] * (more > 0))
    if compared.workbook is not None:
        speaker.lines([shown(compared.workbook)])
    speaker.result(results.of_comparison(compared))
