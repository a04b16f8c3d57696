"""The planning workbook: what a coordinator gets to fill in."""

from datetime import date, datetime, time

import openpyxl
import pytest

from scheduler.goals import GOALS
from scheduler.tables import PLANNING, SETTINGS
from scheduler.writing import write_planning


@pytest.fixture
def blank(tmp_path):
    write_planning(tmp_path / "blank.xlsx")
    return openpyxl.load_workbook(tmp_path / "blank.xlsx")


def rows_of(path, name):
    return [list(row) for row in openpyxl.load_workbook(path)[name].iter_rows(min_row=2, values_only=True)]


def test_every_sheet_and_column_is_there_with_its_exact_name_in_row_1(blank):
    assert blank.sheetnames == ["Instructions", *(table.name for table in PLANNING), "Lists"]
    for table in PLANNING:
        assert [cell.value for cell in blank[table.name][1]] == [column.name for column in table]
        assert blank[table.name].freeze_panes == "A2"


def test_each_heading_says_what_belongs_there(blank):
    heading = blank["Calendar"]["E1"]
    assert heading.comment.text == "Required. Closed, or short day: class ends at Until."
    assert all(cell.comment for table in PLANNING for cell in blank[table.name][1])


def test_the_advice_of_a_heading_is_a_whole_sentence_that_says_something(blank):
    advice = {
        (table.name, cell.value): cell.comment.text for table in PLANNING for cell in blank[table.name][1]
    }
    assert advice["Calendar", "Note"] == "Labor Day, spring break."
    assert not [key for key, text in advice.items() if "Text." in text or ", ." in text]


def test_a_required_heading_looks_different_even_in_black_and_white(blank):
    required, optional = blank["Cohorts"]["A1"], blank["Cohorts"]["C1"]
    assert (required.font.b, optional.font.b) == (True, False)
    assert required.fill.fgColor.rgb != optional.fill.fgColor.rgb


def test_the_settings_are_prefilled_with_one_weight_for_each_goal(blank):
    found = {row[0]: row[1] for row in blank["Settings"].iter_rows(min_row=2, values_only=True)}
    assert {"Site", "Time zone", "Plan from", "Plan to"} <= set(found)
    assert {key: found[key] for key in found if key.startswith("Weight")} == {
        f"Weight: {goal.NAME}": goal.WEIGHT for goal in GOALS
    }


def test_dropdowns_ask_defined_names_that_exist(blank):
    sources = {
        validation.formula1
        for table in PLANNING
        for validation in blank[table.name].data_validations.dataValidation
        if validation.type == "list"
    }
    assert {"CohortList", "ProgramList", "ModuleList", "InstructorList", "RoomList", "WhoList"} <= sources
    assert sources <= set(blank.defined_names)


def test_columns_with_several_ids_are_offered_a_list_but_take_anything(blank):
    found = {str(v.sqref): v for v in blank["Cohorts"].data_validations.dataValidation}
    assert not found["D2:D2000"].showErrorMessage
    assert found["B2:B2000"].errorStyle == "warning"


def test_the_sheet_of_a_scenario_is_offered_and_its_value_stays_as_it_is_typed(blank):
    scenarios = blank["Scenarios"]
    (rule,) = (v for v in scenarios.data_validations.dataValidation if str(v.sqref) == "B2:B2000")
    assert (rule.formula1, rule.showErrorMessage) == ("SheetList", False)
    assert "SheetList" in blank.defined_names
    assert scenarios.column_dimensions["E"].width > 20
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in blank["Lists"].columns
    }
    assert lists["SheetList"] == [table.name for table in PLANNING if table.name != "Scenarios"]


def test_rows_come_back_as_they_were_given(tmp_path):
    path = tmp_path / "filled.xlsx"
    write_planning(
        path,
        {
            "Patterns": [{"Pattern": "FT", "Days": "MTWRF", "Start": time(8), "End": time(11, 30)}],
            "Rooms": [{"Room": "007", "Types": "CL", "Seats": 20}, {"Room": 101, "Types": "ML", "Seats": 12}],
            "Instructors": [{"Instructor": "NA", "Name": "=1+1"}],
            "Pins": [{"Cohort": "A", "Module": "C01", "Start": datetime.combine(date(2026, 1, 5), time(8))}],
        },
    )
    assert rows_of(path, "Patterns") == [["FT", "MTWRF", time(8), time(11, 30), None]]
    assert rows_of(path, "Rooms") == [["007", None, "CL", 20, None], ["101", None, "ML", 12, None]]
    assert rows_of(path, "Instructors")[0][:2] == ["NA", "=1+1"]
    assert openpyxl.load_workbook(path)["Instructors"]["B2"].data_type == "s"
    assert rows_of(path, "Pins")[0][2] == datetime.combine(date(2026, 1, 5), time(8))


def test_a_setting_that_is_given_replaces_the_usual_one_and_others_stay(tmp_path):
    path = tmp_path / "filled.xlsx"
    given = [
        {"Key": "Plan from", "Value": date(2026, 1, 5)},
        {"Key": "Weight: finish", "Value": 3},
        {"Key": "Term", "Value": "Spring"},
    ]
    write_planning(path, {SETTINGS.name: given})
    found = {row[0]: row[1] for row in rows_of(path, "Settings")}
    assert found["Plan from"] == datetime.combine(date(2026, 1, 5), time())
    assert (found["Weight: finish"], found["Weight: days late"]) == (3, 50)
    assert list(found)[-1] == "Term"


def test_an_unknown_column_is_refused(tmp_path):
    with pytest.raises(KeyError, match="Rooms has no column Colour"):
        write_planning(tmp_path / "x.xlsx", {"Rooms": [{"Room": "A", "Colour": "red"}]})


def test_the_same_rows_give_the_same_file(tmp_path):
    write_planning(tmp_path / "a.xlsx")
    write_planning(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_folder_that_is_missing_is_said_to_be_unwritable(tmp_path):
    with pytest.raises(PermissionError, match="cannot be written"):
        write_planning(tmp_path / "missing" / "x.xlsx")
