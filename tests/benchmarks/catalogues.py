"""The default catalogues: what a CNC and a production technology program consist of.

Sources: the hours of CNC-600 and of the technical modules of CPT-600 are those of a Utah
technical college's published course table; the MSSC modules (Safety, Quality, Processes,
Maintenance) are 40 h each, as MSSC recommends 35-40 h. C12, T12 and T14 are house defaults.
OSHA-10 allows at most 7.5 h a day over at least two days.
"""

from typing import NamedTuple

from scheduler.domain.clock import quarters
from scheduler.domain.ids import ModuleId, ProgramId
from scheduler.domain.problem import Module, Order, Program

OSHA_DAY = quarters(7.5)


class Line(NamedTuple):
    """A line of a catalogue; ``all`` as prerequisites means every module before it."""

    code: str
    title: str
    hours: float
    rooms: str
    needs: str = ""


CNC_600 = (
    Line("C01", "Orientation, shop safety, OSHA-10", 30, "CL"),
    Line("C02", "Introduction to machining, bench work", 45, "ML", "C01"),
    Line("C03", "Blueprint reading", 45, "CL"),
    Line("C04", "Shop mathematics", 45, "CL"),
    Line("C05", "GD&T, precision measurement, CMM", 45, "MET", "C03"),
    Line("C06", "CNC mill set-up and operation", 90, "ML", "C01, C02"),
    Line("C07", "CNC lathe set-up and operation", 90, "LL", "C01, C02"),
    Line("C08", "Mill programming", 60, "SIM + ML", "C04, C06"),
    Line("C09", "Lathe programming", 60, "SIM + LL", "C04, C07"),
    Line("C10", "CAD/CAM", 60, "SIM", "C08"),
    Line("C11", "Production project", 15, "ML", "C08, C09, C10"),
    Line("C12", "Exam preparation and exams", 15, "CL", "all"),
)

CPT_600 = (
    Line("T01", "Orientation, safety, OSHA-10", 30, "CL"),
    Line("T02", "CPT Safety", 40, "CL", "T01"),
    Line("T03", "Blueprint reading", 45, "CL", "T01"),
    Line("T04", "CPT Quality Practices & Measurement", 40, "MET", "T02"),
    Line("T05", "Automation basics", 45, "MEC", "T02"),
    Line("T06", "CPT Manufacturing Processes & Production", 40, "CL", "T02"),
    Line("T07", "Electrical theory and wiring", 60, "MEC", "T02"),
    Line("T08", "CPT Maintenance Awareness", 40, "CL", "T01"),
    Line("T09", "Industrial mechanics", 90, "MEC", "T05"),
    Line("T10", "Pneumatics", 60, "MEC", "T05"),
    Line("T11", "CPT+ Skill Boss", 30, "MEC", "T02, T04, T06, T08"),
    Line("T12", "Green Production", 20, "CL", "T01"),
    Line("T13", "Lean", 30, "CL", "T01"),
    Line("T14", "Capstone, exam preparation", 30, "MEC", "all"),
)

CPT_160 = (
    Line("P01", "CPT Safety", 40, "CL"),
    Line("P02", "CPT Quality Practices & Measurement", 40, "MET"),
    Line("P03", "CPT Manufacturing Processes & Production", 40, "CL"),
    Line("P04", "CPT Maintenance Awareness", 40, "MEC"),
)


def cnc_600() -> Program:
    """Give CNC Production Specialist, 600 h, modules in any order that respects prerequisites."""
    return _program("CNC-600", "CNC Production Specialist", CNC_600, Order.PREREQUISITES, (300, 600))


def cpt_600() -> Program:
    """Give the 600 h production technology composition around the MSSC modules."""
    return _program("CPT-600", "Certified Production Technician", CPT_600, Order.PREREQUISITES, (300, 600))


def cpt_160() -> Program:
    """Give the four MSSC modules alone, 160 h, in their fixed sequence."""
    return _program("CPT-160", "Certified Production Technician, short", CPT_160, Order.FIXED, (80, 160))


def _program(
    code: str, title: str, lines: tuple[Line, ...], order: Order, milestones: tuple[int, ...]
) -> Program:
    codes = tuple(ModuleId(line.code) for line in lines)
    modules = tuple(_module(ProgramId(code), line, earlier=codes[:index]) for index, line in enumerate(lines))
    return Program(
        id=ProgramId(code),
        title=title,
        length=sum(module.length for module in modules),
        modules=modules,
        order=order,
        min_weeks=15 if milestones[-1] == 600 else 0,
        milestones=tuple(quarters(hours) for hours in milestones),
    )


def _module(program: ProgramId, line: Line, *, earlier: tuple[ModuleId, ...]) -> Module:
    osha = "OSHA-10" in line.title
    needs = tuple(ModuleId(code) for code in line.needs.split(", ") if code)
    return Module(
        id=ModuleId(line.code),
        program=program,
        title=line.title,
        length=quarters(line.hours),
        prerequisites=earlier if line.needs == "all" else needs,
        room_types=tuple(line.rooms.split(" + ")),
        max_per_day=OSHA_DAY if osha else None,
        min_days=2 if osha else 1,
    )
