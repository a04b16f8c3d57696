"""The blank planning workbook."""

from pathlib import Path

import openpyxl
import pytest

from scheduler.app.blank import template
from scheduler.app.faults import InputError
from scheduler.tables import PLANNING


def test_it_has_every_sheet(tmp_path: Path) -> None:
    made = template(tmp_path / "new folder" / "fall.xlsx")

    assert {sheet.name for sheet in PLANNING} <= set(openpyxl.load_workbook(made).sheetnames)


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    there = tmp_path / "fall.xlsx"
    there.write_text("mine")

    with pytest.raises(InputError, match="Choose another name"):
        template(there)

    assert there.read_text() == "mine"


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Name it fall\.xlsx"):
        template(tmp_path / "fall.xls")
