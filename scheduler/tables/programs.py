"""The sheets about what is taught and to whom: programs, modules, cohorts, rosters."""

from scheduler.tables.sheet import Column, Kind, Sheet

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
