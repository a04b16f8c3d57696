"""Who or what is taken twice, or taken while not available: people, rooms and cohorts alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.domain.availability import FREE, blocked_days, stretch
from scheduler.domain.clock import clock, day
from scheduler.domain.findings import Finding
from scheduler.domain.ids import ResourceId
from scheduler.domain.problem import Problem
from scheduler.domain.resources import Absence
from scheduler.domain.schedule import Session, beginning, ending, grouped
from scheduler.rules.wording import also_on, several, told_in

TOLD_APART = 10
"""So many pairs of placements that clash over one person or room are told one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a rule about people or rooms speaks: ``teaches`` or ``holds``, and which column to look at."""

    code: str
    does: str
    column: str


def overlapping(sessions: Iterable[Session]) -> Iterator[tuple[Session, Session]]:
    """Yield the pairs of sessions that are held at the same time; the sessions come in the order of time."""
    running: list[Session] = []
    for session in sessions:
        running = [other for other in running if ending(other) > beginning(session)]
        yield from ((other, session) for other in running)
        running.append(session)


def clashes(words: Words, who: str, sessions: Iterable[Session]) -> Iterator[Finding]:
    """Yield one finding for each two placements that need somebody or something at the same time.

    If they are many (a name copied down a whole column), they are one finding.
    """
    pairs: dict[tuple[tuple[str, str], ...], list[tuple[Session, Session]]] = {}
    for one, other in overlapping(sessions):
        key = tuple(sorted(((one.cohort, one.module), (other.cohort, other.module))))
        pairs.setdefault(key, []).append((one, other))
    if len(pairs) > TOLD_APART:
        yield _clash(words, who, [pair for together in pairs.values() for pair in together], len(pairs) - 1)
    else:
        for together in pairs.values():
            yield _clash(words, who, together)


def _clash(words: Words, who: str, together: Sequence[tuple[Session, Session]], further: int = 0) -> Finding:
    one, other = together[0]
    also = also_on(pair[0].date for pair in together)
    both = f"{one.cohort} {one.module} and {other.cohort} {other.module}"
    if (one.cohort, one.module) == (other.cohort, other.module):
        both = f"{one.cohort} {one.module} twice"
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Finding(
        rule=words.code,
        what=f"{who} {words.does} {both} at the same time on {day(one.date)}, "
        f"{clock(start)} to {clock(end)}{also}{f', and {further} more such pairs' if further else ''}.",
        todo=f"Choose another {words.column.lower()} for one of them, or move it.",
        sessions=tuple(dict.fromkeys(session for pair in together for session in pair)),
        column=words.column,
    )


def unavailable(
    words: Words, problem: Problem, who: ResourceId, sessions: Iterable[Session]
) -> Iterator[Finding]:
    """Yield one finding for each placement and absence, or placement held outside Availability."""
    blocked = blocked_days(problem, who)
    hit = (s for s in sessions if blocked.get(s.date, FREE) & stretch(s.start, s.end))
    causes = grouped(((s.cohort, s.module, _absence(problem, who, s)), s) for s in hit)
    for (_, _, absence), held in causes.items():
        yield Finding(
            rule=words.code,
            what=f"{who} {words.does} {several(held)}, but {_cause(problem, absence)}.",
            todo=f"Choose another {words.column.lower()}, move the session, "
            f"or correct {'Availability' if absence is None else 'Absences'}.",
            sessions=held,
            column=words.column,
        )


def _absence(problem: Problem, who: ResourceId, session: Session) -> Absence | None:
    """Give the absence a session falls into; None if it is outside the weekly windows instead."""
    for absence in problem.absences:
        then = absence.who == who and absence.first <= session.date <= absence.last
        if then and absence.start < session.end and session.start < absence.end:
            return absence
    return None


def _cause(problem: Problem, absence: Absence | None) -> str:
    """Say why somebody is not there; an absence that no row of Absences says gives its own reason."""
    if absence is None:
        return "is not available then (Availability)"
    if absence.reason and not absence.row:
        return absence.reason
    when = f"on {day(absence.first)}"
    if absence.last != absence.first:
        when = f"from {day(absence.first)} to {day(absence.last)}"
    return f"is unavailable {when}" + told_in(problem, "Absences", absence.row, "From")
