"""Facts about when a cohort can have class: dates, patterns, closed days, order, weeks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from scheduler.domain.calendar import class_blocks
from scheduler.domain.clock import WEEKDAYS, clock, day
from scheduler.domain.ids import CohortId, PatternId
from scheduler.domain.problem import Block, Cohort, Module, Order, Pattern, Problem
from scheduler.reasons import ways_of_time
from scheduler.reasons.altered import with_cohort, with_module, with_program, without_cohort
from scheduler.reasons.premises import Premise, Rank, premise
from scheduler.reasons.ways_of_time import IDLE, LONGER
from scheduler.rules import cohort_start, min_weeks
from scheduler.rules.wording import dated, length, listed

OTHER_TIMES = (
    ("TR", 17, 20),
    ("MTWRF", 8, 12),
    ("MTWRF", 12, 16),
    ("MTWR", 17, 21),
    ("MTWRF", 8, 16),
    ("MTWRFS", 8, 16),
    ("MTWRFS", 7, 19),
)
"""When class could be where a cohort's patterns are no limit, besides the patterns there are."""


def facts(problem: Problem, cohort: Cohort) -> Iterator[Premise]:
    """Yield the facts about a cohort's time."""
    yield from _start(problem, cohort)
    yield from _end(problem, cohort)
    yield from _class_time(problem, cohort)
    yield from _order(problem, cohort)
    for module in problem.program_of(cohort.id).modules:
        yield from _module(problem, cohort, module)


def joint(problem: Problem, cohort: Cohort) -> Premise:
    """Give when a cohort has class as one fact; without it, the cohort is not there at all."""
    name = cohort.id
    first = max(cohort.earliest_start, problem.settings.plan_from)
    times = listed(_pattern_words(problem.patterns[key]) for key in cohort.patterns)
    last = cohort.finish_by or problem.settings.plan_to
    return premise(
        f"{name} has class {times} between {day(first)} and {dated(last)}",
        problem.cell("Cohorts", cohort.row, "Cohort"),
        Rank.OTHERS,
        partial(without_cohort, cohort=name),
        ways=(way for fact in facts(problem, cohort) for way in fact.ways),
        about=name,
    )


def _start(problem: Problem, cohort: Cohort) -> Iterator[Premise]:
    settings, name = problem.settings, cohort.id
    starts = _starts(problem, cohort)
    first = max(cohort.earliest_start, settings.plan_from)
    latest = cohort.latest_start or (starts[0] if starts else first)
    column = "Earliest start" if cohort.earliest_start >= settings.plan_from else ""

    def earlier(known: Problem) -> Problem:
        if name not in known.cohorts:
            return known
        early = replace(known.settings, plan_from=min(known.settings.plan_from, first - LONGER))
        kept = known.cohorts[name].latest_start or latest
        return with_cohort(
            replace(known, settings=early), name, earliest_start=first - LONGER, latest_start=kept
        )

    where = problem.cell("Cohorts", cohort.row, column) if column else _setting(problem, "Plan from")
    ways = ways_of_time.earlier_start(problem, cohort, first, latest)
    yield premise(f"{name} starts on {day(first)} or later", where, Rank.DATES, earlier, ways=ways)

    def later(known: Problem) -> Problem:
        return with_cohort(known, name, latest_start=known.settings.plan_to)

    until = f"by {day(latest)}" if cohort.latest_start else f"on {day(latest)}, as it has no Latest start"
    cell = problem.cell("Cohorts", cohort.row, "Latest start")
    ways = ways_of_time.later_start(problem, cohort, latest)
    yield premise(f"{name} has to start {until}", cell, Rank.DATES, later, ways=ways)
    if len(cohort.start_days) < 7:
        days = listed(_weekday(letter) for letter in sorted(cohort.start_days))
        cell = problem.cell("Cohorts", cohort.row, "Start days")
        yield premise(
            f"{name} starts only on {days}",
            cell,
            Rank.DATES,
            lambda known: with_cohort(known, name, start_days=frozenset(range(7))),
            ways=[ways_of_time.any_start_day(cohort)],
        )


def _starts(problem: Problem, cohort: Cohort) -> list[date]:
    return sorted(
        day
        for name in cohort.patterns
        for day in cohort_start.start_days(
            problem, cohort, class_blocks(problem, cohort, problem.patterns[name])
        )
    )


def _weekday(number: int) -> str:
    return f"{date(2026, 1, 5 + number):%A}s"


def _setting(problem: Problem, key: str) -> str:
    return problem.cell("Settings", problem.settings.rows.get(key, 0), "Value")


def _end(problem: Problem, cohort: Cohort) -> Iterator[Premise]:
    name, last = cohort.id, problem.settings.plan_to

    def longer(known: Problem) -> Problem:
        return replace(known, settings=replace(known.settings, plan_to=last + LONGER))

    yield premise(
        f"the plan ends on {dated(last)}",
        _setting(problem, "Plan to"),
        Rank.ENDS,
        longer,
        wish=(name, f"cannot hold all hours by {dated(last)}", _counted(problem, cohort, last)),
        ways=[ways_of_time.longer_plan(problem)],
    )
    if by := cohort.finish_by:
        cell = problem.cell("Cohorts", cohort.row, "Finish by")
        yield premise(
            f"{name} has to finish by {dated(by)}",
            cell,
            Rank.ENDS,
            lambda known: with_cohort(known, name, finish_by=None),
            wish=(name, f"cannot finish by {dated(by)}", _counted(problem, cohort, by)),
            ways=[ways_of_time.later_finish(cohort, by)],
        )


