"""A small term on disk, edited as a coordinator does or given other inputs, and repaired.

Two cohorts are taught on the same mornings: A has M1 (rows 2 to 4) then M2 (rows 5 to 7), with
I-1 in R-1; B too (rows 8 to 13), with I-2 in R-2. I-3 and R-3 are free.
"""

import warnings
from datetime import date
from pathlib import Path
from typing import Any

import builders as b
import openpyxl
import tiny
from edited import Term, course, module, people, rooms, term
from openpyxl import Workbook

from scheduler.app.planning import Run, Search
from scheduler.app.repairing import repair
from scheduler.domain.edits import PLANNER

DAYS = (("M1", 5), ("M1", 6), ("M1", 7), ("M2", 8), ("M2", 9), ("M2", 12))

UNTOUCHED = [f"A {name} {day} I-1 R-1" for name, day in DAYS] + [
    f"B {name} {day} I-2 R-2" for name, day in DAYS
]
"""The rows as they were planned."""


def fall(folder: Path) -> Term:
    """Write the term."""
    first = [b.session("A", name, day) for name, day in DAYS]
    second = [b.session("B", name, day, who="I-2", where="R-2") for name, day in DAYS]
    return term(folder, *first, *second, **planning())


def planning(**changed: Any) -> dict[str, Any]:
    cohorts = named_cohorts("A", "B")
    three = people(*({"Instructor": name} for name in ("I-1", "I-2", "I-3")))
    places = rooms({"Room": "R-1"}, {"Room": "R-2"}, {"Room": "R-3"})
    return {**course(module(hours=9), module("M2", 9)), **three, **places, "Cohorts": cohorts, **changed}


def named_cohorts(*names: str) -> list[dict[str, Any]]:
    """Give the sheet of these cohorts, all like the one of `tiny`."""
    return [tiny.rows()["Cohorts"][0] | {"Cohort": name} for name in names]


def repaired(made: Term, *, since: date | None = None, files: tuple[Path, ...] = ()) -> Run:
    before = made.schedule.read_bytes()
    search = Search(clock=lambda: 0.0, seconds=None, work=40)
    run = repair(
        files or (made.schedule,),
        made.inputs,
        made.schedule.parent / "out",
        since=since,
        today=date(2026, 1, 3),
        search=search,
    )
    assert made.schedule.read_bytes() == before
    return run


def held(run: Run) -> list[str]:
    return [
        f"{s.cohort} {s.module} {s.date.day} {'+'.join(s.instructors)} {'+'.join(s.rooms)}"
        for s in run.outcome.schedule.sessions
    ]


def sheet(run: Run, name: str) -> list[tuple[Any, ...]]:
    return list(read(run)[name].iter_rows(min_row=2, values_only=True))


def read(run: Run) -> Workbook:
    """Read the workbook as it was written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not know x14 formats
        return openpyxl.load_workbook(run.workbook)


def by_planner(run: Run) -> list[tuple[str, tuple[str, ...]]]:
    """Give the rows that the planner changed, and in what."""
    found = [edit for edit in run.outcome.edits if edit.by == PLANNER]
    return [((edit.before or edit.after[0]).id, edit.parts) for edit in found]
