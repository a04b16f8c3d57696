"""The generator of timelines: the best way for one cohort, as everybody else leaves it.

Label-setting dynamic programming over sets of finished modules. With no idle time the set gives
the position; a label carries the price so far and the people and rooms of the cohort so far. A
label is dropped if another with the same modules finished at the same place can buy the heads it
lacks and is still no dearer. A beam keeps the most promising labels of each size of set.
"""

from math import inf
from operator import attrgetter

from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Case, Task, Usual
from scheduler.engine.labels import Label, Outlook
from scheduler.engine.lane import Run
from scheduler.engine.laying import TooManyError
from scheduler.engine.placing import Placing
from scheduler.engine.prices import BREACH
from scheduler.engine.staffing import Staffing
from scheduler.engine.timeline import Step, Timeline
from scheduler.engine.trial import CODES_OF_TIME, judged
from scheduler.engine.tuning import Tuning
from scheduler.rules import min_weeks

LABELS_PER_STATE = 6
"""How many labels with the same modules finished at the same place are kept under a beam."""
TIMELINES = 6
"""How many different timelines are told of a pattern."""
LABELS_A_LOOK = 64
"""To compare with so many labels takes about as long as one more look at a placement."""


def _beamed(layer: list[Label], beam: int) -> list[Label]:
    """Give the best labels, and the best one from each start."""
    kept = layer[:beam]
    starts = {label.start for label in kept}
    for label in layer[beam:]:
        if label.start not in starts:
            starts.add(label.start)
            kept.append(label)
    return kept


States = dict[tuple[int, tuple[int, ...], int, int], list[Label]]
"""Labels by the modules finished, the places of the tracks, the days skipped and the weeks with class."""


