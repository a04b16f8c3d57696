"""Measure repair at district size: what happens to a planned term, and how much of it has to change.

From the repository's root, on a machine that does nothing else::

    PYTHONPATH=tests python -m benchmarks.repairs outputs/measured/repairs.csv --seconds 10 600

Each event happens to a planted schedule (see `benchmarks.generator`) whose every cohort is at its
best. What comes out is certified, or the run fails.
"""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from time import monotonic

import pandas as pd

from benchmarks.generator import planted
from scheduler.app.edited import Edited
from scheduler.app.planning import Search
from scheduler.app.repairing import repaired
from scheduler.domain.edits import edits
from scheduler.domain.ids import CohortId, ResourceId
from scheduler.domain.pinning import with_edits_pinned
from scheduler.domain.problem import Closure, Cohort, Problem
from scheduler.domain.resources import Absence
from scheduler.domain.schedule import Schedule, Session
from scheduler.goals.changes import differences
from scheduler.rules import who_may_teach

WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """One run: how many placements differ, in how many respects; what is missing; how long it took."""

    event: str
    seed: int
    limit: float
    workers: int
    placements: int
    changes: float
    unstaffed: float
    unplaced: float
    score: float
    seconds: float


def middle(schedule: Schedule) -> date:
    """Give the Monday in the middle of a schedule."""
    days = sorted({session.date for session in schedule.sessions})
    day = days[len(days) // 2]
    return day - timedelta(days=day.weekday())


def busiest(problem: Problem, schedule: Schedule, first: date, last: date) -> list[ResourceId]:
    """Give everybody and every room, those used most between two dates first."""
    load: Counter[ResourceId] = Counter()
    for session in schedule.sessions:
        if first <= session.date <= last:
            for who in (*session.instructors, *session.rooms):
                load[who] += session.length
    return [who for who, _ in load.most_common()]


def absence(problem: Problem, schedule: Schedule, seed: int) -> Problem:
    """Let the busiest instructor (the next one for another seed) be away for five class days."""
    first = middle(schedule)
    people = [who for who in busiest(problem, schedule, first, first + WEEK) if who in problem.instructors]
    away = Absence(who=people[seed], first=first, last=first + timedelta(days=4))
    return replace(problem, absences=(*problem.absences, away))


def closed_room(problem: Problem, schedule: Schedule, seed: int) -> Problem:
    """Close the busiest room for two weeks."""
    first = middle(schedule)
    last = first + 2 * WEEK + timedelta(days=1)
    rooms = [where for where in busiest(problem, schedule, first, last) if where in problem.rooms]
    return replace(problem, absences=(*problem.absences, Absence(who=rooms[seed], first=first, last=last)))


def closed_week(problem: Problem, schedule: Schedule, seed: int) -> Problem:
    """Close a campus for a week."""
    cohort = list(problem.cohorts.values())[5 * seed]
    first = middle(schedule)
    closure = Closure(first=first, last=first + WEEK, campus=cohort.campus)
    return replace(problem, closures=(*problem.closures, closure))


def grown(problem: Problem, schedule: Schedule, seed: int) -> Problem:
    """Let a cohort grow past one of its rooms, where there is a larger one of the kind on its campus."""
    cohort, students = list(_could_grow(problem, schedule))[seed]
    return replace(problem, cohorts={**problem.cohorts, cohort.id: replace(cohort, students=students)})


def _could_grow(problem: Problem, schedule: Schedule) -> Iterator[tuple[Cohort, int]]:
    for cohort in problem.cohorts.values():
        here = [room for room in problem.rooms.values() if room.campus in ("", cohort.campus)]
        modules = problem.program_of(cohort.id).modules
        for name in sorted({room for session in schedule.by_cohort[cohort.id] for room in session.rooms}):
            size = problem.rooms[name].capacity + 1
            needed = {kind for module in modules if len(module.room_types) == 1 for kind in module.room_types}
            if all(any(kind in room.types and room.capacity >= size for room in here) for kind in needed):
                yield cohort, size
                break


def hand_edit(problem: Problem, schedule: Schedule, seed: int) -> tuple[Schedule, Mapping[str, Session]]:
    """Give a whole module to somebody qualified who has something else at the time; what was edited."""
    found = 0
    for (name, code), rows in schedule.by_placement.items():
        cohort, module = problem.cohorts[name], problem.module(name, code)
        if module.instructors != 1 or len(rows) < 5:
            continue
        for who in who_may_teach(problem, cohort, module):
            busy = schedule.by_instructor.get(who, ())
            if who not in rows[0].instructors and any(a.overlaps(b) for a in rows for b in busy):
                if found == 3 * seed:
                    return schedule, {row.id: replace(row, instructors=(who,)) for row in rows}
                found += 1
                break
    raise ValueError("nobody else could teach anything")


EVENTS: Mapping[str, Callable[[Problem, Schedule, int], Problem]] = {
    "an instructor away for five days": absence,
    "a room closed for two weeks": closed_room,
    "a cohort grown past its room": grown,
    "a campus closed for a week": closed_week,
}
BY_HAND = "a module given to somebody busy"


def happened(event: str, seed: int) -> Edited:
    """Give a planted district after an event."""
    instance = planted("M", seed)
    written = instance.schedule.numbered(instance.problem.cohorts)
    problem, now = instance.problem, {}
    if event == BY_HAND:
        _, now = hand_edit(problem, written, seed)
    else:
        problem = EVENTS[event](problem, written, seed)
    rows = tuple(now.get(row.id, row) for row in written.sessions)
    found = edits(written.sessions, rows)
    schedule = with_edits_pinned(replace(written, sessions=rows), found)
    return Edited(problem=problem, schedule=schedule, written=written, edits=found, letters={})


def run(event: str, seed: int, limit: float, workers: int) -> Repaired:
    """Repair what an event has done, for so many seconds."""
    edited = happened(event, seed)
    outcome = repaired(edited, Search(clock=monotonic, seconds=limit, workers=workers))
    units = {name: price.units for name, price in outcome.goals.items()}
    return Repaired(
        event=event,
        seed=seed,
        limit=limit,
        workers=workers,
        placements=changed(edited.problem, edited.schedule, outcome.schedule),
        changes=units["changes"],
        unstaffed=units["unstaffed hours"],
        unplaced=units["unplaced hours"],
        score=outcome.score,
        seconds=round(outcome.seconds, 1),
    )


def changed(problem: Problem, before: Schedule, after: Schedule) -> int:
    """Count the placements that differ in anything."""
    placements: Sequence[tuple[CohortId, str]] = [
        (cohort, module.id) for cohort in problem.cohorts for module in problem.program_of(cohort).modules
    ]
    return sum(
        bool(
            differences(
                problem.module(*key), before.by_placement.get(key, ()), after.by_placement.get(key, ())
            )
        )
        for key in placements
    )


def main() -> None:
    """Run all that is asked for, and write a row for each."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--seconds", type=float, nargs="+", default=[10.0])
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    rows: list[Repaired] = []
    for seed, event, limit in product(given.seeds, (*EVENTS, BY_HAND), given.seconds):
        rows.append(run(event, seed, limit, given.workers))
        print(rows[-1], flush=True)
    given.file.parent.mkdir(parents=True, exist_ok=True)
    pd.DataFrame([asdict(row) for row in rows]).to_csv(given.file, index=False)


if __name__ == "__main__":
    main()
