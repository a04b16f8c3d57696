"""The sheet Hours: each cohort's clock hours, dates and milestones, following every edit of the schedule."""

from datetime import date

from scheduler.domain.clock import Quarter, hours
from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.tables import HOURS
from scheduler.writing.check_formulas import date_at
from scheduler.writing.milestones import heading, marks, reached
from scheduler.writing.table import Live, fitting, report
from scheduler.writing.workbook import ALERT, ALERT_INK, Book, Cell

WIDTHS = {
    "Cohort": 14,
    "Program": 12,
    "Pattern": 10,
    "Planned hours": 10,
    "Required hours": 10,
    "Difference": 11,
}
TOLERANCE = 0.001
"""Hours are quarters; sums of them are exact, but what a person types may not be."""


def add(book: Book, problem: Problem, schedule: Schedule) -> None:
    """Add the sheet; hours that do not add up and late finishes are marked."""
    columns = marks(problem)
    widths = WIDTHS | {"Cohort": fitting(WIDTHS["Cohort"], problem.cohorts)}
    page = report(book, HOURS, widths, site=problem.settings.site, more=[heading(mark) for mark in columns])
    for row, cohort in enumerate(problem.cohorts, start=1):
        dates = [_milestone(problem, schedule, cohort, mark, row + 1) for mark in columns]
        page.row(row, [*_fixed(problem, schedule, cohort, row + 1), *dates])
    last = len(problem.cohorts) + 1
    alert = book.difference(bg_color=ALERT, font_color=ALERT_INK, bold=True)
    for column, criteria in (("Difference", "=ABS(N({}2))>0.001"), ("Days late", "=N({}2)>0")):
        letter = HOURS.letter(column)
        settings = {"type": "formula", "criteria": criteria.format(f"${letter}"), "format": alert}
        page.sheet.conditional_format(f"{letter}2:{letter}{last}", settings)
    page.finish(len(problem.cohorts))


def _found(name: str, row: int) -> str:
    return f"INDEX({name},MATCH($A{row},CohortList,0))"


def _fixed(problem: Problem, schedule: Schedule, cohort: CohortId, row: int) -> list[Cell | Live]:
    sessions = schedule.by_cohort.get(cohort, ())
    planned = hours(sum(session.length for session in sessions))
    required = hours(problem.program_of(cohort).length)
    finish, due = (sessions[-1].date if sessions else None), problem.cohorts[cohort].finish_by
    return [
        cohort,
        problem.cohorts[cohort].program,
        schedule.patterns.get(cohort, ""),
        _live(_found("CohortPlanned", row), planned),
        required,
        _live(f"{_cell('Planned hours', row)}-{_cell('Required hours', row)}", planned - required),
        _live(_found("CohortBegins", row), sessions[0].date if sessions else None),
        _live(_found("CohortEnds", row), finish),
        due,
        _late(finish, due, row),
    ]


def _cell(column: str, row: int) -> str:
    return f"${HOURS.letter(column)}{row}"


def _late(finish: date | None, due: date | None, row: int) -> Live:
    end, by = _cell("Finish", row), _cell("Finish by", row)
    value = max(0, (finish - due).days) if finish and due else None
    return _live(f'IF(COUNT({end},{by})=2,MAX(0,{end}-{by}),"")', value)


def _live(formula: str, value: Cell) -> Live:
    return Live(formula=f'=IFERROR({formula},"")', value=value)


def _milestone(
    problem: Problem, schedule: Schedule, cohort: CohortId, mark: Quarter, row: int
) -> Cell | Live:
    """Give the date of the first session after which the hours have reached the mark."""
    if mark not in problem.program_of(cohort).milestones:
        return None
    first, last = _found("CohortFrom", row), _found("CohortTo", row)
    short = f"{hours(mark) - TOLERANCE}"
    before = f"IFERROR(MATCH({short},INDEX(CohortRunning,{first}):INDEX(CohortRunning,{last}),1),0)"
    when = date_at(f"INDEX(CohortOrder,{first}+{before})")
    return _live(f'IF({_cell("Planned hours", row)}<{short},"",{when})', reached(schedule, cohort, mark))
