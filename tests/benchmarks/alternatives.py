"""Who else, and which other room, could have held what was planted."""

from collections.abc import Iterator
from datetime import date

from benchmarks.bounds import group_size, may_work
from scheduler.domain.availability import blocked_days, stretch
from scheduler.domain.clock import QUARTERS_PER_DAY, dates
from scheduler.domain.ids import InstructorId, ResourceId, RoomId
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Absence
from scheduler.domain.schedule import Schedule, Session


class Diary:
    """What each person and room does in the planted schedule, and when they cannot be used."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.origin = problem.settings.plan_from
        self.campus = {cohort.id: cohort.campus for cohort in problem.cohorts.values()}
        everyone: list[ResourceId] = [*problem.instructors, *problem.rooms]
        self.planned: dict[ResourceId, int] = dict.fromkeys(everyone, 0)
        self.blocked: dict[ResourceId, int] = {who: self._blocked(problem, who) for who in everyone}
        self.places: dict[tuple[ResourceId, date], str] = {}
        for session in schedule.sessions:
            used: tuple[ResourceId, ...] = (*session.instructors, *session.rooms)
            for who in used:
                self.planned[who] |= self.bits(session)
                self.places[who, session.date] = self.campus[session.cohort]

    def bits(self, session: Session) -> int:
        """Give a session's quarters as bits, counted from Plan from."""
        return stretch(session.start, session.end) << self._offset(session.date)

    def is_free(self, who: ResourceId, sessions: tuple[Session, ...]) -> bool:
        """Whether someone could hold all these sessions, being nowhere else on those days."""
        campus = self.campus[sessions[0].cohort]
        if any(self.places.get((who, session.date), campus) != campus for session in sessions):
            return False
        wanted = sum(self.bits(session) for session in sessions)
        return not wanted & (self.planned[who] | self.blocked[who])

    def is_idle_on(self, who: ResourceId, when: date) -> bool:
        """Whether someone has nothing planned on a day."""
        return not (self.planned[who] >> self._offset(when)) & stretch(0, QUARTERS_PER_DAY)

    def block(self, absence: Absence) -> None:
        """Enter an absence."""
        for when in dates(absence.first, absence.last):
            self.blocked[absence.who] |= stretch(absence.start, absence.end) << self._offset(when)

    def _blocked(self, problem: Problem, who: ResourceId) -> int:
        return sum(bits << self._offset(when) for when, bits in blocked_days(problem, who).items())

    def _offset(self, when: date) -> int:
        return (when - self.origin).days * QUARTERS_PER_DAY


def unneeded(problem: Problem, diary: Diary, sessions: tuple[Session, ...]) -> Iterator[ResourceId]:
    """Yield the people and rooms that are not part of a placement but could be."""
    cohort = problem.cohorts[sessions[0].cohort]
    module = problem.module(cohort.id, sessions[0].module)
    last = sessions[-1].date
    for person in spare_people(problem, cohort, module, last):
        if person not in sessions[0].instructors and diary.is_free(person, sessions):
            yield person
    for room in spare_rooms(problem, cohort, module):
        if room not in sessions[0].rooms and diary.is_free(room, sessions):
            yield room


def spare_people(problem: Problem, cohort: Cohort, module: Module, last: date) -> Iterator[InstructorId]:
    """Yield who may teach a cohort's module up to a date."""
    for person in problem.instructors.values():
        if may_work(cohort, person):
            held = problem.qualification(person.id, module)
            if held and (held.valid_until is None or held.valid_until >= last):
                yield person.id


def spare_rooms(problem: Problem, cohort: Cohort, module: Module) -> Iterator[RoomId]:
    """Yield the rooms that have one of the types a cohort's module needs and take its group."""
    for room in problem.rooms.values():
        fits = module.room_types and room.capacity >= group_size(cohort, module)
        if fits and room.campus in ("", cohort.campus) and room.types.intersection(module.room_types):
            yield room.id
