"""Scenarios of a planning workbook: told while they are planned, and shown side by side."""

from datetime import date
from pathlib import Path
from time import monotonic

from scheduler.app import planning, results
from scheduler.app.faults import line
from scheduler.app.what_if import WhatIf, what_if
from scheduler.cli.door import Voice
from scheduler.cli.options import processors
from scheduler.cli.scenario_tables import tables
from scheduler.cli.stop import on_interrupt
from scheduler.cli.words import SHOWN, counted, shown
from scheduler.domain.clock import number
from scheduler.domain.variants import Variant

FOLDER = Path("outputs")
"""Where the comparison goes, unless another place is named."""

SECONDS = 20.0
"""How long each scenario is planned at most, unless more is asked for."""


def compare_scenarios(
    speaker: Voice,
    source: Path,
    out: Path | None,
    *,
    today: date,
    seconds: float | None,
    seed: int | None,
    workers: int | None,
) -> WhatIf:
    """Plan the scenarios of a workbook, say each that is finished, and show them side by side."""
    limit = SECONDS if seconds is None else seconds

    def tell(variant: Variant | None, finished: int, of: int) -> None:
        if variant is None:
            speaker.answer(f"{of} to plan, at most {number(limit)} s each; Ctrl-C stops with what there is")
            return
        said = f"{variant.said}, {variant.outcome.seconds:.1f} s" if variant.outcome else variant.said
        speaker.answer(f"{finished} of {of}: {variant.name}: {said}")

    with on_interrupt(speaker.answer) as stop:
        search = planning.Search(
            clock=monotonic,
            seconds=limit,
            seed=seed or 0,
            workers=workers or processors(),
            stopped=stop.asked,
        )
        found = what_if(source, out=out, folder=FOLDER, today=today, search=search, told=tell)
    _report(speaker, found)
    return found


def _report(speaker: Voice, found: WhatIf) -> None:
    speaker.lines([*found.notes, ""])
    for table, rows in tables(found.variants):
        speaker.beginning(table, rows, SHOWN, "the workbook has them all")
    for variant in found.variants:
        if variant.faults:
            speaker.lines([f"{variant.name}: {counted(len(variant.faults), 'problem')}"])
            speaker.lines(line(found.source.name, fault) for fault in variant.faults)
    if any(variant.is_rough for variant in found.variants):
        speaker.lines(["Some may be far from the best possible: compare them again with a longer --time"])
    speaker.lines([shown(found.workbook)])
    speaker.result(results.of_what_if(found))
