"""Staffing at the least it can cost, for bounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import inf
from operator import or_

from scheduler.domain.clock import Quarter
from scheduler.domain.ids import ResourceId
from scheduler.engine.case import Candidate, Slot
from scheduler.engine.filling import NOTHING_NEEDED, Fill, Rates, teams, undominated
from scheduler.engine.staffing import Staffing


class LeastStaffing(Staffing):
    """Prices a placement at the least that it can cost with each choice of main ones.

    Whoever helps out is counted as one head at most, whatever the quarters; where idle days are left
    open (`Tuning.shifting`), the placement is taken to be where most of it can be held. Changes cost
    nothing here.
    """

    def _fills(
        self, slots: Sequence[Slot], mask: int, rates: Rates, own: Mapping[ResourceId, int]
    ) -> list[Fill]:
        if not slots:
            return [NOTHING_NEEDED]
        window = self._window(mask) if self._tuning.shifting else mask
        opened = {c.who: self.open(c, window, own.get(c.who, 0)) for slot in slots for c in slot}
        there = {c.who: window & ~c.blocked for slot in slots for c in slot}
        away = min(rates.away, self._tuning.unstaffed)
        found: list[Fill] = []
        for team in teams(slots, opened, window, inf, most=None):
            shares = [
                self._share(slot, main, mask, opened, there) for slot, main in zip(slots, team, strict=True)
            ]
            price = sum(share.price(self._tuning.unstaffed, away) for share in shares)
            bits = reduce(or_, (main.bit for main in team if main), 0)
            if len(slots) == 1 and shares[0].helped:
                unhelped = shares[0].price(self._tuning.unstaffed, self._tuning.unstaffed)
                found.append(Fill(unhelped, bits, (), 0))
                found += [Fill(price, bits | c.bit, (), 0) for c in slots[0] if there[c.who]]
            else:
                found.append(Fill(price, bits, (), 0))
        return undominated(found, rates.head, most=None)

    def _share(
        self,
        slot: Slot,
        main: Candidate | None,
        mask: int,
        opened: Mapping[ResourceId, int],
        there: Mapping[ResourceId, int],
    ) -> "Share":
        length = mask.bit_count()
        alone = min(length, opened[main.who].bit_count()) if main else 0
        anyone = reduce(or_, (there[c.who] for c in slot), 0).bit_count()
        anyone = min(anyone, sum(opened[c.who].bit_count() for c in slot))
        helped = max(0, min(length, anyone) - alone)
        wage = length * min((c.price for c in slot), default=0.0)
        return Share(wage, helped, length - alone - helped, free=main is None)

    def _window(self, mask: int) -> int:
        """Give the class time to which idle days may move a placement."""
        if not self._case.cohort.max_idle_days or not mask:
            return mask
        lane, width = self._case.lane, self._case.lane.axis.width
        longest = max(end - start for start, end in lane.days_from(0))
        place = lane.index(mask.bit_length()) + longest * self._case.cohort.max_idle_days
        end = lane.spots[place] if place < len(lane.spots) else len(lane.axis.days) * width
        begin = (mask & -mask).bit_length() - 1
        return lane.mask & ((1 << -(-end // width) * width) - (1 << begin // width * width))


@dataclass(frozen=True, slots=True)
class Share:
    """One place of a placement: its wage, quarters for helpers, quarters for nobody.

    ``free`` says that helping costs nothing, as there is no main one.
    """

    wage: float
    helped: Quarter
    lacking: Quarter
    free: bool

    def price(self, unstaffed: float, away: float) -> float:
        """Give what it costs at least."""
        return self.wage + (0.0 if self.free else away) * self.helped + unstaffed * self.lacking
