"""A department as it could be: five cohorts on one campus, seven instructors, eight rooms.

Everything and everyone in it is a plain sample. It is tight in the mornings: two of the three
day programs need the one classroom instructor for most of their time, a part-timer who could
help would be a third person for a cohort, and the machine lab takes one cohort at a time.
Yet each cohort can have its own best at once (see `benchmarks.department_planting`).
"""

from collections.abc import Iterator
from datetime import date

from benchmarks import catalogues, college_year
from benchmarks.rows import Row
from scheduler.domain.clock import QUARTERS_PER_DAY, quarters
from scheduler.domain.ids import CohortId, InstructorId, ModuleId, PatternId, ProgramId, RoomId
from scheduler.domain.problem import Cohort, Pin, Problem, Settings
from scheduler.domain.resources import Absence, Instructor, Qualification, Room, Window

STATUSES = ("Withdrawn", "Waitlisted", "Enrolled", "Registered")
CAMPUS = "Main"
FIRST, LAST = date(2026, 8, 3), date(2027, 7, 30)
MONDAYS, CLASS_DAYS = frozenset({0}), frozenset(range(5))

COHORTS = (
    ("CNC-FT", "CNC-600", "FT", 12, date(2026, 8, 17), None),
    ("CNC-AM", "CNC-600", "AM", 10, date(2026, 9, 14), None),
    ("CNC-EVE", "CNC-600", "EVE", 9, date(2026, 8, 24), None),
    ("CPT-AM", "CPT-600", "AM", 11, date(2026, 8, 17), date(2026, 8, 31)),
    ("CPT-PM", "CPT-600", "PM", 12, date(2026, 8, 17), None),
)
FINISH_BY = {"CNC-FT": date(2027, 1, 29), "CPT-PM": date(2027, 6, 30)}

STAFF = {
    "INS-1": ("C01 C03 C04 C05 C12 T01 T03 T13", 8.0, 40.0),
    "INS-2": ("C02 C05 C06 C08 C10 C11 C12", 8.0, 40.0),
    "INS-3": ("C02 C07 C09 C11", 8.0, 32.0),
    "INS-4": ("T04 T05 T07 T08 T09 T10 T11 T14", 8.0, 40.0),
    "INS-5": ("C02 C06 C07 C08 C09 C10 C11", 5.0, 20.0),
    "INS-6": ("C01 C03 C04 C05 C10 C12 T03", 5.0, 20.0),
    "INS-7": ("C03 C04 T01 T02 T03 T04 T06 T08 T12 T13", 6.0, 30.0),
}
EXPIRY = {
    ("INS-7", "T02"): date(2027, 3, 31),
    ("INS-1", "C01"): date(2026, 12, 31),
    ("INS-2", "C12"): date(2026, 10, 30),
    ("INS-3", "C02"): date(2026, 10, 16),
    ("INS-4", "T04"): date(2026, 11, 20),
    ("INS-6", "C10"): date(2026, 12, 18),
    ("INS-1", "T13"): date(2026, 9, 30),
}
PREFERENCE = {("INS-2", "C10"): 2, ("INS-3", "C02"): -1, ("INS-7", "C04"): 1}

ROOMS = (
    ("CL-1", "CL", 24, None),
    ("CL-2", "CL", 12, None),
    ("MET-1", "MET", 16, 12),
    ("ML-1", "ML", 20, 12),
    ("LL-1", "LL", 20, 12),
    ("SIM-1", "SIM", 16, 16),
    ("MEC-1", "MEC", 24, 14),
)
WINDOWS = (
    ("INS-5", frozenset(range(4)), 16, 22),
    ("INS-6", frozenset(range(4)), 16.5, 22),
    ("INS-7", CLASS_DAYS, 8, 15),
    ("CL-2", CLASS_DAYS, 8, 15),
)
ABSENCES = (
    ("INS-1", date(2027, 2, 8), date(2027, 2, 12), None, "Conference"),
    ("INS-2", date(2026, 10, 12), date(2026, 10, 16), None, "Military reserve"),
    ("INS-3", date(2026, 9, 21), date(2026, 9, 25), None, "Machine builder's training"),
    ("INS-4", date(2026, 12, 3), date(2026, 12, 4), None, "Advisory board"),
    ("INS-6", date(2027, 4, 6), date(2027, 4, 8), None, "Leave"),
    ("INS-7", date(2026, 11, 2), date(2026, 11, 6), (8, 12), "Appointments"),
    ("LL-1", date(2027, 2, 1), date(2027, 2, 5), None, "Lathe service"),
    ("ML-1", date(2027, 5, 10), date(2027, 5, 12), None, "Mill service"),
)
PIN = ("CPT-AM", "T08", "INS-4", "Wrote the maintenance course")


