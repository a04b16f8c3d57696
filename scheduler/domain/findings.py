"""A finding: what is wrong, where, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scheduler.domain.clock import clock, day
from scheduler.domain.schedule import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What is wrong, where, what to do.

    Attributes
    ----------
    rule
        The code of the rule that is broken, the name of the goal whose price had to be paid
        (``unstaffed hours``, ``unplaced hours``), or ``input`` for what could not be
        understood.
    what
        The fault in one sentence, with the values in it. Never a student's name.
    todo
        What the coordinator can do about it.
    where
        A cell (``Cohorts!C7``) or a sheet; empty as long as ``sessions`` says where.
    sessions
        The sessions concerned, the one to look at first in front.
    column
        The heading of the column of the sheet ``Schedule`` to look at.
    """

    rule: str
    what: str
    todo: str = ""
    where: str = ""
    sessions: tuple[Session, ...] = ()
    column: str = ""

    def located(self, letters: Mapping[str, str]) -> "Finding":
        """Say where in words: the cell of the first session, given the sheet's column letters."""
        if self.where or not self.sessions:
            return self
        first = self.sessions[0]
        if first.row:
            letter = letters.get(self.column, "A")
            return replace(self, where=f"Schedule!{letter}{first.row}")
        return replace(self, where=named(first))


def named(session: Session) -> str:
    """Name a session in a sentence: ``CNC-A C06 on Mon Jan 5, 8:00 AM to 11:00 AM``."""
    hours = f"{clock(session.start)} to {clock(session.end)}"
    return f"{session.cohort} {session.module} on {day(session.date)}, {hours}"
