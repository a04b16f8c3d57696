"""``scheduler template``: a blank planning workbook."""

from pathlib import Path
from typing import Annotated

import typer

from scheduler.app import blank
from scheduler.cli.door import front_door, voice
from scheduler.cli.words import shown


def template(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook to make, .xlsx.")],
) -> None:
    """Write a blank planning workbook with dropdowns and instructions."""
    speaker = voice(None)
    with front_door(speaker):
        made = blank.template(file)
        speaker.lines([f"{shown(made)}: fill it in, then run scheduler check on it"])
