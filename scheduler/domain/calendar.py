"""Class time: the dated blocks in which a cohort can have class under a pattern."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scheduler.domain.clock import Quarter, dates
from scheduler.domain.ids import PatternId
from scheduler.domain.problem import Cohort, Module, Pattern, Problem
from scheduler.domain.schedule import Session


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


def missed(blocks: Iterable[ClassBlock], sessions: Iterable[Session]) -> Quarter:
    """Count the quarters of class time that no session uses.

    Both belong to one cohort; only the blocks given count, so the caller chooses the stretch.
    """
    held: dict[date, list[Session]] = {}
    for session in sessions:
        held.setdefault(session.date, []).append(session)
    return sum(block.length - _used(block, held.get(block.date, ())) for block in blocks)


def _used(block: ClassBlock, sessions: Iterable[Session]) -> Quarter:
    taken = {
        quarter
        for session in sessions
        for quarter in range(max(session.start, block.start), min(session.end, block.end))
    }
    return len(taken)


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
