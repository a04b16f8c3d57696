"""Placing: when a cohort's next module could be held, and by whom."""

from collections.abc import Iterator

from scheduler.domain.ids import ResourceId
from scheduler.engine.case import Case, Task
from scheduler.engine.filling import NOTHING_NEEDED, Choice
from scheduler.engine.labels import Label
from scheduler.engine.lane import Lane, Run
from scheduler.engine.laying import all_skip_sets, lay, skip_sets
from scheduler.engine.staffing import Own, Staffing
from scheduler.engine.tuning import Tuning
from scheduler.rules import idle, one_module_at_a_time, pin


class Placing:
    """The placements that can follow a beginning of a timeline, for one case."""

    def __init__(self, case: Case, tuning: Tuning, staffing: Staffing) -> None:
        self._case = case
        self._tuning = tuning
        self._axis = case.lane.axis
        self._staffing = staffing
        self._skipping: dict[tuple[int, int, int, bool, Own], list[Run]] = {}
        self._wanders = {
            case.lane.index(start): tuning.wandering or case.must_wander(start) for start in case.starts
        }

    def runs(self, label: Label, task: Task) -> Iterator[tuple[Run, tuple[str, ...]]]:
        """Yield when the module could be held next, and the rules of time that this seems to break."""
        if task.fixed:
            yield lay(task.module, task.lane, 0), ()
        elif self._case.stay is None:
            yield from self._free_runs(label, task)
        else:
            for run, breach in self._free_runs(label, task):
                yield self._beside_rows(label, task, run), (*breach, *self._among_rows(label, task, run))

    def _beside_rows(self, label: Label, task: Task, run: Run) -> Run:
        """Give a run that begins and ends with the module: rows of it that stay count too."""
        rows = task.rows
        if not rows:
            return run
        first = (rows & -rows).bit_length() - 1
        begin = min(run.begin, first) if run.length else first
        return Run(run.mask, begin, max(run.end, rows.bit_length()), run.length, run.idle_days)

    def _among_rows(self, label: Label, task: Task, run: Run) -> tuple[str, ...]:
        """Give the code of the rule that is broken if rows that stay come between those of another module."""
        whole = self._beside_rows(label, task, run)
        if not whole.end or not self._case.stay:
            return ()
        inside = (1 << whole.end) - (1 << whole.begin) & self._case.stay.mask & ~task.rows
        begun = any(not other.fixed for other, _, _ in label.steps())
        late = begun and task.rows and whole.begin < max(label.at[track] for track in task.tracks)
        return (one_module_at_a_time.CODE,) if inside or late else ()

    def _free_runs(self, label: Label, task: Task) -> Iterator[tuple[Run, tuple[str, ...]]]:
        """Yield the same as far as what is not fixed goes."""
        at = max(label.at[track] for track in task.tracks)
        lane: Lane = task.lane
        breach: tuple[str, ...] = ()
        if self._case.parallel:
            at, lane, breach = self._among_tracks(label, task, at)
        base = lay(task.module, lane, at)
        yield base, breach
        left = self._case.cohort.max_idle_days - label.idle_days
        if left <= 0 or not base.length or self._tuning.shifting:
            return
        if self._tuning.relaxed:
            for skip in all_skip_sets(base, lane, left, starting=label.parent is None):
                yield lay(task.module, lane, at, skip), breach
        elif self._is_tight(label, task, base):
            for run in self._later(label, task, base, lane):
                yield run, breach

    def _later(self, label: Label, task: Task, base: Run, lane: Lane) -> list[Run]:
        """Give the runs that begin at the same place, or wait there, and skip some days."""
        starting, most = label.parent is None, self._case.cohort.max_idle_days - label.idle_days
        own = self._own(label, task, base)
        key = (task.bit, base.begin, most, starting, own)
        found = None if self._case.uneven else self._skipping.get(key)
        if found is None:
            lacking = self._staffing.lacking(task.people + task.rooms, own)
            skips = skip_sets(task.module, base, lane, lacking, most, starting=starting)
            found = self._skipping[key] = [lay(task.module, lane, base.begin, skip) for skip in skips]
        return found

    def _is_tight(self, label: Label, task: Task, run: Run) -> bool:
        """Whether skipping a day may help: the placement lacks someone, or is pinned to later."""
        if self._wanders[label.start]:
            return True
        choices = self.choices(label, task, run)
        return bool(self.pin_broken(task, run)) or all(
            people.price + rooms.price > 0 for _, people, rooms in choices
        )

    def _among_tracks(self, label: Label, task: Task, at: int) -> tuple[int, Lane, tuple[str, ...]]:
        """Give from where a module can run beside other tracks: after what it needs, in time nobody uses."""
        ends = [run.end for other, run, _ in label.steps() if other.bit & task.before]
        used = sum(run.mask for _, run, _ in label.steps())
        begun = any(set(other.tracks) & set(task.tracks) for other, _, _ in label.steps())
        lane = task.lane.without(used) if used & task.lane.mask else task.lane
        start = max([at, *ends])
        pinned = self._axis.bit_of(task.pin.date, task.pin.start) if task.pin else None
        if pinned is not None and not begun:
            start = max(start, pinned)
        waits = begun and lane.index(start) > lane.index(at)
        return start, lane, (idle.CODE,) if waits else ()

    def choices(self, label: Label, task: Task, run: Run) -> list[Choice]:
        """Give the ways to staff a placement, each with its noise."""
        if not run.length:
            return [(0.0, NOTHING_NEEDED, NOTHING_NEEDED)]
        return self._staffing.choices(task, run.mask, self._own(label, task, run))

    def _own(self, label: Label, task: Task, run: Run) -> Own:
        """Give what the timeline takes already, in the weeks of a run, of those whose hours could run out."""
        risky = run.mask & self._staffing.risky(task)
        if not risky:
            return ()
        since = self._axis.week_start(run.begin)
        own: dict[ResourceId, int] = {}
        past: Label | None = label
        while past and past.run and (past.run.end > since or self._case.uneven):
            for who, mask in past.fills[0].held:
                if late := mask >> since << since:
                    own[who] = own.get(who, 0) | late
            past = past.parent
        return tuple(own.items())

    def pin_broken(self, task: Task, run: Run) -> tuple[str, ...]:
        """Give the code of the rule that a run breaks if the module is pinned to another start."""
        if task.pin is None or task.pin.date is None or not run.length:
            return ()
        when, start = self._axis.moment(run.begin)
        return () if when == task.pin.date and task.pin.start in (None, start) else (pin.CODE,)
