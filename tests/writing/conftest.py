"""The sample term and its schedule workbook, written once for all tests."""

import pytest
from writing.books import written
from writing.sample_term import term


@pytest.fixture(scope="session")
def planned():
    return term()


@pytest.fixture(scope="session")
def book(planned, tmp_path_factory):
    return written(tmp_path_factory.mktemp("book") / "schedule.xlsx", *planned)
