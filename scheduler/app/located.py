"""All findings about a problem and its schedule, each said once and with its place."""

from collections.abc import Mapping

from scheduler.checking import NOTHING, Gone, arithmetic, judge
from scheduler.domain.findings import Finding
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import SCHEDULE

LETTERS: Mapping[str, str] = {column.name: SCHEDULE.letter(column.name) for column in SCHEDULE}
"""The column letters of the sheet Schedule as we write it."""


def findings(
    problem: Problem,
    schedule: Schedule | None = None,
    letters: Mapping[str, str] = LETTERS,
    gone: Gone = NOTHING,
) -> tuple[Finding, ...]:
    """Give what is wrong: first the inputs that explain it, then the schedule.

    ``letters`` are the column letters of the sheet Schedule as it was read, ``gone`` the rows
    that were deleted from it.
    """
    judged = judge(problem, schedule, gone) if schedule is not None else ()
    found = [finding.located(letters) for finding in (*arithmetic.findings(problem), *judged)]
    return tuple({(finding.rule, finding.where, finding.what): finding for finding in found}.values())
