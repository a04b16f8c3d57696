"""How tight something is: shares, the tightest week, what it is called."""

from datetime import date
from math import inf

import pytest

from scheduler.domain.bottleneck import Bottleneck, PartOfDay, Pool, Supply, Use

WEEKS = (date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19))


def pool(**fields: object) -> Pool:
    usual = {"supply": Supply.INSTRUCTORS, "campus": "", "needs": {("P", "M1"): 1}}
    return Pool(**(usual | fields))  # type: ignore[arg-type]


def row(*uses: tuple[int, int, int]) -> Bottleneck:
    """Give a row with (needed, taken, there) for each week."""
    weeks = {
        week: Use(needed=needed, taken=taken, there=there)
        for week, (needed, taken, there) in zip(WEEKS, uses, strict=False)
    }
    return Bottleneck(pool=pool(), part=PartOfDay.MORNING, weeks=weeks)


def test_the_parts_of_the_day_begin_at_midnight_noon_and_five() -> None:
    assert [part.quarters.bit_count() for part in PartOfDay] == [48, 20, 28]
    assert sum(part.quarters for part in PartOfDay) == (1 << 96) - 1
    assert PartOfDay.AFTERNOON.quarters & (1 << 48)
    assert PartOfDay.EVENING.quarters & (1 << 68)


@pytest.mark.parametrize(
    ("needed", "taken", "there", "share"), [(3, 1, 8, 0.5), (6, 3, 6, 1.5), (1, 0, 0, inf), (0, 0, 0, 0)]
)
def test_the_share_is_needed_and_taken_of_what_is_there(
    needed: int, taken: int, there: int, share: float
) -> None:
    assert Use(needed=needed, taken=taken, there=there).share == share


def test_weeks_in_which_it_is_not_needed_do_not_count() -> None:
    found = row((4, 2, 8), (0, 8, 8), (2, 0, 8))

    assert found.total == Use(needed=6, taken=2, there=16)
    assert found.tightest == WEEKS[0]
    assert found.peak == Use(needed=4, taken=2, there=8)


def test_of_weeks_as_tight_the_one_that_needs_most_counts_then_the_first() -> None:
    assert row((4, 4, 8), (6, 2, 8)).tightest == WEEKS[1]
    assert row((4, 0, 4), (4, 0, 4)).tightest == WEEKS[0]


def test_what_is_never_needed_has_no_tightest_week() -> None:
    assert row((0, 4, 8)).tightest is None
    assert row((0, 4, 8)).peak.share == 0


def test_people_are_called_by_their_modules_and_rooms_by_their_type() -> None:
    needs = {("CNC-600", "C06"): 1, ("CPT-160", "S2"): 1, ("CNC-600", "C08"): 2}

    assert pool(needs=needs).wanted == "CNC-600 C06, C08; CPT-160 S2"
    assert pool(needs=needs, supply=Supply.ROOMS, room_type="ML").wanted == "ML"
