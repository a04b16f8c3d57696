"""Class time: the dated blocks in which a cohort can have class under a pattern."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain.availability import FREE, stretch
from scheduler.domain.clock import Quarter, dates
from scheduler.domain.ids import PatternId
from scheduler.domain.problem import Cohort, Module, Pattern, Problem
from scheduler.domain.schedule import Schedule, Session, beginning, ending


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ClassBlock:
    """One dated stretch of class time; quarters since midnight, end excluded."""

    date: date
    start: Quarter
    end: Quarter
    track: str = ""

    @property
    def length(self) -> Quarter:
        """How long it lasts, in quarters."""
        return self.end - self.start

    def serves(self, module: Module) -> bool:
        """Whether the module may be held in it: its own track's time, or nobody's, or it has none."""
        return not self.track or not module.track or module.track == self.track


def class_blocks(problem: Problem, cohort: Cohort, pattern: Pattern) -> tuple[ClassBlock, ...]:
    """Give a cohort's class time from Plan from to Plan to, in the order of time.

    Closed days are left out; on a short day class ends at the hour the calendar says, the
    earliest if it says several.
    """
    found = problem.class_time.get((cohort, pattern))
    if found is None:
        found = problem.class_time[cohort, pattern] = _class_blocks(problem, cohort, pattern)
    return found


def _class_blocks(problem: Problem, cohort: Cohort, pattern: Pattern) -> tuple[ClassBlock, ...]:
    ends = _day_ends(problem, cohort)
    settings = problem.settings
    found = [
        ClassBlock(date=when, start=block.start, end=end, track=block.track)
        for when in dates(settings.plan_from, settings.plan_to)
        for block in pattern.blocks
        if when.weekday() in block.days and (end := min(block.end, ends.get(when, block.end))) > block.start
    ]
    return tuple(sorted(found))


def _day_ends(problem: Problem, cohort: Cohort) -> dict[date, Quarter]:
    """Give the hour at which class ends on each day that is not an ordinary one; 0 if closed."""
    settings = problem.settings
    ends: dict[date, Quarter] = {}
    for closure in problem.closures:
        if closure.concerns(cohort):
            first, last = max(closure.first, settings.plan_from), min(closure.last, settings.plan_to)
            for when in dates(first, last):
                ends[when] = min(closure.until or 0, ends.get(when, 96))
    return ends


def quarters_by_day(parts: Iterable[ClassBlock | Session]) -> dict[date, int]:
    """Give the quarters that blocks or sessions take on each day, as bit sets (bit *q* begins at *q*)."""
    found: dict[date, int] = {}
    for part in parts:
        found[part.date] = found.get(part.date, FREE) | stretch(part.start, part.end)
    return found


def between(blocks: Iterable[ClassBlock], sessions: Iterable[Session]) -> Iterator[ClassBlock]:
    """Yield the class time from the start of the first session to the end of the last; none without."""
    rows = tuple(sessions)
    if not rows:
        return
    first, last = min(map(beginning, rows)), max(map(ending, rows))
    for block in blocks:
        if first[0] <= block.date <= last[0]:
            start = max(block.start, first[1]) if block.date == first[0] else block.start
            end = min(block.end, last[1]) if block.date == last[0] else block.end
            if start < end:
                yield replace(block, start=start, end=end)


def missed(blocks: Iterable[ClassBlock], sessions: Iterable[Session]) -> Quarter:
    """Count the quarters of class time that no session uses.

    Both belong to one cohort; only the blocks given count, so the caller chooses the stretch.
    """
    used = quarters_by_day(sessions)
    return sum(
        (stretch(block.start, block.end) & ~used.get(block.date, FREE)).bit_count() for block in blocks
    )


def fitting_pattern(problem: Problem, cohort: Cohort, sessions: Iterable[Session]) -> PatternId:
    """Give the pattern a cohort's sessions follow, where nobody wrote it down.

    It is the one of the cohort's patterns that leaves the fewest quarters outside its class
    time, then misses the least class time between the first and the last session, then is
    named first.
    """
    rows = tuple(sessions)

    def misfit(pattern: PatternId) -> tuple[int, int]:
        blocks = class_blocks(problem, cohort, problem.patterns[pattern])
        between = [b for b in blocks if rows and rows[0].date <= b.date <= rows[-1].date]
        inside = sum(block.length for block in between) - missed(between, rows)
        return (sum(row.length for row in rows) - inside, missed(between, rows))

    return min(cohort.patterns, key=misfit)


def chosen_pattern(problem: Problem, schedule: Schedule, cohort: Cohort) -> Pattern:
    """Give the pattern chosen for a cohort: the one written down, else the one its sessions follow."""
    written = schedule.patterns.get(cohort.id)
    if written is not None and written in problem.patterns:
        return problem.patterns[written]
    return problem.patterns[fitting_pattern(problem, cohort, schedule.by_cohort.get(cohort.id, ()))]


def with_patterns(problem: Problem, schedule: Schedule) -> Schedule:
    """Write down the pattern chosen for every cohort, so that nobody has to look for it again."""
    if all(schedule.patterns.get(cohort) in problem.patterns for cohort in problem.cohorts):
        return schedule
    found = {c.id: chosen_pattern(problem, schedule, c).id for c in problem.cohorts.values()}
    return replace(schedule, patterns=found)
