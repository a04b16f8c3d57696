"""The sheet Findings: why, and what is wrong."""

from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.domain.reason import Reason
from scheduler.tables import FINDINGS, SCHEDULE
from scheduler.writing import whys
from scheduler.writing.names import link
from scheduler.writing.table import Report, report
from scheduler.writing.workbook import LINK, RULE, Book

LETTERS = {column.name: SCHEDULE.letter(column.name) for column in SCHEDULE}
"""The column letters of the sheet Schedule as we write it."""

WIDTHS = {"Rule": 20, "Where": 20, "What": 66, "What to do": 54}

NOTHING = "Nothing was found: every rule holds, and every hour is placed and staffed."
ONLY_LATE = "Nothing else was found: every rule holds, and every hour is placed and staffed."


def add(book: Book, outcome: Outcome, site: str) -> None:
    """Add the findings, each with a link to the row of the schedule it is about."""
    page = report(book, FINDINGS, WIDTHS, site=site)
    reasons = [_of_reason(reason) for reason in outcome.reasons]
    for number, finding in enumerate((*reasons, *outcome.findings), start=1):
        _finding(page, number, finding.located(LETTERS))
    if not outcome.findings:
        page.row(len(reasons) + 1, ["", "", ONLY_LATE if reasons else NOTHING, ""])
    page.finish(len(reasons) + len(outcome.findings))


def _of_reason(reason: Reason) -> Finding:
    """Give a reason as a row of the sheet: what is to be changed is in the planning workbook."""
    where = reason.facts[0].where if reason.facts else ""
    return Finding(rule=whys.WHY, what=reason.sentence, todo=whys.HELP, where=where)


def _finding(page: Report, number: int, finding: Finding) -> None:
    page.row(number, [finding.rule, finding.where, finding.what, finding.todo])
    page.tall(number, [(finding.what, WIDTHS["What"]), (finding.todo, WIDTHS["What to do"])])
    sheet, _, cell = finding.where.partition("!")
    if sheet == SCHEDULE.name and cell:
        look = page.book.look(font_color=LINK, underline=1, valign="top", bottom=1, bottom_color=RULE)
        page.sheet.write_url(number, 1, link(sheet, cell), look, finding.where)
