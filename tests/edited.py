"""A schedule workbook on disk beside its planning workbook, edited as a coordinator does, and checked.

The department is the one of `tiny`; its schedule is what a test says, a session a row from row
2 on, by cohort and then in time. The columns: B Cohort, C Date, D Start, E End, F Hours,
G Module, I Instructor, J Room.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

import openpyxl
import tiny
from openpyxl import Workbook

from scheduler.app.checks import check
from scheduler.domain.outcome import Outcome
from scheduler.domain.schedule import Schedule, Session
from scheduler.reading import read_problem
from scheduler.writing import write_planning, write_schedule

Expected = tuple[str, str, str]
"""The rule of a finding, its cell, and words that are in it: names, dates, hours."""


@dataclass(frozen=True)
class Term:
    """The two workbooks."""

    inputs: Path
    schedule: Path

    def plan_says(self, **changed: Any) -> None:
        """Write the planning workbook anew, with cells of a sheet's first row or with other rows."""
        write_planning(self.inputs, tiny.rows(**changed))

    def edit(self, **cells: object) -> None:
        """Change cells of the sheet Schedule."""
        edit(self.schedule, **cells)

    def add(self, number: int, when: date, start: time, end: time) -> None:
        """Fill in a row below the table: A has M1 with I-1 in R-1."""
        self.edit(
            **{f"B{number}": "A", f"C{number}": when, f"D{number}": start, f"E{number}": end},
            **{f"G{number}": "M1", f"I{number}": "I-1", f"J{number}": "R-1"},
        )

    def delete(self, row: int) -> None:
        """Delete a row of the sheet Schedule; those below move up."""
        with opened(self.schedule) as book:
            book["Schedule"].delete_rows(row)

    def finds(self, *expected: Expected) -> None:
        """Check the schedule: there is exactly what is expected, and each finding says what to do."""
        found = check(self.schedule, self.inputs).findings
        assert [(f.rule, f.where) for f in found] == [(rule, where) for rule, where, _ in expected], found
        for finding, (_, _, words) in zip(found, expected, strict=True):
            assert words in finding.what
            assert finding.todo

    def is_accepted(self) -> None:
        """Check the schedule: nothing is wrong with it."""
        self.finds()


def term(folder: Path, *sessions: Session, **changed: Any) -> Term:
    """Write the two workbooks: the department with changes as in `tiny.rows`, and its schedule."""
    inputs = tiny.workbook(folder / "department.xlsx", **changed)
    problem = read_problem(inputs).problem
    assert problem is not None
    schedule = Schedule(sessions=sessions).numbered(problem.cohorts)
    outcome = Outcome(schedule=schedule, status="feasible", score=0, bound=0, goals={})
    made = folder / "department schedule v1.xlsx"
    write_schedule(made, problem, outcome, inputs="", today=date(2026, 1, 2))
    return Term(inputs=inputs, schedule=made)


def edit(workbook: Path, **cells: object) -> None:
    """Change cells of the sheet Schedule."""
    with opened(workbook) as book:
        for cell, value in cells.items():
            book["Schedule"][cell] = value


Cells = dict[str, Any]


def module(name: str = "M1", hours: float = 3, cells: Cells | None = None) -> Cells:
    """Give a row of Modules."""
    return {"Program": "P", "Module": name, "Hours": hours, "Room type": "CL"} | (cells or {})


def course(*modules: Cells, **program: Any) -> dict[str, list[Cells]]:
    """Give the sheets of a program that is nothing but these modules."""
    hours = sum(row["Hours"] for row in modules)
    return {"Programs": [{"Program": "P", "Hours": hours} | program], "Modules": list(modules)}


def people(*rows: Cells) -> dict[str, list[Cells]]:
    """Give the sheets of these instructors, who may teach everything; without any, of I-1 and I-2."""
    named = rows or ({"Instructor": "I-1"}, {"Instructor": "I-2"})
    may = [{"Instructor": row["Instructor"], "Program": "P", "Module": "*"} for row in named]
    return {"Instructors": list(named), "Qualifications": may}


def rooms(*rows: Cells) -> dict[str, list[Cells]]:
    """Give the sheet of these rooms, for CL and 40 students unless they say otherwise."""
    return {"Rooms": [{"Types": "CL", "Seats": 40} | row for row in rows]}


@contextmanager
def opened(workbook: Path) -> Iterator[Workbook]:
    """Open a workbook, and save it again."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl drops what it does not know, such as x14 formats
        book = openpyxl.load_workbook(workbook)
    yield book
    book.save(workbook)
