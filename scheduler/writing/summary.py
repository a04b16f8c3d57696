"""The sheet Read me: what this is, how good it is, the key dates, and how to go on."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.domain.clock import hours, number
from scheduler.domain.ids import CohortId
from scheduler.domain.outcome import Outcome
from scheduler.domain.problem import Problem
from scheduler.goals import GOALS, unit
from scheduler.tables import READ_ME
from scheduler.writing.milestones import heading, marks, reached
from scheduler.writing.names import SheetNames, link
from scheduler.writing.wording import DASH, day_year, plural, status
from scheduler.writing.workbook import (
    ALERT,
    ALERT_INK,
    FAINT,
    HEAD,
    HEAD_LIGHT,
    LINK,
    RULE,
    SHADE,
    Book,
    Cell,
    footed,
    put,
    shown,
)

WIDTH = 8
"""The columns of the page, A to H."""

EDIT = {
    "Edit": "Change the sheet Schedule only: type over, copy, delete, add or sort rows. Check says at once "
    "if a person, a room or a cohort is taken twice or missing; Hours follows. The other sheets show this "
    "version.",
    "Pin": "What must stay of a row: all, or some of time, instructor, room. Blank is free.",
    "After editing": "Save, then: scheduler check THIS-FILE. It names every rule that an edit breaks, with "
    "its cell; this file is never changed.",
    "Missing": "An empty Instructor or Room that is needed is marked, says so in Check, and is among the "
    "Findings; ? stands for the one of two that is missing.",
    "Colors": "Cohort calendars and Timeline: one color a module. Instructor and room calendars: one color "
    "a cohort. Grey: no class. Red: look here; the words say why.",
    "Print": "Each calendar is made to be handed out: US Letter, landscape, one page wide.",
}
"""What to do with the workbook, by keyword."""


def add(book: Book, problem: Problem, outcome: Outcome, names: SheetNames) -> None:
    """Add the summary, which fits one page unless there are very many cohorts."""
    sheet = book.sheet(READ_ME)
    site = problem.settings.site
    footed(sheet, "Schedule", site)
    sheet.set_portrait()
    sheet.set_column(0, 0, 17)
    sheet.set_column(1, WIDTH - 1, 14)
    page = _Page(book=book, sheet=sheet, problem=problem, outcome=outcome, names=names)
    row = page.title()
    row = page.dates(row)
    row = page.goals(row)
    row = page.advice(row)
    page.contents(row)
    sheet.activate()


@dataclass(frozen=True, kw_only=True)
class _Page:
    book: Book
    sheet: Worksheet
    problem: Problem
    outcome: Outcome
    names: SheetNames

    def title(self) -> int:
        settings = self.problem.settings
        self.sheet.set_row(0, 32)
        name = f"Schedule {DASH} {settings.site}" if settings.site else "Schedule"
        self.sheet.write_string(0, 0, name, self.book.look(bold=True, font_size=20, font_color=HEAD))
        cohorts = plural(len(self.problem.cohorts), "cohort")
        sessions = plural(len(self.outcome.schedule.sessions), "session")
        span = f"{day_year(settings.plan_from)} {DASH} {day_year(settings.plan_to)}"
        about = f"{cohorts} and {sessions}, planned within {span}."
        self.sheet.write_string(1, 0, about, self.book.look(font_color=FAINT))
        self._facts(3)
        return 6

    def _facts(self, row: int) -> None:
        """Write the three things to know first, side by side."""
        found = len(self.outcome.findings)
        planned = sum(session.length for session in self.outcome.schedule.sessions)
        required = sum(self.problem.program_of(cohort).length for cohort in self.problem.cohorts)
        unstaffed = (
            self.outcome.goals["unstaffed hours"].units if "unstaffed hours" in self.outcome.goals else 0
        )
        staffed = f", {number(unstaffed)} h without a person or room" if unstaffed else ", all staffed"
        tiles = (
            ("How good", status(self.outcome), False),
            (
                "Hours",
                f"{number(hours(planned))} of {number(hours(required))} h planned{staffed}",
                planned < required or unstaffed > 0,
            ),
            ("To look at", plural(found, "finding").capitalize(), found > 0),
        )
        self.sheet.set_row(row + 1, 32)
        for (label, text, alarming), (first, last) in zip(tiles, ((0, 2), (3, 5), (6, 7)), strict=True):
            paper, ink = (ALERT, ALERT_INK) if alarming else (SHADE, HEAD)
            small = self.book.look(font_size=8, font_color=FAINT, bg_color=paper, indent=1)
            large = self.book.look(
                font_size=11,
                bold=True,
                font_color=ink,
                bg_color=paper,
                indent=1,
                text_wrap=True,
                valign="top",
            )
            self.sheet.merge_range(row, first, row, last, label, small)
            self.sheet.merge_range(row + 1, first, row + 1, last, text, large)
            if label == "To look at" and found:
                self.sheet.write_url(row + 1, first, link("Findings"), large, text)

    def _section(self, row: int, text: str) -> int:
        self.sheet.set_row(row, 22)
        self.sheet.write_string(row, 0, text, self.book.look(bold=True, font_size=12, font_color=HEAD))
        return row + 1

    def _heads(self, row: int, texts: list[str], right: int) -> None:
        for index, text in enumerate(texts):
            align = "left" if index < right else "right"
            self.sheet.write_string(
                row, index, text, self.book.look(bold=True, bg_color=HEAD_LIGHT, font_color=HEAD, align=align)
            )

    def _line(self, *, right: bool = False, **more: object) -> Format:
        return self.book.look(bottom=1, bottom_color=RULE, align="right" if right else "left", **more)

    def dates(self, row: int) -> int:
        """Write each cohort's start, milestones and finish."""
        row = self._section(row, "Key dates")
        columns = marks(self.problem)
        self._heads(row, ["Cohort", "Program", "Start", *map(heading, columns), "Finish", "Finish by"], 2)
        for cohort in self.problem.cohorts:
            row += 1
            self._dates(row, cohort, columns)
        return row + 2

    def _dates(self, row: int, cohort: CohortId, columns: list[int]) -> None:
        sessions = self.outcome.schedule.by_cohort.get(cohort, ())
        due = self.problem.cohorts[cohort].finish_by
        own = self.problem.program_of(cohort).milestones
        finish = sessions[-1].date if sessions else None
        milestones = [
            reached(self.outcome.schedule, cohort, mark) if mark in own else None for mark in columns
        ]
        self.sheet.write_url(
            row, 0, link(self.names.cohorts[cohort]), self._line(font_color=LINK, underline=1), cohort
        )
        self.sheet.write_string(row, 1, self.problem.cohorts[cohort].program, self._line())
        row_dates: list[Cell] = [sessions[0].date if sessions else None, *milestones, finish, due]
        late = bool(finish and due and finish > due)
        for index, value in enumerate(row_dates, start=2):
            alarm = {"font_color": ALERT_INK, "bold": True} if late and index == len(row_dates) else {}
            put(self.sheet, row, index, value, self._line(right=True, num_format="ddd mmm d", **alarm))
        if late and finish and due:
            words = f"{plural((finish - due).days, 'day')} late"
            self.sheet.write_string(
                row, len(row_dates) + 2, words, self.book.look(font_color=ALERT_INK, bold=True)
            )

    def goals(self, row: int) -> int:
        """Write the score: what each goal costs."""
        row = self._section(row, "Score (lower is better)")
        self._heads(row, ["Goal", "Units", "Weight", "Cost", "What is counted", "", "", ""], 1)
        self.sheet.write_string(
            row, 4, "One unit is", self.book.look(bold=True, bg_color=HEAD_LIGHT, font_color=HEAD, indent=1)
        )
        meaning = {goal.NAME: unit(goal) for goal in GOALS}
        for goal, price in self.outcome.goals.items():
            row += 1
            ink: dict[str, Any] = {} if price.cost else {"font_color": FAINT}
            self.sheet.write_string(row, 0, goal, self._line(**ink))
            for index, value in enumerate((price.units, price.weight, price.cost), start=1):
                self.sheet.write_number(
                    row, index, value, self._line(right=True, num_format=shown(value), **ink)
                )
            words = meaning.get(goal, "").rstrip(".")
            look = self._line(font_size=7.5, font_color=FAINT, indent=1, text_wrap=True)
            self.sheet.merge_range(row, 4, row, WIDTH - 1, words, look)
            self.sheet.set_row(row, 14 if len(words) <= 76 else 11 * (1 + len(words) // 76) + 2)
        row += 1
        bold = self.book.look(bold=True, top=1, top_color=HEAD)
        self.sheet.write_string(row, 0, "Score", bold)
        self.sheet.write_blank(row, 1, None, bold)
        self.sheet.write_blank(row, 2, None, bold)
        self.sheet.write_number(
            row,
            3,
            self.outcome.score,
            self.book.look(
                bold=True, top=1, top_color=HEAD, num_format=shown(self.outcome.score), align="right"
            ),
        )
        return row + 2

    def advice(self, row: int) -> int:
        """Write how to edit, pin, check and read the workbook."""
        row = self._section(row, "How to use this workbook")
        for word, text in EDIT.items():
            self.sheet.set_row(row, 13 * (1 + len(text) // 105) + 3)
            self.sheet.write_string(row, 0, word, self._line(bold=True, valign="top"))
            self.sheet.merge_range(row, 1, row, WIDTH - 1, text, self._line(text_wrap=True, valign="top"))
            row += 1
        return row + 1

    def contents(self, row: int) -> None:
        """Write links to every sheet."""
        row = self._section(row, "Go to")
        groups = (
            (
                "Sheets",
                {
                    name: name
                    for name in ("Schedule", "Modules", "Hours", "Load", "Timeline", "Findings", "Changes")
                },
            ),
            ("Cohorts", self.names.cohorts),
            ("Instructors", self.names.instructors),
            ("Rooms", self.names.rooms),
        )
        look = self.book.look(font_color=LINK, underline=1)
        for group, sheets in groups:
            self.sheet.write_string(row, 0, group, self.book.look(bold=True))
            for index, (one, sheet) in enumerate(sheets.items()):
                place = row + index // (WIDTH - 1), 1 + index % (WIDTH - 1)
                self.sheet.write_url(*place, link(sheet), look, one)
            row += 1 + max(0, len(sheets) - 1) // (WIDTH - 1)
