"""Who could hold a placement, seen from one cohort against everybody else's calendars."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from math import inf
from operator import or_

from scheduler.domain.ids import ResourceId
from scheduler.engine.calendars import Budget, Calendars
from scheduler.engine.case import Candidate, Case, Slot, Task
from scheduler.engine.filling import NOTHING_NEEDED, Choice, Fill, covered, helpers, teams, undominated
from scheduler.engine.tuning import Tuning
from scheduler.rules import instructor_qualified, pin


class Staffing:
    """The people and rooms that a cohort could have at each quarter, as others leave them."""

    def __init__(self, calendars: Calendars, case: Case, tuning: Tuning) -> None:
        self._calendars = calendars
        self._case = case
        self._tuning = tuning
        self._tolls = tuning.tolls
        self._prices = calendars.model.prices
        self._choices: dict[tuple[int, int], list[Choice]] = {}
        self._risky: dict[int, int] = {}
        self._closed: dict[ResourceId, int] = {}
        self._budgets: dict[ResourceId, Budget | None] = {}

    def open(self, candidate: Candidate, mask: int, own: int = 0) -> int:
        """Give the quarters that a candidate can hold.

        ``own`` is what the cohort's timeline takes of them already, which their hours a day and a
        week count too.
        """
        closed = candidate.blocked
        if not self._tolls:
            closed |= self._closed_to(candidate.who)
        free = mask & ~closed
        budget = self._budget(candidate.who)
        if budget and free & budget.risky:
            budget = budget.copy()
            budget.take(own & budget.risky)
            free = budget.trimmed(free)
        return free

    def choices(self, task: Task, mask: int, own: Mapping[ResourceId, int]) -> list[Choice]:
        """Give the ways to staff a placement: a random part of the rank, the people, the rooms.

        ``own`` is what the cohort's timeline takes already of those whose hours could run out.
        """
        found = None if own else self._choices.get((task.bit, mask))
        if found is None:
            prices, noise = self._prices, self._tuning.noise
            people = self._fills(task.people, mask, prices.cover, prices.instructor, own)
            rooms = self._fills(task.rooms, mask, prices.move, prices.room, own)
            found = [
                (
                    team.toll + places.toll + (self._tuning.random.random() * noise if noise else 0.0),
                    team,
                    places,
                )
                for team in people
                for places in rooms
            ]
            if not own:
                self._choices[task.bit, mask] = found
        return found

    def risky(self, task: Task) -> int:
        """Give the quarters on whose days the hours of a candidate could run out."""
        found = self._risky.get(task.bit)
        if found is None:
            budgets = (self._budget(candidate.who) for slot in task.people for candidate in slot)
            found = self._risky[task.bit] = reduce(or_, (b.risky for b in budgets if b), 0)
        return found

    def blocked(self, slots: Iterable[Slot], mask: int) -> list[int]:
        """Give for each candidate the quarters of a placement that they cannot hold."""
        return [mask & ~self.open(candidate, mask) for slot in slots for candidate in slot]

    def _fills(
        self, slots: Sequence[Slot], mask: int, away: float, head: float, own: Mapping[ResourceId, int]
    ) -> list[Fill]:
        """Give the ways to fill all slots for the quarters of a placement, none of them dominated.

        Parameters
        ----------
        away
            The price of a quarter held by someone (in a room) other than the main one.
        head
            The price of one more instructor or room of the cohort.
        """
        if not slots:
            return [NOTHING_NEEDED]

        def can(candidate: Candidate, part: int) -> int:
            return self.open(candidate, part, own.get(candidate.who, 0))

        opened = {candidate.who: can(candidate, mask) for slot in slots for candidate in slot}
        found = [
            self._fill(slots, (team, first), mask, can, away)
            for team in teams(slots, opened, mask, head / away if away else inf)
            for first in helpers(slots, team, mask, can)
        ]
        return undominated(found, head)

    def _fill(
        self,
        slots: Sequence[Slot],
        chosen: tuple[Sequence[Candidate | None], Candidate | None],
        mask: int,
        can: Callable[[Candidate, int], int],
        away: float,
    ) -> Fill:
        """Give the fill with the main ones chosen, and the one chosen to help out first."""
        team, first = chosen
        held: dict[ResourceId, int] = {main.who: can(main, mask) for main in team if main}
        rates = {candidate.who: candidate for slot in slots for candidate in slot}
        missing = 0
        for slot, main in zip(slots, team, strict=True):
            rest = mask & ~(held[main.who] if main else 0)
            if rest:
                rest = covered(slot, rest, can, held, first)
            missing += rest.bit_count()
        lengths = sorted((part.bit_count() for part in held.values()), reverse=True)
        price = (
            away * sum(lengths[len(slots) :])
            + self._tuning.unstaffed * missing
            + sum(rates[who].price * part.bit_count() for who, part in held.items())
        )
        bits = 0
        for who in held:
            bits |= rates[who].bit
        breaches = tuple(_breaches(slots, mask, held))
        return Fill(price, bits, tuple(held.items()), missing, breaches, self._toll(held))

    def _toll(self, held: Mapping[ResourceId, int]) -> float:
        if self._tolls is None:
            return 0.0
        tolls = (self._tolls.toll(who, part & self._closed_to(who), part) for who, part in held.items())
        return sum(tolls)

    def _closed_to(self, who: ResourceId) -> int:
        found = self._closed.get(who)
        if found is None:
            found = self._calendars.closed(who, self._case.cohort)
            if self._tolls:
                budget = self._calendars.budget(who, self._case.lane)
                found |= budget.risky if budget else 0
            self._closed[who] = found
        return found

    def _budget(self, who: ResourceId) -> Budget | None:
        if who not in self._budgets:
            alone = self._tolls is not None
            self._budgets[who] = self._calendars.budget(who, self._case.lane, alone=alone)
        return self._budgets[who]


def _breaches(slots: Sequence[Slot], mask: int, held: Mapping[ResourceId, int]) -> Iterator[str]:
    """Yield what pins break: someone else helps out, or the qualification has expired."""
    for pinned in (slot[0] for slot in slots if slot and slot[0].pinned):
        part = held.get(pinned.who, 0)
        if part != mask:
            yield pin.CODE
        if part & pinned.expired:
            yield instructor_qualified.CODE
