"""Why something is missing, in the workbook: a section of Read me, and rows at the top of Findings."""

from dataclasses import replace

import builders as b
import pytest
from writing.books import small, texts, written

from scheduler.domain.reason import Fact, Reason

REASON = Reason(
    cohorts=("A",),
    missing=(("A", "M1"),),
    what="A M1 cannot have a room for all hours.",
    facts=(
        Fact(what="R-1 has 9 seats", where="Rooms!D2"),
        Fact(what="A has 10 students", where="Cohorts!E2"),
    ),
    proven=True,
)
TITLE = "Why not everything could be had"


def book(tmp_path, *reasons):
    problem, outcome = small(b.session())
    return written(tmp_path / "s.xlsx", problem, replace(outcome, reasons=reasons))


def rows(sheet):
    return [tuple(cell.value for cell in row[:4]) for row in sheet.iter_rows()]


def test_read_me_says_why_with_the_facts_and_their_cells(tmp_path):
    found = texts(book(tmp_path, REASON, replace(REASON, proven=False, facts=REASON.facts[:1]))["Read me"])

    at = found.index(TITLE)
    assert found[at + 1 : at + 9] == [
        "A M1 cannot have a room for all hours.",
        "R-1 has 9 seats (Rooms!D2)",
        "A has 10 students (Cohorts!E2)",
        "Without any one of these it could be had. That is proven.",
        "A M1 cannot have a room for all hours.",
        "R-1 has 9 seats (Rooms!D2)",
        "Without any one of these it could be had. That is not proven: the search found no way.",
        "To see what would help: scheduler explain THIS-FILE",
    ]


def test_without_reasons_read_me_says_nothing_of_why(tmp_path):
    assert TITLE not in texts(book(tmp_path)["Read me"])


def test_findings_have_the_reasons_in_front(tmp_path):
    plain = rows(book(tmp_path)["Findings"])
    found = rows(book(tmp_path, REASON)["Findings"])

    new = [row for row in found if "why" in row]
    assert len(new) == 1
    assert "Rooms!D2" in new[0]
    assert any("R-1 has 9 seats (Rooms!D2); A has 10 students" in str(cell) for cell in new[0])
    assert "To see what would help: scheduler explain THIS-FILE" in new[0]
    at = found.index(new[0])
    assert [row[0] for row in found[at + 1 :] if row[0]] == [row[0] for row in plain[at:] if row[0]]


@pytest.mark.parametrize("facts", [REASON.facts, ()])
def test_a_reason_stands_even_where_no_rule_is_broken(tmp_path, facts):
    problem, outcome = small(b.session())
    late = replace(outcome, findings=(), reasons=(replace(REASON, facts=facts),))

    found = texts(written(tmp_path / "s.xlsx", problem, late)["Findings"])

    assert found.index("why") < found.index(
        "Nothing else was found: every rule holds, and every hour is placed and staffed."
    )
