"""Reading workbooks and CSV folders: tolerantly, safely, every fault with its sheet and cell."""

from scheduler.reading.kinds import kind_of
from scheduler.reading.planning import Reading, read_problem
from scheduler.reading.replacing import is_personal
from scheduler.reading.schedule import ScheduleReading, read_schedule

__all__ = ["Reading", "ScheduleReading", "is_personal", "kind_of", "read_problem", "read_schedule"]
