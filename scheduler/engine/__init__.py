"""The engine: near-optimal schedules, with a proof of how near.

A *timeline* is one complete way for a cohort to run its program: its pattern, its start, the
order of its modules and for each the instructors and rooms. The engine never decides less than a
timeline at once.

`axis`, `lane`, `model`, `case`, `tasks`
    Calendars as bit sets, and the problem compiled into them once.
`kept`, `before`
    What stays of a schedule that is being repaired, and each cohort's timeline as it was.
`calendars`, `budgets`, `staffing`, `filling`
    Who is taken when, and so who could hold a placement.
`insertion`, `generator`, `labels`, `placing`, `laying`, `trial`
    The best timelines of one cohort as everybody else leaves it, by dynamic programming.
`negotiation`
    Everybody takes what is best, at a toll for what others want too: all at first, later a few.
`search`, `standing`
    Has a few cohorts negotiate, or takes them out and inserts them anew, annealed; every timeline
    seen goes into a pool.
`selection`, `restaffing`, `coupling`
    CP-SAT picks one timeline for each cohort out of the pool, and deals people and rooms out anew.
`bounds`, `least`
    What each cohort costs at least alone; where the sum is reached the schedule is proven best.
`part`, `planning`
    All of this in turn, for each part of the problem that shares nobody with the others, until
    proven best or out of time.
`team`, `member`
    Several processes at once, each with parts of its own, then helping the others with theirs.

One model with every quarter-hour in it was tried first: it is exact, but finds nothing at the size
of a district. Search and bounds share the conventions that make a timeline a matter of order
alone, and "proven best" means best among such: a cohort starts at the beginning of a day's class
time (unless a pin says otherwise), and a module takes of each day as much as its limits allow.
"""

from scheduler.engine.clean import clean_schedule
from scheduler.engine.options import Options, Progress, Solution
from scheduler.engine.planning import least, plan

__all__ = ["Options", "Progress", "Solution", "clean_schedule", "least", "plan"]