def problem() -> Problem:
    """Give the department's problem."""
    programs = {program.id: program for program in (catalogues.cnc_600(), catalogues.cpt_600())}
    return Problem(
        settings=Settings(
            plan_from=FIRST, plan_to=LAST, site="Sample Technical College", time_zone="America/New_York"
        ),
        patterns={code: p for code, p in college_year.patterns().items() if code != "EVE5"},
        programs=programs,
        cohorts={CohortId(row[0]): _cohort(row) for row in COHORTS},
        instructors={InstructorId(code): _instructor(code) for code in STAFF},
        rooms={RoomId(code): _room(code, *rest) for code, *rest in ROOMS},
        qualifications=tuple(_qualifications()),
        closures=tuple(closure for closure in college_year.closures() if closure.first <= LAST),
        windows=tuple(
            Window(who=InstructorId(who), days=days, start=quarters(start), end=quarters(end))
            for who, days, start, end in WINDOWS
        ),
        absences=tuple(_absence(*row) for row in ABSENCES),
        pins=(_pin(*PIN),),
    )


def _cohort(row: tuple[str, str, str, int, date, date | None]) -> Cohort:
    code, program, pattern, students, earliest, latest = row
    return Cohort(
        id=CohortId(code),
        program=ProgramId(program),
        campus=CAMPUS,
        patterns=(PatternId(pattern),),
        students=students,
        earliest_start=earliest,
        latest_start=latest,
        start_days=MONDAYS,
        finish_by=FINISH_BY.get(code),
        aided=True,
    )


def _instructor(code: str) -> Instructor:
    _, day, week = STAFF[code]
    number = code.removeprefix("INS-")
    return Instructor(
        id=InstructorId(code),
        name=f"Sample Instructor {number}",
        email=f"instructor{number}@example.edu",
        max_per_day=quarters(day),
        max_per_week=quarters(week),
    )


def _qualifications() -> Iterator[Qualification]:
    for code, (modules, _, _) in STAFF.items():
        for module in modules.split():
            yield Qualification(
                instructor=InstructorId(code),
                program=ProgramId("CNC-600" if module.startswith("C") else "CPT-600"),
                module=ModuleId(module),
                valid_until=EXPIRY.get((code, module)),
                preference=PREFERENCE.get((code, module), 0),
            )


def _room(code: str, kind: str, seats: int, stations: int | None) -> Room:
    return Room(id=RoomId(code), types=frozenset({kind}), campus=CAMPUS, seats=seats, stations=stations)


def _absence(who: str, first: date, last: date, span: tuple[float, float] | None, reason: str) -> Absence:
    start, end = (0, QUARTERS_PER_DAY) if span is None else (quarters(span[0]), quarters(span[1]))
    return Absence(who=InstructorId(who), first=first, last=last, start=start, end=end, reason=reason)


def _pin(cohort: str, module: str, who: str, reason: str) -> Pin:
    people = (InstructorId(who),)
    return Pin(cohort=CohortId(cohort), module=ModuleId(module), instructors=people, reason=reason)


def rosters(department: Problem) -> list[Row]:
    """Give plainly made-up students, a few more than count: some withdrew or wait."""
    found: list[Row] = []
    for cohort in department.cohorts.values():
        for place in range(cohort.students + 2):
            number = len(found) + 1
            status = STATUSES[place] if place < len(STATUSES) else "Active"
            found.append(
                {
                    "Student ID": f"{number:06d}",
                    "Name": f"Sample Student {number}",
                    "Cohort": cohort.id,
                    "Status": status,
                    "Email": f"student{number}@example.edu",
                }
            )
    return found
