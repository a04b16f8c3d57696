"""``scheduler check``: say everything that is wrong with a file."""

from pathlib import Path
from typing import Annotated

import typer

from scheduler.app import checks, results
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import Json
from scheduler.cli.words import counted, extent, finding_lines, goals_table


def check(
    file: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="A planning workbook, a CSV folder, or a schedule workbook; of that, several edited copies.",
        ),
    ],
    inputs: Annotated[
        Path | None,
        typer.Option(
            metavar="INPUT", help="What the schedule was planned from; found by itself in the run's folder."
        ),
    ] = None,
    json: Json = None,
) -> None:
    """Check a planning workbook, or a schedule workbook that someone edited."""
    speaker = voice(json)
    with front_door(speaker):
        checked = checks.check(file[0], inputs, file[1:])
        _report(speaker, checked, checked.file.name)
    raise typer.Exit(Exit.FINDINGS if checked.findings else Exit.DONE)


def _report(speaker: Voice, checked: checks.Checked, file: str) -> None:
    speaker.lines(checked.notes)
    if checked.schedule is not None:
        speaker.lines([extent(checked.problem, checked.schedule, checked.goals), ""])
        speaker.table(goals_table(checked.goals))
    speaker.lines(checked.edits or ())
    speaker.lines(finding_lines(checked.findings, inputs=checked.inputs.name, workbook=file))
    found = counted(len(checked.findings), "finding")
    if checked.edits is not None:
        found = f"{counted(len(checked.edits), 'edit')}, {found}"
    elif not checked.findings:
        found = "nothing wrong"
    speaker.lines([f"{file}: {found}"])
    speaker.result(results.of_check(checked))
