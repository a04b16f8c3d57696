"""The sheets of the planning workbook, in order; the last of them pins what must stay."""

from scheduler.tables.programs import COHORTS, MODULES, PROGRAMS, ROSTERS
from scheduler.tables.resources import ABSENCES, AVAILABILITY, INSTRUCTORS, QUALIFICATIONS, ROOMS
from scheduler.tables.sheet import Column, Kind, Sheet
from scheduler.tables.term import CALENDAR, PATTERNS, SETTINGS

PINS = Sheet(
    name="Pins",
    row="what must stay of a cohort's module; blank cells are free",
    required=False,
    synonyms=("Pinned", "Fixed"),
    columns=(
        Column(name="Cohort", kind=Kind.ID, required=True, refers="Cohorts"),
        Column(name="Module", kind=Kind.ID, required=True, refers="Modules", synonyms=("Module code",)),
        Column(
            name="Start",
            kind=Kind.MOMENT,
            help="The module's first session starts then",
            synonyms=("Start date", "Date"),
        ),
        Column(
            name="Instructor",
            kind=Kind.AT_ONCE,
            help="All its sessions have this instructor",
            refers="Instructors",
            synonyms=("Instructors", "Teacher"),
        ),
        Column(
            name="Room",
            kind=Kind.AT_ONCE,
            help="All its sessions have this room",
            refers="Rooms",
            synonyms=("Rooms",),
        ),
        Column(name="Reason", synonyms=("Note", "Notes")),
    ),
)

PLANNING = (
    SETTINGS,
    CALENDAR,
    PATTERNS,
    PROGRAMS,
    MODULES,
    COHORTS,
    ROSTERS,
    INSTRUCTORS,
    QUALIFICATIONS,
    ROOMS,
    AVAILABILITY,
    ABSENCES,
    PINS,
)
"""The sheets of the planning workbook, in order."""
