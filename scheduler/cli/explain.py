"""``scheduler explain``: why something cannot be had, what would help, and where the term is tight."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from scheduler.app import explaining, planning, results
from scheduler.cli.bottleneck_table import tightest
from scheduler.cli.door import Exit, Voice, front_door, voice
from scheduler.cli.options import Json, Workers, processors
from scheduler.cli.stop import on_interrupt
from scheduler.cli.words import counted
from scheduler.domain.problem import Problem
from scheduler.domain.reason import Reason
from scheduler.domain.remedy import Remedy
from scheduler.domain.scenario import Cell

ROWS = 6
"""So many rows that a remedy changes are named one by one; ``--json`` has all of them."""


def explain(
    source: Annotated[
        Path,
        typer.Argument(
            metavar="INPUT",
            help="A planning workbook, a folder of CSV files, a schedule workbook or the folder of its run.",
        ),
    ],
    *,
    time: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Take no longer than this, all in all.")
    ] = 60,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Another number, another search.")] = 0,
    workers: Workers = None,
    json: Json = None,
) -> None:
    """Say why hours are missing or dates are missed, what would help, and where the term is tight.

    A planning workbook is planned first. What would help is tried by planning again.
    """
    speaker = voice(json)
    with front_door(speaker):
        with on_interrupt(speaker.answer) as stop:
            search = planning.Search(
                clock=monotonic,
                seconds=time,
                seed=seed,
                workers=workers or processors(),
                stopped=stop.asked,
            )
            explained = explaining.explain(source, search, speaker.answer)
        _report(speaker, explained)
    raise typer.Exit(Exit.FINDINGS if explained.is_short else Exit.DONE)


def _report(speaker: Voice, explained: explaining.Explained) -> None:
    speaker.lines(explained.notes)
    speaker.lines([f"{explained.inputs}: {explained.standing}"])
    if explained.is_short:
        speaker.lines(["", "Why", *_whys(explained.reasons)])
        speaker.lines(["", "What would help", *_helps(explained.problem, explained.remedies)])
    speaker.lines(["", "Where the term is tight"])
    speaker.table(tightest(explained.bottlenecks))
    speaker.result(results.of_explanation(explained))


def _whys(reasons: Iterable[Reason]) -> Iterator[str]:
    """Yield each reason and its facts, each with its cell."""
    number = 0
    for number, reason in enumerate(reasons, start=1):
        yield f"{number}. {reason.what}"
        yield from (f"   {fact.where}: {fact.what}" for fact in reason.facts)
        yield f"   {reason.verdict}"
    if not number:
        yield "No reason was found in this time; a longer --time may find one, or a schedule without fault."


def _helps(problem: Problem, remedies: Iterable[Remedy]) -> Iterator[str]:
    """Yield what would help, what it gives, and the cells to change."""
    number, told = 0, tuple(remedies)
    if told and not told[0].is_enough:
        yield "Nothing that was tried in this time is enough by itself; these come nearest:"
    for number, remedy in enumerate(told, start=1):
        yield f"{number}. {remedy.what[0].upper()}{remedy.what[1:]}: {remedy.gives}."
        rows = _rows(problem, remedy.cells)
        yield from (f"   {row}" for row in rows[:ROWS])
        if len(rows) > ROWS:
            yield f"   and {counted(len(rows) - ROWS, 'more row')}; --json has them all"
    if not number:
        yield "Nothing that was tried in this time helps by itself; a longer --time may."


def _rows(problem: Problem, cells: Iterable[Cell]) -> list[str]:
    """Say row by row what to write: a cell, a new row, or an empty one."""
    rows: dict[tuple[str, int], list[Cell]] = {}
    for cell in cells:
        rows.setdefault((cell.sheet, cell.row), []).append(cell)
    return [_row(problem, *place, those) for place, those in rows.items()]


def _row(problem: Problem, sheet: str, row: int, cells: Sequence[Cell]) -> str:
    if len(cells) > 1 and not any(cell.value for cell in cells):
        return f"{sheet} row {row}: empty it"
    said = ", ".join(f"{cell.column} {cell.value or 'empty'}" for cell in cells)
    where = problem.cell(sheet, row, cells[0].column) if len(cells) == 1 else f"{sheet} row {row}"
    return f"{where}: {said}"
