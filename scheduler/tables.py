"""Every sheet and column there is: name, meaning, kind of value, and the names people also use.

Reading, writing, the blank template, its dropdowns and the README's tables all come from
here, so a column is declared once. Names are exact when we write; when we read, case, spaces
and punctuation do not matter and the synonyms are accepted too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds, and so how it is read, written and offered in a dropdown."""

    TEXT = "text"
    ID = "an ID, kept as text"
    IDS = "one or more IDs: A, B"
    AT_ONCE = "one or more at once: A + B"
    DATE = "a date"
    MOMENT = "a date, or a date and time"
    TIME = "a time of day, on a quarter-hour"
    HOURS = "hours, in quarter-hours"
    HOURS_LIST = "hours: 300, 600"
    COUNT = "a whole number, 0 or more"
    LEVEL = "a whole number from -2 to 2"
    NUMBER = "a number"
    DAYS = "days: MTWRF, Mon-Thu, Sat"
    CHOICE = "one of a few words"
    FLAG = "yes or blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it is called, holds and means.

    ``refers`` names the sheet whose IDs may stand here; ``choices`` the only words allowed.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    help: str = ""
    synonyms: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    refers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its name, what a row of it is, and its columns in the order we write them."""

    name: str
    row: str
    columns: tuple[Column, ...]
    required: bool = True
    synonyms: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Column]:
        """Yield the columns in order."""
        return iter(self.columns)

    def column(self, name: str) -> Column:
        """Give the column of that name.

        Raises
        ------
        KeyError
            If there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    def letter(self, name: str) -> str:
        """Give the letter of a column as we write it: ``C``."""
        return chr(ord("A") + self.columns.index(self.column(name)))


SETTINGS = Sheet(
    name="Settings",
    row="one setting",
    columns=(
        Column(name="Key", required=True, synonyms=("Setting", "Name")),
        Column(name="Value", required=True),
        Column(name="Note", synonyms=("Notes", "Comment", "Meaning")),
    ),
)
"""Keys: Site, Time zone, Plan from, Plan to, and ``Weight: GOAL`` for each goal."""

CALENDAR = Sheet(
    name="Calendar",
    row="days without class, or with a short day",
    required=False,
    synonyms=("Holidays", "Closures"),
    columns=(
        Column(
            name="From",
            kind=Kind.DATE,
            required=True,
            help="First day",
            synonyms=("Date", "Start date", "First day"),
        ),
        Column(
            name="To",
            kind=Kind.DATE,
            help="Last day; blank = one day",
            synonyms=("End date", "Last day", "Through"),
        ),
        Column(name="Campus", kind=Kind.ID, help="Blank = every campus", synonyms=("Site",)),
        Column(name="Cohort", kind=Kind.ID, help="Blank = every cohort", refers="Cohorts"),
        Column(
            name="Kind",
            kind=Kind.CHOICE,
            required=True,
            help="closed, or short day: class ends at Until",
            synonyms=("Type",),
            choices=("closed", "short day"),
        ),
        Column(
            name="Until",
            kind=Kind.TIME,
            help="When class ends on a short day",
            synonyms=("Ends at", "Class ends"),
        ),
        Column(name="Note", help="Labor Day, spring break, ...", synonyms=("Notes", "Name", "Holiday")),
    ),
)

PATTERNS = Sheet(
    name="Patterns",
    row="one block of class time; a pattern with a lunch break is two rows",
    synonyms=("Weekly patterns", "Meeting patterns"),
    columns=(
        Column(name="Pattern", kind=Kind.ID, required=True, synonyms=("Code", "Pattern ID")),
        Column(
            name="Days",
            kind=Kind.DAYS,
            required=True,
            help="MTWRF, Mon-Thu, Sat; R = Thursday, S = Saturday, U = Sunday",
            synonyms=("Weekdays", "Meeting days"),
        ),
        Column(name="Start", kind=Kind.TIME, required=True, synonyms=("Start time", "Begin", "From")),
        Column(name="End", kind=Kind.TIME, required=True, synonyms=("End time", "Finish", "To")),
        Column(name="Track", kind=Kind.ID, help="Blank = any module"),
    ),
)

