"""The timeline's bars: which module a cohort is in on which column, side by side where tracks run at once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from scheduler.domain.clock import Quarter, dates, monday
from scheduler.domain.ids import CohortId, ModuleId
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.writing.wording import is_missing

FINEST = 300
"""With more day columns than this a column is a week."""

FEWEST = timedelta(weeks=7)
"""A short plan is drawn on eight weeks, so that its columns and the legend below keep their shape."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The columns of the timeline: the first day of each, a day or a week long."""

    starts: Sequence[date]
    weekly: bool

    def column(self, when: date) -> int:
        """Give the column a date falls in (a weekend without class falls in the Friday before)."""
        wanted = monday(when) if self.weekly else when
        return max(index for index, start in enumerate(self.starts) if start <= wanted)


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A module's stretch of columns, both ends included, and those in which somebody or a room is missing."""

    module: ModuleId
    first: int
    last: int
    missing: frozenset[int] = frozenset()


def scale(schedule: Schedule) -> Scale:
    """Choose the columns: every weekday on which there is ever class, or weeks if that is too many."""
    used = {session.date.weekday() for session in schedule.sessions} | set(range(5))
    when = [session.date for session in schedule.sessions]
    first = monday(min(when))
    last = max(monday(max(when)), first + FEWEST) + timedelta(days=max(used))
    days = [day for day in dates(first, last) if day.weekday() in used]
    if len(days) <= FINEST:
        return Scale(starts=days, weekly=False)
    return Scale(starts=[day for day in dates(first, last) if day.weekday() == 0], weekly=True)


def lanes(problem: Problem, schedule: Schedule, cohort: CohortId, scale: Scale) -> list[list[Bar]]:
    """Give a cohort's bars, in as many lanes as modules run side by side."""
    return [_bars(problem, group, scale) for group in _side_by_side(schedule, cohort)]


def _side_by_side(schedule: Schedule, cohort: CohortId) -> list[list[Session]]:
    """Deal the cohort's modules to lanes, so that in each lane one ends before the next begins."""
    modules = [rows for (owner, _), rows in schedule.by_placement.items() if owner == cohort]
    found: list[list[Session]] = []
    for rows in sorted(modules, key=lambda rows: _moment(rows[0])):
        lane = next((lane for lane in found if _moment(lane[-1]) < _moment(rows[0])), None)
        if lane is None:
            found.append(list(rows))
        else:
            lane.extend(rows)
    return found


def _moment(session: Session) -> tuple[date, Quarter]:
    return (session.date, session.start)


def _bars(problem: Problem, lane: Sequence[Session], scale: Scale) -> list[Bar]:
    """Give each column to the module that has most of it, and fill what lies within a module."""
    held: dict[int, Counter[ModuleId]] = {}
    for session in lane:
        held.setdefault(scale.column(session.date), Counter())[session.module] += session.length
    owners = {column: counter.most_common(1)[0][0] for column, counter in sorted(held.items())}
    missing = {scale.column(session.date) for session in lane if is_missing(problem, session)}
    return [_bar(module, [column for column, _ in group], missing) for module, group in _runs(owners)]


def _runs(owners: Mapping[int, ModuleId]) -> list[tuple[ModuleId, list[tuple[int, ModuleId]]]]:
    return [(module, list(group)) for module, group in groupby(owners.items(), key=lambda item: item[1])]


def _bar(module: ModuleId, columns: Sequence[int], missing: set[int]) -> Bar:
    return Bar(
        module=module, first=columns[0], last=columns[-1], missing=frozenset(missing.intersection(columns))
    )
