"""The workbooks in `inputs/` are what the code that makes them produces, cell by cell."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from benchmarks import department, samples
from benchmarks.rows import rows
from scheduler.domain.problem import Problem
from scheduler.reading import read_problem

Cells = dict[str, object]


def cells(path: Path) -> Cells:
    workbook = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def told(problem: Problem) -> dict[str, object]:
    """Give what a problem says, sheet by sheet, without weights and row numbers."""
    plain = replace(problem, settings=replace(problem.settings, weights={}))
    return {name: sorted(map(str, table)) for name, table in rows(plain).items()}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    samples.write(folder)
    return folder


@pytest.mark.parametrize("name", list(samples.SAMPLES))
def test_a_shipped_workbook_is_what_the_code_produces(fresh: Path, name: str) -> None:
    assert cells(samples.INPUTS / name) == cells(fresh / name)


@pytest.mark.parametrize(
    ("name", "made"), [("department.xlsx", department.problem), ("district.xlsx", samples.district)]
)
def test_a_shipped_workbook_reads_back_as_the_problem_it_was_made_from(
    name: str, made: Callable[[], Problem]
) -> None:
    reading = read_problem(samples.INPUTS / name)
    assert reading.faults == ()
    assert reading.problem is not None
    # Settings are compared without weights: the workbook spells out the usual ones.
    assert told(reading.problem) == told(made())


def test_all_people_in_the_samples_are_plainly_samples(fresh: Path) -> None:
    workbook = openpyxl.load_workbook(fresh / "department.xlsx")
    names = [row[1].value for row in workbook["Rosters"].iter_rows(min_row=2) if row[1].value]
    names += [row[1].value for row in workbook["Instructors"].iter_rows(min_row=2) if row[1].value]
    assert all(str(name).startswith("Sample ") for name in names)
    assert len(names) > 50
