"""Facts about who can teach: qualifications, campuses, weekly windows, absences, loads."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial, reduce

from scheduler.domain.clock import WEEKDAYS, clock, day
from scheduler.domain.ids import InstructorId, ResourceId
from scheduler.domain.problem import Problem
from scheduler.domain.resources import Absence, Instructor, Window
from scheduler.reasons import ways_of_people
from scheduler.reasons.altered import with_instructor, without_people
from scheduler.reasons.premises import Premise, Rank, Ranked, Wanting, named, premise
from scheduler.rules import who_may_teach
from scheduler.rules.wording import dated, length, listed


def needs(problem: Problem, wanting: Collection[Wanting], ranked: Ranked) -> Iterator[Premise]:
    """Yield that modules need those who may teach them, once for the same people."""
    alike: dict[tuple[int, tuple[InstructorId, ...]], list[Wanting]] = {}
    for cohort, module in wanting:
        if module.instructors:
            may = who_may_teach(problem, cohort, module)
            alike.setdefault((module.instructors, may), []).append((cohort, module))
    for (at_once, may), group in alike.items():
        who = f"{at_once} instructors at once" if at_once > 1 else "an instructor"
        only = f"only {listed(may)} may teach" if may else "nobody may teach"
        one = len(group) == 1
        yield premise(
            f"{named(group)} need{'s' * one} {who}, and {only} {'it' if one else 'them'}",
            problem.cell("Modules", group[0][1].row, "Module"),
            ranked(group),
            partial(_freed, group),
            wish=(named(group), f"cannot have {who} for all hours", ""),
            ways=(
                *ways_of_people.qualified(problem, group),
                ways_of_people.hired(problem, group),
            ),
            about=(at_once, may),
        )


def _freed(group: Collection[Wanting], problem: Problem) -> Problem:
    return reduce(lambda known, one: without_people(known, one[0].id, one[1].id), group, problem)


def facts(problem: Problem, modules: Collection[Wanting]) -> Iterator[Premise]:
    """Yield the facts about those qualified for some cohorts' modules."""
    people = [
        person
        for person in problem.instructors.values()
        if any(problem.qualification(person.id, module) for _, module in modules)
    ]
    nobody = any(not who_may_teach(problem, cohort, module) for cohort, module in modules)
    for person in people:
        if nobody:
            yield from _campuses(problem, person)
        yield from _validity(problem, person.id, modules)
        yield from _loads(problem, person)
        yield from presence(problem, person.id)


def loads(problem: Problem, modules: Collection[Wanting]) -> Iterator[Premise]:
    """Yield how much those at most teach who may teach some cohorts' modules."""
    people = dict.fromkeys(who for wanting in modules for who in who_may_teach(problem, *wanting))
    for who in people:
        yield from _loads(problem, problem.instructors[who])


def _campuses(problem: Problem, person: Instructor) -> Iterator[Premise]:
    if person.campuses:
        yield premise(
            f"{person.id} teaches only on {listed(sorted(person.campuses))}",
            problem.cell("Instructors", person.row, "Campuses"),
            Rank.PRESENCE,
            lambda known: with_instructor(known, person.id, campuses=frozenset()),
            ways=[ways_of_people.more_campuses(person)],
        )


def _validity(problem: Problem, who: InstructorId, modules: Collection[Wanting]) -> Iterator[Premise]:
    rows = dict.fromkeys(problem.qualification(who, module) for _, module in modules)
    for row in (row for row in rows if row and row.valid_until):

        def renewed(known: Problem, number: int = row.row) -> Problem:
            kept = (
                replace(one, valid_until=None) if one.row == number else one for one in known.qualifications
            )
            return replace(known, qualifications=tuple(kept))

        until = dated(row.valid_until) if row.valid_until else ""
        yield premise(
            f"{who} is qualified for {row.module or 'every module'} only until {until}",
            problem.cell("Qualifications", row.row, "Valid until"),
            Rank.PRESENCE,
            renewed,
            ways=[ways_of_people.renewed(row)],
        )


def _loads(problem: Problem, person: Instructor) -> Iterator[Premise]:
    who = person.id
    for most, unit, column, field in (
        (person.max_per_day, "day", "Max hours/day", "max_per_day"),
        (person.max_per_week, "week", "Max hours/week", "max_per_week"),
    ):
        if most is not None:
            yield premise(
                f"{who} teaches at most {length(most)} a {unit}",
                problem.cell("Instructors", person.row, column),
                Rank.PRESENCE,
                partial(_unlimited, who, field),
                ways=[ways_of_people.more_hours(person, column, unit, most)],
            )


def _unlimited(who: InstructorId, field: str, problem: Problem) -> Problem:
    return with_instructor(problem, who, **{field: None})


def presence(problem: Problem, who: ResourceId) -> Iterator[Premise]:
    """Yield when somebody, or a room, is there: the weekly windows, and each absence."""
    windows = [window for window in problem.windows if window.who == who]
    if windows:
        yield premise(
            f"{who} is available only {listed(map(_window, windows))}",
            problem.cell("Availability", windows[0].row, "Who"),
            Rank.PRESENCE,
            lambda known: replace(known, windows=tuple(w for w in known.windows if w.who != who)),
            ways=[ways_of_people.more_windows(problem, who)],
        )
    for absence in problem.absences:
        if absence.who == who:

            def there(known: Problem, gone: Absence = absence) -> Problem:
                kept = (one for one in known.absences if (one.who, one.row) != (gone.who, gone.row))
                return replace(known, absences=tuple(kept))

            what = f"{who} is not there {_dates(absence)}"
            cell = problem.cell("Absences", absence.row, "Who")
            ways = [ways_of_people.back(problem, absence)]
            yield premise(what, cell, Rank.PRESENCE, there, ways=ways)


def _window(window: Window) -> str:
    days = "".join(WEEKDAYS[number] for number in sorted(window.days))
    return f"{days} {clock(window.start)} to {clock(window.end)}"


def _dates(absence: Absence) -> str:
    dates = f"on {day(absence.first)}"
    if absence.last != absence.first:
        dates = f"from {day(absence.first)} to {dated(absence.last)}"
    if (absence.start, absence.end) != (0, 96):
        dates += f", {clock(absence.start)} to {clock(absence.end)}"
    return dates
