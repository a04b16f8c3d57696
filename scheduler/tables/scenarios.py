"""The sheets of the workbook that compares scenarios; most have a column more for each scenario."""

from scheduler.tables.schedule import FINDINGS
from scheduler.tables.sheet import Column, Kind, Sheet

TOTALS = Sheet(
    name="Scenarios",
    row="a scenario, the plan as it stands first",
    columns=(
        Column(name="Scenario", kind=Kind.ID),
        Column(name="Unplaced hours", kind=Kind.NUMBER),
        Column(name="Unstaffed hours", kind=Kind.NUMBER),
        Column(name="Days late", kind=Kind.NUMBER),
        Column(name="Last finish", kind=Kind.DATE),
        Column(name="Score", kind=Kind.NUMBER, help="Lower is better"),
        Column(name="How near the best possible"),
        Column(name="Findings", kind=Kind.NUMBER),
        Column(name="What is different", help="Each cell, and what it holds in this scenario"),
    ),
)

FINISH_DATES = Sheet(
    name="Finish dates",
    row="a cohort's finish in each scenario, and how many days later than as it stands",
    columns=(Column(name="Cohort", kind=Kind.ID),),
)

HOURS_OF = Sheet(
    name="Load",
    row="an instructor's or a room's hours in each scenario",
    columns=(Column(name="Instructor or room", kind=Kind.ID),),
)

FOUND = Sheet(
    name=FINDINGS.name,
    row="what is wrong in a scenario, where, and what to do",
    columns=(Column(name="Scenario", kind=Kind.ID), *FINDINGS),
)