def _counted(problem: Problem, cohort: Cohort, last: date) -> str:
    """Say how many hours of class time there are up to a date, where that is too little; else nothing."""
    needed = problem.program_of(cohort.id).length
    first = max(cohort.earliest_start, problem.settings.plan_from)
    most = max(
        sum(
            block.length
            for block in class_blocks(problem, cohort, problem.patterns[name])
            if first <= block.date <= last
        )
        for name in cohort.patterns
    )
    if most >= needed or last < first:
        return ""
    return (
        f"of the {length(needed)} of {cohort.id} only {length(most)} have class time "
        f"from {day(first)} to {day(last)}"
    )


def _class_time(problem: Problem, cohort: Cohort) -> Iterator[Premise]:
    name = cohort.id
    times = listed(_pattern_words(problem.patterns[key]) for key in cohort.patterns)
    cell = problem.cell("Cohorts", cohort.row, "Patterns")
    yield premise(
        f"{name} has class {times}",
        cell,
        Rank.PATTERN,
        lambda known: _at_any_time(known, name),
        ways=(*ways_of_time.other_pattern(problem, cohort), *ways_of_time.longer_day(problem, cohort)),
    )
    closed = [one for one in problem.closures if one.concerns(cohort)]
    if closed:

        def opened(known: Problem) -> Problem:
            kept = tuple(one for one in known.closures if not one.concerns(cohort))
            return replace(known, closures=kept)

        short = " and less on its short days" * any(one.until is not None for one in closed)
        cell = problem.cell("Calendar", closed[0].row, "From")
        yield premise(f"{name} has no class on the closed days of Calendar{short}", cell, Rank.DATES, opened)
    yield premise(
        f"{name} may have {cohort.max_idle_days or 'no'} idle day{'s' * (cohort.max_idle_days != 1)}",
        problem.cell("Cohorts", cohort.row, "Max idle days"),
        Rank.DATES,
        lambda known: with_cohort(known, name, max_idle_days=IDLE),
        ways=[ways_of_time.idle_days(cohort)],
    )
    if needed := min_weeks.required(problem, cohort):
        yield premise(
            f"{name} is aided and needs class in {needed} different weeks",
            problem.cell("Programs", problem.program_of(name).row, "Min weeks"),
            Rank.ENDS,
            lambda known: with_cohort(known, name, aided=False),
            wish=(name, f"cannot have class in {needed} different weeks", ""),
            ways=[ways_of_time.fewer_weeks(problem, cohort)],
        )


def _pattern_words(pattern: Pattern) -> str:
    return listed(
        f"{''.join(WEEKDAYS[d] for d in sorted(block.days))} {clock(block.start)} to {clock(block.end)}"
        for block in pattern.blocks
    )


def _at_any_time(problem: Problem, name: CohortId) -> Problem:
    """Let a cohort have class at all the times there are, and some more."""
    others = {
        key: Pattern(
            id=key,
            blocks=(Block(days=frozenset(map(WEEKDAYS.index, days)), start=4 * start, end=4 * end),),
        )
        for days, start, end in OTHER_TIMES
        for key in (PatternId(f"{days} {start} {end}"),)
    }
    patterns = {**problem.patterns, **others}
    return with_cohort(replace(problem, patterns=patterns), name, patterns=tuple(patterns))


def _order(problem: Problem, cohort: Cohort) -> Iterator[Premise]:
    program, name = problem.program_of(cohort.id), cohort.id
    fixed = program.order is Order.FIXED
    if not fixed and not any(module.prerequisites for module in program.modules):
        return

    def free(known: Problem) -> Problem:
        if name not in known.cohorts:
            return known
        modules = tuple(replace(m, prerequisites=()) for m in known.program_of(name).modules)
        return with_program(known, name, order=Order.PREREQUISITES, modules=modules)

    what = "in their fixed order" if fixed else "after their prerequisites"
    cell = problem.cell("Programs", program.row, "Order")
    ways = ways_of_time.any_order(problem, cohort)
    yield premise(f"the modules of {name} come {what}", cell, Rank.ORDER, free, ways=ways)


def _module(problem: Problem, cohort: Cohort, module: Module) -> Iterator[Premise]:
    name, key = cohort.id, module.id
    if module.max_per_day is not None:
        yield premise(
            f"{name} has at most {length(module.max_per_day)} of {key} a day",
            problem.cell("Modules", module.row, "Max hours/day"),
            Rank.LIMITS,
            lambda known: with_module(known, name, key, max_per_day=None),
        )
    if module.min_days > 1:
        yield premise(
            f"{key} needs at least {module.min_days} days",
            problem.cell("Modules", module.row, "Min days"),
            Rank.LIMITS,
            lambda known: with_module(known, name, key, min_days=1),
        )
