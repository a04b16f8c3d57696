"""Each thing that cannot be understood is named with its sheet, its cell, and what to do."""

from datetime import date, time
from pathlib import Path

import pytest
from reading.samples import Rows, csv_folder, good, with_cell, workbook

from scheduler.domain.findings import Finding
from scheduler.reading import read_problem
from scheduler.reading.grid import Grid
from scheduler.reading.headings import Table
from scheduler.reading.records import Record
from scheduler.tables import CALENDAR

ONE_CELL = [
    # (sheet, cell, what is written, where the fault is, what it says)
    ("Settings", "A2", "Sit", "A2", 'there is no setting "Sit". Did you mean "Site"?'),
    ("Settings", "A3", "Plan to", "A5", '"Plan to" is there twice: in rows 3 and 5'),
    ("Settings", "A6", "Weight: finsh", "A6", 'there is no goal "finsh". Did you mean "finish"?'),
    ("Settings", "A6", "Weight: gold", "A6", 'there is no goal "gold".'),
    ("Settings", "B6", -1, "B6", "the weight -1 is negative"),
    ("Settings", "B6", 1_000_001, "B6", "the weight 1e+06 is too large"),
    ("Settings", "B6", "much", "B6", '"much" is not a number'),
    (
        "Settings",
        "B3",
        "America/New York",
        "B3",
        'there is no time zone "America/New York". Did you mean "America/New_York"?',
    ),
    ("Settings", "B4", None, "B4", "Plan from is blank"),
    ("Settings", "B5", date(2025, 6, 30), "B5", "Plan to (6/30/2025) is before Plan from (1/5/2026)"),
    ("Settings", "B5", date(2062, 6, 30), "B5", "the plan is longer than ten years"),
    ("Settings", "B5", "sometime", "B5", '"sometime" is not a date'),
    ("Calendar", "B3", date(2026, 3, 1), "B3", "To (3/1/2026) is before From (3/16/2026)"),
    ("Calendar", "D3", "CNC-B", "D3", 'there is no cohort "CNC-B". Did you mean "CNC-A"?'),
    ("Calendar", "E2", "clsed", "E2", '"clsed" is not a choice. Did you mean "closed"?'),
    ("Calendar", "F3", None, "F3", "a short day needs Until"),
    ("Calendar", "F2", time(12, 0), "F2", "a closed day has no class, so Until has no meaning"),
    ("Calendar", "C3", "Nroth", "C3", 'there is no campus "Nroth". Did you mean "North"?'),
    ("Calendar", "C3", "north", "C3", 'the campus "north" is written "North" in Cohorts!C2'),
    ("Patterns", "D4", "5:00 PM", "D4", "End (5:00 PM) is not after Start (5:00 PM)"),
    ("Patterns", "C3", time(11, 15), "C3", "the blocks of pattern FT in rows 2 and 3 overlap"),
    ("Patterns", "C2", "8:10 AM", "C2", '"8:10 AM" is not on a quarter-hour'),
    ("Patterns", "B2", "MTWTF", "B2", '"MTWTF" names a day twice'),
    ("Programs", "A3", "CNC", "A3", '"CNC" is there twice: in rows 2 and 3'),
    ("Programs", "C2", 61, "C2", "the modules of CNC add up to 60 h, but the program has 61 h: 1 h missing"),
    ("Programs", "D2", "any", "D2", '"any" is not a choice.'),
    ("Programs", "F2", "30, 90", "F2", "the milestone 90 h is beyond the 60 h"),
    ("Programs", "F2", "0", "F2", "the milestone 0 h is beyond the 60 h"),
    ("Programs", "E2", 2.5, "E2", "2.5 is not a whole number"),
    ("Modules", "A2", "CNX", "A2", 'there is no program "CNX". Did you mean "CNC"?'),
    ("Modules", "B3", "C01", "B3", '"CNC C01" is there twice: in rows 2 and 3'),
    ("Modules", "B5", None, "B5", '"Module" is blank'),
    ("Modules", "D2", -15, "D2", "-15 hours cannot be"),
    ("Modules", "D2", 0, "D2", "Hours is 0"),
    ("Modules", "E4", 3, "E2", "other modules of CNC have a Sequence, this one has none"),
    ("Modules", "F3", "C1", "F3", 'there is no module "C1" in the program "CNC". Did you mean "C01"?'),
    ("Modules", "F2", "C03", "F2", 'the prerequisites run in a circle: "C01 → C03 → C01"'),
    ("Modules", "F2", "C01", "F2", "C01 is its own prerequisite"),
    ("Modules", "G3", "SIM, ML", "G3", '"SIM, ML" may mean all of them or one of them'),
    ("Modules", "G3", "Sim + ML", "G3", 'the room type "Sim" is written "SIM" in Rooms!C3'),
    ("Modules", "J2", 0, "J2", "Max hours/day is 0"),
    ("Cohorts", "A3", "CNC-A", "A3", '"CNC-A" is there twice: in rows 2 and 3'),
    ("Cohorts", "A2", None, "A2", '"Cohort" is blank'),
    ("Cohorts", "A2", "A, B", "A2", '"A, B" cannot be an ID: , ; + separate IDs, * and ? have a meaning'),
    (
        "Cohorts",
        "A2",
        date(2026, 1, 1),
        "A2",
        "Excel has turned this ID into a date or time (2026-01-01 00:00:00)",
    ),
    ("Cohorts", "B2", "CNX", "B2", 'there is no program "CNX". Did you mean "CNC"?'),
    ("Cohorts", "D2", "FT, EVENING", "D2", 'there is no pattern "EVENING"'),
    ("Cohorts", "D2", " , ", "D2", '"Patterns" is blank'),
    ("Cohorts", "E2", "twelve", "E2", '"twelve" is not a number'),
    ("Cohorts", "F2", "2/30/2026", "F2", 'there is no date "2/30/2026"'),
    (
        "Cohorts",
        "G2",
        date(2025, 1, 12),
        "G2",
        "Latest start (1/12/2025) is before Earliest start (1/5/2026)",
    ),
    ("Cohorts", "H2", "Moonday", "H2", '"Moonday" is not a list of days'),
    ("Cohorts", "K2", "perhaps", "K2", '"perhaps" is neither yes nor no'),
    ("Rosters", "A2", None, "A2", '"Student ID" is blank'),
    ("Rosters", "C2", "CNC-B", "C2", 'there is no cohort "CNC-B". Did you mean "CNC-A"?'),
    ("Instructors", "A3", "I1", "A3", '"I1" is there twice: in rows 2 and 3'),
    ("Instructors", "D2", 7.1, "D2", "7.1 h is not a whole number of quarter-hours"),
    ("Qualifications", "A2", "I9", "A2", 'there is no instructor "I9". Did you mean "I1" or "I2"?'),
    ("Qualifications", "C4", "T3", "C4", 'there is no module "T3" in the program "CPT"'),
    ("Qualifications", "C3", "*", "C3", "I1 CNC * is there twice: in rows 2 and 3"),
    ("Qualifications", "E2", 3, "E2", "3 is not from -2 to 2"),
    ("Rooms", "A2", "I1", "A2", '"I1" is also an instructor (Instructors!A2)'),
    ("Rooms", "A3", "SIM+1", "A3", '"SIM+1" cannot be an ID'),
    ("Rooms", "D2", -24, "D2", "-24 is not from 0 to 1,000,000"),
    ("Availability", "A2", "I22", "A2", 'there is no instructor or room "I22". Did you mean "I2"?'),
    ("Availability", "D2", "7:00 AM", "D2", "End (7:00 AM) is not after Start (8:00 AM)"),
    ("Absences", "C2", date(2026, 2, 1), "C2", "To (2/1/2026) is before From (2/2/2026)"),
    ("Absences", "D3", time(13, 0), "E3", "End (12:00 PM) is not after Start (1:00 PM)"),
    ("Pins", "A2", "CNC-C", "A2", 'there is no cohort "CNC-C". Did you mean "CNC-A"?'),
    ("Pins", "B2", "T01", "B2", 'there is no module "T01" in the program "CNC". Did you mean "C01"?'),
    ("Pins", "C2", "1/12/2026 8:05 AM", "C2", '"1/12/2026 8:05 AM" is not on a quarter-hour'),
    ("Pins", "D2", "I1 + I3", "D2", 'there is no instructor "I3". Did you mean "I1" or "I2"?'),
    ("Pins", "E2", "SIM1", "E2", 'there is no room "SIM1". Did you mean "SIM-1"?'),
]


