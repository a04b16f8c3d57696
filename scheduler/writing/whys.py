"""Why something is missing: a section of Read me, and rows at the top of Findings."""

from scheduler.domain.outcome import Outcome
from scheduler.writing.paper import Paper

WHY = "why"
"""Stands in the column Rule of the sheet Findings for a reason."""
HELP = "To see what would help: scheduler explain THIS-FILE"


def add(paper: Paper, row: int, outcome: Outcome) -> int:
    """Write the reasons, each with its facts; give the row after them. Without any, nothing is written."""
    if not outcome.reasons:
        return row
    row = paper.section(row, "Why not everything could be had")
    for reason in outcome.reasons:
        paper.words(row, 0, reason.what, bold=True)
        for number, fact in enumerate(reason.facts, start=row + 1):
            paper.words(number, 1, f"{fact.what} ({fact.where})")
        row += len(reason.facts) + 1
        paper.words(row, 1, reason.verdict, italic=True)
        row += 1
    paper.words(row, 0, HELP)
    return row + 2
