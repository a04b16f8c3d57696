"""Compare the scenarios of a planning workbook: plan each, and set them side by side."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from errno import EEXIST
from itertools import count
from pathlib import Path

from scheduler.app import runs
from scheduler.app.comparing import check_place
from scheduler.app.edited import is_schedule, workbook
from scheduler.app.faults import refused
from scheduler.app.inputs import Inputs, exact
from scheduler.app.planning import Search
from scheduler.app.scenarios import BASE, Planned, planned
from scheduler.checking import Side, counted
from scheduler.domain.scenario import told
from scheduler.domain.variants import Variant

TRIES = 1000
"""So many names are tried for a comparison whose name is taken."""

Told = Callable[[Variant | None, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The scenarios of a planning workbook, planned.

    Attributes
    ----------
    source
        The planning workbook or CSV folder.
    variants
        The plan as it stands, then each scenario.
    workbook
        Where the comparison was written.
    notes
        What the reader has to say about the inputs.
    """

    source: Path
    variants: tuple[Variant, ...]
    workbook: Path
    notes: tuple[str, ...]


def what_if(
    source: Path, *, out: Path | None, folder: Path, today: date, search: Search, told: Told
) -> WhatIf:
    """Plan a workbook as it stands and in each of its scenarios; write one comparison.

    Parameters
    ----------
    out
        The workbook to write; None for a new one in ``folder``, named after the inputs and the day.
    search
        How long to search in each, and how many are planned side by side.
    told
        Told of each that is finished, how many are finished by then, and how many there are; and first
        of all None, before the search.

    Raises
    ------
    InputError
        If the workbook cannot be used as it stands, has no scenarios, or ``out`` may not be written.
    OSError
        If the comparison cannot be written.
    """
    if out is not None:
        check_place(out)
    if is_schedule(workbook(source)):
        what = "this is one schedule, and with what to compare it is not said"
        todo = "Name two schedules, or a planning workbook with a sheet Scenarios"
        raise refused(source, what, todo)
    with exact(source) as inputs:
        if not inputs.scenarios:
            what = "its sheet Scenarios has no rows, so there is nothing to compare"
            raise refused(source, what, "Write a row for each cell that is different in a scenario")
        runs.check_writable(out.parent if out else folder)
        variants = _planned(inputs, search, told)
        name = f"{inputs.subject} scenarios {today:%Y-%m-%d}"
        place = _taken([out] if out else _names(folder, name))
        _write(place, variants, inputs, today)
        return WhatIf(source=source, variants=variants, workbook=place, notes=inputs.notes)


def _planned(inputs: Inputs, search: Search, told: Told) -> tuple[Variant, ...]:
    scenarios = (BASE, *inputs.scenarios)
    finished = count(1)
    told(None, 0, len(scenarios))
    found = planned(
        inputs.copy, scenarios, search, lambda one: told(_variant(one), next(finished), len(scenarios))
    )
    return tuple(map(_variant, found))


def _variant(one: Planned) -> Variant:
    counts = None
    if one.problem and one.outcome:
        outcome = one.outcome
        counts = counted(
            Side(
                problem=one.problem,
                schedule=outcome.schedule,
                goals=outcome.goals,
                findings=len(outcome.findings),
            )
        )
    return Variant(
        scenario=one.scenario,
        outcome=one.outcome,
        counted=counts,
        faults=one.faults,
        changes=told(one.changes),
    )


def _taken(names: Iterable[Path]) -> Path:
    """Take the first of these names that nothing has yet, and give it."""
    path = Path()
    for path in names:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise FileExistsError(EEXIST, "there is something by that name already", str(path))


def _names(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.xlsx"
    yield from (folder / f"{name} ({number}).xlsx" for number in range(2, TRIES))


def _write(place: Path, variants: tuple[Variant, ...], inputs: Inputs, today: date) -> None:
    from scheduler import writing  # noqa: PLC0415  loads pandas, which nobody needs before

    site = inputs.problem.settings.site
    try:
        writing.write_scenarios(place, variants, source=inputs.copy.name, site=site, today=today)
    except BaseException:
        place.unlink()  # it holds nothing yet
        raise
