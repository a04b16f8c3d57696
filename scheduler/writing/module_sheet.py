"""The sheet Modules: each cohort's modules with their dates, main people and rooms, and cover."""

from scheduler.domain.clock import hours
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Module, Problem
from scheduler.domain.schedule import Schedule, Session, main_instructors, main_rooms
from scheduler.tables import PLACEMENTS
from scheduler.writing.table import fitting, report
from scheduler.writing.wording import at_once
from scheduler.writing.workbook import ALERT, ALERT_INK, Book, Cell

WIDTHS = {
    "Cohort": 12,
    "Program": 11,
    "Module": 9,
    "Title": 38,
    "Hours": 8,
    "Sessions": 10,
    "Instructor": 18,
    "Room": 18,
    "Cover sessions": 10,
}


def add(book: Book, problem: Problem, schedule: Schedule) -> None:
    """Add the sheet; a module that falls short of its hours is marked."""
    rooms = [" + ".join(session.rooms) for session in schedule.sessions]
    widths = WIDTHS | {
        "Cohort": fitting(WIDTHS["Cohort"], problem.cohorts),
        "Room": fitting(WIDTHS["Room"], rooms),
    }
    page = report(book, PLACEMENTS, widths, site=problem.settings.site)
    number = 0
    for cohort in problem.cohorts:
        for module in problem.program_of(cohort).modules:
            number += 1
            sessions = schedule.by_placement.get((cohort, module.id), ())
            short = sum(session.length for session in sessions) < module.length
            marked = {"bg_color": ALERT, "font_color": ALERT_INK, "bold": True} if short else {}
            page.row(number, _row(cohort, module, sessions), **marked)
    page.finish(number)


def _row(cohort: CohortId, module: Module, sessions: tuple[Session, ...]) -> list[Cell]:
    dates = [session.date for session in sessions]
    people = main_instructors(sessions, module.instructors)
    cover = sum(bool(set(session.instructors).difference(people)) for session in sessions)
    return [
        cohort,
        module.program,
        module.id,
        module.title,
        hours(sum(session.length for session in sessions)),
        min(dates, default=None),
        max(dates, default=None),
        len(sessions),
        at_once(people, module.instructors),
        at_once(main_rooms(sessions, len(module.room_types)), len(module.room_types)),
        cover,
    ]