def faults(path: Path, rows: Rows) -> tuple[Finding, ...]:
    reading = read_problem(workbook(path / "plan.xlsx", rows))
    assert (reading.problem is None) == bool(reading.faults)
    assert all(fault.rule == "input" and fault.todo for fault in reading.faults)
    return reading.faults


@pytest.mark.parametrize(
    ("sheet", "cell", "written", "place"), [(s, c, w, (p, what)) for s, c, w, p, what in ONE_CELL]
)
def test_a_cell_that_cannot_be_understood_is_named(
    tmp_path: Path, sheet: str, cell: str, written: object, place: tuple[str, str]
) -> None:
    found = [(f.where, f.what) for f in faults(tmp_path, with_cell(sheet, cell, written))]
    assert any(where == f"{sheet}!{place[0]}" and what.startswith(place[1]) for where, what in found), found


def test_a_fault_does_not_drag_others_behind_it(tmp_path: Path) -> None:
    for sheet, cell, written in [
        ("Cohorts", "F2", "soon"),
        ("Modules", "D2", "long"),
        ("Modules", "A2", "CNX"),
    ]:
        assert len(faults(tmp_path, with_cell(sheet, cell, written))) == 1


def test_a_row_of_spaces_is_blank(tmp_path: Path) -> None:
    assert faults(tmp_path, with_cell("Rooms", "A5", " \u00a0 ")) == ()


