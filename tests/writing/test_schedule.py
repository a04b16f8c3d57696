"""The tables of the schedule workbook: what stands where, and that it reads back as it was."""

import warnings
from datetime import date, datetime, time

import builders as b
import pandas as pd
from writing.books import TODAY, small, written
from writing.sample_term import outcome_of

from scheduler.domain.schedule import Schedule
from scheduler.tables import CHANGES, FINDINGS, HOURS, LOAD, PLACEMENTS, SCHEDULE
from scheduler.writing import as_frame, write_schedule


def test_headings_stand_in_row_1_by_their_exact_names(book):
    for table in (SCHEDULE, PLACEMENTS, LOAD, FINDINGS, CHANGES):
        assert [cell.value for cell in book[table.name][1]] == [column.name for column in table]
    hours = [cell.value for cell in book["Hours"][1]]
    assert hours == [*[column.name for column in HOURS], "160 h", "300 h", "600 h"]


def test_sheets_stand_in_the_order_of_the_contract_and_helpers_are_hidden(book):
    assert book.sheetnames[:5] == ["Read me", "Schedule", "Modules", "Hours", "Load"]
    assert book.sheetnames[5:7] == ["Bottlenecks", "Timeline"]
    assert book.sheetnames[7:11] == ["CNC-A", "CNC-B", "Schedule (cohort)", "CPT-1"]
    assert book.sheetnames[-5:] == ["Findings", "Changes", "Lists", "_meta", "_check"]
    assert [s.title for s in book if s.sheet_state != "visible"] == ["_meta", "_check"]


def test_every_session_stands_in_its_row_with_its_id(book, planned):
    for session in planned[1].schedule.sessions:
        row = [cell.value for cell in book["Schedule"][session.row]]
        assert row[:2] == [session.id, session.cohort]
        assert row[2] == datetime.combine(session.date, time())
        assert row[5] == session.length / 4
    assert book["Schedule"].column_dimensions["A"].hidden
    assert book["Schedule"]["C2"].number_format == "ddd mmm d"
    assert book["Schedule"]["D2"].number_format == "h:mm AM/PM"


def test_pandas_reads_the_sheet_as_the_frame_says(planned, tmp_path):
    problem, outcome = planned
    path = tmp_path / "s.xlsx"
    write_schedule(path, problem, outcome, inputs="", today=TODAY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        found = pd.read_excel(path, sheet_name="Schedule", keep_default_na=False)
    pd.testing.assert_frame_equal(found, as_frame(outcome.schedule, problem), check_dtype=False)


def test_who_is_missing_is_written_as_a_question_mark_or_left_empty(tmp_path):
    problem, outcome = small(b.session(day=5, where="R-1"), b.session(day=6, who="", where=""))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert (sheet["I2"].value, sheet["J2"].value, sheet["M2"].value) == ("I-1", "R-1 + ?", "Room missing")
    assert (sheet["I3"].value, sheet["J3"].value) == (None, None)
    assert sheet["M3"].value == "Instructor missing; Room missing"


def test_a_double_booking_that_was_accepted_is_said_from_the_start(tmp_path):
    cohorts = (b.cohort("A"), b.cohort("B"))
    sessions = (b.session("A", where="R-1 R-2"), b.session("B", at="10-12", who="I-1", where=""))
    problem, outcome = small(*sessions, cohorts=cohorts)
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert sheet["M2"].value == "I-1 is taken twice"
    assert sheet["M3"].value == "I-1 is taken twice; Room missing"


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2", note="=1+1"))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert (sheet["L2"].value, sheet["L2"].data_type) == ("=1+1", "s")


def test_pins_are_written_in_words(tmp_path):
    everything = frozenset({"time", "instructor", "room"})
    problem, outcome = small(
        b.session(day=5, where="R-1 R-2", pin=everything),
        b.session(day=6, where="R-1 R-2", pin=frozenset({"room", "time"})),
    )
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert (sheet["K2"].value, sheet["K3"].value) == ("all", "time, room")


def test_milestones_are_the_dates_the_hours_reach_them(tmp_path):
    # 3 h a day from Mon Jan 5: 3 h are reached on the 5th, 6 h on the 6th; 9 h never.
    course = b.program(b.module("M1", 9, room_types=()), milestones=(12, 24, 36))
    problem = b.problem(programs=(course,))
    sessions = (b.session(day=5, where=""), b.session(day=6, where=""))
    outcome = outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))
    row = [cell.value for cell in written(tmp_path / "s.xlsx", problem, outcome)["Hours"][2]]
    assert row[3:6] == [6, 9, -3]
    assert row[10:] == [
        datetime.combine(date(2026, 1, 5), time()),
        datetime.combine(date(2026, 1, 6), time()),
        None,
    ]


