"""Who could hold a placement, seen from one cohort against everybody else's calendars."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from operator import itemgetter, or_

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import ResourceId
from scheduler.engine.budgets import Allowance
from scheduler.engine.calendars import Calendars
from scheduler.engine.case import Candidate, Case, Slot, Task
from scheduler.engine.filling import (
    NOTHING_NEEDED,
    Choice,
    Fill,
    Rates,
    covered,
    helpers,
    price_of,
    teams,
    undominated,
)
from scheduler.engine.prices import Prices
from scheduler.engine.tuning import Tuning
from scheduler.rules import instructor_qualified, pin

MOST_MAINS = 3
"""How many are tried as the main one of those who can hold only a part of a placement.

More of them took time and led to no better schedules.
"""
Own = tuple[tuple[ResourceId, int], ...]
"""The quarters that a timeline takes already of some people."""


@dataclass(frozen=True, slots=True)
class Able:
    """A candidate as a cohort could have them: when they are free, and what is left of their hours."""

    candidate: Candidate
    free: int
    allowance: Allowance | None

    def part(self, mask: int, own: Mapping[ResourceId, int]) -> int:
        """Give the quarters of a placement that they can hold."""
        free = mask & self.free
        return self.allowance.trimmed(free, own.get(self.candidate.who, 0)) if self.allowance else free


class Staffing:
    """The people and rooms that a cohort could have at each quarter, as others leave them."""

    def __init__(self, calendars: Calendars, case: Case, tuning: Tuning) -> None:
        self._calendars = calendars
        self._case = case
        self._tuning = tuning
        self._tolls = tuning.tolls
        self._prices = calendars.model.prices
        self._choices: dict[tuple[int, int, Own], list[Choice]] = {}
        self._risky: dict[int, int] = {}
        self._closed: dict[ResourceId, int] = {}
        self._ables: dict[int, list[Able]] = {}
        self._allowances: dict[ResourceId, Allowance | None] = {}

    def open(self, candidate: Candidate, mask: int, own: int = 0) -> int:
        """Give the quarters that a candidate can hold.

        ``own`` is what the cohort's timeline takes of them already, which their hours a day and a
        week count too.
        """
        free = mask & ~self._closed_of(candidate)
        allowance = self._allowance(candidate.who)
        return allowance.trimmed(free, own) if allowance else free

    def choices(self, task: Task, mask: int, own: Own) -> list[Choice]:
        """Give the ways to staff a placement: a random part of the rank, the people, the rooms.

        ``own`` is what the cohort's timeline takes already of those whose hours could run out.
        """
        found = self._choices.get((task.bit, mask, own))
        if found is None:
            noise, (of_people, of_rooms) = self._tuning.noise, rates_of(self._prices, task)
            people = self._fills(task.people, mask, of_people, dict(own))
            rooms = self._fills(task.rooms, mask, of_rooms, {})
            found = [
                (
                    team.toll + places.toll + (self._tuning.random.random() * noise if noise else 0.0),
                    team,
                    places,
                )
                for team in people
                for places in rooms
            ]
            self._choices[task.bit, mask, own] = found
        return found

    def risky(self, task: Task) -> int:
        """Give the quarters on whose days the hours of a candidate could run out."""
        found = self._risky.get(task.bit)
        if found is None:
            people = {candidate.who for slot in task.people for candidate in slot}
            allowances = map(self._allowance, people)
            found = self._risky[task.bit] = reduce(or_, (a.risky for a in allowances if a), 0)
        return found

    def lacking(self, slots: Iterable[Slot], own: Own) -> Iterator[Callable[[int], int]]:
        """Yield for each candidate what says which quarters of a bit set they cannot hold.

        ``own`` is what the cohort's timeline takes already of those whose hours could run out.
        """
        taken = dict(own)
        for slot in slots:
            for candidate in slot:
                yield partial(self._lacking, candidate, taken.get(candidate.who, 0))

    def _lacking(self, candidate: Candidate, own: int, mask: int) -> int:
        return mask & ~self.open(candidate, mask, own)

    def _fills(
        self, slots: Sequence[Slot], mask: int, rates: Rates, own: Mapping[ResourceId, int]
    ) -> list[Fill]:
        """Give the ways to fill all slots for the quarters of a placement, none of them dominated."""
        if not slots:
            return [NOTHING_NEEDED]
        if len(slots) == 1 and slots[0] and not slots[0][0].pinned:
            return self._fills_of_one(slots[0], mask, rates, own)

        def can(candidate: Candidate, part: int) -> int:
            return self.open(candidate, part, own.get(candidate.who, 0))

        opened = {candidate.who: can(candidate, mask) for slot in slots for candidate in slot}
        found = [
            self._fill(slots, (team, first), mask, can, rates)
            for team in teams(slots, opened, mask, rates.worth)
            for first in helpers(slots, team, mask, can)
        ]
        return undominated(found, rates.head)

    def _fills_of_one(self, slot: Slot, mask: int, rates: Rates, own: Mapping[ResourceId, int]) -> list[Fill]:
        """Do the same for a single place and nobody pinned, as most are."""
        ables, length = self._able(slot), mask.bit_count()
        found: list[Fill] = []
        partly: list[tuple[int, int, Able]] = []
        for able in ables:
            part = able.part(mask, own)
            if part == mask:
                found.append(self._alone(able, mask, length, rates))
            elif part:
                partly.append((part.bit_count(), part, able))
        if found:
            least = length - rates.worth
            partly = [one for one in partly if one[0] > least]
        elif not partly:
            return [self._shared([], length, rates)]
        partly.sort(key=itemgetter(0), reverse=True)
        for _, part, main in partly[:MOST_MAINS]:
            found += self._helped((main, part), mask ^ part, ables, rates, own)
        return undominated(found, rates.head)

    def _alone(self, able: Able, mask: int, length: Quarter, rates: Rates) -> Fill:
        """Give the fill of one place by one who holds it all."""
        candidate = able.candidate
        held = ((candidate.who, mask),)
        price = candidate.price * length
        if rates.usual is not None:
            price += rates.changed(held, 1)
        return Fill(price, candidate.bit, held, 0, (), self.toll(held))

    def _helped(
        self,
        main: tuple[Able, int],
        rest: int,
        ables: Sequence[Able],
        rates: Rates,
        own: Mapping[ResourceId, int],
    ) -> list[Fill]:
        """Give the ways to let others take over what a main one leaves: if possible one all of it."""
        others = [(other.part(rest, own), other) for other in ables if other is not main[0]]
        whole = [other for part, other in others if part == rest]
        if whole:
            return [self._shared([main, (other, rest)], 0, rates) for other in whole]
        held = [main]
        others.sort(key=lambda pair: -pair[0].bit_count())
        for _, other in others:
            if part := other.part(rest, own):
                held.append((other, part))
                rest ^= part
        return [self._shared(held, rest.bit_count(), rates)]

    def _shared(self, held: Sequence[tuple[Able, int]], missing: Quarter, rates: Rates) -> Fill:
        """Give the fill of one place by those who share it, the main one in front."""
        price, bits, most, total = self._tuning.unstaffed * missing, 0, 0, 0
        for able, part in held:
            length = part.bit_count()
            price += able.candidate.price * length
            bits |= able.candidate.bit
            most = max(most, length)
            total += length
        who = tuple((able.candidate.who, part) for able, part in held)
        price += rates.away * (total - most) + rates.changed(who, 1)
        return Fill(price, bits, who, missing, (), self.toll(who))

    def _able(self, slot: Slot) -> list[Able]:
        """Give the candidates that are free for this cohort at all."""
        found = self._ables.get(id(slot))
        if found is None:
            found = self._ables[id(slot)] = []
            for candidate in slot:
                if free := self._case.staffed.mask & ~self._closed_of(candidate):
                    found.append(Able(candidate, free, self._allowance(candidate.who)))
        return found

    def _fill(
        self,
        slots: Sequence[Slot],
        chosen: tuple[Sequence[Candidate | None], Candidate | None],
        mask: int,
        can: Callable[[Candidate, int], int],
        rates: Rates,
    ) -> Fill:
        """Give the fill with the main ones chosen, and the one chosen to help out first."""
        team, first = chosen
        held: dict[ResourceId, int] = {main.who: can(main, mask) for main in team if main}
        missing = 0
        for slot, main in zip(slots, team, strict=True):
            rest = mask & ~(held[main.who] if main else 0)
            if rest:
                rest = covered(slot, rest, can, held, first)
            missing += rest.bit_count()
        who = tuple(held.items())
        price = price_of(slots, who, missing, rates, self._tuning.unstaffed)
        bits = reduce(or_, (self._calendars.model.bits[one] for one in held), 0)
        breaches = tuple(_breaches(slots, mask, held))
        return Fill(price, bits, who, missing, breaches, self.toll(who))

    def toll(self, held: Iterable[tuple[ResourceId, int]]) -> float:
        """Give the toll for quarters of people or rooms."""
        toll = 0.0
        if self._tolls:
            for who, part in held:
                toll += self._tolls.toll(who, part & self._closed_to(who), part)
        return toll

    def _closed_of(self, candidate: Candidate) -> int:
        """Give the quarters that a candidate cannot hold; what others take can be had for a toll."""
        return candidate.blocked if self._tolls else candidate.blocked | self._closed_to(candidate.who)

    def _closed_to(self, who: ResourceId) -> int:
        found = self._closed.get(who)
        if found is None:
            found = self._calendars.closed(who, self._case.cohort)
            if self._tolls:
                allowance = self._calendars.allowance(who, self._case.staffed)
                found |= allowance.risky if allowance else 0
            self._closed[who] = found
        return found

    def _allowance(self, who: ResourceId) -> Allowance | None:
        if who not in self._allowances:
            alone = self._tolls is not None
            self._allowances[who] = self._calendars.allowance(who, self._case.staffed, alone=alone)
        return self._allowances[who]


def rates_of(prices: Prices, task: Task) -> tuple[Rates, Rates]:
    """Give what people and rooms of a module cost."""
    people = Rates(away=prices.cover, head=prices.instructor)
    rooms = Rates(away=prices.move, head=prices.room)
    if task.usual is None:
        return people, rooms
    return (
        replace(people, usual=task.usual.people, change=prices.change),
        replace(rooms, usual=task.usual.rooms, change=prices.change),
    )


def _breaches(slots: Sequence[Slot], mask: int, held: Mapping[ResourceId, int]) -> Iterator[str]:
    """Yield what pins break: someone else helps out, or the qualification has expired."""
    for pinned in (slot[0] for slot in slots if slot and slot[0].pinned):
        part = held.get(pinned.who, 0)
        if part != mask:
            yield pin.CODE
        if part & pinned.expired:
            yield instructor_qualified.CODE
