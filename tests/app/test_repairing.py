"""An edited schedule comes back repaired: the edits kept, as little else changed as possible."""

from datetime import date, time
from pathlib import Path

import pytest
from edited import Term, opened
from repaired import UNTOUCHED, by_planner, fall, held, read, repaired, sheet

from scheduler.app.faults import InputError
from scheduler.app.planning import Search
from scheduler.app.repairing import repair


@pytest.fixture
def term(tmp_path: Path) -> Term:
    return fall(tmp_path)


def test_a_schedule_with_nothing_wrong_comes_back_as_it_was(term: Term) -> None:
    run = repaired(term)

    assert held(run) == UNTOUCHED
    assert run.outcome.edits == run.outcome.findings == ()
    assert run.outcome.goals["changes"].units == 0
    assert [row[1] for row in sheet(run, "Changes")] == ["Nothing is different from the version before."]


def test_the_next_version_says_anew_where_the_term_is_tight(term: Term) -> None:
    term.edit(I2="I-3")

    run = repaired(term)

    # M1 and M2 are held on Mon to Fri of the first week and on Mon of the second, each 3 h, by A and by B.
    people, _ = sorted(run.outcome.bottlenecks, key=lambda one: one.pool.supply)
    assert [use.needed for use in people.weeks.values()] == [5 * 12 * 2, 12 * 2]
    assert read(run)["Bottlenecks"]["F22"].value == 36


def test_it_is_the_next_version_and_names_the_one_before(term: Term) -> None:
    run = repaired(term)

    assert run.workbook.name == "department schedule v1.xlsx"
    assert run.workbook.parent.name == "2026-01-03 department v1"
    assert '"parent": {\n    "workbook": "department schedule v1.xlsx"' in (
        run.workbook.parent / "result.json"
    ).read_text("utf-8")


def test_someone_given_a_session_while_busy_keeps_it_and_is_covered_elsewhere(term: Term) -> None:
    term.edit(I2="I-2")  # I-2 has B at that time

    run = repaired(term)

    # I-1 is free then, and so is I-3, who would do as well.
    assert held(run) == ["A M1 5 I-2 R-1", *UNTOUCHED[1:6], "B M1 5 I-1 R-2", *UNTOUCHED[7:]]
    assert run.outcome.findings == ()
    assert sheet(run, "Changes") == [
        ("R00001", "A M1 on Mon Jan 5: instructor", "I-1", "I-2", "you"),
        ("R00007", "B M1 on Mon Jan 5: instructor", "I-2", "I-1", "planner"),
    ]


def test_what_was_edited_is_pinned_in_the_next_version_and_marked(term: Term) -> None:
    term.edit(I2="I-3")

    run = repaired(term)

    page = read(run)["Schedule"]
    assert [page[f"K{row}"].value for row in (2, 3)] == ["instructor", None]
    assert page["I2"].fill.fgColor.rgb != page["I3"].fill.fgColor.rgb
    assert page["I2"].comment.text == "was I-1 (you)"


def test_a_pin_that_is_cleared_lets_a_row_go(term: Term) -> None:
    term.edit(I2="I-2", K2="no")

    run = repaired(term)

    # Nothing is pinned, so whichever of the two is changed, it is one row.
    assert len(by_planner(run)) == 1
    assert run.outcome.findings == ()


def test_a_session_moved_for_a_reason_stays_and_moves_nothing(term: Term) -> None:
    term.edit(C3=date(2026, 1, 10), L3="machine was down")

    run = repaired(term)

    moved = ["A M1 7 I-1 R-1", *UNTOUCHED[3:5], "A M1 10 I-1 R-1", UNTOUCHED[5]]
    assert held(run) == [UNTOUCHED[0], *moved, *UNTOUCHED[6:]]
    assert by_planner(run) == []
    assert {f.rule for f in run.outcome.findings} == {
        "cohort-time",
        "idle",
        "module-order",
        "one-module-at-a-time",
    }
    assert any("(accepted: machine was down)" in found.what for found in run.outcome.findings)


