"""Writing what people read: the planning workbook, the schedule workbook, and reports."""

from scheduler.writing.planning import write_planning

__all__ = ["write_planning"]