class Growth:
    """Timelines of one cohort under one pattern."""

    def __init__(self, calendars: Calendars, case: Case, tuning: Tuning, staffing: Staffing) -> None:
        self._case = case
        self._tuning = tuning
        self._model = calendars.model
        self._prices = calendars.model.prices
        self._axis = calendars.model.axis
        self._placing = Placing(case, tuning, staffing)
        self._outlook = Outlook(case, tuning)
        self._looks = 0
        self._weeks: dict[int, int] = {}
        self._aheads: dict[tuple[int, tuple[int, ...], int], tuple[float, bool]] = {}
        self._heads = case.heads_in_all
        self._first = [self._begin(start) for start in case.starts]
        self.least = min((label.rank for label in self._first), default=inf)

    def _begin(self, start: int) -> Label:
        """Give the empty timeline from a start."""
        at, place = (start,) * self._case.tracks, self._case.lane.index(start)
        least, fits = self._outlook.least(0, at, place)
        stay = self._case.stay
        people, rooms = (stay.people, stay.rooms) if stay else (0, 0)
        heads = self._heads(0, people, rooms) if fits else self._case.heads(people, rooms)
        return Label(0, at, 0.0, 0.0, heads, least, people, rooms, start=place)

    def ended(self, cutoff: float, beam: int | None = None) -> list[Label]:
        """Grow labels one module at a time; give the best of those that hold every module."""
        layer = [label for label in self._first if label.rank < cutoff]
        for _ in self._case.tasks:
            states: States = {}
            for label in layer:
                self._extend(label, states, cutoff)
            layer = [label for kept in states.values() for label in kept]
            layer.sort(key=attrgetter("rank"))
            if beam is not None and len(layer) > beam:
                layer = _beamed(layer, beam)
        if self._case.uneven:  # where the rules are asked, which takes long
            layer = layer[: 2 * TIMELINES]
        for label in layer:
            self._close(label)
        return sorted(layer, key=attrgetter("rank"))[:TIMELINES]

    def _close(self, label: Label) -> None:
        """Say what an ended label costs, in search and in the score."""
        soft = (self._prices.unstaffed - self._tuning.unstaffed) * label.missing
        idle_price, day = self._outlook.final(label)
        finish = self._case.finish_prices[day] if day >= 0 else 0.0
        if self._case.uneven:
            label.cost, codes = judged(self._model, self.timeline(label))
            if self._case.stay:  # while it grew it was only guessed what is broken
                label.breaches = tuple(code for code in label.breaches if code not in CODES_OF_TIME)
            label.breaches += tuple(codes - set(label.breaches))
        else:
            label.breaches += self._weeks_short(label)
            heads = self._case.heads(label.people, label.rooms)
            label.cost = label.price + heads + soft + idle_price + finish
        label.value = label.cost - soft - finish + self._outlook.finish(day)
        label.value += self._breach_price(label.breaches)
        label.rank = label.value + label.noise

    def _extend(self, label: Label, states: States, cutoff: float) -> None:
        """Place each module that may come next, in each way, and keep what may still become best."""
        for task in self._case.tasks:
            if not label.done & task.bit and not task.before & ~label.done:
                for run in self._placing.runs(label, task):
                    self._place(label, task, run, states, cutoff)

    def _place(
        self,
        label: Label,
        task: Task,
        placed: tuple[Run, tuple[str, ...]],
        states: States,
        cutoff: float,
    ) -> None:
        run, breach = placed
        done, held = label.done | task.bit, label.held + (0 if task.fixed else run.length)
        at = self._after(label, task, run)
        idle_days = label.idle_days + run.idle_days
        breaches = label.breaches + breach + self._placing.pin_broken(task, run)
        price = label.price + self._prices.unplaced * (task.module.length - run.length)
        if task.usual is not None:
            price += self._moved_price(task.usual, run)
        rest, fits = self._ahead(done, at, label.start + held)
        heads = label.heads if fits else self._case.heads(label.people, label.rooms)
        if price + rest + label.noise + heads + self._breach_price(breaches) >= cutoff:
            return
        weeks = label.weeks | self._weeks_of(run)
        kept = states.setdefault((done, at, idle_days, weeks), [])
        choices = self._placing.choices(label, task, run)
        self._looks += len(choices) * (1 + len(kept) // LABELS_A_LOOK)
        if self._looks > self._tuning.most or (self._tuning.most < inf and self._tuning.ended()):
            raise TooManyError
        for noise, people, rooms in choices:
            paid, chance = price + people.price + rooms.price, label.noise + noise
            broken = breaches + people.breaches + rooms.breaches
            bare = paid + rest + chance + self._breach_price(broken)
            team, places = label.people | people.bits, label.rooms | rooms.bits
            heads = self._heads(done, team, places) if fits else self._case.heads(team, places)
            if bare + heads < cutoff and not self._dominated(kept, bare, team, places):
                missing = label.missing + people.missing + rooms.missing
                grown = Label(
                    done, at, paid, chance, heads, bare, team, places, held, missing,
                    idle_days, broken, label, task, run, (people, rooms), weeks, label.start,
                )  # fmt: skip
                self._keep(kept, grown)

    def _moved_price(self, usual: Usual, run: Run) -> float:
        """Give what it costs to hold a placement at other times than it was, or not at all any more."""
        if self._tuning.relaxed:
            return 0.0
        gone = 0 if run.length else bool(usual.people) + bool(usual.rooms)
        return self._prices.change * ((run.mask != usual.mask) + gone)

    def _ahead(self, done: int, at: tuple[int, ...], used: int) -> tuple[float, bool]:
        """Give what finishing will cost at least, but for heads, and whether all modules still fit."""
        key = (done, at, used)
        found = self._aheads.get(key)
        if found is None:
            least, fits = self._outlook.least(done, at, used)
            least += self._missed_price(done, at, fits=fits) + self._later_price(done, at, fits=fits)
            found = self._aheads[key] = least, fits
        return found

    def _after(self, label: Label, task: Task, run: Run) -> tuple[int, ...]:
        """Give from where each track is free after a run."""
        if task.fixed:
            return label.at
        if not self._case.parallel:
            return (max(label.at[0], run.end),)
        return tuple(max(bit, run.end) if track in task.tracks else bit for track, bit in enumerate(label.at))

    def _weeks_of(self, run: Run) -> int:
        """Give the weeks of a run as bits; nothing where the modules done say how many there are."""
        case = self._case
        if not case.min_weeks or not (case.cohort.max_idle_days or len(case.starts) > 1):
            return 0
        found = self._weeks.get(run.mask)
        if found is None:
            weeks = {self._axis.week[day] for day in self._axis.days_of(run.mask)}
            found = self._weeks[run.mask] = sum(1 << week for week in weeks)
        return found

    def _dominated(self, kept: list[Label], bare: float, people: int, rooms: int) -> bool:
        """Whether a label of the same state can buy the heads it lacks and is still no dearer.

        Compared without the heads, but for those that only the other one has.
        """
        person, room = self._prices.instructor, self._prices.room
        for other in kept:
            if other.bare <= bare:
                more = person * (other.people & ~people).bit_count() if other.people != people else 0.0
                if other.rooms != rooms:
                    more += room * (other.rooms & ~rooms).bit_count()
                if other.bare + more <= bare:
                    return True
        return False

    def _keep(self, kept: list[Label], grown: Label) -> None:
        kept.append(grown)
        if self._tuning.beam is not None and len(kept) > LABELS_PER_STATE:
            kept.sort(key=attrgetter("rank"))
            kept.pop()

    def _breach_price(self, breaches: tuple[str, ...]) -> float:
        """Give what broken rules cost in search: nothing where idle days, left open, might mend them."""
        return BREACH * len(breaches) if breaches and not self._tuning.shifting else 0.0

    def _missed_price(self, done: int, at: tuple[int, ...], *, fits: bool) -> float:
        """Give what it costs that pinned starts have passed, which no idle day can mend.

        Nothing in a bound, or where not all modules fit: one that is left out breaks no pin.
        """
        if self._tuning.relaxed or not fits:
            return 0.0
        left_out = self._prices.unplaced
        return sum(min(BREACH, left_out * task.module.length) for task in self._case.missed(done, at))

    def _later_price(self, done: int, at: tuple[int, ...], *, fits: bool) -> float:
        """Give what it will cost that modules can no longer be when they were; nothing in a bound."""
        if not self._prices.change or self._tuning.relaxed or not fits:
            return 0.0
        return self._prices.change * self._case.moved(done, at)

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