PROGRAMS = Sheet(
    name="Programs",
    row="a program, e.g. CNC, CPT",
    columns=(
        Column(name="Program", kind=Kind.ID, required=True, synonyms=("Code", "Program ID", "Program code")),
        Column(name="Title", synonyms=("Name", "Program title", "Program name")),
        Column(
            name="Hours",
            kind=Kind.HOURS,
            required=True,
            help="Clock hours; the modules' hours add up to this",
            synonyms=("Clock hours", "Total hours"),
        ),
        Column(
            name="Order",
            kind=Kind.CHOICE,
            help="fixed: in Sequence order; prerequisites: any order that respects them",
            synonyms=("Module order",),
            choices=("fixed", "prerequisites"),
        ),
        Column(
            name="Min weeks",
            kind=Kind.COUNT,
            help="Aided cohorts have class in at least this many calendar weeks",
            synonyms=("Minimum weeks",),
        ),
        Column(
            name="Milestones",
            kind=Kind.HOURS_LIST,
            help="Hours whose dates are reported: 300, 600",
            synonyms=("Payment periods",),
        ),
    ),
)

MODULES = Sheet(
    name="Modules",
    row="a module of a program",
    synonyms=("Courses", "Units"),
    columns=(
        Column(name="Program", kind=Kind.ID, required=True, refers="Programs", synonyms=("Program code",)),
        Column(
            name="Module",
            kind=Kind.ID,
            required=True,
            synonyms=("Code", "Module code", "Module ID", "Course"),
        ),
        Column(name="Title", synonyms=("Name", "Module title", "Module name")),
        Column(name="Hours", kind=Kind.HOURS, required=True, synonyms=("Clock hours", "Length")),
        Column(name="Sequence", kind=Kind.NUMBER, help="Blank = row order", synonyms=("Seq", "No")),
        Column(
            name="Prerequisites",
            kind=Kind.IDS,
            help="C01, C02",
            synonyms=("Prerequisite", "Prereqs", "Needs", "Requires"),
        ),
        Column(
            name="Room type",
            kind=Kind.AT_ONCE,
            help="CL; SIM + ML = both at once, one group in each; blank = no room",
            synonyms=("Room types", "Room"),
        ),
        Column(
            name="Instructors",
            kind=Kind.COUNT,
            help="How many at once; blank = 1",
            synonyms=("Instructors at once", "Instructors needed"),
        ),
        Column(name="Track", kind=Kind.ID, help="Only in class time of this track; blank = any"),
        Column(
            name="Max hours/day",
            kind=Kind.HOURS,
            help="At most this much of it a day",
            synonyms=("Max hours per day", "Max daily hours"),
        ),
        Column(
            name="Min days",
            kind=Kind.COUNT,
            help="Spread over at least this many days",
            synonyms=("Minimum days",),
        ),
    ),
)

COHORTS = Sheet(
    name="Cohorts",
    row="a cohort",
    synonyms=("Groups", "Classes"),
    columns=(
        Column(
            name="Cohort",
            kind=Kind.ID,
            required=True,
            synonyms=("Cohort ID", "Cohort code", "Group", "Section"),
        ),
        Column(name="Program", kind=Kind.ID, required=True, refers="Programs", synonyms=("Program code",)),
        Column(name="Campus", kind=Kind.ID, synonyms=("Site", "Location")),
        Column(
            name="Patterns",
            kind=Kind.IDS,
            required=True,
            help="FT, or AM, PM: the planner picks one",
            refers="Patterns",
            synonyms=("Pattern",),
        ),
        Column(
            name="Students",
            kind=Kind.COUNT,
            help="Blank = counted from Rosters",
            synonyms=("Size", "Enrollment", "Headcount"),
        ),
        Column(
            name="Earliest start",
            kind=Kind.DATE,
            required=True,
            synonyms=("Start", "Start date", "Earliest start date"),
        ),
        Column(
            name="Latest start",
            kind=Kind.DATE,
            help="Blank = the first allowed class day on or after Earliest start",
            synonyms=("Latest start date",),
        ),
        Column(
            name="Start days", kind=Kind.DAYS, help="Blank = any class day", synonyms=("Allowed start days",)
        ),
        Column(name="Finish by", kind=Kind.DATE, synonyms=("Due", "Deadline", "End by")),
        Column(
            name="Max idle days",
            kind=Kind.COUNT,
            help="Whole class days that may be skipped; blank = 0",
            synonyms=("Idle days",),
        ),
        Column(
            name="Aided",
            kind=Kind.FLAG,
            help="yes = Min weeks applies",
            synonyms=("Financial aid", "Title IV"),
        ),
    ),
)

