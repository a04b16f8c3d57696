"""Ways out that find people: qualify somebody, hire somebody, let somebody teach more or at other times."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from scheduler.domain.availability import stretch
from scheduler.domain.clock import WEEKDAYS, Quarter, clock, hours, monday, number
from scheduler.domain.ids import InstructorId, ModuleId, ProgramId, ResourceId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Absence, Instructor, Qualification
from scheduler.domain.scenario import Cell
from scheduler.domain.schedule import Schedule, Session
from scheduler.reasons.premises import Wanting
from scheduler.reasons.ways import NEW, Effort, Settled, Way, certain, emptied, row_of, typed
from scheduler.rules import who_may_teach
from scheduler.rules.wording import dated, listed

MOST_PEOPLE = 12
"""So many people are thought of for a module that they do not teach yet."""
ONE_BY_ONE = 3
"""So many of them are tried by themselves."""
EARLY, LATE = 24, 88
"""From 6:00 AM to 10:00 PM somebody can be asked to teach."""


def qualified(problem: Problem, wanting: Sequence[Wanting]) -> Iterator[Way]:
    """Yield that somebody who is there gets qualified for modules: one of those who know most, or several."""
    cohort, modules = wanting[0][0], _modules(wanting)
    may = who_may_teach(problem, *wanting[0])
    others = [
        person.id
        for person in problem.instructors.values()
        if person.id not in may and _on_campus(person, cohort) and not _known(problem, person.id, modules)
    ]
    programs = {module.program for module in modules}
    near = sorted(others, key=lambda who: -_known_of(problem, who, programs))
    for people in (*([who] for who in near[:ONE_BY_ONE]), near[:MOST_PEOPLE]):
        if people:
            loose = _qualifying((who, module) for who in people for module in modules)
            yield Way(effort=Effort.PAPERS, cells=loose, settle=partial(_settled, people, modules))


def _settled(
    people: Sequence[InstructorId], modules: Sequence[Module], problem: Problem, schedule: Schedule
) -> Settled | None:
    """Give who of some people teaches what of some modules, and needs to be qualified for it."""
    pairs = [
        (who, module)
        for who in people
        for module in modules
        if any(_is_of(problem, module, s) for s in schedule.by_instructor.get(who, ()))
    ]
    told = [
        f"{who} for {_codes(m for one, m in pairs if one == who)}"
        for who in dict.fromkeys(who for who, _ in pairs)
    ]
    return Settled(what=f"qualify {listed(told)}", cells=_qualifying(pairs)) if pairs else None


def _known_of(problem: Problem, who: InstructorId, programs: Collection[ProgramId]) -> int:
    """Count what somebody may teach of some programs."""
    return sum(row.instructor == who and row.program in programs for row in problem.qualifications)


def hired(problem: Problem, wanting: Sequence[Wanting]) -> Way:
    """Give that there is one more instructor, who may teach these modules."""
    modules = _modules(wanting)
    who = next(name for n in range(1, 99) if (name := InstructorId(f"NEW-{n}")) not in problem.instructors)
    person = row_of("Instructors", NEW, Instructor=who, Name="to be hired")
    papers = _qualifying([(who, module) for module in modules])
    return certain(Effort.PERSON, f"one more instructor for {_codes(modules)}", *person, *papers)


def _modules(wanting: Sequence[Wanting]) -> list[Module]:
    return list({(module.program, module.id): module for _, module in wanting}.values())


def _codes(modules: Iterable[Module]) -> str:
    """Name modules with their programs: ``CNC-600 C06 and C08``."""
    keys: dict[ProgramId, list[ModuleId]] = {}
    for module in modules:
        keys.setdefault(module.program, []).append(module.id)
    return listed(f"{program} {listed(codes)}" for program, codes in keys.items())


def _qualifying(pairs: Iterable[tuple[InstructorId, Module]]) -> tuple[Cell, ...]:
    return tuple(
        cell
        for row, (who, module) in enumerate(pairs, start=NEW)
        for cell in row_of("Qualifications", row, Instructor=who, Program=module.program, Module=module.id)
    )


def _is_of(problem: Problem, module: Module, session: Session) -> bool:
    return (problem.cohorts[session.cohort].program, session.module) == (module.program, module.id)


def more_campuses(person: Instructor) -> Way:
    """Give that somebody teaches on other campuses too."""

    def settle(problem: Problem, schedule: Schedule) -> Settled | None:
        used = {problem.cohorts[s.cohort].campus for s in schedule.by_instructor.get(person.id, ())}
        new = sorted(used - person.campuses - {""})
        cell = _of(person, "Campuses", ", ".join((*sorted(person.campuses), *new)))
        return Settled(what=f"let {person.id} teach on {listed(new)}", cells=(cell,)) if new else None

    return Way(effort=Effort.HOURS, cells=(_of(person, "Campuses", ""),), settle=settle)


def renewed(row: Qualification) -> Way:
    """Give that a qualification is valid for longer, as long as need be."""

    def settle(problem: Problem, schedule: Schedule) -> Settled | None:
        until = row.valid_until
        taught = (
            s.date
            for s in schedule.by_instructor.get(row.instructor, ())
            if problem.cohorts[s.cohort].program == row.program and row.module in (None, s.module)
        )
        last = max(taught, default=until)
        if last is None or until is None or last <= until:
            return None
        what = f"renew what {row.instructor} may teach, {row.module or 'every module'}, until {dated(last)}"
        return Settled(what=what, cells=(_papers(row, f"{last}"),))

    return Way(effort=Effort.PAPERS, cells=(_papers(row, ""),), settle=settle)


def more_hours(person: Instructor, column: str, unit: str, most: Quarter) -> Way:
    """Give that somebody teaches more hours a day or a week, as many as need be."""

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        held: dict[object, Quarter] = {}
        for session in schedule.by_instructor.get(person.id, ()):
            key = session.date if unit == "day" else monday(session.date)
            held[key] = held.get(key, 0) + session.length
        needed = max(held.values(), default=0)
        value = number(hours(needed))
        what = f"let {person.id} teach {value} h a {unit}"
        return Settled(what=what, cells=(_of(person, column, value),)) if needed > most else None

    return Way(effort=Effort.HOURS, cells=(_of(person, column, ""),), settle=settle)


def more_windows(problem: Problem, who: ResourceId) -> Way:
    """Give that somebody, or a room, is available at other times too."""
    windows = [window for window in problem.windows if window.who == who]

    def cells(days: Sequence[int], start: Quarter, end: Quarter) -> tuple[Cell, ...]:
        letters = "".join(WEEKDAYS[number] for number in days)
        return row_of("Availability", NEW, Who=who, Days=letters, Start=typed(start), End=typed(end))

    def outside(session: Session) -> bool:
        inside = 0
        for window in windows:
            if session.date.weekday() in window.days:
                inside |= stretch(window.start, window.end)
        return bool(stretch(session.start, session.end) & ~inside)

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        theirs = (s for s in schedule.sessions if who in (*s.instructors, *s.rooms))
        beyond = [session for session in theirs if outside(session)]
        if not beyond:
            return None
        days = sorted({session.date.weekday() for session in beyond})
        start, end = min(s.start for s in beyond), max(s.end for s in beyond)
        letters = "".join(WEEKDAYS[number] for number in days)
        what = f"have {who} there {letters} {clock(start)} to {clock(end)}, too"
        return Settled(what=what, cells=cells(days, start, end))

    return Way(effort=Effort.HOURS, cells=cells(range(7), EARLY, LATE), settle=settle)


def back(problem: Problem, absence: Absence) -> Way:
    """Give that an absence does not take place."""
    cells = emptied(problem, "Absences", absence.row)
    return certain(Effort.RULE, f"have {absence.who} there all the same from {dated(absence.first)}", *cells)


def _of(person: Instructor, column: str, value: str) -> Cell:
    return Cell(sheet="Instructors", row=person.row, column=column, value=value)


def _papers(row: Qualification, value: str) -> Cell:
    return Cell(sheet="Qualifications", row=row.row, column="Valid until", value=value)


def _on_campus(person: Instructor, cohort: Cohort) -> bool:
    return not person.campuses or not cohort.campus or cohort.campus in person.campuses


def _known(problem: Problem, who: InstructorId, modules: Sequence[Module]) -> bool:
    return any(problem.qualification(who, module) for module in modules)
