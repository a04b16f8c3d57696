"""The sheets of the planning workbook, in order; the last of them pins what must stay, and asks what if."""

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

PLANNED = (
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
"""The sheets that a plan is made from, in order."""

SCENARIOS = Sheet(
    name="Scenarios",
    row="a cell that is different in a scenario: what if",
    required=False,
    synonyms=("What if", "Variants"),
    columns=(
        Column(
            name="Scenario",
            kind=Kind.ID,
            required=True,
            help="Any name; rows with the same name together are one scenario",
            synonyms=("Name",),
        ),
        Column(
            name="Sheet",
            required=True,
            help="The sheet that the cell is in",
            choices=tuple(sheet.name for sheet in PLANNED),
        ),
        Column(
            name="Row",
            kind=Kind.COUNT,
            required=True,
            help="The number of the row as Excel shows it; below the last row it is a new one",
        ),
        Column(name="Column", required=True, help="The heading of the column", synonyms=("Heading", "Field")),
        Column(
            name="Value",
            kind=Kind.ANY,
            help="What the cell holds in this scenario; blank empties it",
            synonyms=("New value",),
        ),
    ),
)

PLANNING = (*PLANNED, SCENARIOS)
"""The sheets of the planning workbook, in order."""
