"""The tables of goals on Read me: what this schedule costs, and at the end every goal there is."""

from collections.abc import Mapping
from typing import Any

from scheduler.domain.outcome import Outcome, Price
from scheduler.goals import GOALS, unit
from scheduler.writing.paper import Paper
from scheduler.writing.workbook import FAINT, HEAD, HEAD_LIGHT, shown

HEADS = ("Goal", "Units", "Weight", "Cost")
NOTHING = "Nothing: every goal is met in full."


def add_costs(paper: Paper, row: int, outcome: Outcome) -> int:
    """Write the goals that cost something, and their sum, the score; give the row after them."""
    row = paper.section(row, "What this schedule costs (the score, lower is better)")
    costly = {goal: price for goal, price in outcome.goals.items() if price.cost}
    if not costly:
        paper.words(row, 0, NOTHING)
        return row + 2
    paper.heads(row, HEADS, 1)
    row = _rows(paper, row + 1, costly)
    bold: dict[str, Any] = {"bold": True, "top": 1, "top_color": HEAD}
    look = paper.book.look(num_format=shown(outcome.score), align="right", **bold)
    paper.sheet.write_string(row, 0, "Score", paper.book.look(**bold))
    for column in (1, 2):
        paper.sheet.write_blank(row, column, None, paper.book.look(**bold))
    paper.sheet.write_number(row, 3, outcome.score, look)
    return row + 2


def add_all(paper: Paper, row: int, outcome: Outcome) -> int:
    """Write every goal and what one unit of it is; give the row after them."""
    row = paper.section(row, "All goals")
    paper.heads(row, HEADS, 1)
    look = paper.book.look(bold=True, bg_color=HEAD_LIGHT, font_color=HEAD, indent=1)
    paper.sheet.merge_range(row, len(HEADS), row, paper.last, "One unit is", look)
    meaning = {goal.NAME: unit(goal).rstrip(".") for goal in GOALS}
    for number, goal in enumerate(outcome.goals, start=row + 1):
        paper.words(number, len(HEADS), meaning.get(goal, ""), size=8, font_color=FAINT, indent=1)
    return _rows(paper, row + 1, outcome.goals, font_size=8, valign="top") + 1


def _rows(paper: Paper, row: int, goals: Mapping[str, Price], **style: Any) -> int:
    for goal, price in goals.items():
        ink: dict[str, Any] = {} if price.cost else {"font_color": FAINT}
        paper.sheet.write_string(row, 0, goal, paper.line(**style, **ink))
        for index, value in enumerate((price.units, price.weight, price.cost), start=1):
            look = paper.line(right=True, num_format=shown(value), **style, **ink)
            paper.sheet.write_number(row, index, value, look)
        row += 1
    return row