def test_a_value_needed_from_a_blank_cell_is_a_mistake_of_ours() -> None:
    grid = Grid(name="Calendar", rows={})
    table = Table(sheet=CALENDAR, order=1, grid=grid, heading_row=1, columns={"From": 1})
    with pytest.raises(ValueError, match="Calendar!A2 is blank"):
        Record(table=table, row=2, values={}).needed_day("From")


def test_a_longer_circle_is_named_with_every_module_in_it(tmp_path: Path) -> None:
    rows = good()
    rows["Modules"][1][5] = "C02"
    rows["Modules"][2][5] = "C03"
    rows["Modules"][3][5] = "C01"
    (fault,) = faults(tmp_path, rows)
    assert fault.where == "Modules!F2"
    assert fault.what == 'the prerequisites run in a circle: "C01 → C02 → C03 → C01"'


def test_blocks_that_touch_or_lie_on_other_days_do_not_overlap(tmp_path: Path) -> None:
    rows = with_cell("Patterns", "C3", time(11, 30))
    rows["Patterns"].append(["FT", "Sat", time(8, 0), time(12, 0), None])
    assert faults(tmp_path, rows) == ()


def test_the_missing_settings_are_named(tmp_path: Path) -> None:
    rows = good()
    del rows["Settings"][3:5]
    assert [f.what for f in faults(tmp_path, rows)] == [
        'the setting "Plan from" is missing',
        'the setting "Plan to" is missing',
    ]


def test_a_setting_without_a_key_is_a_fault_and_an_unknown_one_a_note(tmp_path: Path) -> None:
    assert [f.where for f in faults(tmp_path, with_cell("Settings", "B7", 5))] == ["Settings!A7"]
    reading = read_problem(workbook(tmp_path / "p.xlsx", with_cell("Settings", "A7", "Coffee machine")))
    assert reading.problem
    assert 'Settings!A7: the setting "Coffee machine" is not read' in reading.notes


def test_settings_without_values_are_the_defaults(tmp_path: Path) -> None:
    rows = with_cell("Settings", "B6", None)
    rows["Settings"][1][1] = rows["Settings"][2][1] = None
    problem = read_problem(workbook(tmp_path / "p.xlsx", rows)).problem
    assert problem
    assert (problem.settings.site, problem.settings.time_zone, problem.settings.weights) == ("", "", {})


def test_equal_qualifications_twice_do_no_harm(tmp_path: Path) -> None:
    rows = good()
    rows["Qualifications"].append(list(rows["Qualifications"][1]))
    assert faults(tmp_path, rows) == ()


def test_an_error_or_a_formula_never_calculated_is_a_located_fault(tmp_path: Path) -> None:
    rows = with_cell("Cohorts", "E2", "=6+6")
    rows["Rooms"][1][3] = "#N/A"
    rows["Instructors"][1][1] = "=cmd|' /C calc'!A0"
    assert [(f.where, f.what) for f in faults(tmp_path, rows)] == [
        ("Cohorts!E2", "the cell holds a formula that was never calculated"),
        ("Instructors!B2", "the cell holds a formula that was never calculated"),
        ("Rooms!D2", "the cell shows the error #N/A"),
    ]


def test_a_formula_as_text_is_only_text(tmp_path: Path) -> None:
    name = "=cmd|' /C calc'!A0"
    rows = with_cell("Instructors", "B2", name)
    problem = read_problem(csv_folder(tmp_path / "plan", rows)).problem
    assert problem
    assert problem.instructors["I1"].name == name


def test_students_names_never_get_into_faults_or_notes(tmp_path: Path) -> None:
    # The columns of the roster have shifted: names stand where IDs and cohorts should.
    rows = good()
    name = "Jane Sample Doe"
    rows["Rosters"] = [
        ["Student ID", "Name", "Cohort", "Status", "Email", name],
        ["S1", name, name, name, name, name],
        [date(2000, 1, 1), name, "007", name, name, None],
        [name, name, None, f"={name}", name, None],
    ]
    reading = read_problem(workbook(tmp_path / "plan.xlsx", rows))
    said = [text for f in reading.faults for text in (f.where, f.what, f.todo)] + list(reading.notes)
    assert len(reading.faults) == 4  # C2 no such cohort, A3 a date, C4 blank, D4 a formula
    assert not any("Jane" in text or "Doe" in text for text in said)


def test_the_faults_of_a_csv_folder_are_the_workbooks(tmp_path: Path) -> None:
    for sheet, cell, written in [
        ("Cohorts", "B2", "CNX"),
        ("Modules", "F2", "C03"),
        ("Patterns", "B2", "MTWTF"),
    ]:
        rows = with_cell(sheet, cell, written)
        assert read_problem(csv_folder(tmp_path / "plan", rows)).faults == faults(tmp_path, rows)


def test_thousands_of_faults_are_all_told_in_seconds(tmp_path: Path) -> None:
    rows = good()
    rows["Rosters"] += [[f"S{n}", None, f"X{n}", None, None] for n in range(10, 10_000)]
    assert len(read_problem(csv_folder(tmp_path / "plan", rows)).faults) == 9_990