def test_load_is_the_share_of_the_time_somebody_could_be_used(tmp_path):
    # Mon Jan 5 to Tue Jan 6, 3 h of class time a day: 6 h; I-1 is away on the 6th, so 3 h of 3 h.
    # I-2 may teach 2 h a day: 3 h of 4 h. R-1 is used 3 h of 6 h.
    problem = b.problem(
        b.module("M1", 6),
        instructors=(b.instructor("I-1"), b.instructor("I-2", day=2)),
        absences=(b.absence("I-1", 6),),
    )
    sessions = (b.session(day=5), b.session(day=6, who="I-2", where="R-2"))
    outcome = outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Load"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert rows["I-1"] == (3, 3, 3, 1)
    assert rows["I-2"] == (3, 3, 3, 0.75)
    assert rows["R-1"] == (3, 3, 3, 0.5)


def test_modules_name_main_people_and_count_cover(book):
    rows = {(row[0], row[2]): row for row in book["Modules"].iter_rows(min_row=2, values_only=True)}
    assert rows["CNC-A", "C08"][8:] == ("I-2", "SIM-1 + ML-1", 0)
    assert rows["CNC-B", "C04"][10] > 0


def test_the_hidden_copy_holds_every_generated_row_and_where_it_came_from(book, planned):
    rows = list(book["_meta"].iter_rows(values_only=True))
    facts = {row[0]: row[1] for row in rows if row[0]}
    assert (facts["Inputs"], facts["Made"], facts["Seed"]) == ("f" * 64, "2026-01-02", "7")
    assert facts["Pattern: CNC-A"] == "FT"
    assert rows[0][3:6] == ("Row ID", "Cohort", "Date")
    assert [row[3] for row in rows[1:] if row[3]] == [s.id for s in planned[1].schedule.sessions]


def test_two_runs_write_the_same_file(planned, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        write_schedule(tmp_path / name, *planned, inputs="", today=TODAY)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_session_until_midnight_lasts_its_hours(tmp_path):
    problem, outcome = small(b.session(at="21-24", where="R-1 R-2"))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert (sheet["E2"].value, sheet["F2"].value) == (time(0), 3)


def test_a_cohort_in_two_places_at_once_is_said(tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2"), b.session(at="10-12", who="I-2", where=""))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert sheet["M2"].value == "A has two sessions at once"
    assert sheet["M3"].value == "A has two sessions at once; Room missing"


def test_dates_show_the_year_where_a_plan_goes_over_new_year(book, tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2"), last=date(2027, 1, 29))
    longer = written(tmp_path / "s.xlsx", problem, outcome)
    assert longer["Schedule"]["C2"].number_format == "ddd mmm d, yyyy"
    for sheet, cell in (("Modules", "F2"), ("Hours", "G2")):
        assert book[sheet][cell].number_format == "ddd mmm d, yyyy"


def test_load_says_what_its_columns_count(book):
    notes = {cell.value: cell.comment.text for cell in book["Load"][1] if cell.comment}
    assert "weeks in which any cohort has class" in notes["Hours/week (mean)"]
    assert "Availability and outside Absences" in notes["Share of available time"]
    assert "Mean: over all weeks with class" in book["Load"].oddHeader.center.text


def test_lists_prints_nothing_but_a_note(book):
    sheet = book["Lists"]
    area = sheet.print_area.split("!")[1].replace("$", "")
    assert "there is nothing in it to read or print" in sheet[area.split(":")[0]].value
