"""Planted instances: a schedule first, and the problem around it, so that the best score is known.

``planted(size, seed)`` gives the same instance for the same size and seed. Every cohort has its
own optimum in the planted schedule (see `benchmarks.bounds`), so no schedule scores less.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from benchmarks import catalogues, college_year
from benchmarks.bounds import lower_bound
from benchmarks.planting import Placed
from benchmarks.rows import rows
from benchmarks.sites import Field, Site, cultivate, skeleton
from benchmarks.tightening import tightened
from scheduler.domain.ids import CohortId, InstructorId, ProgramId, RoomId
from scheduler.domain.problem import Problem, Program
from scheduler.domain.resources import Instructor, Qualification, Room
from scheduler.domain.schedule import Schedule, Session


@dataclass(frozen=True)
class Planted:
    """An instance with a schedule of which it is known that none is better."""

    name: str
    problem: Problem
    schedule: Schedule
    best: float

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """The planning workbook: for each sheet its rows by column name."""
        return rows(self.problem)


CNC_LABS = (("CL MET", "ML", "LL", "SIM"), ("CL", "MET", "LL ML", "SIM"), ("CL SIM", "MET", "ML", "LL"))
CPT_LABS = (("CL MET", "MEC"), ("CL", "MEC MET"), ("CL", "MET", "MEC"))
BOTH_LABS = (("CL MET", "ML", "LL", "SIM", "MEC"), ("CL", "MET", "LL ML", "SIM", "MEC"))
CNC, CPT = ("CNC-600",), ("CPT-600", "CPT-600", "CPT-160")
BOTH = ("CNC-600", "CPT-600", "CNC-600", "CPT-600", "CNC-600", "CPT-160")


def planted(size: str, seed: int = 0) -> Planted:
    """Give the planted instance of a size (``S``, ``M``, ``D`` or ``L``) and a seed."""
    chance = Random(f"{size}-{seed}")
    sites = SIZES[size]()
    plot = Field(_programs(), college_year.patterns(), list(college_year.closures()), chance, WEEKS[size])
    for site in sites:
        for types in site.labs:
            plot.add_lab(types, site.campus)
    for kind, campuses in _staff(sites):
        plot.add_person(kind, campuses)
    for site in sites:
        cultivate(site, plot)
    problem, schedule = tightened(_problem(plot), _schedule(plot), chance)
    return Planted(f"{size}-{seed}", problem, schedule, lower_bound(problem))


def _small() -> list[Site]:
    return [Site("Main", BOTH, ("CLASS", "MILL", "LATHE", "MECH"), BOTH_LABS[0], 4)]


def _district() -> list[Site]:
    return [_site(number, cohorts, number) for number, cohorts in enumerate((4, 4, 4, 3, 3, 3, 3), start=1)]


def _dense() -> list[Site]:
    return [_site(number, 20, 3) for number in range(1, 5)]


def _state() -> list[Site]:
    return [_site(number, 4 if number <= 16 else 3, number) for number in range(1, 49)]


def _site(number: int, cohorts: int, style: int) -> Site:
    campus, labs = f"Campus {number}", style // 3
    if style % 3 == 0:
        return Site(campus, BOTH, ("CLASS", "MILL", "LATHE", "MECH"), BOTH_LABS[labs % 2], cohorts)
    if style % 3 == 1:
        machinists = ("MACH",) if style % 2 else ("MILL", "LATHE")
        return Site(campus, CNC, ("CLASS", *machinists), CNC_LABS[labs % 3], cohorts)
    return Site(campus, CPT, ("CLASS", "MECH"), CPT_LABS[labs % 3], cohorts)


SIZES = {"S": _small, "M": _district, "D": _dense, "L": _state}
WEEKS = {"S": 4, "M": 8, "D": 30, "L": 16}


def _staff(sites: Sequence[Site]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield one instructor of each kind a campus needs; some are shared with the next such campus."""
    waiting: dict[str, str] = {}
    for site in sites:
        for kind in site.kinds:
            if kind in {"LATHE", "MECH"} and len(sites) > 4:
                if kind in waiting:
                    yield kind, (waiting.pop(kind), site.campus)
                else:
                    waiting[kind] = site.campus
            else:
                yield kind, (site.campus,)
    for kind, campus in waiting.items():
        yield kind, (campus,)


def _programs() -> dict[str, Program]:
    """Give the catalogues; the capstone takes two instructors at once."""
    found = (catalogues.cnc_600(), _with_two_at_capstone(catalogues.cpt_600()), catalogues.cpt_160())
    return {program.id: program for program in found}


def _with_two_at_capstone(program: Program) -> Program:
    modules = tuple(replace(m, instructors=2) if m.id == "T14" else m for m in program.modules)
    return replace(program, modules=modules)


def _problem(plot: Field) -> Problem:
    return replace(
        skeleton(plot),
        programs={ProgramId(code): program for code, program in plot.programs.items()},
        cohorts=plot.cohorts,
        instructors={InstructorId(p.id): _instructor(p.id, p.campuses) for p in plot.people},
        rooms={RoomId(lab.id): _room(lab.id, lab.types, lab.campus, lab.largest) for lab in plot.labs},
        qualifications=tuple(
            Qualification(instructor=InstructorId(person.id), program=program.id, module=module.id)
            for person in plot.people
            for program in plot.programs.values()
            for module in program.modules
            if module.id in person.teaches
        ),
    )


def _instructor(code: str, campuses: tuple[str, ...]) -> Instructor:
    number = int(code[1:])
    return Instructor(id=InstructorId(code), name=f"Sample Instructor {number}", campuses=frozenset(campuses))


def _room(code: str, types: tuple[str, ...], campus: str, largest: int) -> Room:
    places = max(largest, 8)
    if "CL" in types:
        return Room(id=RoomId(code), types=frozenset(types), campus=campus, seats=places)
    return Room(id=RoomId(code), types=frozenset(types), campus=campus, seats=places + 4, stations=places)


def _schedule(plot: Field) -> Schedule:
    rows = [
        session
        for cohort, modules in plot.placed.items()
        for placed in modules
        for session in sessions(cohort, placed)
    ]
    return Schedule(sessions=tuple(rows), patterns=plot.chosen)


def sessions(cohort: CohortId, placed: Placed) -> Iterator[Session]:
    """Yield the sessions of a planted module, one for each piece of class time."""
    for piece in placed.part.pieces:
        yield Session(
            cohort=cohort,
            module=placed.module.id,
            date=piece.date,
            start=piece.start,
            end=piece.end,
            instructors=tuple(InstructorId(person.id) for person in placed.people),
            rooms=tuple(RoomId(lab.id) for lab in placed.labs),
        )
