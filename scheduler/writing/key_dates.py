"""The table of key dates on Read me: each cohort's start, milestones and finish."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.writing.milestones import heading, marks, reached
from scheduler.writing.names import SheetNames, link
from scheduler.writing.paper import Paper
from scheduler.writing.table import fitting
from scheduler.writing.wording import plural
from scheduler.writing.workbook import ALERT_INK, DATE_YEAR, DATE_YEAR_WIDTH, LINK, put

MOST_MARKS = 6
"""More milestones than this would make the page too wide to read; the sheet Hours has them all."""

FEWEST = 8
"""Columns that the other parts of the page need."""


@dataclass(frozen=True, kw_only=True)
class KeyDates:
    """The columns of the table, and what stands in its rows."""

    problem: Problem
    schedule: Schedule

    @cached_property
    def marks(self) -> Sequence[Quarter]:
        """The milestones that are shown."""
        return marks(self.problem)[:MOST_MARKS]

    @cached_property
    def heads(self) -> list[str]:
        """The headings; the last one only if somebody is late."""
        late = ["Late"] if any(self.days_late(cohort) for cohort in self.problem.cohorts) else []
        return ["Cohort", "Program", "Start", *map(heading, self.marks), "Finish", "Finish by", *late]

    @property
    def widths(self) -> list[float]:
        """The width of each column, wide enough for the longest ID and for a date with its year."""
        usual = [14.0] * (FEWEST - len(self.heads))
        dates = [DATE_YEAR_WIDTH] * (len(self.marks) + 3)
        late = [14.0] * (self.heads[-1] == "Late")
        programs = [cohort.program for cohort in self.problem.cohorts.values()]
        return [fitting(16, self.problem.cohorts), fitting(11, programs), *dates, *late, *usual]

    def days_late(self, cohort: CohortId) -> int:
        """Give how many days a cohort finishes after its Finish by."""
        sessions, due = self.schedule.by_cohort.get(cohort, ()), self.problem.cohorts[cohort].finish_by
        return max(0, (sessions[-1].date - due).days) if sessions and due else 0

    def dates(self, cohort: CohortId) -> list[date | None]:
        """Give a cohort's dates, from Start to Finish by."""
        sessions = self.schedule.by_cohort.get(cohort, ())
        own = self.problem.program_of(cohort).milestones
        reach = [reached(self.schedule, cohort, mark) if mark in own else None for mark in self.marks]
        ends = (sessions[0].date, sessions[-1].date) if sessions else (None, None)
        return [ends[0], *reach, ends[1], self.problem.cohorts[cohort].finish_by]

    def add(self, paper: Paper, row: int, names: SheetNames) -> int:
        """Write the table, and give the row after it."""
        row = paper.section(row, "Key dates")
        paper.heads(row, self.heads, 2)
        for cohort in self.problem.cohorts:
            row += 1
            self._row(paper, row, cohort, names.cohorts[cohort])
        if len(self.marks) < len(marks(self.problem)):
            row += 1
            paper.words(row, 0, "The sheet Hours has the further milestones.")
        return row + 2

    def _row(self, paper: Paper, row: int, cohort: CohortId, calendar: str) -> None:
        look = paper.line(font_color=LINK, underline=1)
        paper.sheet.write_url(row, 0, link(calendar), look, cohort)
        paper.sheet.write_string(row, 1, self.problem.cohorts[cohort].program, paper.line())
        late, found = self.days_late(cohort), self.dates(cohort)
        red = {"font_color": ALERT_INK, "bold": True}
        for index, value in enumerate(found, start=2):
            alarm = red if late and index == len(found) else {}
            put(paper.sheet, row, index, value, paper.line(right=True, num_format=DATE_YEAR, **alarm))
        if self.heads[-1] == "Late":
            words = f"{plural(late, 'day')} late" if late else ""
            put(paper.sheet, row, len(found) + 2, words, paper.line(right=True, **red))
