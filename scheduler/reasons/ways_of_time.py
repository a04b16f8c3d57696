"""Ways out that give a cohort other dates or other class time."""

from collections.abc import Iterator
from datetime import date, timedelta

from scheduler.domain.calendar import chosen_pattern, class_blocks
from scheduler.domain.clock import clock
from scheduler.domain.problem import Cohort, Order, Problem
from scheduler.domain.scenario import Cell
from scheduler.domain.schedule import Schedule
from scheduler.reasons.ways import Effort, Settled, Way, certain, typed
from scheduler.rules import min_weeks
from scheduler.rules.wording import dated

EARLIER = (2, 6)
"""How many weeks earlier a cohort may start, in a trial."""
LONGER = timedelta(days=366)
"""How much longer the plan may be, in a trial."""
IDLE = 20
"""How many idle days a cohort may have, in a trial."""
FRIDAY = 4


def earlier_start(problem: Problem, cohort: Cohort, first: date, latest: date) -> Iterator[Way]:
    """Yield that a cohort starts some weeks earlier, within the plan."""
    for weeks in EARLIER:
        start = first - timedelta(weeks=weeks)
        if start >= problem.settings.plan_from:
            cells = [_of(cohort, "Earliest start", f"{start}")]
            if cohort.latest_start is None:
                cells.append(_of(cohort, "Latest start", f"{latest}"))
            by = f", by {dated(latest)}" * (cohort.latest_start is None)
            yield certain(Effort.DATES, f"let {cohort.id} start on {dated(start)} or later{by}", *cells)


def later_start(problem: Problem, cohort: Cohort, latest: date) -> Iterator[Way]:
    """Yield that a cohort starts later, as late as need be."""

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        start = schedule.by_cohort[cohort.id][0].date if cohort.id in schedule.by_cohort else latest
        cell = _of(cohort, "Latest start", f"{start}")
        what = f"let {cohort.id} start on {dated(start)}"
        return Settled(what=what, cells=(cell,)) if start > latest else None

    loose = _of(cohort, "Latest start", f"{problem.settings.plan_to}")
    yield Way(effort=Effort.DATES, cells=(loose,), settle=settle)


def any_start_day(cohort: Cohort) -> Way:
    """Give that a cohort starts on any day of the week."""
    return certain(
        Effort.DATES, f"let {cohort.id} start on any day of the week", _of(cohort, "Start days", "")
    )


def longer_plan(problem: Problem) -> Way:
    """Give that the plan ends later, as late as need be."""

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        last = _friday(max((s.date for s in schedule.sessions), default=problem.settings.plan_to))
        what = f"let the plan end on {dated(last)}"
        found = Settled(what=what, cells=(_setting(problem, "Plan to", last),))
        return found if last > problem.settings.plan_to else None

    loose = _setting(problem, "Plan to", problem.settings.plan_to + LONGER)
    return Way(effort=Effort.DATES, cells=(loose,), settle=settle)


def later_finish(cohort: Cohort, by: date) -> Way:
    """Give that a cohort finishes later, as late as need be."""

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        last = _friday(max((s.date for s in schedule.by_cohort.get(cohort.id, ())), default=by))
        found = Settled(
            what=f"let {cohort.id} finish by {dated(last)}", cells=(_of(cohort, "Finish by", f"{last}"),)
        )
        return found if last > by else None

    return Way(effort=Effort.DATES, cells=(_of(cohort, "Finish by", ""),), settle=settle)


def other_pattern(problem: Problem, cohort: Cohort) -> Iterator[Way]:
    """Yield that a cohort has class by another pattern, if there are others."""
    others = [name for name in problem.patterns if name not in cohort.patterns]

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        chosen = schedule.patterns.get(cohort.id)
        if chosen is None or chosen in cohort.patterns:
            return None
        cell = _of(cohort, "Patterns", ", ".join((*cohort.patterns, chosen)))
        return Settled(what=f"let {cohort.id} have class by the pattern {chosen}", cells=(cell,))

    if others:
        loose = _of(cohort, "Patterns", ", ".join((*cohort.patterns, *others)))
        yield Way(effort=Effort.DATES, cells=(loose,), settle=settle)


def longer_day(problem: Problem, cohort: Cohort) -> Iterator[Way]:
    """Yield that class lasts an hour longer on the days of a pattern of a cohort."""
    for name in cohort.patterns:
        block = max(problem.patterns[name].blocks, key=lambda one: one.end)
        if block.row and block.end + 4 <= 92:
            cell = Cell(sheet="Patterns", row=block.row, column="End", value=typed(block.end + 4))
            what = f"let class by the pattern {name} last until {clock(block.end + 4)}"
            yield certain(Effort.HOURS, what, cell)


def idle_days(cohort: Cohort) -> Way:
    """Give that a cohort has idle days, as many as need be."""

    def settle(problem: Problem, schedule: Schedule) -> Settled | None:
        held = {session.date for session in schedule.by_cohort.get(cohort.id, ())}
        if not held:
            return None
        pattern = chosen_pattern(problem, schedule, cohort)
        days = {block.date for block in class_blocks(problem, cohort, pattern)}
        idle = len([when for when in days - held if min(held) < when < max(held)])
        cell = _of(cohort, "Max idle days", f"{idle}")
        what = f"let {cohort.id} have {idle} idle day{'s' * (idle != 1)}"
        return Settled(what=what, cells=(cell,)) if idle > cohort.max_idle_days else None

    return Way(effort=Effort.DATES, cells=(_of(cohort, "Max idle days", f"{IDLE}"),), settle=settle)


def fewer_weeks(problem: Problem, cohort: Cohort) -> Way:
    """Give that a program needs class in fewer weeks."""
    program = problem.program_of(cohort.id)

    def cell(weeks: int) -> Cell:
        return Cell(sheet="Programs", row=program.row, column="Min weeks", value=f"{weeks}")

    def settle(_problem: Problem, schedule: Schedule) -> Settled | None:
        weeks = min_weeks.weeks(s.date for s in schedule.by_cohort.get(cohort.id, ()))
        what = f"let {program.id} need class in {weeks} week{'s' * (weeks != 1)} only"
        return Settled(what=what, cells=(cell(weeks),)) if 0 < weeks < program.min_weeks else None

    return Way(effort=Effort.RULE, cells=(cell(1),), settle=settle)


def any_order(problem: Problem, cohort: Cohort) -> Iterator[Way]:
    """Yield that the modules of a program come in any order that their prerequisites let them."""
    program = problem.program_of(cohort.id)
    if program.order is Order.FIXED:
        cell = Cell(sheet="Programs", row=program.row, column="Order", value=Order.PREREQUISITES.value)
        yield certain(Effort.RULE, f"let only prerequisites say the order of {program.id}", cell)


def _of(cohort: Cohort, column: str, value: str) -> Cell:
    return Cell(sheet="Cohorts", row=cohort.row, column=column, value=value)


def _setting(problem: Problem, key: str, value: date) -> Cell:
    return Cell(sheet="Settings", row=problem.settings.rows.get(key, 0), column="Value", value=f"{value}")


def _friday(when: date) -> date:
    """Give the Friday of a date's week, or the date itself on a weekend."""
    return when + timedelta(days=max(0, FRIDAY - when.weekday()))
