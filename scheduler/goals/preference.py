"""−Preference × hours, summed."""  # noqa: RUF002

from scheduler.domain.clock import hours
from scheduler.domain.ids import InstructorId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session

NAME = "preference"
WEIGHT = 0.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Sum it over everyone in every session; who is not qualified has no preference."""
    return hours(
        sum(-_liking(problem, s, who) * s.length for s in schedule.sessions for who in s.instructors)
    )


def _liking(problem: Problem, session: Session, who: InstructorId) -> int:
    row = problem.qualification(who, problem.module(session.cohort, session.module))
    return row.preference if row else 0
