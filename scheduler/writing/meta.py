"""The hidden sheet _meta: which run made the workbook, from what, and the rows as they were made."""

from collections.abc import Mapping, Sequence

from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.tables import META
from scheduler.writing.rows import Row
from scheduler.writing.workbook import DATE_YEAR, TIME, Book, put

FORMAT = 1
"""The version of this workbook's layout."""

GENERATED = ("Row ID", "Cohort", "Date", "Start", "End", "Module", "Instructor", "Room", "Pin", "Note")
"""The columns of the generated rows; they stand from column D on."""

FIRST_COLUMN = 3


def add(book: Book, problem: Problem, outcome: Outcome, rows: Sequence[Row], run: Mapping[str, str]) -> None:
    """Add the sheet: Key and Value in A and B, the generated rows from D on; ``run`` is told as it is."""
    sheet = book.sheet(META)
    facts = [("Key", "Value"), *({**run, **_facts(problem, outcome)}).items()]
    for number, (key, value) in enumerate(facts):
        sheet.write_string(number, 0, key)
        sheet.write_string(number, 1, value)
    sheet.write_row(0, FIRST_COLUMN, GENERATED)
    looks = {"Date": book.look(num_format=DATE_YEAR), "Start": book.look(num_format=TIME)}
    looks["End"] = looks["Start"]
    for number, row in enumerate(rows, start=1):
        for index, name in enumerate(GENERATED, start=FIRST_COLUMN):
            put(sheet, number, index, row[name], looks.get(name, book.look()))
    sheet.hide()


def _facts(problem: Problem, outcome: Outcome) -> dict[str, str]:
    return {
        "Format": str(FORMAT),
        "Site": problem.settings.site,
        "From": problem.since.isoformat() if problem.since else "",
        "Accepted": "\n".join(outcome.accepted),
        "Status": outcome.status,
        "Score": repr(outcome.score),
        "Bound": repr(outcome.bound),
        "Seed": str(outcome.seed),
        **{f"Pattern: {cohort}": pattern for cohort, pattern in outcome.schedule.patterns.items()},
    }
