"""A believable term, scheduled by hand's rule: four cohorts, two of them sharing people and labs.

Each cohort goes through its modules one after the other in its class time. Each module takes
its usual instructor and room if they are free, else the next who is, else nobody.
"""

from dataclasses import replace
from datetime import date

import builders as b

from scheduler.checking import bottlenecks
from scheduler.domain.calendar import class_blocks
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Outcome, Price
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals import GOALS

CNC = (
    ("C01", "Orientation, shop safety, OSHA-10", 30, "CL"),
    ("C02", "Introduction to machining, bench work", 45, "ML"),
    ("C03", "Blueprint reading", 45, "CL"),
    ("C04", "Shop mathematics", 45, "CL"),
    ("C05", "GD&T, precision measurement, CMM", 45, "MET"),
    ("C06", "CNC mill set-up and operation", 90, "ML"),
    ("C07", "CNC lathe set-up and operation", 90, "LL"),
    ("C08", "Mill programming", 60, "SIM ML"),
    ("C09", "Lathe programming", 60, "SIM LL"),
    ("C10", "CAD/CAM", 60, "SIM"),
    ("C11", "Production project", 15, "ML"),
    ("C12", "Exam preparation and exams", 15, "CL"),
)
CPT = (
    ("S1", "Safety", 40, "CL"),
    ("S2", "Quality Practices & Measurement", 40, "MET"),
    ("S3", "Manufacturing Processes & Production", 40, "CL"),
    ("S4", "Maintenance Awareness", 40, "MEC"),
)
ROOMS = (
    ("CL-1", "CL", 24),
    ("CL-2", "CL", 20),
    ("ML-1", "ML", 12),
    ("ML-2", "ML", 12),
    ("LL-1", "LL", 12),
    ("LL-2", "LL", 10),
    ("MET-1", "MET", 16),
    ("SIM-1", "SIM", 16),
    ("SIM-2", "SIM", 12),
    ("MEC-1", "MEC", 16),
)
TEACH = {
    "I-1": "C01 C02 C03 C04 C12",
    "I-2": "C06 C08 C11 C02",
    "I-3": "C07 C09 C10",
    "I-4": "C05 S2 C04 C03",
    "I-5": "S1 S3 S4 C01 C12",
    "I-6": "C06 C07 C08 C09 C10",
}


def _program(name, title, rows, milestones):
    modules = [
        b.module(code, hours, program=name, title=text, room_types=tuple(types.split()))
        for code, text, hours, types in rows
    ]
    return b.program(*modules, name=name, title=title, milestones=milestones)


def term_problem() -> Problem:
    return replace(
        b.problem(
            first=date(2026, 1, 5),
            last=date(2026, 12, 18),
            programs=(
                _program("CNC-600", "CNC Production Specialist", CNC, (1200, 2400)),
                _program("CPT-160", "Certified Production Technician", CPT, (640,)),
            ),
            patterns=(
                b.pattern("FT", b.block("MTWRF", "8-11:30"), b.block("MTWRF", "12:15-14:45")),
                b.pattern("EVE", b.block("MTWR", "17:30-21:30")),
                b.pattern("SAT", b.block("MW", "17-20"), b.block("S", "8-13")),
            ),
            cohorts=(
                b.cohort(
                    "CNC-A",
                    date(2026, 1, 5),
                    program="CNC-600",
                    patterns=("FT",),
                    students=16,
                    finish=date(2026, 6, 12),
                ),
                b.cohort(
                    "CNC-B",
                    date(2026, 1, 12),
                    program="CNC-600",
                    patterns=("FT",),
                    students=12,
                    finish=date(2026, 7, 31),
                ),
                b.cohort("Schedule", date(2026, 1, 20), program="CNC-600", patterns=("EVE",), students=14),
                b.cohort("CPT-1", date(2026, 2, 2), program="CPT-160", patterns=("SAT",), students=10),
            ),
            instructors=[
                replace(b.instructor(who, week=30), name=f"Sample Instructor {who[-1]}") for who in TEACH
            ],
            rooms=[b.room(*row) for row in ROOMS],
            qualifications=[
                b.qualified(who, code, program="CPT-160" if code[0] == "S" else "CNC-600")
                for who, codes in TEACH.items()
                for code in codes.split()
            ],
            closures=(
                b.closure(date(2026, 1, 19), note="Martin Luther King Jr. Day"),
                b.closure(date(2026, 3, 16), date(2026, 3, 20), note="Spring break"),
                b.closure(date(2026, 5, 25), note="Memorial Day"),
                b.closure(date(2026, 4, 3), until=48, note="Staff meeting"),
            ),
            absences=(b.absence("I-2", date(2026, 2, 10), date(2026, 2, 12), reason="Conference"),),
        )
    )


def sessions(problem: Problem) -> list[Session]:
    placed: list[Session] = []
    for cohort in problem.cohorts.values():
        blocks = class_blocks(problem, cohort, problem.patterns[cohort.patterns[0]])
        blocks = iter([block for block in blocks if block.date >= cohort.earliest_start])
        block = next(blocks)
        start = block.start
        for module in problem.program_of(cohort.id).modules:
            left = module.length
            while left:
                length = min(left, block.end - start)
                session = Session(
                    cohort=cohort.id, module=module.id, date=block.date, start=start, end=start + length
                )
                placed.append(_staffed(problem, session, module, placed))
                left, start = left - length, start + length
                if start == block.end and (left or module is not problem.program_of(cohort.id).modules[-1]):
                    block = next(blocks)
                    start = block.start
    return placed


def _staffed(problem, session, module, placed):
    together = [other for other in placed if other.overlaps(session)]
    busy = {who for other in together for who in (*other.instructors, *other.rooms)}
    away = {a.who for a in problem.absences if a.first <= session.date <= a.last}
    people = [who for who, codes in TEACH.items() if module.id in codes.split() and who not in busy | away]
    rooms = []
    for kind in module.room_types:
        free = [r.id for r in problem.rooms.values() if kind in r.types and r.id not in busy]
        rooms += free[:1]
    return replace(session, instructors=tuple(people[:1]), rooms=tuple(rooms))


def outcome_of(problem: Problem, schedule: Schedule, **fields) -> Outcome:
    numbered = schedule.numbered(problem.cohorts)
    missing = [s for s in numbered.sessions if not s.instructors]
    findings = [
        Finding(
            rule="unstaffed hours",
            what=f"Nobody is free to teach {s.cohort} {s.module} on {s.date:%b} {s.date.day}.",
            todo="Name one more instructor who may teach it, or move the cohort's start.",
            sessions=(s,),
            column="Instructor",
        )
        for s in missing[:3]
    ]
    prices = {goal.NAME: Price(units=goal.units(problem, numbered), weight=goal.WEIGHT) for goal in GOALS}
    score = sum(price.cost for price in prices.values())
    usual = {
        "status": "feasible",
        "score": score,
        "bound": score * 0.987,
        "goals": prices,
        "findings": tuple(findings),
        "seconds": 12.5,
        "seconds_to_first": 0.8,
        "seed": 7,
        "bottlenecks": bottlenecks(problem, numbered),
    }
    return Outcome(schedule=numbered, **(usual | fields))


def term():
    problem = term_problem()
    patterns = {cohort.id: cohort.patterns[0] for cohort in problem.cohorts.values()}
    placed = sessions(problem)
    pinned = [replace(s, pin=frozenset({"time", "room"}), note="Guest speaker") if k == 4 else s
              for k, s in enumerate(placed)]  # fmt: skip
    schedule = Schedule(sessions=tuple(pinned), patterns=patterns)
    return problem, outcome_of(problem, schedule)
