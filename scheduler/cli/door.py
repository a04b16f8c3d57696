"""The front door: what goes to the terminal and to ``--json``, and with which exit code a run ends."""

import json
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from scheduler.app import results
from scheduler.app.faults import InputError, line, refused
from scheduler.cli.words import counted

DASH = Path("-")
STEPS = 6
UNBOUNDED = 1000
"""Characters across outside a terminal, where no table need be cut or wrapped."""


class Exit(IntEnum):
    """Exit codes; a usage error ends with 2 as well."""

    DONE = 0
    FINDINGS = 1
    UNUSABLE = 2
    BUG = 3
    ABORTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Where words and results go.

    Attributes
    ----------
    said
        For words: standard output, or standard error where ``--json -`` takes standard output.
    aside
        For progress and faults: standard error.
    json
        The file for the result, ``-`` for standard output, None for nowhere.
    """

    said: Console
    aside: Console
    json: Path | None

    def answer(self, words: str) -> None:
        """Say something on standard error at once, whatever else is going on."""
        plain(self.aside, [words])

    def result(self, content: Mapping[str, object]) -> None:
        """Hand the result over as JSON, if anybody asked for it."""
        if self.json is None:
            return
        text = json.dumps(content, indent=2, ensure_ascii=self.json == DASH, allow_nan=False) + "\n"
        if self.json == DASH:
            sys.stdout.write(text)
        else:
            self.json.write_text(text, "utf-8")

    def lines(self, lines: Iterable[str]) -> None:
        """Say lines as they are."""
        plain(self.said, lines)

    def table(self, table: Table) -> None:
        """Show a table and a blank line below it; nothing if it has no rows."""
        if table.row_count:
            self.said.print(table)
            self.said.print()

    def beginning(self, table: Table, rows: Sequence[tuple[str, ...]], most: int, rest: str) -> None:
        """Show a table with at most so many of its rows; of the others say how many, and where they are."""
        for row in rows[:most]:
            table.add_row(*row)
        self.table(table)
        more = len(rows) - most
        self.lines([f"... and {counted(more, 'row')} more; {rest}", ""] * (more > 0))


def plain(console: Console, lines: Iterable[str]) -> None:
    """Print lines as they are: never wrapped, nothing in them taken for markup."""
    for text in lines:
        console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)


def voice(json_file: Path | None) -> Voice:
    """Give the voice for a command with this ``--json``."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    aside = _console(stderr=True)
    return Voice(said=aside if json_file == DASH else _console(), aside=aside, json=json_file)


def _console(*, stderr: bool = False) -> Console:
    console = Console(stderr=stderr)
    if not console.is_terminal:
        console.width = UNBOUNDED
    return console


@contextmanager
def front_door(speaker: Voice) -> Iterator[None]:
    """Turn everything that can go wrong into words and an exit code, never into a traceback."""
    try:
        yield
    except InputError as error:
        _refuse(speaker, error)
    except KeyboardInterrupt:
        speaker.aside.print("Aborted.")
        raise typer.Exit(Exit.ABORTED) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        _refuse(speaker, refused(Path(error.filename or "file"), what, "Check the path and its permissions"))
    except Exception as error:  # noqa: BLE001  the front door: whatever it is, the coordinator gets words
        _confess(speaker, error)


def _refuse(speaker: Voice, error: InputError) -> None:
    speaker.aside.print(counted(len(error.faults), "problem"), style="bold red", highlight=False)
    plain(speaker.aside, (line(error.source.name, fault) for fault in error.faults))
    with suppress(OSError):
        speaker.result(results.of_refusal(error))
    raise typer.Exit(Exit.UNUSABLE)


def _confess(speaker: Voice, error: Exception) -> None:
    """Say that it is our fault, and where in our code: enough for a report, and no traceback."""
    steps = [
        Path(step.filename).name + f":{step.lineno}" for step in traceback.extract_tb(error.__traceback__)
    ]
    plain(speaker.aside, ["This is a bug in scheduler. Please report it, with this line:"])
    plain(speaker.aside, [f"{type(error).__name__}: {error} ({' '.join(steps[-STEPS:])})"])
    raise typer.Exit(Exit.BUG)