ROSTERS = Sheet(
    name="Rosters",
    row="a student in a cohort",
    required=False,
    synonyms=("Roster", "Students", "Enrollments"),
    columns=(
        Column(name="Student ID", kind=Kind.ID, required=True, synonyms=("Student", "Student number")),
        Column(name="Name", synonyms=("Student name",)),
        Column(name="Cohort", kind=Kind.ID, required=True, refers="Cohorts", synonyms=("Section", "Group")),
        Column(
            name="Status",
            help="Counted if blank, active, enrolled, current or registered",
            synonyms=("Enrollment status",),
        ),
        Column(name="Email", synonyms=("E-mail", "Mail")),
    ),
)

INSTRUCTORS = Sheet(
    name="Instructors",
    row="a person who teaches",
    synonyms=("Teachers", "Faculty"),
    columns=(
        Column(
            name="Instructor",
            kind=Kind.ID,
            required=True,
            help="A short ID",
            synonyms=("Instructor ID", "Teacher"),
        ),
        Column(name="Name", synonyms=("Full name", "Instructor name")),
        Column(name="Campuses", kind=Kind.IDS, help="Blank = all", synonyms=("Campus", "Sites")),
        Column(name="Max hours/day", kind=Kind.HOURS, synonyms=("Max hours per day", "Max daily hours")),
        Column(name="Max hours/week", kind=Kind.HOURS, synonyms=("Max hours per week", "Max weekly hours")),
        Column(name="Email", synonyms=("E-mail", "Mail")),
    ),
)

QUALIFICATIONS = Sheet(
    name="Qualifications",
    row="who may teach what, until when",
    synonyms=("Qualified", "Certifications", "Authorizations"),
    columns=(
        Column(
            name="Instructor", kind=Kind.ID, required=True, refers="Instructors", synonyms=("Instructor ID",)
        ),
        Column(name="Program", kind=Kind.ID, required=True, refers="Programs", synonyms=("Program code",)),
        Column(
            name="Module",
            kind=Kind.ID,
            required=True,
            help="A module code, or * = every module of the program",
            refers="Modules",
            synonyms=("Module code", "Course"),
        ),
        Column(
            name="Valid until",
            kind=Kind.DATE,
            help="That day included; blank = no end",
            synonyms=("Expires", "Expiry", "Expiration", "Valid to"),
        ),
        Column(
            name="Preference", kind=Kind.LEVEL, help="-2 (avoid) to 2 (prefer); blank = 0", synonyms=("Pref",)
        ),
    ),
)

ROOMS = Sheet(
    name="Rooms",
    row="a room",
    synonyms=("Labs", "Spaces"),
    columns=(
        Column(name="Room", kind=Kind.ID, required=True, synonyms=("Room ID", "Room number", "Lab")),
        Column(name="Campus", kind=Kind.ID, synonyms=("Site", "Location")),
        Column(
            name="Types",
            kind=Kind.IDS,
            required=True,
            help="ML, LL",
            synonyms=("Type", "Room type", "Room types"),
        ),
        Column(name="Seats", kind=Kind.COUNT, required=True, synonyms=("Capacity", "Size")),
        Column(
            name="Stations",
            kind=Kind.COUNT,
            help="Where given, the room takes this many",
            synonyms=("Workstations", "Machines"),
        ),
    ),
)

AVAILABILITY = Sheet(
    name="Availability",
    row="a weekly window; whoever has one is available only inside theirs",
    required=False,
    columns=(
        Column(
            name="Who",
            kind=Kind.ID,
            required=True,
            help="An instructor or a room",
            refers="Instructors or Rooms",
            synonyms=("Instructor", "Room", "Resource"),
        ),
        Column(name="Days", kind=Kind.DAYS, required=True, synonyms=("Weekdays",)),
        Column(name="Start", kind=Kind.TIME, required=True, synonyms=("Start time", "From")),
        Column(name="End", kind=Kind.TIME, required=True, synonyms=("End time", "To")),
    ),
)

