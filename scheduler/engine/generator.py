"""The generator of timelines: the best way for one cohort, as everybody else leaves it.

Label-setting dynamic programming over sets of finished modules. With no idle time the set gives
the position; a label carries the price so far and the people and rooms of the cohort so far. A
label is dropped if another with the same modules finished at the same place can buy the heads it
lacks and is still no dearer. A beam keeps the most promising labels of each size of set.
"""

from collections.abc import Iterator
from operator import attrgetter

from scheduler.domain.ids import ResourceId
from scheduler.engine.axis import Lane, Run
from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Case, Task
from scheduler.engine.filling import NOTHING_NEEDED, Fill
from scheduler.engine.labels import Label, Outlook
from scheduler.engine.laying import TooManyError, all_skip_sets, lay, skip_sets
from scheduler.engine.prices import BREACH
from scheduler.engine.staffing import Staffing
from scheduler.engine.timeline import Step, Timeline
from scheduler.engine.trial import judged
from scheduler.engine.tuning import Tuning
from scheduler.rules import idle, min_weeks, pin

LABELS_PER_STATE = 6
"""How many labels with the same modules finished at the same place are kept under a beam."""
TIMELINES_PER_START = 3
"""How many different timelines are told of each start."""


States = dict[tuple[int, tuple[int, ...], int, int], list[Label]]
"""Labels by the modules finished, the places of the tracks, the days skipped and the weeks with class."""


