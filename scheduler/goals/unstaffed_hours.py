"""Session hours × the number of needed instructors that are missing, plus session hours × needed rooms that are missing."""  # noqa: E501, RUF002

from scheduler.domain.clock import Quarter, hours
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session

NAME = "unstaffed hours"
WEIGHT = 500.0


def units(problem: Problem, schedule: Schedule) -> float:
    """Count the hours that somebody or some room should be there and is not."""
    return hours(sum(missing(problem, session) for session in schedule.sessions))


def missing(problem: Problem, session: Session) -> Quarter:
    """Give a session's length in quarters, once for each instructor and each room that is missing."""
    return session.length * (missing_instructors(problem, session) + missing_rooms(problem, session))


def missing_instructors(problem: Problem, session: Session) -> int:
    """Count the instructors a session still needs."""
    needed = problem.module(session.cohort, session.module).instructors
    return max(0, needed - len(set(session.instructors)))


def missing_rooms(problem: Problem, session: Session) -> int:
    """Count the rooms a session still needs."""
    needed = len(problem.module(session.cohort, session.module).room_types)
    return max(0, needed - len(set(session.rooms)))
