"""The sheets about who teaches and where, and when they cannot."""

from scheduler.tables.sheet import Column, Kind, Sheet

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
