"""Why something cannot be had, and what could be changed so that it can.

A *question* is whether some cohorts could have a clean schedule if only some of their modules needed
anybody (`question`, `asking`): it is answered by counting, else by searching, and a no is proven where
counting or the exact bound says so. The facts around it (`facts`, `premises`) are given up one after the
other until only those are left without any of which there is a way (`smallest`). They make a *cause*
(`causes`, `explaining`); each fact brings the *ways* to change the workbook about it (`ways`).
"""

from scheduler.reasons.asking import Asking
from scheduler.reasons.causes import Cause
from scheduler.reasons.explaining import causes
from scheduler.reasons.ways import Settled, Way, combined, placed

__all__ = ["Asking", "Cause", "Settled", "Way", "causes", "combined", "placed"]
