"""Writing what people read: the planning workbook, the schedule workbook, and reports."""

from scheduler.writing.comparison import write_comparison
from scheduler.writing.planning import write_planning
from scheduler.writing.report import as_json
from scheduler.writing.rows import as_frame
from scheduler.writing.scenarios import write_scenarios
from scheduler.writing.schedule import write_schedule

__all__ = ["as_frame", "as_json", "write_comparison", "write_planning", "write_scenarios", "write_schedule"]
