"""The schedule workbook as text: what stands where, and that it reads back as it was."""

import json
import re
import warnings
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import builders as b
import openpyxl
import pandas as pd
import pytest
from writing.sample_term import outcome_of, term

from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome, Price
from scheduler.domain.schedule import Schedule
from scheduler.tables import CHANGES, FINDINGS, HOURS, LOAD, PLACEMENTS, SCHEDULE
from scheduler.writing import as_frame, as_json, write_schedule
from scheduler.writing.names import sheet_names, unique
from scheduler.writing.wording import from_to, status

TODAY = date(2026, 1, 2)


def written(path, problem, outcome):
    write_schedule(path, problem, outcome, inputs="f" * 64, today=TODAY)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # data bars are an extension openpyxl does not keep
        return openpyxl.load_workbook(path, data_only=True)


@pytest.fixture(scope="module")
def planned():
    return term()


@pytest.fixture(scope="module")
def book(planned, tmp_path_factory):
    return written(tmp_path_factory.mktemp("book") / "schedule.xlsx", *planned)


def texts(sheet):
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def small(*sessions, **fields):
    """Two lab groups at once, and one session without anybody."""
    problem = b.problem(
        b.module("M1", 6, room_types=("CL", "ML"), title="Both labs"),
        rooms=(b.room("R-1"), b.room("R-2", "ML")),
        **fields,
    )
    return problem, outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))


def test_headings_stand_in_row_1_by_their_exact_names(book):
    for table in (SCHEDULE, PLACEMENTS, LOAD, FINDINGS, CHANGES):
        assert [cell.value for cell in book[table.name][1]] == [column.name for column in table]
    hours = [cell.value for cell in book["Hours"][1]]
    assert hours == [*[column.name for column in HOURS], "160 h", "300 h", "600 h"]


def test_sheets_stand_in_the_order_of_the_contract_and_helpers_are_hidden(book):
    assert book.sheetnames[:6] == ["Read me", "Schedule", "Modules", "Hours", "Load", "Timeline"]
    assert book.sheetnames[6:10] == ["CNC-A", "CNC-B", "Schedule (cohort)", "CPT-1"]
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


def test_a_finding_links_to_its_cell_and_one_about_the_input_does_not(planned, tmp_path):
    problem, outcome = planned
    session = outcome.schedule.sessions[4]
    findings = (
        Finding(rule="instructor-free", what="Busy.", sessions=(session,), column="Instructor"),
        Finding(rule="room-capacity", what="Too small.", where="Modules!C7"),
    )
    sheet = written(tmp_path / "s.xlsx", problem, replace(outcome, findings=findings))["Findings"]
    assert sheet["B2"].value == "Schedule!I6"
    assert sheet["B2"].hyperlink.location == "'Schedule'!I6"
    assert (sheet["B3"].value, sheet["B3"].hyperlink) == ("Modules!C7", None)


def test_no_findings_and_a_first_version_are_said_in_words(planned, tmp_path):
    problem, outcome = planned
    book = written(tmp_path / "s.xlsx", problem, replace(outcome, findings=()))
    assert "every rule holds" in book["Findings"]["C2"].value
    assert "first version" in book["Changes"]["B2"].value


def test_the_summary_says_how_good_what_is_missing_and_when(book):
    found = texts(book["Read me"])
    assert "Within 1.3 % of the best possible" in found
    assert "3 findings" in found
    assert "CNC-A" in found
    assert any(
        re.fullmatch(r"1,960 of 1,960 h planned, [\d.]+ h without a person or room", text) for text in found
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "optimal", "score": 10, "bound": 10}, "Proven best"),
        ({"status": "feasible", "score": 100, "bound": 98.7}, "Within 1.3 % of the best possible"),
        (
            {"status": "feasible", "score": 100, "bound": 0},
            "Complete; how close to the best possible is not known",
        ),
    ],
)
def test_status_is_said_in_words(fields, words):
    assert status(Outcome(schedule=Schedule(), goals={}, **fields)) == words


def test_calendars_say_when_what_who_and_where(book):
    cohort, person, room = (" ".join(texts(book[name])) for name in ("CNC-A", "I-1", "CL-1"))
    assert "8:00 \N{EN DASH} 11:30 AM\n12:15 \N{EN DASH} 2:45 PM\nC01  Orientation, shop safety" in cohort
    assert "Sample Instructor 1\nCL-1" in cohort
    assert "No class\nMartin Luther King Jr. Day" in cohort
    assert "CNC-A\nC01  Orientation" in person
    assert "CNC-A\nC01  Orientation" in room


def test_an_absence_shows_as_away_and_never_says_why(book):
    found = " ".join(texts(book["I-2"]))
    assert "Away" in found
    assert "Conference" not in " ".join(text for sheet in book for text in texts(sheet))


def test_unstaffed_hours_are_said_in_the_cohorts_calendar(book):
    assert "? no instructor yet" in " ".join(texts(book["CNC-B"]))


def test_weeks_without_a_session_take_one_line(book):
    assert any("no sessions" in text and "Spring break" in text for text in texts(book["CNC-A"]))


def test_calendars_print_landscape_on_letter_with_repeated_headings(book):
    sheet = book["I-1"]
    assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "1")
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.oddHeader.left.text == "Sample Instructor 1"
    assert "&P" in sheet.oddFooter.right.text


