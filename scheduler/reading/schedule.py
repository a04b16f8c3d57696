"""Reading a schedule workbook back, after somebody has edited it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scheduler.domain.findings import Finding
from scheduler.domain.ids import CohortId, PatternId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.reading.faults import Faults, Unreadable, fault
from scheduler.reading.generated import facts, generated
from scheduler.reading.grid import Grid
from scheduler.reading.headings import Table, headings_in, table_of
from scheduler.reading.intervals import check_times, check_year
from scheduler.reading.records import Record, read_records
from scheduler.reading.references import Known, check_modules_of, check_references
from scheduler.reading.sessions import UNREAD, fresh_id, pin_of, session_of
from scheduler.reading.sheets import matched, note_beyond, read_grids
from scheduler.reading.suggestions import shown
from scheduler.tables import HOURS, META, SCHEDULE

FILLED_IN = ("Cohort", "Date", "Start", "End", "Module", "Instructor", "Room")
"""A row with nothing in these is blank, whatever formulas, notes or IDs are left in it."""

STRANGE = 10
"""If only one in so many of its cohorts is known, a schedule was planned from other inputs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleReading:
    """What was read: a schedule, or every fault.

    Attributes
    ----------
    letters
        The letter of each column of the sheet Schedule as it was found.
    notes
        What was mapped and left out.
    written
        The schedule as the planner wrote it, to tell edits by; None where the workbook does not hold it.
    facts
        What the workbook says of the run that wrote it: ``Site``, ``Inputs``, ...
    """

    schedule: Schedule | None
    faults: tuple[Finding, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    written: Schedule | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def read_schedule(path: Path, problem: Problem) -> ScheduleReading:
    """Read the sheet Schedule of a schedule workbook, every row of it, for a problem.

    Rows below the table count; blank rows do not. A copied row repeats a Row ID: the copy has
    none. Whom and what it was written with, a row may still name, though the problem no longer has them.
    There is a schedule if and only if there is no fault.
    """
    faults, notes = Faults(), list[str]()
    try:
        names, grids = read_grids(path, _wanted)
    except Unreadable as reason:
        return ScheduleReading(schedule=None, faults=(fault(reason.what, reason.todo),))
    grid = _schedule_grid(names, grids, faults, notes)
    table = table_of(SCHEDULE, 0, grid, faults, notes) if grid else None
    if table is None:
        return ScheduleReading(schedule=None, faults=faults.in_order(), notes=tuple(notes))
    note_beyond(table.grid, 0, faults)
    _note_missing_staff(table, faults)
    written = generated(grids[META]) if META in grids else None
    try:
        sessions = _sessions(table, problem, written or Schedule(), faults)
    except Unreadable as reason:
        return ScheduleReading(schedule=None, faults=(fault(reason.what, reason.todo),))
    if len(faults):
        return ScheduleReading(
            schedule=None, faults=faults.in_order(), letters=table.letters, notes=tuple(notes)
        )
    return ScheduleReading(
        schedule=Schedule(sessions=sessions, patterns=_patterns(names, grids, problem)),
        letters=table.letters,
        notes=tuple(notes),
        written=written,
        facts=facts(grids[META]) if META in grids else {},
    )


def _note_missing_staff(table: Table, faults: Faults) -> None:
    """Note a lost Instructor or Room heading: without it every hour would seem unstaffed."""
    for name in ("Instructor", "Room"):
        if name not in table.columns:
            faults.add(
                place=(0, table.heading_row, 0),
                where=table.grid.name,
                what=f"the column {name} is missing",
                todo=f"Give the column its heading {name} again.",
            )


def _wanted(names: Sequence[str]) -> Iterable[str]:
    """Choose Schedule, Hours and _meta; if no sheet is called Schedule, any sheet may turn out to be it."""
    found = matched((SCHEDULE, HOURS), names)
    tables = [close[0] for close in found.values()]
    return [*tables, *(name for name in names if name == META)] if SCHEDULE.name in found else names


def _schedule_grid(
    names: Sequence[str], grids: Mapping[str, Grid], faults: Faults, notes: list[str]
) -> Grid | None:
    """Give the sheet Schedule by its name, else the only sheet that has its headings."""
    named = matched((SCHEDULE,), names).get(SCHEDULE.name)
    alike = named or [name for name, grid in grids.items() if name != META and _has_headings(grid)]
    if len(alike) == 1:
        if not named:
            notes.append(f"the sheet {shown(alike[0])} is read as {SCHEDULE.name}")
        return grids[alike[0]]
    faults.add(
        place=(0, 0, 0),
        where=SCHEDULE.name,
        what=f"more than one sheet can be it: {', '.join(alike)}" if alike else "the sheet is missing",
        todo=f"Name the sheet with the sessions {SCHEDULE.name}.",
    )
    return None


def _has_headings(grid: Grid) -> bool:
    required = {column.name for column in SCHEDULE if column.required}
    return any(required <= headings_in(SCHEDULE, grid.rows[row]).keys() for row in list(grid.rows)[:20])


def _sessions(table: Table, problem: Problem, written: Schedule, faults: Faults) -> tuple[Session, ...]:
    records = read_records(table, faults, unread=UNREAD, key=FILLED_IN)
    if not records:
        faults.add(
            place=(0, table.heading_row, 0),
            where=table.grid.name,
            what="there are no sessions below the headings",
            todo="Take the last good version: an empty schedule is not taken for an edit.",
        )
    _refuse_strangers(records, problem)
    pins = [pin_of(record, faults) for record in records]
    _check(records, problem, written, faults)
    seen: set[str] = set()
    ids = (fresh_id(record, seen) for record in records)
    return () if len(faults) else tuple(map(session_of, records, pins, ids))


def _refuse_strangers(records: Sequence[Record], problem: Problem) -> None:
    """Refuse the schedule as a whole where the problem has none, or nearly none, of its cohorts."""
    cohorts = {record.text("Cohort") for record in records}
    known = len(cohorts & set(problem.cohorts))
    counted = f"{len(cohorts)} cohort{'s' * (len(cohorts) > 1)}"
    if len(records) > 1 and known * STRANGE <= len(cohorts):
        raise Unreadable(
            f"{f'only {known}' if known else 'none'} of its {counted} is in these inputs: "
            "it was planned from others",
            "Say what it was planned from: --inputs WORKBOOK.",
        )


def _check(records: Sequence[Record], problem: Problem, written: Schedule, faults: Faults) -> None:
    people = dict.fromkeys(map(str, written.by_instructor), "")
    known: dict[str, Known] = {
        "Cohorts": dict.fromkeys(map(str, (*problem.cohorts, *written.by_cohort))),
        "Instructors": people | {person.id: person.name for person in problem.instructors.values()},
        "Rooms": dict.fromkeys(map(str, (*problem.rooms, *written.by_room))),
    }
    check_references(records, known, faults)
    modules: dict[str, dict[str, None]] = {
        program.id: dict.fromkeys(module.id for module in program.modules)
        for program in problem.programs.values()
    }
    for record in records:
        cohort = problem.cohorts.get(CohortId(record.text("Cohort")))
        if cohort:
            former = (module for name, module in written.by_placement if name == cohort.id)
            codes = modules[cohort.program] | dict.fromkeys(former)
            check_modules_of(record, "Module", cohort.program, codes, faults)
        check_times(record, faults)
        check_year(record, problem.settings.plan_from, problem.settings.plan_to, faults)


def _patterns(names: Sequence[str], grids: Mapping[str, Grid], problem: Problem) -> dict[CohortId, PatternId]:
    """Read each cohort's pattern from the sheet Hours, as far as the cohort still has it to choose from.

    The sheet is written by the planner and nothing else of it is read back, so it has no faults.
    """
    close = matched((HOURS,), names).get(HOURS.name, ())
    table = table_of(HOURS, 0, grids[close[0]], Faults(), []) if close and close[0] in grids else None
    if table is None or not {"Cohort", "Pattern"} <= table.columns.keys():
        return {}
    unread = [column.name for column in HOURS if column.name not in {"Cohort", "Pattern"}]
    found: dict[CohortId, PatternId] = {}
    for record in read_records(table, Faults(), unread=unread):
        cohort = problem.cohorts.get(CohortId(record.text("Cohort")))
        if cohort and record.text("Pattern") in cohort.patterns:
            found[cohort.id] = PatternId(record.text("Pattern"))
    return found
