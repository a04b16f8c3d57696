"""From rows without any fault to the values of the domain, in the order of the workbook."""

from collections.abc import Container, Mapping, Sequence

from scheduler.domain.clock import QUARTERS_PER_DAY
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, PatternId, ProgramId, ResourceId, RoomId
from scheduler.domain.problem import (
    EVERY_DAY,
    Block,
    Closure,
    Cohort,
    Module,
    Order,
    Pattern,
    Pin,
    Problem,
    Program,
    Settings,
)
from scheduler.domain.resources import Absence, Instructor, Qualification, Room, Window
from scheduler.reading.records import Record
from scheduler.reading.references import Records


def problem_of(
    settings: Settings, records: Records, sizes: Mapping[str, int], columns: Mapping[str, Mapping[str, str]]
) -> Problem:
    """Make the problem of rows in which nothing is wrong."""
    rows = {name: records.get(name, ()) for name in ("Calendar", "Availability", "Absences", "Pins")}
    cohorts = [_cohort(record, sizes) for record in records["Cohorts"]]
    people = [_instructor(record) for record in records["Instructors"]]
    modules = _modules(records)
    rooms = [_room(record) for record in records["Rooms"]]
    room_ids = {room.id for room in rooms}
    return Problem(
        settings=settings,
        patterns=_patterns(records),
        programs={
            ProgramId(record.text("Program")): _program(record, modules) for record in records["Programs"]
        },
        cohorts={cohort.id: cohort for cohort in cohorts},
        instructors={person.id: person for person in people},
        rooms={room.id: room for room in rooms},
        qualifications=tuple(_qualification(record) for record in records["Qualifications"]),
        closures=tuple(_closure(record) for record in rows["Calendar"]),
        windows=tuple(_window(record, room_ids) for record in rows["Availability"]),
        absences=tuple(_absence(record, room_ids) for record in rows["Absences"]),
        pins=tuple(_pin(record) for record in rows["Pins"]),
        columns=columns,
    )


def _patterns(records: Records) -> dict[PatternId, Pattern]:
    blocks: dict[PatternId, list[Block]] = {}
    for record in records["Patterns"]:
        block = Block(
            days=record.days("Days"),
            start=record.quarters("Start") or 0,
            end=record.quarters("End") or 0,
            track=record.text("Track"),
            row=record.row,
        )
        blocks.setdefault(PatternId(record.text("Pattern")), []).append(block)
    return {name: Pattern(id=name, blocks=tuple(rows)) for name, rows in blocks.items()}


def _modules(records: Records) -> dict[str, list[Record]]:
    """Give the rows of each program's modules in their sequence; without one, in row order."""
    found: dict[str, list[Record]] = {}
    for record in sorted(records["Modules"], key=lambda module: module.number("Sequence") or 0.0):
        found.setdefault(record.text("Program"), []).append(record)
    return found


def _program(record: Record, modules: Mapping[str, Sequence[Record]]) -> Program:
    name = record.text("Program")
    return Program(
        id=ProgramId(name),
        length=record.quarters("Hours") or 0,
        modules=tuple(_module(module) for module in modules[name]),
        title=record.text("Title"),
        order=Order(record.text("Order") or Order.FIXED),
        min_weeks=record.count("Min weeks") or 0,
        milestones=record.lengths("Milestones"),
        row=record.row,
    )


def _module(record: Record) -> Module:
    instructors = record.count("Instructors")
    return Module(
        id=ModuleId(record.text("Module")),
        program=ProgramId(record.text("Program")),
        length=record.quarters("Hours") or 0,
        title=record.text("Title"),
        prerequisites=tuple(ModuleId(code) for code in record.ids("Prerequisites")),
        room_types=record.ids("Room type"),
        instructors=1 if instructors is None else instructors,
        track=record.text("Track"),
        max_per_day=record.quarters("Max hours/day"),
        min_days=record.count("Min days") or 1,
        row=record.row,
    )


def _cohort(record: Record, sizes: Mapping[str, int]) -> Cohort:
    return Cohort(
        id=CohortId(record.text("Cohort")),
        program=ProgramId(record.text("Program")),
        patterns=tuple(PatternId(code) for code in record.ids("Patterns")),
        earliest_start=record.needed_day("Earliest start"),
        campus=record.text("Campus"),
        students=sizes[record.text("Cohort")],
        latest_start=record.day("Latest start"),
        start_days=record.days("Start days") or EVERY_DAY,
        finish_by=record.day("Finish by"),
        max_idle_days=record.count("Max idle days") or 0,
        aided=record.flag("Aided"),
        row=record.row,
    )


def _instructor(record: Record) -> Instructor:
    return Instructor(
        id=InstructorId(record.text("Instructor")),
        name=record.text("Name"),
        campuses=frozenset(record.ids("Campuses")),
        max_per_day=record.quarters("Max hours/day"),
        max_per_week=record.quarters("Max hours/week"),
        email=record.text("Email"),
        row=record.row,
    )


def _qualification(record: Record) -> Qualification:
    module = record.text("Module")
    return Qualification(
        instructor=InstructorId(record.text("Instructor")),
        program=ProgramId(record.text("Program")),
        module=None if module == "*" else ModuleId(module),
        valid_until=record.day("Valid until"),
        preference=record.count("Preference") or 0,
        row=record.row,
    )


def _room(record: Record) -> Room:
    return Room(
        id=RoomId(record.text("Room")),
        types=frozenset(record.ids("Types")),
        seats=record.count("Seats") or 0,
        campus=record.text("Campus"),
        stations=record.count("Stations"),
        row=record.row,
    )


def _closure(record: Record) -> Closure:
    first = record.needed_day("From")
    return Closure(
        first=first,
        last=record.day("To") or first,
        campus=record.text("Campus"),
        cohort=CohortId(record.text("Cohort")) if record.text("Cohort") else None,
        until=record.quarters("Until"),
        note=record.text("Note"),
        row=record.row,
    )


def _who(record: Record, rooms: Container[str]) -> ResourceId:
    who = record.text("Who")
    return RoomId(who) if who in rooms else InstructorId(who)


def _window(record: Record, rooms: Container[str]) -> Window:
    return Window(
        who=_who(record, rooms),
        days=record.days("Days"),
        start=record.quarters("Start") or 0,
        end=record.quarters("End") or 0,
        row=record.row,
    )


def _absence(record: Record, rooms: Container[str]) -> Absence:
    first = record.needed_day("From")
    end = record.quarters("End")
    return Absence(
        who=_who(record, rooms),
        first=first,
        last=record.day("To") or first,
        start=record.quarters("Start") or 0,
        end=QUARTERS_PER_DAY if end is None else end,
        reason=record.text("Reason"),
        row=record.row,
    )


def _pin(record: Record) -> Pin:
    when, at = record.moment("Start")
    return Pin(
        cohort=CohortId(record.text("Cohort")),
        module=ModuleId(record.text("Module")),
        date=when,
        start=at,
        instructors=tuple(InstructorId(who) for who in record.ids("Instructor")),
        rooms=tuple(RoomId(room) for room in record.ids("Room")),
        reason=record.text("Reason"),
        row=record.row,
    )
