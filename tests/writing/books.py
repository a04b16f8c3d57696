"""Schedule workbooks written and opened again, for tests of what stands in them."""

import warnings
from datetime import date

import builders as b
import openpyxl
from writing.sample_term import outcome_of

from scheduler.domain.schedule import Schedule
from scheduler.writing import write_schedule

TODAY = date(2026, 1, 2)


def written(path, problem, outcome):
    write_schedule(path, problem, outcome, inputs="f" * 64, today=TODAY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # data bars are an extension openpyxl does not keep
        return openpyxl.load_workbook(path, data_only=True)


def texts(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def small(*sessions, **fields):
    """Two lab groups at once, and one session without anybody."""
    problem = b.problem(
        b.module("M1", 6, room_types=("CL", "ML"), title="Both labs"),
        rooms=(b.room("R-1"), b.room("R-2", "ML")),
        **fields,
    )
    return problem, outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))
