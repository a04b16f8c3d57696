"""A problem as the rows of a planning workbook: what reading gives, the other way round."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time

from scheduler.domain.clock import QUARTERS_PER_HOUR, WEEKDAYS, Quarter, hours
from scheduler.domain.problem import (
    EVERY_DAY,
    Block,
    Closure,
    Cohort,
    Module,
    Pattern,
    Pin,
    Problem,
    Program,
    Settings,
)
from scheduler.domain.resources import Absence, Instructor, Qualification, Room, Window

Row = dict[str, object]


def rows(problem: Problem) -> dict[str, list[Row]]:
    """Give, for each sheet, its rows by column name; blank cells are left out."""
    programs = problem.programs.values()
    found = {
        "Settings": _settings(problem.settings),
        "Calendar": _each(_closure, problem.closures),
        "Patterns": [row for pattern in problem.patterns.values() for row in _pattern(pattern)],
        "Programs": _each(_program, programs),
        "Modules": [_module(module) for program in programs for module in program.modules],
        "Cohorts": _each(_cohort, problem.cohorts.values()),
        "Instructors": _each(_instructor, problem.instructors.values()),
        "Qualifications": _each(_qualification, problem.qualifications),
        "Rooms": _each(_room, problem.rooms.values()),
        "Availability": _each(_window, problem.windows),
        "Absences": _each(_absence, problem.absences),
        "Pins": _each(_pin, problem.pins),
    }
    return {sheet: [_without_blanks(row) for row in table] for sheet, table in found.items()}


def _each(write: Callable[..., Row], values: Iterable[object]) -> list[Row]:
    return [write(value) for value in values]


def _without_blanks(row: Mapping[str, object]) -> Row:
    return {column: value for column, value in row.items() if value not in (None, "")}


def _settings(settings: Settings) -> list[Row]:
    values = {
        "Site": settings.site,
        "Time zone": settings.time_zone,
        "Plan from": settings.plan_from,
        "Plan to": settings.plan_to,
        **{f"Weight: {goal}": weight for goal, weight in settings.weights.items()},
    }
    return [{"Key": key, "Value": value} for key, value in values.items() if value != ""]


def _closure(closure: Closure) -> Row:
    return {
        "From": closure.first,
        "To": _unless(closure.last, closure.first),
        "Campus": closure.campus,
        "Cohort": closure.cohort,
        "Kind": "closed" if closure.until is None else "short day",
        "Until": None if closure.until is None else _time(closure.until),
        "Note": closure.note,
    }


def _pattern(pattern: Pattern) -> list[Row]:
    return [{"Pattern": pattern.id, **_block(block)} for block in pattern.blocks]


def _block(block: Block | Window) -> Row:
    return {
        "Days": _days(block.days),
        "Start": _time(block.start),
        "End": _time(block.end),
        **({"Track": block.track} if isinstance(block, Block) else {}),
    }


def _program(program: Program) -> Row:
    return {
        "Program": program.id,
        "Title": program.title,
        "Hours": _number(program.length),
        "Order": str(program.order),
        "Min weeks": program.min_weeks or None,
        "Milestones": ", ".join(f"{hours(length):g}" for length in program.milestones),
    }


def _module(module: Module) -> Row:
    return {
        "Program": module.program,
        "Module": module.id,
        "Title": module.title,
        "Hours": _number(module.length),
        "Prerequisites": ", ".join(module.prerequisites),
        "Room type": " + ".join(module.room_types),
        "Instructors": _unless(module.instructors, 1),
        "Track": module.track,
        "Max hours/day": _number(module.max_per_day),
        "Min days": _unless(module.min_days, 1),
    }


def _cohort(cohort: Cohort) -> Row:
    return {
        "Cohort": cohort.id,
        "Program": cohort.program,
        "Campus": cohort.campus,
        "Patterns": ", ".join(cohort.patterns),
        "Students": cohort.students,
        "Earliest start": cohort.earliest_start,
        "Latest start": cohort.latest_start,
        "Start days": "" if cohort.start_days == EVERY_DAY else _days(cohort.start_days),
        "Finish by": cohort.finish_by,
        "Max idle days": cohort.max_idle_days or None,
        "Aided": "yes" if cohort.aided else "",
    }


def _instructor(person: Instructor) -> Row:
    return {
        "Instructor": person.id,
        "Name": person.name,
        "Campuses": ", ".join(sorted(person.campuses)),
        "Max hours/day": _number(person.max_per_day),
        "Max hours/week": _number(person.max_per_week),
        "Email": person.email,
    }


def _qualification(held: Qualification) -> Row:
    return {
        "Instructor": held.instructor,
        "Program": held.program,
        "Module": held.module or "*",
        "Valid until": held.valid_until,
        "Preference": held.preference or None,
    }


def _room(room: Room) -> Row:
    return {
        "Room": room.id,
        "Campus": room.campus,
        "Types": ", ".join(sorted(room.types)),
        "Seats": room.seats,
        "Stations": room.stations,
    }


def _window(window: Window) -> Row:
    return {"Who": window.who, **_block(window)}


def _absence(absence: Absence) -> Row:
    whole = (absence.start, absence.end) == (0, 96)
    return {
        "Who": absence.who,
        "From": absence.first,
        "To": _unless(absence.last, absence.first),
        "Start": None if whole else _time(absence.start),
        "End": None if whole else _time(absence.end),
        "Reason": absence.reason,
    }


def _pin(pin: Pin) -> Row:
    return {
        "Cohort": pin.cohort,
        "Module": pin.module,
        "Start": _moment(pin),
        "Instructor": " + ".join(pin.instructors),
        "Room": " + ".join(pin.rooms),
        "Reason": pin.reason,
    }


def _moment(pin: Pin) -> date | None:
    if pin.date is None or pin.start is None:
        return pin.date
    return datetime.combine(pin.date, _time(pin.start))


def _days(days: frozenset[int]) -> str:
    return "".join(WEEKDAYS[day] for day in sorted(days))


def _time(quarter: Quarter) -> time:
    return time(quarter // QUARTERS_PER_HOUR, quarter % QUARTERS_PER_HOUR * 15)


def _number(length: Quarter | None) -> float | None:
    return None if length is None else hours(length)


def _unless(value: object, usual: object) -> object:
    return None if value == usual else value
