"""The sheet Bottlenecks: its table, its weeks, its charts."""

import warnings
from datetime import datetime, time

import builders as b
import openpyxl
import pytest
from writing.books import texts, written
from writing.sample_term import outcome_of

from scheduler.domain.schedule import Schedule
from scheduler.tables import BOTTLENECKS

HEADINGS = 21
"""The row of the headings, as a spreadsheet counts."""
WEEKS = 17
"""The first column of weeks, as a spreadsheet counts: the table has 15 columns, one is left free."""


def sheet_of(folder, *sessions, **fields):
    """Write the sheet for a module M1 of 12 h, of which the sessions are planned."""
    problem = b.problem(b.module(hours=12), **fields)
    outcome = outcome_of(problem, Schedule(sessions=sessions, patterns={"A": "AM"}))
    return written(folder / "s.xlsx", problem, outcome)["Bottlenecks"]


def on(day):
    """Give a day of January as a cell has it."""
    return datetime.combine(b.on(day), time())


def values(sheet, row):
    """Give the values of the table in a row below the headings, the first being 1."""
    return [cell.value for cell in sheet[HEADINGS + row][: len(BOTTLENECKS.columns)]]


def weeks(sheet, row):
    return [cell.value for cell in sheet[HEADINGS + row][WEEKS - 1 :]]


def drawn(chart):
    """Give the ranges that a chart's series draw, with their names and categories."""
    parts = [*chart.series, *(series for other in chart._charts[1:] for series in other.series)]
    return [(s.cat.strRef or s.cat.numRef).f for s in parts], [s.val.numRef.f for s in parts]


def test_the_tightest_row_stands_first_with_its_hours(tmp_path):
    # I-1 alone: 9 of 12 h there in the first week, with Friday off, 3 of 15 h in the third.
    sheet = sheet_of(
        tmp_path,
        *(b.session(day=day) for day in (5, 6, 7, 19)),
        instructors=(b.instructor("I-1"),),
        absences=(b.absence("I-1", 9),),
    )

    assert [cell.value for cell in sheet[HEADINGS]][:15] == [column.name for column in BOTTLENECKS]
    week = on(5)
    in_all, then = [12, 0, 27, pytest.approx(12 / 27)], [9, 0, 12, 0.75]
    assert values(sheet, 1) == [
        *("Instructors", "P M1", None, "Morning", "I-1"),
        *(*in_all, week, *then, 0),
    ]
    # Two rooms: 9 of 30 h in the first week, 12 of 60 h in all.
    assert values(sheet, 2) == [
        "Rooms",
        "CL",
        None,
        "Morning",
        "R-1, R-2",
        12,
        0,
        60,
        0.2,
        week,
        9,
        0,
        30,
        0.3,
        0,
    ]


def test_each_week_has_a_column_that_is_empty_where_nothing_is_needed(tmp_path):
    sheet = sheet_of(tmp_path, b.session(day=5), b.session(day=19), instructors=(b.instructor("I-1"),))

    assert weeks(sheet, 0) == [on(day) for day in (5, 12, 19)]
    assert weeks(sheet, 1) == [0.2, None, 0.2]
    heading, share = sheet.cell(HEADINGS, WEEKS), sheet.cell(HEADINGS + 1, WEEKS)
    assert (heading.alignment.textRotation, heading.number_format) == (90, "mmm d, yyyy")
    assert share.number_format == "0%"


def test_where_nobody_is_there_it_says_so(tmp_path):
    rooms = (b.room("R-1", "ML"),)
    sheet = sheet_of(tmp_path, b.session(who="", where=""), qualifications=(), rooms=rooms)

    # 9 h of the 12 are not placed.
    assert values(sheet, 1)[4:9] == ["nobody", 3, 0, 0, "none there"]
    assert values(sheet, 2)[4:9] == ["no such room", 3, 0, 0, "none there"]
    assert [values(sheet, row)[13:] for row in (1, 2)] == [["none there", 9]] * 2
    assert weeks(sheet, 1)[0] == "none"


def test_of_many_people_some_are_named(tmp_path):
    people = [b.instructor(f"I-{number}") for number in range(1, 9)]
    seven, eight = people[:7], people

    assert (
        values(sheet_of(tmp_path, b.session(), instructors=seven), 2)[4]
        == "I-1, I-2, I-3, I-4, I-5, I-6, I-7"
    )
    assert values(sheet_of(tmp_path, b.session(), instructors=eight), 2)[4] == (
        "I-1, I-2, I-3, I-4, I-5, I-6 and 2 more"
    )


