"""The best any schedule could do: each cohort at its own optimum, everybody free.

Nothing here knows how an instance was planted; it reads the problem alone, so that a planted
schedule that reaches this bound is certainly a best one. Weights are the defaults.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations, islice, permutations

from scheduler.domain.calendar import ClassBlock, class_blocks
from scheduler.domain.clock import Quarter
from scheduler.domain.problem import Cohort, Module, Problem
from scheduler.domain.resources import Instructor, Room

WEIGHTS = {"finish": 1.0, "instructors": 20.0, "rooms": 5.0}


def lower_bound(problem: Problem) -> float:
    """Sum what each cohort costs at least: its finish, its people and its rooms."""
    return sum(sum(cohort_bound(problem, cohort).values()) for cohort in problem.cohorts.values())


def cohort_bound(problem: Problem, cohort: Cohort) -> Mapping[str, float]:
    """Give the least a cohort costs by goal: waiting, cover and room moves cost nothing at best."""
    modules = problem.programs[cohort.program].modules
    people = [
        person
        for person in problem.instructors.values()
        if may_work(cohort, person) and is_ever_in(problem, cohort, person)
    ]
    rooms = [room for room in problem.rooms.values() if room.campus in ("", cohort.campus)]
    return {
        "finish": WEIGHTS["finish"] * finish_days(problem, cohort),
        "instructors": WEIGHTS["instructors"] * max(0, fewest_people(problem, modules, people) - 1),
        "rooms": WEIGHTS["rooms"] * max(0, fewest_rooms(cohort, modules, rooms) - 1),
    }


def may_work(cohort: Cohort, person: Instructor) -> bool:
    """Whether an instructor works on the cohort's campus."""
    return not cohort.campus or not person.campuses or cohort.campus in person.campuses


def is_ever_in(problem: Problem, cohort: Cohort, person: Instructor) -> bool:
    """Whether an instructor's weekly windows touch any class time of the cohort at all."""
    windows = [window for window in problem.windows if window.who == person.id]
    blocks = [block for pattern in cohort.patterns for block in problem.patterns[pattern].blocks]
    return not windows or any(
        window.days & block.days and window.start < block.end and block.start < window.end
        for window in windows
        for block in blocks
    )


def finish_days(problem: Problem, cohort: Cohort) -> int:
    """Give the days between the earliest conceivable finish and the earliest that start days allow."""
    length = problem.programs[cohort.program].length
    conceivable, allowed = [], []
    for pattern in cohort.patterns:
        blocks = class_blocks(problem, cohort, problem.patterns[pattern])
        conceivable.append(_finish(blocks, cohort.earliest_start, length))
        allowed += [_finish(blocks, start, length) for start in start_days(cohort, blocks)]
    return (min(allowed) - min(conceivable)).days


def start_days(cohort: Cohort, blocks: Sequence[ClassBlock]) -> list[date]:
    """Give the class days a cohort may start on."""
    latest = cohort.latest_start or date.max
    days = (
        day
        for day in dict.fromkeys(block.date for block in blocks)
        if cohort.earliest_start <= day <= latest and day.weekday() in cohort.start_days
    )
    return list(days if cohort.latest_start else islice(days, 1))


def _finish(blocks: Sequence[ClassBlock], start: date, length: Quarter) -> date:
    for block in blocks:
        if block.date >= start:
            length -= block.length
            if length <= 0:
                return block.date
    return date.max


def fewest_people(problem: Problem, modules: Sequence[Module], people: Sequence[Instructor]) -> int:
    """Give the least number of people who can hold all modules, as many at once as each needs."""
    able = {
        person.id: frozenset(
            index for index, module in enumerate(modules) if ever_qualified(problem, person, module)
        )
        for person in people
    }
    useful = sorted((codes for codes in able.values() if codes), key=sorted)
    for size in range(max((m.instructors for m in modules), default=0), len(useful) + 1):
        for chosen in combinations(useful, size):
            if all(
                sum(index in codes for codes in chosen) >= module.instructors
                for index, module in enumerate(modules)
            ):
                return size
    raise ValueError("not enough qualified instructors")


def ever_qualified(problem: Problem, person: Instructor, module: Module) -> bool:
    """Whether an instructor may teach a module on at least one day of the plan."""
    held = problem.qualification(person.id, module)
    return held is not None and (held.valid_until is None or held.valid_until >= problem.settings.plan_from)


def fewest_rooms(cohort: Cohort, modules: Sequence[Module], rooms: Sequence[Room]) -> int:
    """Give the least number of rooms that serve all modules, two at once where needed."""
    needs = sorted({(group_size(cohort, m), m.room_types) for m in modules if m.room_types})
    wanted = {kind for _, types in needs for kind in types}
    kinds = sorted({(tuple(sorted(wanted & room.types)), room.capacity) for room in rooms})
    kinds = [kind for kind in kinds if kind[0] for _ in range(2)]
    for size in range(len(kinds) + 1):
        for chosen in combinations(kinds, size):
            if all(_serves(types, group, chosen) for group, types in needs):
                return size
    raise ValueError("not enough rooms")


def group_size(cohort: Cohort, module: Module) -> int:
    """Give how many students are in one room when the module is held in several at once."""
    return -(-cohort.students // len(module.room_types))


def _serves(types: tuple[str, ...], group: int, rooms: Sequence[tuple[tuple[str, ...], int]]) -> bool:
    return any(
        all(kind in room[0] and room[1] >= group for kind, room in zip(types, chosen, strict=True))
        for chosen in permutations(rooms, len(types))
    )
