"""The sheet Lists: what the dropdowns offer, and what the live columns look up."""

from collections.abc import Iterable, Sequence

from xlsxwriter.utility import xl_col_to_name

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import LISTS
from scheduler.writing.wording import PINS, at_once
from scheduler.writing.workbook import FAINT, TEXT, Book, Cell, footed, put

NOTE = "This sheet serves the dropdowns of the sheet Schedule; there is nothing in it to read or print."

Column = tuple[str, str, Sequence[Cell]]
"""The heading, the defined name (empty if none) and the entries."""


def add(book: Book, problem: Problem, schedule: Schedule) -> None:
    """Add the sheet, and a defined name for each of its columns."""
    sheet = book.sheet(LISTS)
    footed(sheet, "Lists", problem.settings.site)
    sheet.freeze_panes(1, 0)
    for index, (heading, defined, entries) in enumerate(
        [*_dropdowns(problem, schedule), *_placements(problem)]
    ):
        sheet.set_column(
            index, index, max(12, *(min(len(str(entry)) + 2, 44) for entry in [heading, *entries]))
        )
        sheet.write_string(0, index, heading, book.heading())
        for row, entry in enumerate(entries, start=1):
            put(sheet, row, index, entry, book.look(num_format=TEXT if isinstance(entry, str) else "General"))
        letter = xl_col_to_name(index)
        if defined:
            book.define(defined, f"{LISTS}!${letter}$2:${letter}${max(len(entries), 1) + 1}")
    note = len(_dropdowns(problem, schedule)) + len(_placements(problem)) + 1
    sheet.set_column(note, note, len(NOTE))
    sheet.write_string(0, note, NOTE, book.look(font_color=FAINT, italic=True))
    sheet.print_area(0, note, 0, note)
    sheet.ignore_errors({"number_stored_as_text": "A1:Z5000"})


def _dropdowns(problem: Problem, schedule: Schedule) -> list[Column]:
    people = [*problem.instructors, *_together(s.instructors for s in schedule.sessions)]
    rooms = [*problem.rooms, *_together(s.rooms for s in schedule.sessions)]
    modules = dict.fromkeys(module.id for program in problem.programs.values() for module in program.modules)
    names = [person.name for person in problem.instructors.values()]
    return [
        ("Cohort", "CohortList", [*problem.cohorts]),
        ("Module", "ModuleList", [*modules]),
        ("Instructor", "InstructorList", people),
        ("Name", "", names),
        ("Room", "RoomList", rooms),
        ("Pin", "PinList", ["all", *PINS, "time, instructor", "time, room", "instructor, room"]),
    ]


def _together(used: Iterable[Sequence[str]]) -> list[str]:
    """Give each pair (or more) that is used at once, as it is written."""
    return sorted({at_once(ids, len(ids)) for ids in used if len(ids) > 1})


def _placements(problem: Problem) -> list[Column]:
    found = [(cohort, module) for cohort in problem.cohorts for module in problem.program_of(cohort).modules]
    return [
        ("Cohort|Module", "PlacementKey", [f"{cohort}|{module.id}" for cohort, module in found]),
        ("Title", "PlacementTitle", [module.title for _, module in found]),
        ("Instructors", "PlacementInstructors", [module.instructors for _, module in found]),
        ("Rooms", "PlacementRooms", [len(module.room_types) for _, module in found]),
    ]
