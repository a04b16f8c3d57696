"""The sheet Load: how busy each instructor and each room is."""

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import LOAD
from scheduler.writing.load import Load, loads
from scheduler.writing.table import report
from scheduler.writing.workbook import Book, footed

WIDTHS = {
    "Instructor or room": 28,
    "Hours/week (mean)": 14,
    "Hours/week (max)": 14,
    "Share of available time": 26,
}
NOTES = {
    "Hours/week (mean)": "Hours divided by all weeks in which any cohort has class.",
    "Hours/week (max)": "The hours of the busiest week, Monday to Sunday.",
    "Share of available time": "Available time is the class time of the cohorts on the same campus, from the "
    "first to the last session of the schedule, inside Availability and outside Absences; for instructors no "
    "more of it than Max hours/day and Max hours/week allow.",
}
"""What is counted, for whoever points at a heading."""

NOTE_SIZE = {"width": 260, "height": 110, "font_size": 9, "author": "scheduler"}
PRINTED = "Mean: over all weeks with class. Available: class time on the campus, less absences and limits."
BARS = {"people": "#9DB8D6", "rooms": "#C9D3B5"}


def add(book: Book, problem: Problem, schedule: Schedule) -> None:
    """Add the sheet: instructors first, then rooms, each with a bar as long as its share."""
    page = report(book, LOAD, WIDTHS, site=problem.settings.site)
    footed(page.sheet, LOAD.name, problem.settings.site, middle=PRINTED)
    for index, column in enumerate(LOAD):
        if column.name in NOTES:
            page.sheet.write_comment(0, index, NOTES[column.name], NOTE_SIZE)
    people, rooms = loads(problem, schedule)
    for number, load in enumerate([*people, *rooms], start=1):
        first_room = {"top": 2} if load is (rooms[0] if rooms else None) else {}
        page.row(number, [load.who, load.hours, load.mean, load.most, load.share], **first_room)
        share = page.book.look(
            num_format="0 %",
            align="right",
            indent=1,
            valign="top",
            bottom=1,
            bottom_color="#B8C4D0",
            **first_room,
        )
        page.sheet.write_number(number, len(page.columns) - 1, load.share, share)
    _bars(page.sheet, 1, people, BARS["people"])
    _bars(page.sheet, 1 + len(people), rooms, BARS["rooms"])
    page.finish(len(people) + len(rooms))


def _bars(sheet: object, first: int, group: list[Load], colour: str) -> None:
    if group:
        column = len(LOAD.columns) - 1
        bar = {
            "type": "data_bar",
            "bar_color": colour,
            "bar_solid": True,
            "min_type": "num",
            "max_type": "num",
        }
        limits = {"min_value": 0, "max_value": 1}
        sheet.conditional_format(first, column, first + len(group) - 1, column, bar | limits)  # type: ignore[attr-defined]
