"""The sheets of the workbook that compares two schedules, A and B."""

from scheduler.tables.sheet import Column, Kind, Sheet

SUMMARY = Sheet(
    name="Summary",
    row="what the schedules come to",
    columns=(
        Column(name="What"),
        Column(name="A"),
        Column(name="B"),
        Column(name="Difference", kind=Kind.NUMBER, help="B minus A"),
    ),
)

COMPARED_GOALS = Sheet(
    name="Goals",
    row="a goal, and what it costs",
    columns=(
        Column(name="Goal"),
        Column(name="Units in A", kind=Kind.NUMBER),
        Column(name="Units in B", kind=Kind.NUMBER),
        Column(name="Difference in units", kind=Kind.NUMBER, help="B minus A"),
        Column(name="Cost in A", kind=Kind.NUMBER),
        Column(name="Cost in B", kind=Kind.NUMBER),
        Column(name="Difference in cost", kind=Kind.NUMBER, help="B minus A"),
    ),
)

COMPARED_COHORTS = Sheet(
    name="Cohorts",
    row="a cohort",
    columns=(
        Column(name="Cohort", kind=Kind.ID),
        Column(name="Only in", help="A or B, where the other's inputs do not have it"),
        Column(name="Pattern in A", kind=Kind.ID),
        Column(name="Pattern in B", kind=Kind.ID),
        Column(name="Start in A", kind=Kind.DATE),
        Column(name="Start in B", kind=Kind.DATE),
        Column(name="Finish in A", kind=Kind.DATE),
        Column(name="Finish in B", kind=Kind.DATE),
        Column(name="Days later", kind=Kind.COUNT, help="Finish in B minus Finish in A"),
        Column(name="Hours in A", kind=Kind.HOURS),
        Column(name="Hours in B", kind=Kind.HOURS),
        Column(name="Unstaffed in A", kind=Kind.HOURS),
        Column(name="Unstaffed in B", kind=Kind.HOURS),
    ),
)

COMPARED_LOADS = Sheet(
    name="People and rooms",
    row="an instructor or a room whose hours differ",
    columns=(
        Column(name="Instructor or room", kind=Kind.ID),
        Column(name="Hours in A", kind=Kind.HOURS),
        Column(name="Hours in B", kind=Kind.HOURS),
        Column(name="Difference", kind=Kind.HOURS, help="B minus A"),
    ),
)

COMPARED_PLACEMENTS = Sheet(
    name="Placements",
    row="a cohort's module that differs",
    columns=(
        Column(name="Cohort", kind=Kind.ID),
        Column(name="Module", kind=Kind.ID),
        Column(name="Differs in", help="time, instructor, room"),
        Column(name="Begins in A", kind=Kind.MOMENT),
        Column(name="Begins in B", kind=Kind.MOMENT),
        Column(name="Ends in A", kind=Kind.MOMENT),
        Column(name="Ends in B", kind=Kind.MOMENT),
        Column(name="Instructor in A", kind=Kind.AT_ONCE, help="The main instructor"),
        Column(name="Instructor in B", kind=Kind.AT_ONCE, help="The main instructor"),
        Column(name="Room in A", kind=Kind.AT_ONCE, help="The main room"),
        Column(name="Room in B", kind=Kind.AT_ONCE, help="The main room"),
    ),
)

COMPARISON = (SUMMARY, COMPARED_GOALS, COMPARED_COHORTS, COMPARED_LOADS, COMPARED_PLACEMENTS)
"""All of them, in the order of the workbook."""
