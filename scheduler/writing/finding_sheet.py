"""The sheet Findings: what is wrong."""

from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome
from scheduler.tables import FINDINGS, SCHEDULE
from scheduler.writing.names import link
from scheduler.writing.table import Report, report
from scheduler.writing.workbook import LINK, RULE, Book

LETTERS = {column.name: SCHEDULE.letter(column.name) for column in SCHEDULE}
"""The column letters of the sheet Schedule as we write it."""

WIDTHS = {"Rule": 20, "Where": 20, "What": 66, "What to do": 54}

NOTHING = "Nothing was found: every rule holds, and every hour is placed and staffed."


def add(book: Book, outcome: Outcome, site: str) -> None:
    """Add the findings, each with a link to the row of the schedule it is about."""
    page = report(book, FINDINGS, WIDTHS, site=site)
    for number, finding in enumerate(outcome.findings, start=1):
        _finding(page, number, finding.located(LETTERS))
    if not outcome.findings:
        page.row(1, ["", "", NOTHING, ""])
    page.finish(len(outcome.findings))


def _finding(page: Report, number: int, finding: Finding) -> None:
    page.row(number, [finding.rule, finding.where, finding.what, finding.todo])
    page.tall(number, [(finding.what, WIDTHS["What"]), (finding.todo, WIDTHS["What to do"])])
    sheet, _, cell = finding.where.partition("!")
    if sheet == SCHEDULE.name and cell:
        look = page.book.look(font_color=LINK, underline=1, valign="top", bottom=1, bottom_color=RULE)
        page.sheet.write_url(number, 1, link(sheet, cell), look, finding.where)
