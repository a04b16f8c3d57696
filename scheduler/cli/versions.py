"""``scheduler versions``: which versions there are."""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from scheduler.app import results
from scheduler.app.versions import Made, Version
from scheduler.app.versions import versions as found_in
from scheduler.cli.door import front_door, voice
from scheduler.cli.options import Json
from scheduler.cli.words import table_of
from scheduler.domain.clock import day, number

UNREADABLE = "result.json cannot be read"


def versions(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", show_default=False, help="Where the runs have their folders.")
    ] = Path("outputs"),
    *,
    json: Json = None,
) -> None:
    """List the versions there are: when and from what each was made, and how good it is."""
    speaker = voice(json)
    with front_door(speaker):
        found = found_in(folder)
        speaker.table(_table(found))
        if not found:
            speaker.lines([f"{folder}: there are no versions yet; scheduler plan makes the first"])
        speaker.result(results.of_versions(found))


def _table(found: tuple[Version, ...]) -> Table:
    table = table_of(("Version", "Made", "From", "Status", "Missing"), ("Score", "Findings", "Seed"))
    for version in found:
        made = version.made
        if made is None:
            table.add_row(version.name, "", "", "", UNREADABLE)
            continue
        table.add_row(
            version.name,
            day(made.date) if made.date else "",
            made.parent.removesuffix(".xlsx"),
            made.status,
            _missing(made),
            number(made.score),
            str(made.findings),
            str(made.seed),
        )
    return table


def _missing(made: Made) -> str:
    parts = {"unstaffed": made.unstaffed, "unplaced": made.unplaced}
    return ", ".join(f"{number(hours)} h {what}" for what, hours in parts.items() if hours) or "nothing"