def test_names_stay_in_sight_and_only_the_table_prints(book):
    sheet = book["Bottlenecks"]

    assert sheet.freeze_panes == "E1"
    assert sheet.print_area.split("!")[1].startswith("$A$1:$O$")
    assert sheet.print_title_rows == f"${HEADINGS}:${HEADINGS}"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_whoever_sorts_or_filters_takes_the_weeks_along(book):
    sheet = book["Bottlenecks"]
    last = openpyxl.utils.get_column_letter(sheet.max_column)

    assert sheet.auto_filter.ref == f"A{HEADINGS}:{last}{sheet.max_row}"
    assert sheet.cell(HEADINGS, sheet.max_column).is_date


def test_every_hour_of_the_term_is_needed_once_of_people(book, planned):
    sheet = book["Bottlenecks"]
    rows = [values(sheet, row) for row in range(1, sheet.max_row - HEADINGS + 1)]
    total = sum(session.length for session in planned[1].schedule.sessions) / 4

    assert sum(row[5] for row in rows if row[0] == "Instructors") == total
    assert [row[13] for row in rows] == sorted((row[13] for row in rows), reverse=True)


def test_charts_stand_above_the_table_and_draw_what_stands_beside_them(book):
    bars, hours = book["Bottlenecks"]._charts

    for chart in (bars, hours):
        assert chart.anchor.to.row < HEADINGS - 1
    # Ten rows: their tightest week in column P, all weeks in Q, their names in R.
    assert drawn(bars) == (
        ["Bottlenecks!$R$9:$R$18"] * 2,
        ["Bottlenecks!$P$9:$P$18", "Bottlenecks!$Q$9:$Q$18"],
    )
    last = openpyxl.utils.get_column_letter(book["Bottlenecks"].max_column)
    assert drawn(hours)[0] == [f"Bottlenecks!$Q$21:${last}$21"] * 3
    assert drawn(hours)[1] == [f"Bottlenecks!$Q${row}:${last}${row}" for row in (4, 5, 6)]


def test_the_numbers_behind_the_charts_are_those_of_the_tightest_rows(tmp_path):
    sheet = sheet_of(
        tmp_path,
        *(b.session(day=day) for day in (5, 6, 19)),
        cohorts=(b.cohort(campus="Main"),),
        instructors=(b.instructor("I-1"),),
    )

    # Of 15 h a week 6 h, none and 3 h.
    assert [[sheet.cell(row, WEEKS + week).value for week in range(3)] for row in (4, 5, 6)] == [
        [6, 0, 3],
        [0, 0, 0],
        [15, 15, 15],
    ]
    assert sheet.cell(3, WEEKS - 1).value == "Hours by week: P M1 · Main · morning"
    named = [[sheet.cell(row, WEEKS - 1 + column).value for column in range(3)] for row in (9, 10, 11)]
    assert named == [
        [0.4, pytest.approx(9 / 30), "P M1 · Main · morning"],
        [0.2, pytest.approx(9 / 60), "CL rooms · Main · morning"],
        [None, None, None],
    ]


def test_bars_end_at_three_times_what_is_there_and_say_the_rest(tmp_path):
    # 9 h needed in a week in which I-1 is there for 2 h.
    sheet = sheet_of(
        tmp_path,
        *(b.session(day=day) for day in (5, 6, 7)),
        instructors=(b.instructor("I-1"),),
        windows=(b.window("I-1", "M", "8-10"),),
    )

    bar = sheet.cell(9, WEEKS - 1)
    assert (bar.value, bar.number_format) == (3, '"450 %"')
    assert sheet.cell(HEADINGS + 1, WEEKS).value == 4.5


def test_people_for_several_modules_are_named_by_the_first(tmp_path):
    problem = b.problem(*(b.module(f"M{number}") for number in (1, 2, 3)))
    outcome = outcome_of(problem, b.schedule(b.session(), A="AM"))
    sheet = written(tmp_path / "s.xlsx", problem, outcome)["Bottlenecks"]

    assert values(sheet, 1)[1] == "P M1, M2, M3"
    assert sheet.cell(9, WEEKS + 1).value == "P M1 + 2 more · morning"


def test_headings_say_what_they_count(book):
    notes = {cell.value: cell.comment.text for cell in book["Bottlenecks"][HEADINGS] if cell.comment}

    assert "inside Availability, outside Absences, while qualified" in notes["There h"]
    assert "whether somebody was found or not" in notes["Needed h"]


def test_without_any_session_there_is_a_table_of_hours_left_out_and_no_chart(tmp_path):
    sheet = sheet_of(tmp_path)

    assert values(sheet, 1) == [
        *("Instructors", "P M1", None, "Morning", "I-1, I-2"),
        *(0, 0, 0, 0, None, 0, 0, 0, 0, 12),
    ]
    assert sheet._charts == []


def test_without_anything_to_say_it_says_so(tmp_path):
    problem = b.problem()
    outcome = outcome_of(problem, Schedule(), bottlenecks=())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sheet = written(tmp_path / "s.xlsx", problem, outcome)["Bottlenecks"]

    assert "Nothing is planned yet." in texts(sheet)
