"""What is left of people's hours a day and a week, all in quarters."""

from collections.abc import Iterable, Mapping

from scheduler.domain.clock import Quarter
from scheduler.domain.resources import Instructor
from scheduler.engine.axis import Axis
from scheduler.engine.lane import Lane


class Budget:
    """What is left of a person's hours on the days and in the weeks that something is used of.

    Attributes
    ----------
    day, week
        What there is where nothing is used.
    days, weeks
        What is left, by the number of the day and of the week; less than 0 if too much is used.
    """

    def __init__(self, axis: Axis, person: Instructor, uses: Iterable[int] = ()) -> None:
        endless = 7 * axis.width
        self.day = endless if person.max_per_day is None else person.max_per_day
        self.week = endless if person.max_per_week is None else person.max_per_week
        self.days: dict[int, Quarter] = {}
        self.weeks: dict[int, Quarter] = {}
        self._axis = axis
        for mask in uses:
            self.take(axis.loads(mask))

    def take(self, loads: Mapping[int, Quarter]) -> None:
        """Take what is used on each day off what is left."""
        for day, length in loads.items():
            week = self._axis.week[day]
            self.days[day] = self.days.get(day, self.day) - length
            self.weeks[week] = self.weeks.get(week, self.week) - length

    def give_back(self, loads: Mapping[int, Quarter]) -> None:
        """Undo `take`."""
        self.take({day: -length for day, length in loads.items()})

    def exceeded(self) -> int:
        """Give all quarters of the days on which, and in whose weeks, more is used than there is."""
        weeks = {week for week, left in self.weeks.items() if left < 0}
        days = {day for day, left in self.days.items() if left < 0 or self._axis.week[day] in weeks}
        return sum(map(self._axis.day, days))


class Allowance:
    """What a person can still teach of the class time of a cohort.

    Attributes
    ----------
    risky
        The quarters of the days on which the cohort could use more than is left.
    """

    def __init__(self, budget: Budget, lane: Lane) -> None:
        self._lane = lane
        self._days = [budget.days.get(day.number, budget.day) for day in lane.days]
        self._weeks = {week: budget.weeks.get(week, budget.week) for week in lane.weeks}
        self.risky = sum(
            lane.axis.day(day.number)
            for day, left in zip(lane.days, self._days, strict=True)
            if day.length > left or lane.weeks[day.week].length > self._weeks[day.week]
        )

    def trimmed(self, mask: int, own: int = 0) -> int:
        """Give the most of a bit set, from its beginning, that what is left allows.

        ``own`` is what the cohort uses already, without the bit set.
        """
        risky, lane = mask & self.risky, self._lane
        if not risky:
            return mask
        left: dict[int, Quarter] = {}
        for place in range(lane.place_of_day(risky), lane.place_of_day(1 << risky.bit_length() - 1) + 1):
            day = lane.days[place]
            today = mask & day.mask
            if not today:
                continue
            length, allowed, in_week = today.bit_count(), self._days[place], left.get(day.week)
            if in_week is None:
                in_week = self._weeks[day.week]
                if own:
                    in_week -= (own & lane.weeks[day.week].mask).bit_count()
            if own:
                allowed -= (own & day.mask).bit_count()
            allowed = max(0, min(allowed, in_week))
            if length > allowed:
                mask ^= today ^ _lowest(today, allowed)
                length = allowed
            left[day.week] = in_week - length
        return mask


def _lowest(mask: int, number: Quarter) -> int:
    """Give as many bits of a bit set, the lowest ones."""
    first = mask & -mask
    together = (first << number) - first
    if together & mask == together:
        return together
    kept = 0
    for _ in range(number):
        low = mask & -mask
        kept |= low
        mask ^= low
    return kept
