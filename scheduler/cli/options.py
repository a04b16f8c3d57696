"""Options that several commands share."""

import os
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

Out = Annotated[
    Path,
    typer.Option(metavar="DIR", file_okay=False, writable=True, help="Where the run gets its folder."),
]

REASONING = 1 / 4
"""So much of the time for the search may be taken besides to find out why something is missing."""

MOST_WORKERS = 8
"""How many processes search at most, unless more are asked for; each takes memory."""

Workers = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="Processes that search side by side.",
        show_default="one a processor, up to 8",
    ),
]


SEEDS = 2**31 - 1
"""The greatest seed."""


def processors() -> int:
    """Give how many processors this process may use, as far as the system says; no more than need be."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(allowed or 1, MOST_WORKERS)
