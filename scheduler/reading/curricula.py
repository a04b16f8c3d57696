"""Programs that must add up: module hours, sequence, prerequisites without circles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from scheduler.domain.clock import hours, number
from scheduler.reading.faults import Faults
from scheduler.reading.records import Record
from scheduler.reading.references import Records, known_ids
from scheduler.reading.suggestions import shown

MOST_CIRCLES = 10
"""Circles named for each program; one prerequisite removed often opens several."""


def check_curricula(records: Records, faults: Faults) -> None:
    """Note programs whose modules do not add up, and modules that cannot be put in order."""
    modules: dict[str, list[Record]] = {}
    for record in records.get("Modules", ()):
        modules.setdefault(record.text("Program"), []).append(record)
        _check_positive(record, ("Hours", "Max hours/day"), faults)
    strays = modules.keys() - known_ids(records).get("Programs", {}).keys()
    for program in records.get("Programs", ()):
        _check_positive(program, ("Hours",), faults)
        _check_milestones(program, faults)
        if "Modules" in records and not strays:
            _check_sum(program, modules.get(program.text("Program"), ()), faults)
    for rows in (rows for name, rows in modules.items() if name not in strays):
        _check_sequence(rows, faults)
        _check_circles(rows, faults)


def _check_positive(record: Record, columns: Sequence[str], faults: Faults) -> None:
    for column in columns:
        if record.quarters(column) == 0:
            record.fault(
                faults, column, what=f"{column} is 0", todo="Write hours above 0, or leave out the row."
            )


def _check_milestones(program: Record, faults: Faults) -> None:
    length = program.quarters("Hours")
    for milestone in program.lengths("Milestones"):
        if length is not None and not 0 < milestone <= length:
            program.fault(
                faults,
                "Milestones",
                what=f"the milestone {number(hours(milestone))} h is beyond the {number(hours(length))} h",
                todo="Correct the milestones or the program's hours.",
            )


def _check_sum(program: Record, modules: Sequence[Record], faults: Faults) -> None:
    required = program.quarters("Hours")
    lengths = [module.quarters("Hours") for module in modules]
    if not required or not program.text("Program") or None in lengths:
        return
    total = sum(length for length in lengths if length)
    if total == required:
        return
    apart = f"{number(hours(abs(total - required)))} h {'too many' if total > required else 'missing'}"
    program.fault(
        faults,
        "Hours",
        what=f"the modules of {program.text('Program')} add up to {number(hours(total))} h, "
        f"but the program has {number(hours(required))} h: {apart}",
        todo="Correct the hours of the program, or of its rows in the sheet Modules.",
    )


def _check_sequence(modules: Sequence[Record], faults: Faults) -> None:
    given = [module for module in modules if "Sequence" in module.values]
    for module in modules:
        if given and module not in given and "Sequence" not in module.faulty:
            module.fault(
                faults,
                "Sequence",
                what=f"other modules of {module.text('Program')} have a Sequence, this one has none",
                todo="Give each module of the program a Sequence, or none of them.",
            )


def _check_circles(modules: Sequence[Record], faults: Faults) -> None:
    rows = {module.text("Module"): module for module in modules if module.text("Module")}
    needs = {
        code: [need for need in module.ids("Prerequisites") if need in rows] for code, module in rows.items()
    }
    for circle in islice(circles(needs), MOST_CIRCLES):
        path = " → ".join([*circle, circle[0]])
        rows[circle[0]].fault(
            faults,
            "Prerequisites",
            what=f"the prerequisites run in a circle: {shown(path)}"
            if len(circle) > 1
            else f"{circle[0]} is its own prerequisite",
            todo="Remove one of these prerequisites.",
        )


def circles(needs: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield circles of modules that need each other, each once, none where there is none.

    Each starts with the first of its modules in row order. A module is followed only once, so
    every knot of circles is named at least once.
    """
    done: set[str] = set()
    place = {code: index for index, code in enumerate(needs)}
    for start in needs:
        path: dict[str, None] = {}
        waiting = [iter([start])]
        while waiting:
            code = next(waiting[-1], None)
            if code is None:
                waiting.pop()
                if path:
                    done.add(path.popitem()[0])
            elif code in path:
                yield _from_first(list(path), code, place)
            elif code not in done:
                path[code] = None
                waiting.append(iter(needs[code]))


def _from_first(path: list[str], entry: str, place: Mapping[str, int]) -> tuple[str, ...]:
    """Give the circle a path closes when it comes back to a module, from the module first in row order."""
    circle = path[path.index(entry) :]
    start = circle.index(min(circle, key=place.__getitem__))
    return tuple(circle[start:] + circle[:start])
