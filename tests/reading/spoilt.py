"""Workbooks spoilt part by part, and why they are refused."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from reading.samples import GOOD, Rows, shared_strings

from scheduler.reading import kind_of, read_problem

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def refused(path: Path) -> str:
    """Give why a file is refused; it must take less than five seconds."""
    start = time.process_time()
    reading = read_problem(path)
    assert time.process_time() - start < 5
    assert reading.problem is None
    (fault,) = reading.faults
    assert fault.rule == "input"
    assert fault.todo
    assert kind_of(path) == "planning"
    return fault.what


def repacked(
    path: Path, part: str, change: Callable[[bytes], bytes | None], rows: Rows | None = None
) -> Path:
    """Write a good workbook with one part of it changed or left out."""
    good_bytes = shared_strings(path.with_name("good.xlsx"), rows or GOOD).read_bytes()
    with (
        zipfile.ZipFile(io.BytesIO(good_bytes)) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None:
                new.writestr(name, content)
    return path


def sheet_of(xml: str) -> Callable[[bytes], bytes]:
    return lambda _: f"<worksheet {MAIN}>{xml}</worksheet>".encode()
