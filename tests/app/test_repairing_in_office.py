"""A schedule that LibreOffice has opened and saved is repaired like any other; its file stays as it is."""

from datetime import date
from pathlib import Path

import pytest
from edited import Term
from repaired import UNTOUCHED, by_planner, fall, held, repaired, sheet
from writing.office import edited_in_office, needs_uno

from scheduler.app.checks import check
from scheduler.app.planning import Search, plan


@pytest.fixture
def term(tmp_path: Path) -> Term:
    return fall(tmp_path)


@needs_uno
def test_planned_opened_and_saved_unchanged_it_has_no_edits_and_comes_back_the_same(
    term: Term, tmp_path: Path
) -> None:
    search = Search(clock=lambda: 0.0, seconds=None, work=60)
    planned = plan(term.inputs, tmp_path / "planned", today=date(2026, 1, 2), search=search)
    saved = edited_in_office(planned.workbook, tmp_path)

    checked = check(saved, term.inputs)
    run = repaired(Term(inputs=term.inputs, schedule=saved))

    assert (checked.edits, checked.findings) == ((), ())
    assert run.outcome.schedule.sessions == planned.outcome.schedule.sessions
    assert run.outcome.edits == ()
    assert run.outcome.goals["changes"].units == 0


@needs_uno
def test_edits_made_there_are_kept_and_the_rest_is_repaired(term: Term, tmp_path: Path) -> None:
    saved = edited_in_office(
        term.schedule,
        tmp_path,
        ("type_in", "I2", "I-2"),  # busy with B that morning
        ("type_in", "J5", "R-2"),  # where B is that morning
        ("delete_row", 13),  # B's last morning
    )

    run = repaired(Term(inputs=term.inputs, schedule=saved))

    assert held(run)[:6] == ["A M1 5 I-2 R-1", *UNTOUCHED[1:3], "A M2 8 I-1 R-2", *UNTOUCHED[4:6]]
    assert [row[:7].strip() for row in held(run)[6:]] == [row[:7].strip() for row in UNTOUCHED[6:]]
    assert run.outcome.findings == ()
    assert [row for row, _ in by_planner(run)] == ["R00007", "R00010", "R00013"]
    assert [(change[1], change[4]) for change in sheet(run, "Changes")][:3] == [
        ("A M1 on Mon Jan 5: instructor", "you"),
        ("A M2 on Thu Jan 8: room", "you"),
        ("B M2 on Mon Jan 12: deleted", "you"),
    ]
