"""Reading workbooks and CSV folders: tolerantly, safely, every fault with its sheet and cell."""

from scheduler.reading.planning import Reading, read_problem

__all__ = ["Reading", "read_problem"]