ABSENCES = Sheet(
    name="Absences",
    row="dated unavailability of an instructor or a room",
    required=False,
    synonyms=("Leave", "Unavailable"),
    columns=(
        Column(
            name="Who",
            kind=Kind.ID,
            required=True,
            help="An instructor or a room",
            refers="Instructors or Rooms",
            synonyms=("Instructor", "Room", "Resource"),
        ),
        Column(name="From", kind=Kind.DATE, required=True, synonyms=("Date", "First day", "Start date")),
        Column(
            name="To", kind=Kind.DATE, help="Blank = one day", synonyms=("Through", "Last day", "End date")
        ),
        Column(name="Start", kind=Kind.TIME, help="Blank = whole day", synonyms=("Start time",)),
        Column(name="End", kind=Kind.TIME, help="Blank = whole day", synonyms=("End time",)),
        Column(name="Reason", synonyms=("Note", "Notes")),
    ),
)

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

SCHEDULE = Sheet(
    name="Schedule",
    row="a session",
    columns=(
        Column(name="Row ID", kind=Kind.ID, help="Hidden; tells an edited row from a new one"),
        Column(name="Cohort", kind=Kind.ID, required=True, refers="Cohorts"),
        Column(name="Date", kind=Kind.DATE, required=True),
        Column(name="Start", kind=Kind.TIME, required=True),
        Column(name="End", kind=Kind.TIME, required=True),
        Column(name="Hours", kind=Kind.HOURS, help="End minus Start"),
        Column(name="Module", kind=Kind.ID, required=True, refers="Modules"),
        Column(name="Title"),
        Column(name="Instructor", kind=Kind.AT_ONCE, refers="Instructors"),
        Column(name="Room", kind=Kind.AT_ONCE, refers="Rooms"),
        Column(
            name="Pin",
            kind=Kind.IDS,
            help="blank, all, or some of time, instructor, room",
            choices=("all", "time", "instructor", "room"),
        ),
        Column(name="Note"),
        Column(name="Check", help="Says at once if a person or a room is taken twice"),
    ),
)
"""The sheet of the schedule workbook that the coordinator edits."""

PLACEMENTS = Sheet(
    name="Modules",
    row="a placement: one cohort's module",
    columns=(
        Column(name="Cohort", kind=Kind.ID),
        Column(name="Program", kind=Kind.ID),
        Column(name="Module", kind=Kind.ID),
        Column(name="Title"),
        Column(name="Hours", kind=Kind.HOURS),
        Column(name="First session", kind=Kind.DATE),
        Column(name="Last session", kind=Kind.DATE),
        Column(name="Sessions", kind=Kind.COUNT),
        Column(name="Instructor", kind=Kind.AT_ONCE, help="The main instructor"),
        Column(name="Room", kind=Kind.AT_ONCE, help="The main room"),
        Column(name="Cover sessions", kind=Kind.COUNT, help="Sessions held by someone else"),
    ),
)

HOURS = Sheet(
    name="Hours",
    row="a cohort's clock hours",
    columns=(
        Column(name="Cohort", kind=Kind.ID),
        Column(name="Program", kind=Kind.ID),
        Column(name="Pattern", kind=Kind.ID),
        Column(name="Planned hours", kind=Kind.HOURS),
        Column(name="Required hours", kind=Kind.HOURS),
        Column(name="Difference", kind=Kind.HOURS),
        Column(name="Start", kind=Kind.DATE),
        Column(name="Finish", kind=Kind.DATE),
        Column(name="Finish by", kind=Kind.DATE),
        Column(name="Days late", kind=Kind.COUNT),
    ),
)
"""Followed by one column of dates for each milestone: ``300 h``, ``600 h``."""

LOAD = Sheet(
    name="Load",
    row="an instructor's or a room's use",
    columns=(
        Column(name="Instructor or room", kind=Kind.ID),
        Column(name="Hours", kind=Kind.HOURS),
        Column(name="Hours/week (mean)", kind=Kind.NUMBER),
        Column(name="Hours/week (max)", kind=Kind.NUMBER),
        Column(name="Share of available time", kind=Kind.NUMBER),
    ),
)

FINDINGS = Sheet(
    name="Findings",
    row="what is wrong, where, and what to do",
    columns=(
        Column(name="Rule"),
        Column(name="Where", help="A link to the cell"),
        Column(name="What"),
        Column(name="What to do"),
    ),
)

CHANGES = Sheet(
    name="Changes",
    row="a difference from the version before",
    columns=(
        Column(name="Row ID", kind=Kind.ID),
        Column(name="What"),
        Column(name="Before"),
        Column(name="After"),
        Column(name="By", help="you, or planner"),
    ),
)
