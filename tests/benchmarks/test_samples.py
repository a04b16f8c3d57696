"""The workbooks in `inputs/` are what the code that makes them produces, cell by cell."""

from pathlib import Path

import openpyxl
import pytest

from benchmarks import samples

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


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inputs")
    samples.write(folder)
    return folder


@pytest.mark.parametrize("name", list(samples.SAMPLES))
def test_a_shipped_workbook_is_what_the_code_produces(fresh: Path, name: str) -> None:
    assert cells(samples.INPUTS / name) == cells(fresh / name)


def test_all_people_in_the_samples_are_plainly_samples(fresh: Path) -> None:
    workbook = openpyxl.load_workbook(fresh / "department.xlsx")
    names = [row[1].value for row in workbook["Rosters"].iter_rows(min_row=2) if row[1].value]
    names += [row[1].value for row in workbook["Instructors"].iter_rows(min_row=2) if row[1].value]
    assert all(str(name).startswith("Sample ") for name in names)
    assert len(names) > 50
