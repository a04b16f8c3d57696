"""What is left of people's hours a day and a week."""

from datetime import timedelta

import builders as b
from engine.test_calendars import three, timeline
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.calendar import ClassBlock
from scheduler.engine.axis import Axis, bits_of
from scheduler.engine.budgets import Allowance, Budget
from scheduler.engine.calendars import Calendars
from scheduler.engine.lane import Lane
from scheduler.engine.model import Model


def test_hours_are_no_matter_where_they_cannot_run_out() -> None:
    model = Model(three(b.instructor("I-1", day=3, week=15)))
    lane = model.cases["A"][0].lane

    assert Calendars(model).allowance("I-1", lane) is None
    assert Calendars(model).allowance("I-2", lane) is None


def test_the_days_at_risk_are_those_of_a_full_day_and_a_full_week() -> None:
    # A takes an hour of Jan 5, so the 3 h of that day no longer fit into 3 h; nor 15 h into the week.
    model = Model(three(b.instructor("I-1", day=3)))
    calendars = Calendars(model)
    calendars.add(timeline("A", 0, 4))

    lane = model.cases["B"][0].lane
    allowance = calendars.allowance("I-1", lane)

    assert allowance is not None
    assert allowance.risky == model.axis.day(0)
    assert calendars.allowance("I-1", lane, alone=True) is None


def test_what_is_taken_out_again_is_there_again() -> None:
    model = Model(three(b.instructor("I-1", day=3)))
    calendars, lane = Calendars(model), model.cases["B"][0].lane
    calendars.add(timeline("A", 0, 4))
    calendars.remove("A")

    assert calendars.allowance("I-1", lane) is None


AXIS = Axis(days=tuple(b.on(5) + timedelta(days=offset) for offset in range(10)), first=32, width=6)
LANE = Lane(AXIS, [ClassBlock(date=when, start=32, end=38) for when in AXIS.days])
MASKS = st.integers(0, (1 << len(AXIS.days) * AXIS.width) - 1)


@given(
    MASKS,
    MASKS,
    st.one_of(st.none(), st.floats(0, 2).map(lambda hours: round(hours * 4) / 4)),
    st.one_of(st.none(), st.floats(0, 6).map(lambda hours: round(hours * 4) / 4)),
)
def test_a_person_holds_the_first_quarters_that_their_hours_allow(
    used: int, wanted: int, day: float | None, week: float | None
) -> None:
    person = b.instructor("I-1", day=day, week=week)
    wanted &= ~used  # nobody is wanted when they are taken
    allowance = Allowance(Budget(AXIS, person, [used]), LANE)

    assert allowance.trimmed(wanted) == one_by_one(used, wanted, person)
    assert Allowance(Budget(AXIS, person), LANE).trimmed(wanted, own=used) == one_by_one(used, wanted, person)


def one_by_one(used: int, wanted: int, person) -> int:
    """Take quarter by quarter what fits into what is left of the day and the week."""
    days: dict[int, int] = {}
    weeks: dict[int, int] = {}
    for bit in bits_of(used):
        day = bit // AXIS.width
        days[day] = days.get(day, 0) + 1
        weeks[AXIS.week[day]] = weeks.get(AXIS.week[day], 0) + 1
    kept = 0
    for bit in bits_of(wanted):
        day = bit // AXIS.width
        week = AXIS.week[day]
        fits_day = person.max_per_day is None or days.get(day, 0) < person.max_per_day
        fits_week = person.max_per_week is None or weeks.get(week, 0) < person.max_per_week
        if fits_day and fits_week:
            kept |= 1 << bit
            days[day] = days.get(day, 0) + 1
            weeks[week] = weeks.get(week, 0) + 1
    return kept
