"""The certificate every schedule needs before it leaves: no hidden violation, and the true score."""

from collections.abc import Collection, Iterator
from math import isclose

from scheduler.domain.calendar import with_patterns
from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.goals import prices
from scheduler.goals import score as total
from scheduler.rules import RULES

TOLERANCE = 1e-6
"""How far, as a share, the score may be from the recomputed one: sums of fractions round."""


class Uncertified(Exception):  # noqa: N818  it says what the schedule is
    """A schedule is not what the engine says it is, which is a bug; its text says how."""


def certify(
    problem: Problem, schedule: Schedule, *, score: float, declared: Collection[tuple[str, CohortId]]
) -> None:
    """Let a schedule pass only if the rules and the score agree with what the engine says.

    Parameters
    ----------
    score
        The score as the engine reported it.
    declared
        The rules the engine could not keep, and for which cohort.

    Raises
    ------
    Uncertified
        If another rule is broken, or the score recomputed from the sessions is different.
    """
    complete = with_patterns(problem, schedule)
    faults = [f"{found.rule}: {found.what}" for found in _undeclared(problem, complete, declared)]
    true = total(prices(problem, complete))
    if not isclose(score, true, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
        faults.append(f"the score is {true:g}, not {score:g}")
    if faults:
        raise Uncertified("\n".join(faults))


def _undeclared(
    problem: Problem, schedule: Schedule, declared: Collection[tuple[str, CohortId]]
) -> Iterator[Finding]:
    for rule in RULES:
        for found in rule.violations(problem, schedule):
            known = any((found.rule, session.cohort) in declared for session in found.sessions)
            if not known and found.what not in problem.accepted:
                yield found
