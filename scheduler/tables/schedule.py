"""The sheets of the schedule workbook that are tables."""

from scheduler.tables.sheet import Column, Kind, Sheet

SCHEDULE = Sheet(
    name="Schedule",
    row="a session",
    columns=(
        Column(name="Row ID", kind=Kind.ID, help="Hidden; tells an edited row from a new one"),
        Column(
            name="Cohort",
            kind=Kind.ID,
            required=True,
            refers="Cohorts",
            synonyms=("Class", "Group", "Section"),
        ),
        Column(name="Date", kind=Kind.DATE, required=True, synonyms=("Day", "Session date")),
        Column(name="Start", kind=Kind.TIME, required=True, synonyms=("Start time", "From", "Begin")),
        Column(name="End", kind=Kind.TIME, required=True, synonyms=("End time", "To", "Until")),
        Column(name="Hours", kind=Kind.HOURS, help="End minus Start"),
        Column(
            name="Module",
            kind=Kind.ID,
            required=True,
            refers="Modules",
            synonyms=("Course", "Unit", "Subject"),
        ),
        Column(name="Title"),
        Column(
            name="Instructor",
            kind=Kind.AT_ONCE,
            refers="Instructors",
            synonyms=("Teacher", "Trainer", "Faculty"),
        ),
        Column(name="Room", kind=Kind.AT_ONCE, refers="Rooms", synonyms=("Lab", "Classroom", "Location")),
        Column(
            name="Pin",
            kind=Kind.IDS,
            help="blank, all, or some of time, instructor, room",
            choices=("all", "time", "instructor", "room"),
        ),
        Column(name="Note", synonyms=("Comment", "Remark")),
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

BOTTLENECKS = Sheet(
    name="Bottlenecks",
    row="people for the same modules, or rooms of a type, in a part of the day",
    columns=(
        Column(name="What", help="Instructors, or Rooms"),
        Column(name="For", help="The modules these people may teach, or the type of the rooms"),
        Column(name="Campus", kind=Kind.ID),
        Column(name="Part of day"),
        Column(name="Who", help="The people, or the rooms"),
        Column(name="Needed h", kind=Kind.HOURS),
        Column(name="Taken h", kind=Kind.HOURS),
        Column(name="There h", kind=Kind.HOURS),
        Column(name="Used %", kind=Kind.NUMBER),
        Column(name="Tightest week", kind=Kind.DATE),
        Column(name="Needed then", kind=Kind.HOURS),
        Column(name="Taken then", kind=Kind.HOURS),
        Column(name="There then", kind=Kind.HOURS),
        Column(name="Used then %", kind=Kind.NUMBER),
        Column(name="Not placed h", kind=Kind.HOURS),
    ),
)
"""Followed by one column for each week: its share."""

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
