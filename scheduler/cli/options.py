"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from scheduler.cli.door import DASH


def _json_file(path: Path | None) -> Path | None:
    """Refuse a name that could be somebody's workbook, and a folder that is not there."""
    if path is None or path == DASH:
        return path
    if path.suffix.lower() != ".json":
        raise typer.BadParameter(f"{path.name} does not end in .json; - is standard output")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}")
    return path


Json = Annotated[
    Path | None,
    typer.Option(
        "--json",
        metavar="FILE",
        callback=_json_file,
        dir_okay=False,
        help="Write the result as JSON; - is standard output.",
    ),
]