def test_a_deleted_row_is_made_up(term: Term) -> None:
    term.delete(3)

    run = repaired(term)

    assert held(run) == UNTOUCHED
    assert [(change[1], change[4]) for change in sheet(run, "Changes")] == [
        ("A M1 on Tue Jan 6: deleted", "you"),
        ("A M1 on Tue Jan 6: added", "planner"),
    ]


def test_a_cleared_instructor_means_somebody_else(term: Term) -> None:
    term.edit(I2=None)

    run = repaired(term)

    assert held(run)[0] == "A M1 5 I-3 R-1"
    assert run.outcome.findings == ()


def test_a_row_added_beyond_the_hours_stays_and_another_gives_way(term: Term) -> None:
    term.add(14, date(2026, 1, 13), time(8), time(11))

    run = repaired(term)

    assert "A M1 13 I-1 R-1" in held(run)
    assert sum(row.startswith("A M1") for row in held(run)) == 3
    assert any("deleted" in change[1] and change[4] == "planner" for change in sheet(run, "Changes"))


def test_a_row_added_for_a_reason_takes_nothing_away(term: Term) -> None:
    term.add(14, date(2026, 1, 13), time(8), time(11))
    term.edit(L14="make-up for the fire drill")

    run = repaired(term)

    assert held(run) == [*UNTOUCHED[:6], "A M1 13 I-1 R-1", *UNTOUCHED[6:]]
    assert by_planner(run) == []
    assert "module-hours" in {found.rule for found in run.outcome.findings}


def test_two_rows_of_one_person_at_once_are_both_kept_and_named(term: Term) -> None:
    term.edit(I2="I-3", I8="I-3")

    run = repaired(term)

    assert {"A M1 5 I-3 R-1", "B M1 5 I-3 R-2"} <= set(held(run))
    (found,) = run.outcome.findings
    assert found.what.startswith("I-3 teaches A M1 and B M1 at the same time on Mon Jan 5")


def test_two_copies_are_merged_and_what_they_dispute_is_named(term: Term) -> None:
    other = term.schedule.with_name("other.xlsx")
    other.write_bytes(term.schedule.read_bytes())
    term.edit(I2="I-3")
    Term(inputs=term.inputs, schedule=other).edit(I2="I-2", J5="R-3")

    run = repaired(term, files=(term.schedule, other))

    assert held(run)[0] == "A M1 5 I-3 R-1"
    assert held(run)[3] == "A M2 8 I-1 R-3"
    (found,) = run.outcome.findings
    assert (found.rule, found.where) == ("edit", "Schedule!I2")


def test_a_schedule_from_elsewhere_is_repaired_the_same_way(term: Term) -> None:
    with opened(term.schedule) as book:
        for name in book.sheetnames:
            if name != "Schedule":
                del book[name]
        book["Schedule"].delete_cols(1)
        for row in range(2, 14):
            book["Schedule"].cell(row, 5).value = None  # what formulas gave
        book["Schedule"]["H2"] = "I-2"  # busy with B

    run = repaired(term)

    assert len(by_planner(run)) == 1
    assert run.outcome.findings == ()


def test_a_planning_workbook_is_refused(term: Term) -> None:
    with pytest.raises(InputError, match="this is no schedule workbook"):
        repaired(Term(inputs=term.inputs, schedule=term.inputs))


def test_a_schedule_of_another_site_is_refused(term: Term) -> None:
    with opened(term.schedule) as book:
        for row in book["_meta"].iter_rows(max_col=2):
            if row[0].value == "Site":
                row[1].value = "North College"

    with pytest.raises(InputError, match="this is a schedule of North College, but the inputs are those of"):
        repaired(term)


def test_a_schedule_without_its_inputs_is_refused(term: Term) -> None:
    search = Search(clock=lambda: 0.0, seconds=None, work=1)
    out = term.schedule.parent / "out"

    with pytest.raises(InputError, match="the inputs of this schedule are not beside it"):
        repair((term.schedule,), None, out, since=None, today=date(2026, 1, 3), search=search)
    assert not out.exists()
