"""Facts about where class can be: room types, campuses, places, when rooms are there."""

from collections.abc import Collection, Iterator
from functools import partial, reduce

from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Room
from scheduler.reasons import ways_of_rooms
from scheduler.reasons.altered import with_cohort, with_room, without_rooms
from scheduler.reasons.of_people import presence
from scheduler.reasons.premises import Premise, Rank, Ranked, Wanting, named, premise
from scheduler.rules.room_type import on_campus
from scheduler.rules.wording import listed

ANY_NUMBER = 10**6
"""More seats than any cohort has students."""


def needs(problem: Problem, wanting: Collection[Wanting], ranked: Ranked) -> Iterator[Premise]:
    """Yield that modules need rooms of their types, once for the same types on the same campus."""
    alike: dict[tuple[str, tuple[str, ...]], list[Wanting]] = {}
    for cohort, module in wanting:
        if module.room_types:
            alike.setdefault((cohort.campus, module.room_types), []).append((cohort, module))
    for (campus, types), group in alike.items():
        cohort, module = group[0]
        there = [room.id for room in _of_type(problem, module) if on_campus(cohort, room)]
        are = "is" if len(there) == 1 else "are"
        only = f"only {listed(there)} {are} there" if there else "there is none"
        on = f" on {campus}" if campus else ""
        need = f"need{'s' * (len(group) == 1)} a room of type {' + '.join(types)}"
        yield premise(
            f"{named(group)} {need}, and {only}{on}",
            problem.cell("Modules", module.row, "Room type"),
            ranked(group),
            partial(_freed, group),
            wish=(named(group), "cannot have a room for all hours", ""),
            ways=ways_of_rooms.built(problem, cohort, module),
            about=(campus, types),
        )


def _freed(group: Collection[Wanting], problem: Problem) -> Problem:
    return reduce(lambda known, one: without_rooms(known, one[0].id, one[1].id), group, problem)


def facts(problem: Problem, modules: Collection[Wanting]) -> Iterator[Premise]:
    """Yield the facts about the rooms of the types that some cohorts' modules need."""
    for cohort in dict.fromkeys(cohort for cohort, _ in modules):
        yield premise(
            f"{cohort.id} has {cohort.students} students",
            problem.cell("Cohorts", cohort.row, "Students"),
            Rank.STUDENTS,
            partial(with_cohort, cohort=cohort.id, students=0),
            ways=ways_of_rooms.fewer_students(problem, cohort),
        )
    for room in problem.rooms.values():
        if any(room in _of_type(problem, module) for _, module in modules):
            yield from _room(problem, room, modules)


def _room(problem: Problem, room: Room, modules: Collection[Wanting]) -> Iterator[Premise]:
    if any(not on_campus(cohort, room) and _has_none(problem, cohort, module) for cohort, module in modules):
        yield premise(
            f"{room.id} is on {room.campus}",
            problem.cell("Rooms", room.row, "Campus"),
            Rank.ROOMS,
            lambda known: with_room(known, room.id, campus=""),
        )
    column = "Seats" if room.stations is None else "Stations"
    yield premise(
        f"{room.id} has {room.capacity} {column.lower()}",
        problem.cell("Rooms", room.row, column),
        Rank.ROOMS,
        lambda known: with_room(known, room.id, seats=ANY_NUMBER, stations=None),
        ways=ways_of_rooms.enlarged(problem, room),
    )
    yield from presence(problem, room.id)


def _has_none(problem: Problem, cohort: Cohort, module: Module) -> bool:
    """Whether there is no room of the types a module needs on the campus: only then others come to mind."""
    return not any(on_campus(cohort, room) for room in _of_type(problem, module))


def _of_type(problem: Problem, module: Module) -> list[Room]:
    return [room for room in problem.rooms.values() if not room.types.isdisjoint(module.room_types)]
