"""A cohort's class time as one row of quarters, so that a module is a stretch of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from benchmarks.college_year import FIRST
from scheduler.domain.availability import stretch
from scheduler.domain.calendar import ClassBlock
from scheduler.domain.clock import QUARTERS_PER_DAY, Quarter


def day_number(when: date) -> int:
    """Count the days from the first day of the plan."""
    return (when - FIRST).days


def monday_of(when: date) -> int:
    """Give the number of the Monday of a date's week; the first day of the plan is a Monday."""
    return day_number(when) - when.weekday()


def day_bits(day: int) -> int:
    """Give all quarters of a day as bits."""
    return stretch(0, QUARTERS_PER_DAY) << (day * QUARTERS_PER_DAY)


def bits(block: ClassBlock) -> int:
    """Give a block's quarters as bits, counted from the first day of the plan."""
    return stretch(block.start, block.end) << (day_number(block.date) * QUARTERS_PER_DAY)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a cohort's class time: its quarters and days as bits, its weeks, and its pieces."""

    quarters: int
    days: int
    mondays: tuple[int, ...]
    pieces: tuple[ClassBlock, ...]


class ClassTime:
    """Class blocks laid end to end; a position is the class quarters before it."""

    def __init__(self, blocks: Sequence[ClassBlock]) -> None:
        self.blocks = tuple(blocks)
        self.ends = tuple(accumulate(block.length for block in blocks))
        self.weeks: dict[int, int] = {}
        for block in self.blocks:
            monday = monday_of(block.date)
            self.weeks[monday] = self.weeks.get(monday, 0) | bits(block)
        self._known: dict[tuple[int, int], Stretch] = {}

    @property
    def length(self) -> Quarter:
        """How much class time there is in all."""
        return self.ends[-1] if self.ends else 0

    def first_on(self, when: date) -> Quarter | None:
        """Give the position at which a date's class time begins, or None if it has none."""
        for block, end in zip(self.blocks, self.ends, strict=True):
            if block.date == when:
                return end - block.length
        return None

    def starts(self, earliest: date, latest: date, days: frozenset[int]) -> Iterator[date]:
        """Yield the class days between two dates that fall on one of these weekdays."""
        for when in dict.fromkeys(block.date for block in self.blocks):
            if earliest <= when <= latest and when.weekday() in days:
                yield when

    def date_of(self, position: Quarter) -> date:
        """Give the date of the class quarter at a position."""
        return self.blocks[bisect_right(self.ends, position)].date

    def between(self, first: Quarter, last: Quarter) -> Stretch:
        """Give the class time from one position to another, the second excluded."""
        key = (first, last)
        if key not in self._known:
            self._known[key] = _stretch(tuple(self._pieces(first, last)))
        return self._known[key]

    def _pieces(self, first: Quarter, last: Quarter) -> Iterator[ClassBlock]:
        for index in range(bisect_right(self.ends, first), len(self.blocks)):
            block = self.blocks[index]
            base = self.ends[index] - block.length
            if base >= last:
                return
            begin, end = max(first, base) - base, min(last, base + block.length) - base
            yield ClassBlock(
                date=block.date, start=block.start + begin, end=block.start + end, track=block.track
            )


def _stretch(pieces: tuple[ClassBlock, ...]) -> Stretch:
    quarters = days = 0
    for piece in pieces:
        quarters |= bits(piece)
        days |= 1 << day_number(piece.date)
    mondays = tuple(dict.fromkeys(monday_of(piece.date) for piece in pieces))
    return Stretch(quarters, days, mondays, pieces)
