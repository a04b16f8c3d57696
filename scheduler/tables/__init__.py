"""Every sheet and column there is: name, meaning, kind of value, and the names people also use.

Reading, writing, the blank template, its dropdowns and the README's tables all come from
here, so a column is declared once. Names are exact when we write; when we read, case, spaces
and punctuation do not matter and the synonyms are accepted too.
"""

from scheduler.tables.comparison import (
    COMPARED_COHORTS,
    COMPARED_GOALS,
    COMPARED_LOADS,
    COMPARED_PLACEMENTS,
    COMPARISON,
    SUMMARY,
)
from scheduler.tables.planning import PINS, PLANNED, PLANNING, SCENARIOS
from scheduler.tables.programs import COHORTS, MODULES, PROGRAMS, ROSTERS
from scheduler.tables.resources import ABSENCES, AVAILABILITY, INSTRUCTORS, QUALIFICATIONS, ROOMS
from scheduler.tables.scenarios import FINISH_DATES, FOUND, HOURS_OF, TOTALS
from scheduler.tables.schedule import BOTTLENECKS, CHANGES, FINDINGS, HOURS, LOAD, PLACEMENTS, SCHEDULE
from scheduler.tables.sheet import Column, Kind, Sheet
from scheduler.tables.term import CALENDAR, PATTERNS, SETTINGS
from scheduler.tables.workbooks import (
    CHECK,
    INSTRUCTIONS,
    LISTS,
    META,
    OVERVIEWS,
    PLANNING_SHEETS,
    READ_ME,
    SCHEDULE_SHEETS,
    TIMELINE,
)

__all__ = [
    "ABSENCES",
    "AVAILABILITY",
    "BOTTLENECKS",
    "CALENDAR",
    "CHANGES",
    "CHECK",
    "COHORTS",
    "COMPARED_COHORTS",
    "COMPARED_GOALS",
    "COMPARED_LOADS",
    "COMPARED_PLACEMENTS",
    "COMPARISON",
    "FINDINGS",
    "FINISH_DATES",
    "FOUND",
    "HOURS",
    "HOURS_OF",
    "INSTRUCTIONS",
    "INSTRUCTORS",
    "LISTS",
    "LOAD",
    "META",
    "MODULES",
    "OVERVIEWS",
    "PATTERNS",
    "PINS",
    "PLACEMENTS",
    "PLANNED",
    "PLANNING",
    "PLANNING_SHEETS",
    "PROGRAMS",
    "QUALIFICATIONS",
    "READ_ME",
    "ROOMS",
    "ROSTERS",
    "SCENARIOS",
    "SCHEDULE",
    "SCHEDULE_SHEETS",
    "SETTINGS",
    "SUMMARY",
    "TIMELINE",
    "TOTALS",
    "Column",
    "Kind",
    "Sheet",
]