def test_the_timeline_has_one_bar_for_each_module_and_fits_one_page(book):
    found = texts(book["Timeline"])
    assert {f"C{n:02d}" for n in range(1, 13)} <= set(found)
    assert {"Jan 2026", "Oct 2026"} <= set(found)
    assert book["Timeline"].page_setup.fitToWidth in (None, 1)
    assert book["Timeline"].sheet_properties.pageSetUpPr.fitToPage


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


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Schedule", "Schedule (cohort)"),
        ("history", "history (cohort)"),
        ("a/b:c*?[d]\\", "a-b-c--" + "-d--"),
        ("'quoted'", "quoted"),
        ("", "cohort"),
        ("x" * 40, "x" * 31),
    ],
)
def test_any_id_becomes_a_sheet_name_that_spreadsheets_accept(wanted, given):
    assert unique(wanted, "cohort", {"schedule", "history"}) == given


def test_sheet_names_are_unique_whatever_their_case():
    taken: set[str] = set()
    names = [unique(name, "room", taken) for name in ("lab", "LAB", "Lab", "y" * 40, "Y" * 40)]
    assert names == ["lab", "LAB (room)", "Lab (room 2)", "y" * 31, "Y" * 24 + " (room)"]


def test_a_cohort_and_a_room_may_have_the_same_name():
    problem = b.problem(cohorts=(b.cohort("R-1"),))
    schedule = Schedule(sessions=(b.session("R-1"),))
    names = sheet_names(problem, schedule)
    assert (names.cohorts["R-1"], names.rooms["R-1"]) == ("R-1", "R-1 (room)")


def test_times_share_one_half_of_the_day_where_they_can():
    assert from_to(32, 46) == "8:00 \N{EN DASH} 11:30 AM"
    assert from_to(40, 56) == "10:00 AM \N{EN DASH} 2:00 PM"


def test_a_session_until_midnight_lasts_its_hours(tmp_path):
    problem, outcome = small(b.session(at="21-24", where="R-1 R-2"))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert (sheet["E2"].value, sheet["F2"].value) == (time(0), 3)


def test_json_has_the_keys_of_the_contract_and_nothing_else(planned):
    session = planned[1].schedule.sessions[0]
    goals = {"unplaced hours": Price(units=2.5, weight=1000), "unstaffed hours": Price(units=3, weight=500)}
    finding = Finding(rule="idle", what="Idle.", todo="Fill it.", sessions=(session,), column="Date")
    outcome = replace(planned[1], goals=goals, findings=(finding,), score=4000.0, bound=3900.0)
    found = json.loads(json.dumps(as_json(outcome, Path("outputs/x.xlsx"))))
    assert found == {
        "status": "feasible",
        "score": 4000.0,
        "bound": 3900.0,
        "goals": {
            "unplaced hours": {"units": 2.5, "weight": 1000},
            "unstaffed hours": {"units": 3, "weight": 500},
        },
        "unplaced_hours": 2.5,
        "unstaffed_hours": 3,
        "findings": [{"rule": "idle", "where": "Schedule!C2", "what": "Idle.", "todo": "Fill it."}],
        "seconds": 12.5,
        "seconds_to_first": 0.8,
        "seed": 7,
        "workbook": "outputs/x.xlsx",
    }


def test_a_name_that_begins_with_a_digit_does_not_change_the_header_s_size(tmp_path):
    problem, outcome = small(b.session("007", where="R-1 R-2"), cohorts=(b.cohort("007"),))
    header = written(tmp_path / "s.xlsx", problem, outcome)["007"].oddHeader.left
    assert (header.text, header.size) == ("007", 10)


def test_a_cohort_in_two_places_at_once_is_said(tmp_path):
    problem, outcome = small(b.session(where="R-1 R-2"), b.session(at="10-12", who="I-2", where=""))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Schedule"]
    assert sheet["M2"].value == "A has two sessions at once"
    assert sheet["M3"].value == "A has two sessions at once; Room missing"


def test_a_late_cohort_is_said_to_be_late(tmp_path):
    # Finish by Fri Jan 9, last session Mon Jan 12: three calendar days.
    problem, outcome = small(b.session(day=12, where="R-1 R-2"), cohorts=(b.cohort(finish=9),))
    book = written(tmp_path / "s.xlsx", problem, outcome)
    assert "3 days late" in texts(book["Read me"])
    assert book["Hours"]["J2"].value == 3


def test_tracks_that_run_side_by_side_have_a_lane_each(tmp_path):
    pattern = b.pattern("AM", b.block(at="8-10", track="theory"), b.block(at="10-12", track="lab"))
    modules = (b.module("T1", 4, track="theory"), b.module("L1", 4, track="lab"))
    problem = b.problem(*modules, patterns=(pattern,))
    sessions = [
        b.session(module=m, day=d, at=t) for d in (5, 6) for m, t in (("T1", "8-10"), ("L1", "10-12"))
    ]
    outcome = outcome_of(problem, Schedule(sessions=tuple(sessions), patterns={"A": "AM"}))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Timeline"]
    assert (sheet["B4"].value, sheet["B5"].value) == ("T1", "L1")


def test_a_plan_of_years_has_a_column_a_week(tmp_path):
    # Mon Jan 5, 2026 to Mon Jan 3, 2028 is 105 weeks, too many for a column a day.
    problem, outcome = small(
        b.session(day=5, where="R-1 R-2"),
        b.session(day=date(2028, 1, 3), where="R-1 R-2"),
        last=date(2028, 1, 31),
    )
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Timeline"]
    assert sheet["B3"].value == "5"
    assert (sheet.cell(3, 106).value, sheet.cell(3, 107).value) == ("3", None)


def test_the_other_teacher_of_a_session_is_named_in_an_instructors_calendar(tmp_path):
    problem = b.problem(b.module("M1", 3, instructors=2))
    outcome = outcome_of(problem, Schedule(sessions=(b.session(who="I-1 I-2"),), patterns={"A": "AM"}))
    assert "with I-2" in " ".join(texts(written(tmp_path / "s.xlsx", problem, outcome)["I-1"]))
