"""The sheets about the term: its settings, its calendar, its weekly class time."""

from scheduler.tables.sheet import Column, Kind, Sheet

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
