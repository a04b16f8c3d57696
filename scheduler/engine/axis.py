"""Time as bit sets: one Python integer for a calendar, one bit for each quarter-hour.

"Is she free for this module if it starts here?" is then one ``&`` of two integers, exact
for every pattern, holiday, short day and absence.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.domain.calendar import ClassBlock
from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter, monday
from scheduler.domain.schedule import Session


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The days on which anybody has class, each ``width`` quarters from ``first`` on.

    Bit ``d * width + q - first`` stands for quarter *q* of the *d*-th day.
    """

    days: tuple[date, ...]
    first: Quarter
    width: int

    @classmethod
    def over(cls, blocks: Iterable[ClassBlock]) -> "Axis":
        """Give the smallest axis that holds all the class time given."""
        found = tuple(blocks)
        first = min((block.start for block in found), default=0)
        last = max((block.end for block in found), default=QUARTERS_PER_DAY)
        return cls(days=tuple(sorted({block.date for block in found})), first=first, width=last - first)

    @cached_property
    def index(self) -> Mapping[date, int]:
        """Give the number of each day."""
        return {when: number for number, when in enumerate(self.days)}

    @cached_property
    def week(self) -> tuple[int, ...]:
        """Give the number of the week of each day; weeks begin on Monday."""
        weeks = sorted({monday(when) for when in self.days})
        return tuple(weeks.index(monday(when)) for when in self.days)

    @cached_property
    def whole_day(self) -> int:
        """Give all quarters of day 0; shift it by ``d * width`` for another day."""
        return (1 << self.width) - 1

    @cached_property
    def _mornings(self) -> int:
        return sum(1 << number * self.width for number in range(len(self.days)))

    def day(self, number: int) -> int:
        """Give all quarters of a day."""
        return self.whole_day << number * self.width

    def bit(self, when: date, quarter: Quarter) -> int:
        """Give the number of the bit of a quarter; the day must be on the axis."""
        return self.index[when] * self.width + quarter - self.first

    def bit_of(self, when: date | None, quarter: Quarter | None) -> int | None:
        """Give the bit of a quarter, of the day's first one if none is named; None off the axis."""
        start = self.first if quarter is None else quarter
        if when is None or when not in self.index or not self.first <= start < self.first + self.width:
            return None
        return self.bit(when, start)

    def mask_of(self, sessions: Iterable[Session]) -> int | None:
        """Give the quarters of sessions as bits; None if one is not on the axis."""
        mask = 0
        for session in sessions:
            start = self.bit_of(session.date, session.start)
            if start is None or start % self.width + session.length > self.width:
                return None
            mask |= (1 << session.length) - 1 << start
        return mask

    def moment(self, bit: int) -> tuple[date, Quarter]:
        """Give the day and the quarter that a bit stands for."""
        number, quarter = divmod(bit, self.width)
        return self.days[number], quarter + self.first

    def folded(self, blocked: Mapping[date, int]) -> int:
        """Give as one bit set what is blocked on each date (bit sets of a day, from midnight)."""
        found = 0
        for when, quarters in blocked.items():
            if when in self.index:
                found |= (quarters >> self.first & self.whole_day) << self.index[when] * self.width
        return found

    def after(self, when: date) -> int:
        """Give everything later than a date."""
        return self.since(when + timedelta(days=1))

    def since(self, when: date) -> int:
        """Give everything on a date and later."""
        past = bisect_left(self.days, when) * self.width
        return self.everything >> past << past

    @cached_property
    def everything(self) -> int:
        """Give all quarters of all days."""
        return (1 << len(self.days) * self.width) - 1

    def whole_days(self, mask: int) -> int:
        """Widen a bit set to all quarters of every day it touches."""
        for step, inside in self._folds:
            mask |= mask >> step & inside
        return (mask & self._mornings) * self.whole_day

    @cached_property
    def _folds(self) -> tuple[tuple[int, int], ...]:
        """Give the shifts that gather a day's bits in its first, and what stays within the day."""
        folds, reach = [], 1
        while reach < self.width:
            step = min(reach, self.width - reach)
            folds.append((step, self._mornings * (self.whole_day >> step)))
            reach += step
        return tuple(folds)

    def days_of(self, mask: int) -> list[int]:
        """Give the numbers of the days that a bit set touches, in order."""
        found = []
        while mask:
            number = ((mask & -mask).bit_length() - 1) // self.width
            found.append(number)
            mask = mask >> (number + 1) * self.width << (number + 1) * self.width
        return found

    def loads(self, mask: int) -> dict[int, Quarter]:
        """Give the number of quarters of a bit set on each day that it touches."""
        return {day: (mask & self.day(day)).bit_count() for day in self.days_of(mask)}

    def load_table(self, masks: Sequence[int]) -> NDArray[np.int64]:
        """Give the number of quarters of each of some bit sets (rows) on each day (columns)."""
        quarters = unpacked(masks, len(self.days) * self.width)
        by_day = quarters.reshape(len(masks), len(self.days), self.width)
        table: NDArray[np.int64] = by_day.sum(axis=2, dtype=np.int64)
        return table

    @cached_property
    def week_starts(self) -> list[int]:
        """The number of the first day of each week."""
        return [day for day, week in enumerate(self.week) if not day or self.week[day - 1] != week]

    def week_start(self, bit: int) -> int:
        """Give the first bit of the first day in the week of a bit."""
        week = self.week[bit // self.width]
        return bisect_left(self.week, week) * self.width


def unpacked(masks: Sequence[int], length: int) -> NDArray[np.uint8]:
    """Give bit sets as rows of so many zeros and ones."""
    size = length // 8 + 1
    raw = np.frombuffer(b"".join(mask.to_bytes(size, "little") for mask in masks), dtype=np.uint8)
    return np.unpackbits(raw.reshape(len(masks), size), axis=1, bitorder="little", count=length)


def bits_of(mask: int) -> Iterator[int]:
    """Yield the numbers of the bits that are set, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
