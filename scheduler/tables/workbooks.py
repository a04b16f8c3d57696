"""All sheets of our two workbooks by their names, those that are no tables too."""

from scheduler.tables.planning import PLANNING
from scheduler.tables.schedule import BOTTLENECKS, CHANGES, FINDINGS, HOURS, LOAD, PLACEMENTS, SCHEDULE

INSTRUCTIONS, READ_ME, TIMELINE, LISTS = "Instructions", "Read me", "Timeline", "Lists"

META = "_meta"
"""The hidden sheet that only a schedule workbook has, whatever its other sheets are called now."""

CHECK = "_check"
"""The hidden sheet in which the schedule workbook looks for people and rooms that are taken twice."""

PLANNING_SHEETS = (INSTRUCTIONS, *(sheet.name for sheet in PLANNING), LISTS)
"""The sheets of the planning workbook."""

OVERVIEWS = (
    SCHEDULE.name,
    PLACEMENTS.name,
    HOURS.name,
    LOAD.name,
    BOTTLENECKS.name,
    TIMELINE,
    FINDINGS.name,
    CHANGES.name,
)
"""The sheets of the schedule workbook for everybody, before the calendars."""

SCHEDULE_SHEETS = (READ_ME, *OVERVIEWS, LISTS, META, CHECK)
"""The sheets of the schedule workbook beside the calendars."""
