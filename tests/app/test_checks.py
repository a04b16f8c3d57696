"""Checking a planning workbook, and a schedule that somebody edited."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import tiny
from edited import edit, opened

from scheduler.app import planning, results
from scheduler.app.checks import check
from scheduler.app.faults import InputError


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    """Give the schedule workbook of the tiny department, in its run folder."""
    source = tiny.workbook(tmp_path / "department.xlsx")
    search = planning.Search(clock=lambda: 0.0, work=200)
    return planning.plan(source, tmp_path / "outputs", today=date(2026, 1, 2), search=search).workbook


def test_good_inputs_have_no_finding(tmp_path: Path) -> None:
    checked = check(tiny.workbook(tmp_path / "department.xlsx"))

    assert checked.findings == ()
    assert checked.schedule is None
    assert results.of_check(checked) == {"status": "checked", "findings": []}


def test_inputs_that_cannot_be_fulfilled_have_findings_with_their_cell(tmp_path: Path) -> None:
    checked = check(tiny.folder(tmp_path / "department", Rooms={"Seats": 9}))

    assert checked.findings
    assert all("!" in finding.where for finding in checked.findings)


def test_unusable_inputs_are_refused_with_all_their_faults(tmp_path: Path) -> None:
    source = tiny.workbook(
        tmp_path / "department.xlsx", Cohorts={"Program": "CNX"}, Qualifications={"Instructor": "I-9"}
    )

    with pytest.raises(InputError) as refusal:
        check(source)

    assert [fault.where for fault in refusal.value.faults] == ["Cohorts!B2", "Qualifications!A2"]
    listed = results.of_refusal(refusal.value)
    assert listed["status"] == "unusable"
    assert [row["where"] for row in listed["findings"]] == ["Cohorts!B2", "Qualifications!A2"]


def test_what_is_wrong_in_a_scenario_is_found_with_its_cell_and_its_name(tmp_path: Path) -> None:
    rows = [
        {"Scenario": "Later", "Sheet": "Cohorts", "Row": 2, "Column": "Earliest start", "Value": "1/6/2026"},
        {"Scenario": "Slip", "Sheet": "Cohorts", "Row": 2, "Column": "Program", "Value": "Q"},
        {"Scenario": "Nowhere", "Sheet": "Cohorts", "Row": 2, "Column": "Earlyest start", "Value": "x"},
    ]

    checked = check(tiny.workbook(tmp_path / "department.xlsx", Scenarios=rows))

    assert [(found.rule, found.where, found.what) for found in checked.findings] == [
        ("input", "Cohorts!B2", 'in the scenario Slip: there is no program "Q"'),
        (
            "input",
            "Scenarios!D4",
            'in the scenario Nowhere: Cohorts has no column "Earlyest start". Did you mean "Earliest start"?',
        ),
    ]


def test_a_path_to_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        check(tmp_path / "fall.xlsx")


def test_a_schedule_as_it_was_written_has_no_finding(planned: Path) -> None:
    checked = check(planned)

    assert checked.findings == ()
    assert checked.score == 0
    assert checked.schedule is not None
    assert len(checked.schedule.sessions) == 3
    assert checked.notes[0] == "checked against inputs/department.xlsx beside it"


def test_an_edit_that_breaks_a_rule_is_found_in_its_cell(planned: Path) -> None:
    """The first session of M1 is moved to Sat Jan 10, when there is no class."""
    edit(planned, C2=date(2026, 1, 10))

    checked = check(planned)

    assert ("cohort-time", "Schedule!C2") in {(found.rule, found.where) for found in checked.findings}


def test_an_emptied_cell_costs_its_hours(planned: Path) -> None:
    edit(planned, I2=None)

    checked = check(planned)

    # one session of 3 h without an instructor, at 500 an hour
    assert checked.goals["unstaffed hours"].units == 3
    result = results.of_check(checked)
    assert result["score"] == 1500
    assert result["unstaffed_hours"] == 3
    assert result["goals"]["unstaffed hours"] == {"units": 3, "weight": 500}
    assert [row["where"] for row in result["findings"]] == ["Schedule!I2"]


def test_a_deleted_row_is_called_deleted(planned: Path) -> None:
    """Row 3 is the second session of M1, on Tue Jan 6."""
    with opened(planned) as book:
        book["Schedule"].delete_rows(3)

    (missing,) = (found for found in check(planned).findings if found.rule == "unplaced hours")

    assert missing.what.endswith("are not in the schedule. R00002 on Tue Jan 6 is no longer there.")


def test_an_unreadable_edit_is_refused(planned: Path) -> None:
    edit(planned, G2="M9")

    with pytest.raises(InputError) as refusal:
        check(planned)

    assert refusal.value.source == planned
    assert [fault.where for fault in refusal.value.faults] == ["Schedule!G2"]


def test_a_schedule_that_was_moved_asks_for_its_inputs(planned: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copy(planned, tmp_path / "moved.xlsx"))

    with pytest.raises(InputError, match="--inputs"):
        check(moved)

    assert check(moved, tmp_path / "department.xlsx").findings == ()


def test_inputs_that_are_not_there_are_refused(planned: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        check(planned, tmp_path / "gone.xlsx")


def test_kept_inputs_that_were_edited_are_pointed_out(planned: Path) -> None:
    record = planned.parent / "result.json"
    content = json.loads(record.read_text("utf-8"))
    content["inputs"]["sha256"] = "0" * 64
    record.write_text(json.dumps(content), "utf-8")

    assert "was edited after this schedule was planned" in check(planned).notes[0]


def test_inputs_that_are_a_schedule_are_refused(planned: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is a schedule workbook, not a planning workbook"):
        check(planned, planned)

    with pytest.raises(InputError, match="or plan the workbook it was planned from"):
        check(planned, Path(shutil.copy(planned, tmp_path / "moved.xlsx")))


def test_inputs_mean_nothing_for_a_planning_workbook(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "department.xlsx")

    with pytest.raises(InputError, match="Leave --inputs out"):
        check(source, source)
