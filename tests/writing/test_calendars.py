"""The weekly calendars and the timeline: what people print."""

from datetime import date

import builders as b
from writing.books import small, texts, written
from writing.sample_term import outcome_of

from scheduler.domain.schedule import Schedule


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


def test_a_name_that_begins_with_a_digit_does_not_change_the_header_s_size(tmp_path):
    problem, outcome = small(b.session("007", where="R-1 R-2"), cohorts=(b.cohort("007"),))
    header = written(tmp_path / "s.xlsx", problem, outcome)["007"].oddHeader.left
    assert (header.text, header.size) == ("007", 10)


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


def headings(sheet):
    return [cell.value for cell in sheet[3]]


def test_weekdays_without_class_in_the_whole_plan_are_left_out(tmp_path):
    # Jan 10 and 24, 2026 are Saturdays, Jan 17 between them has no session.
    saturdays = b.pattern("SAT", b.block("S", "8-11"))
    problem = b.problem(patterns=(saturdays,), cohorts=(b.cohort(patterns=("SAT",)),), rooms=(b.room("R-1"),))
    sessions = (b.session(day=10, where="R-1"), b.session(day=24, where="R-1"))
    outcome = outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "SAT"}))
    book = written(tmp_path / "s.xlsx", problem, outcome)
    assert [headings(book[name]) for name in ("A", "I-1", "R-1")] == [["Week of", "Saturday"]] * 3
    assert "Jan 17   no sessions" in " ".join(texts(book["A"])).replace(" \N{EN DASH} Jan 17", "")


def test_a_week_is_called_by_its_monday_with_the_year_on_every_calendar(book):
    # CPT-1 begins on Mon Feb 2, CNC-A on Mon Jan 5: no calendar counts weeks of its own.
    assert book["CNC-A"]["A4"].value == "Jan 5, 2026"
    assert book["CPT-1"]["A4"].value == "Feb 2, 2026"


def test_every_page_of_a_calendar_says_whose_it_is_and_of_which_year(book):
    header = book["CPT-1"].oddHeader
    assert header.left.text == "CPT-1"
    assert header.center.text.startswith("Mon Feb 2, 2026 \N{EN DASH} ")


def unstaffed(*days):
    problem = b.problem(b.module("M1", 30), last=date(2026, 3, 27))
    sessions = [b.session(day=day, who="" if day in days else "I-1") for day in range(5, 10)]
    return problem, outcome_of(problem, Schedule(sessions=tuple(sessions), patterns={"A": "AM"}))


def test_hours_without_an_instructor_are_marked_on_the_timeline_and_in_its_legend(tmp_path):
    # Mon Jan 5 is column B; the session on Wed Jan 7, in column D, has nobody.
    sheet = written(tmp_path / "s.xlsx", *unstaffed(7))["Timeline"]
    assert sheet["D4"].value == "!"
    assert (sheet["D4"].border.left.style, sheet["B4"].border.left.style) == ("medium", "thin")
    assert "! Red, striped" in texts(sheet)


def test_a_timeline_where_nobody_is_missing_has_no_mark(tmp_path):
    assert not [text for text in texts(written(tmp_path / "s.xlsx", *unstaffed())["Timeline"]) if "!" in text]


def test_a_month_of_a_few_days_on_the_timeline_is_called_by_its_short_name_or_not_at_all(tmp_path):
    # Mon Aug 31, 2026 is the only day of August: its column is one of 40 weekdays, 1000 / 40 = 25 pixels.
    august, september = date(2026, 8, 31), date(2026, 9, 1)
    problem = b.problem(b.module("M1", 6), first=august, last=date(2026, 12, 18))
    sessions = (b.session(day=august), b.session(day=september))
    outcome = outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Timeline"]
    assert (sheet["B2"].value or "", sheet["C2"].value) == ("", "Sep 2026")
