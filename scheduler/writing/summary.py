"""The sheet Read me: what this is, how good it is, the key dates, and how to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from scheduler.domain.clock import hours, number
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.tables import (
    FINDINGS,
    OVERVIEWS,
    READ_ME,
)
from scheduler.writing import goal_table, whys
from scheduler.writing.key_dates import KeyDates
from scheduler.writing.names import SheetNames, link
from scheduler.writing.paper import Paper
from scheduler.writing.wording import DASH, day_year, plural, status
from scheduler.writing.workbook import ALERT, ALERT_INK, FAINT, HEAD, LINK, SHADE, Book, footed

EDIT = {
    "Edit": "Change the sheet Schedule only: type over, copy, delete, add or sort rows. Check says at once "
    "if a person, a room or a cohort is taken twice or missing; Hours follows. The other sheets show this "
    "version.",
    "Pin": "What must stay of a row: all, or some of time, instructor, room. Blank is free. What you edit is "
    "pinned by itself; a Note says for what reason it may break a rule.",
    "After editing": "Save, then: scheduler check THIS-FILE. It names every rule that an edit breaks, with "
    "its cell. scheduler repair THIS-FILE keeps your edits and makes the rest fit, in a new version; this "
    "file is never changed.",
    "Missing": "An empty Instructor or Room that is needed is marked, says so in Check, and is among the "
    "Findings; ? stands for the one of two that is missing.",
    "Colors": "Cohort calendars and Timeline: one color a module. Instructor and room calendars: one color "
    "a cohort. Grey: no class. Red: look here; the words say why.",
    "Print": "Each calendar is made to be handed out: US Letter, landscape, one page wide.",
}
"""What to do with the workbook, by keyword."""


def add(book: Book, problem: Problem, outcome: Outcome, names: SheetNames) -> None:
    """Add the summary: what to know first on its first page, every goal at its end."""
    sheet = book.sheet(READ_ME)
    footed(sheet, "Schedule", problem.settings.site)
    dates = KeyDates(problem=problem, schedule=outcome.schedule)
    paper = Paper(book=book, sheet=sheet, widths=dates.widths)
    paper.lay_out()
    page = _Page(paper=paper, problem=problem, outcome=outcome, names=names)
    row = page.title()
    row = dates.add(paper, row, names)
    row = goal_table.add_costs(paper, row, outcome)
    row = whys.add(paper, row, outcome)
    row = page.advice(row)
    row = page.contents(row)
    goal_table.add_all(paper, row, outcome)
    sheet.activate()


@dataclass(frozen=True, kw_only=True)
class _Page:
    paper: Paper
    problem: Problem
    outcome: Outcome
    names: SheetNames

    def title(self) -> int:
        settings, sheet, look = self.problem.settings, self.paper.sheet, self.paper.book.look
        sheet.set_row(0, 32)
        name = f"Schedule {DASH} {settings.site}" if settings.site else "Schedule"
        sheet.write_string(0, 0, name, look(bold=True, font_size=20, font_color=HEAD))
        cohorts = plural(len(self.problem.cohorts), "cohort")
        sessions = plural(len(self.outcome.schedule.sessions), "session")
        span = f"{day_year(settings.plan_from)} {DASH} {day_year(settings.plan_to)}"
        about = f"{cohorts} and {sessions}, planned within {span}."
        sheet.write_string(1, 0, about, look(font_color=FAINT))
        self._facts(3)
        return 6

    def _facts(self, row: int) -> None:
        """Write the three things to know first, side by side."""
        findings = len(self.outcome.findings)
        words, short = self._hours()
        third = ceil(len(self.paper.widths) / 3)
        self.paper.sheet.set_row(row + 1, 32)
        self._tile(row, (0, third - 1), "How good", status(self.outcome))
        self._tile(row, (third, 2 * third - 1), "Hours", words, alarming=short)
        found, last = plural(findings, "finding").capitalize(), (2 * third, self.paper.last)
        self._tile(row, last, "To look at", found, alarming=findings > 0)

    def _hours(self) -> tuple[str, bool]:
        """Say how many hours are planned and staffed, and whether any are missing."""
        planned = sum(session.length for session in self.outcome.schedule.sessions)
        required = sum(self.problem.program_of(cohort).length for cohort in self.problem.cohorts)
        price = self.outcome.goals.get("unstaffed hours")
        unstaffed = price.units if price else 0
        staffed = f", {number(unstaffed)} h without a person or room" if unstaffed else ", all staffed"
        words = f"{number(hours(planned))} of {number(hours(required))} h planned{staffed}"
        return words, planned < required or unstaffed > 0

    def _tile(
        self, row: int, across: tuple[int, int], label: str, text: str, *, alarming: bool = False
    ) -> None:
        sheet, look = self.paper.sheet, self.paper.book.look
        paper, ink = (ALERT, ALERT_INK) if alarming else (SHADE, HEAD)
        small = look(font_size=8, font_color=FAINT, bg_color=paper, indent=1)
        spread = {"align": "left", "indent": 1, "text_wrap": True, "valign": "top"}
        large = look(font_size=11, bold=True, font_color=ink, bg_color=paper, **spread)
        first, last = across
        sheet.merge_range(row, first, row, last, label, small)
        sheet.merge_range(row + 1, first, row + 1, last, text, large)
        if label == "To look at" and alarming:
            sheet.write_url(row + 1, first, link(FINDINGS.name), large, text)

    def advice(self, row: int) -> int:
        """Write how to edit, pin, check and read the workbook."""
        row = self.paper.section(row, "How to use this workbook")
        for word, text in EDIT.items():
            self.paper.words(row, 1, text)
            self.paper.sheet.write_string(row, 0, word, self.paper.line(bold=True, valign="top"))
            row += 1
        return row + 1

    def contents(self, row: int) -> int:
        """Write links to every sheet, and give the row after them."""
        row = self.paper.section(row, "Go to")
        groups: tuple[tuple[str, Sequence[tuple[str, str]]], ...] = (
            ("Sheets", [(name, name) for name in OVERVIEWS]),
            ("Cohorts", [*self.names.cohorts.items()]),
            ("Instructors", [*self.names.instructors.items()]),
            ("Rooms", [*self.names.rooms.items()]),
        )
        for group, sheets in groups:
            self.paper.sheet.write_string(row, 0, group, self.paper.book.look(bold=True))
            row = self._links(row, sheets)
        return row + 1

    def _links(self, row: int, sheets: Sequence[tuple[str, str]]) -> int:
        """Write links side by side, each over as many columns as the longest needs."""
        columns = self.paper.widths[1:]
        span = ceil((max((len(one) for one, _ in sheets), default=0) + 2) / min(columns))
        per_row = max(1, len(columns) // span)
        look = self.paper.book.look(font_color=LINK, underline=1)
        for index, (one, sheet) in enumerate(sheets):
            down, right = divmod(index, per_row)
            self.paper.sheet.write_url(row + down, 1 + right * span, link(sheet), look, one)
        return row + max(1, ceil(len(sheets) / per_row))
