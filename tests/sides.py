"""Two schedules to compare, for tests: A as it was planned, B with whatever a test changes."""

import builders as b

from scheduler import goals
from scheduler.checking import Side, compared, judge
from scheduler.domain.comparison import Comparison
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Session

TINY = b.problem(b.module("M1", 6), b.module("M2", 3))
PLANNED = (b.session(day=5), b.session(day=6), b.session(module="M2", day=7))
"""M1 on Mon Jan 5 and Tue Jan 6, M2 on Wed Jan 7, all with I-1 in R-1."""


def side(*sessions: Session, problem: Problem = TINY, **patterns: str) -> Side:
    schedule = b.schedule(*sessions, **patterns)
    found = judge(problem, schedule)
    prices = goals.prices(problem, schedule)
    return Side(problem=problem, schedule=schedule, goals=prices, findings=len(found))


def against(*sessions: Session, problem: Problem = TINY) -> Comparison:
    """Compare the plan with a schedule of these sessions."""
    return compared(side(*PLANNED), side(*sessions, problem=problem))