class Growth:
    """Timelines of one cohort under one pattern from one start."""

    def __init__(
        self, calendars: Calendars, case: Case, start: int, tuning: Tuning, staffing: Staffing
    ) -> None:
        self._case = case
        self._tuning = tuning
        self._model = calendars.model
        self._prices = calendars.model.prices
        self._axis = calendars.model.axis
        self._staffing = staffing
        self._outlook = Outlook(case, start, tuning)
        at = (start,) * case.tracks
        least, fits = self._outlook.least(0, at, 0)
        self.least = least + (case.heads_needed(0, 0, 0) if fits else 0.0)
        self._wanders = tuning.wandering or case.must_wander(start)
        self._looks = 0
        self._first = Label(0, at, 0.0, 0.0, self.least, self.least)

    def ended(self, cutoff: float) -> list[Label]:
        """Grow labels one module at a time; give the best of those that hold every module."""
        layer = [self._first]
        for _ in self._case.tasks:
            states: States = {}
            for label in layer:
                self._extend(label, states, cutoff)
            layer = [label for kept in states.values() for label in kept]
            if self._tuning.beam is not None and len(layer) > self._tuning.beam:
                layer = sorted(layer, key=attrgetter("rank"))[: self._tuning.beam]
        best = sorted(layer, key=attrgetter("rank"))
        if self._case.parallel:  # where the rules are asked, which takes long
            best = best[: 2 * TIMELINES_PER_START]
        for label in best:
            self._close(label)
        return sorted(best, key=attrgetter("rank"))[:TIMELINES_PER_START]

    def _close(self, label: Label) -> None:
        """Say what an ended label costs, in search and in the score."""
        soft = (self._prices.unstaffed - self._tuning.unstaffed) * label.missing
        idle_price, day = self._outlook.final(label)
        if self._case.parallel:
            label.cost, codes = judged(self._model, self.timeline(label))
            label.breaches += tuple(codes - set(label.breaches))
            finish = 0.0
        else:
            label.breaches += self._weeks_short(label)
            finish = self._case.finish_prices[day] if day >= 0 else 0.0
            label.cost = label.price + soft + idle_price + finish
        label.value = label.cost - soft - finish + self._outlook.finish(day)
        label.value += self._breach_price(label.breaches)
        label.rank = label.value + label.noise

    def _extend(self, label: Label, states: States, cutoff: float) -> None:
        """Place each module that may come next, in each way, and keep what may still become best."""
        for task in self._case.tasks:
            if not label.done & task.bit and not task.before & ~label.done:
                for run in self._runs(label, task):
                    self._place(label, task, run, states, cutoff)

    def _place(
        self,
        label: Label,
        task: Task,
        placed: tuple[Run, tuple[str, ...]],
        states: States,
        cutoff: float,
    ) -> None:
        case, (run, breach) = self._case, placed
        done, held = label.done | task.bit, label.held + run.length
        at = tuple(max(bit, run.end) if track in task.tracks else bit for track, bit in enumerate(label.at))
        idle_days = label.idle_days + run.idle_days
        breaches = label.breaches + breach + self._pin_broken(task, run)
        price = label.price + self._prices.unplaced * (task.module.length - run.length)
        price -= case.heads(label.people, label.rooms)
        least, fits = self._outlook.least(done, at, held)
        rest = least + self._breach_price(breaches) + self._missed_price(done, at)
        if price + rest + label.noise >= cutoff:
            return
        weeks = label.weeks | self._weeks_of(run)
        kept = states.setdefault((done, at, idle_days, weeks), [])
        choices = self._choices(label, task, run)
        self._looks += len(choices)
        if self._looks > self._tuning.most:
            raise TooManyError
        for noise, people, rooms in choices:
            team, places = label.people | people.bits, label.rooms | rooms.bits
            paid = price + people.price + rooms.price + case.heads(team, places)
            broken = breaches + people.breaches + rooms.breaches
            value = paid + rest + (case.heads_needed(done, team, places) if fits else 0.0)
            value += self._breach_price(broken) - self._breach_price(breaches)
            rank = value + label.noise + noise
            bare = (
                paid + rest + label.noise + noise + self._breach_price(broken) - self._breach_price(breaches)
            )
            if rank < cutoff and not self._dominated(kept, bare, team, places):
                missing = label.missing + people.missing + rooms.missing
                grown = Label(
                    done, at, paid, label.noise + noise, value, rank, team, places, held, missing,
                    idle_days, broken, label, task, run, (people, rooms), bare, 0.0, weeks,
                )  # fmt: skip
                self._keep(kept, grown)

    def _weeks_of(self, run: Run) -> int:
        """Give the weeks of a run as bits; nothing where their number does not depend on idle days."""
        if not (self._case.min_weeks and self._case.cohort.max_idle_days):
            return 0
        weeks = {self._axis.week[day] for day in self._axis.days_of(run.mask)}
        return sum(1 << week for week in weeks)

    def _dominated(self, kept: list[Label], bare: float, people: int, rooms: int) -> bool:
        """Whether a label of the same state can buy the heads it lacks and is still no dearer.

        Compared without the heads still needed, which depend on those had already.
        """
        person, room = self._prices.instructor, self._prices.room
        return any(
            other.bare <= bare
            and other.bare
            + person * (people & ~other.people).bit_count()
            + room * (rooms & ~other.rooms).bit_count()
            <= bare
            for other in kept
        )

    def _keep(self, kept: list[Label], grown: Label) -> None:
        kept.append(grown)
        if self._tuning.beam is not None and len(kept) > LABELS_PER_STATE:
            kept.sort(key=attrgetter("rank"))
            kept.pop()

    def _runs(self, label: Label, task: Task) -> Iterator[tuple[Run, tuple[str, ...]]]:
        """Yield when the module could be held next, and whether class time is missed against the rule."""
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
            blocked = self._staffing.blocked(task.people + task.rooms, base.mask)
            for skip in skip_sets(base, lane, blocked, left, starting=label.parent is None):
                yield lay(task.module, lane, at, skip), breach

    def _is_tight(self, label: Label, task: Task, run: Run) -> bool:
        """Whether skipping a day may help: the placement lacks someone, or is pinned to later."""
        if self._wanders:
            return True
        choices = self._choices(label, task, run)
        return bool(self._pin_broken(task, run)) or all(
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

    def _choices(self, label: Label, task: Task, run: Run) -> list[tuple[float, Fill, Fill]]:
        """Give the ways to staff a placement, each with its noise."""
        if not run.length:
            return [(0.0, NOTHING_NEEDED, NOTHING_NEEDED)]
        return self._staffing.choices(task, run.mask, self._own(label, task, run))

    def _own(self, label: Label, task: Task, run: Run) -> dict[ResourceId, int]:
        """Give what the timeline takes already of those whose hours could run out."""
        own: dict[ResourceId, int] = {}
        if run.mask & self._staffing.risky(task):
            for _, _, (people, _) in label.steps():
                for who, mask in people.held:
                    own[who] = own.get(who, 0) | mask
        return own

    def _breach_price(self, breaches: tuple[str, ...]) -> float:
        """Give what broken rules cost in search: nothing where idle days, left open, might mend them."""
        return 0.0 if self._tuning.shifting else BREACH * len(breaches)

    def _missed_price(self, done: int, at: tuple[int, ...]) -> float:
        """Give what it costs that pinned starts have passed; by then no idle day can mend it."""
        return BREACH * self._case.missed(done, at)

    def _pin_broken(self, task: Task, run: Run) -> tuple[str, ...]:
        if task.pin is None or task.pin.date is None or not run.length:
            return ()
        when, start = self._axis.moment(run.begin)
        return () if when == task.pin.date and task.pin.start in (None, start) else (pin.CODE,)

    def _weeks_short(self, label: Label) -> tuple[str, ...]:
        required = self._case.min_weeks
        if not required:
            return ()
        mask = sum(run.mask for _, run, _ in label.steps())
        held = min_weeks.weeks(self._axis.days[day] for day in self._axis.days_of(mask))
        return (min_weeks.CODE,) if held < required else ()

    def timeline(self, label: Label) -> Timeline:
        """Give the timeline that an ended label stands for, at the true prices."""
        return Timeline(
            cohort=self._case.cohort.id,
            pattern=self._case.pattern.id,
            steps=tuple(
                Step(task.module.id, run.mask, people.held, rooms.held)
                for task, run, (people, rooms) in label.steps()
                if run.length
            ),
            cost=label.cost,
            missing=label.missing,
            finish=self._outlook.final(label)[1],
            breaches=label.breaches,
        )
