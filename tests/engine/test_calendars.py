"""Who is taken when, what is left of somebody's hours, and who would have to give way."""

from datetime import timedelta

import builders as b
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.problem import Problem
from scheduler.engine.axis import Axis, bits_of
from scheduler.engine.calendars import Budget, Calendars
from scheduler.engine.model import Model
from scheduler.engine.timeline import Step, Timeline

DAY = 12
"""How many quarters a class day has here: 8:00 to 11:00 AM."""


def timeline(cohort: str, start: int, end: int, who: str = "I-1", where: str = "R-1") -> Timeline:
    """Give a timeline of one module that takes the quarters from start to end of the axis."""
    mask = (1 << end) - (1 << start)
    step = Step("M1", mask, ((who, mask),), ((where, mask),))
    return Timeline(cohort=cohort, pattern="AM", steps=(step,), cost=0.0, missing=0, finish=(end - 1) // DAY)


def three(person=None, **campuses: str) -> Problem:
    """Give three cohorts, each on its campus."""
    people = [person or b.instructor("I-1"), b.instructor("I-2")]
    cohorts = [b.cohort(name, campus=campuses.get(name, "")) for name in "ABC"]
    return b.problem(b.module(), cohorts=cohorts, instructors=people)


@pytest.fixture
def calendars() -> Calendars:
    return Calendars(Model(three()))


def test_what_a_cohort_takes_is_closed_to_others(calendars: Calendars) -> None:
    calendars.add(timeline("A", 0, 4))

    assert calendars.closed("I-1", calendars.model.problem.cohorts["B"]) == 0b1111
    assert calendars.closed("I-2", calendars.model.problem.cohorts["B"]) == 0
    assert calendars.users("R-1") == {"A": 0b1111}


def test_a_timeline_taken_out_leaves_nothing_behind(calendars: Calendars) -> None:
    calendars.add(timeline("A", 0, 4))

    calendars.remove("A")
    calendars.remove("A")

    assert calendars.timelines == {}
    assert calendars.closed("I-1", calendars.model.problem.cohorts["B"]) == 0


def test_a_person_is_closed_to_another_campus_for_the_whole_day_but_a_room_is_not() -> None:
    calendars = Calendars(Model(three(A="North", B="South")))
    calendars.add(timeline("A", 0, 4))
    south, anywhere = calendars.model.problem.cohorts["B"], calendars.model.problem.cohorts["C"]

    assert calendars.closed("I-1", south) == (1 << DAY) - 1
    assert calendars.closed("I-1", anywhere) == 0b1111
    assert calendars.closed("R-1", south) == 0b1111


def test_who_holds_the_same_quarter_is_in_the_way(calendars: Calendars) -> None:
    calendars.add(timeline("A", 0, 4))
    calendars.add(timeline("B", 4, 8))

    assert calendars.blockers(timeline("C", 3, 4)) == {"A"}
    assert calendars.blockers(timeline("C", 3, 5)) == {"A", "B"}
    assert calendars.blockers(timeline("C", 3, 5, who="I-2", where="R-2")) == set()
    assert calendars.blockers(timeline("A", 0, 4)) == set()


def test_who_keeps_a_person_on_another_campus_that_day_is_in_the_way() -> None:
    calendars = Calendars(Model(three(A="North", B="South")))
    calendars.add(timeline("A", 0, 4))

    assert calendars.blockers(timeline("B", 8, 12, where="R-2")) == {"A"}
    assert calendars.blockers(timeline("B", 12, 16, where="R-2")) == set()
    assert calendars.blockers(timeline("C", 8, 12, where="R-2")) == set()


def test_who_uses_up_a_persons_hours_is_in_the_way() -> None:
    # 2 h a day and 4 h a week: an hour more on Jan 5 is too much for the day, another on Jan 6 is not.
    calendars = Calendars(Model(three(b.instructor("I-1", day=2, week=4))))
    calendars.add(timeline("A", 0, 8))
    calendars.add(timeline("B", DAY, DAY + 4, where="R-2"))

    assert calendars.blockers(timeline("C", 8, 12)) == {"A"}
    assert calendars.blockers(timeline("C", DAY + 4, DAY + 8)) == set()
    assert calendars.blockers(timeline("C", DAY + 4, DAY + 12)) == {"A", "B"}


def test_hours_are_no_matter_where_they_cannot_run_out() -> None:
    model = Model(three(b.instructor("I-1", day=3, week=15)))
    lane = model.cases["A"][0].lane

    assert Calendars(model).budget("I-1", lane) is None
    assert Calendars(model).budget("I-2", lane) is None


def test_the_days_at_risk_are_those_of_a_full_day_and_a_full_week() -> None:
    # A takes an hour of Jan 5, so the 3 h of that day no longer fit into 3 h; nor 15 h into the week.
    model = Model(three(b.instructor("I-1", day=3)))
    calendars = Calendars(model)
    calendars.add(timeline("A", 0, 4))

    budget = calendars.budget("I-1", model.cases["B"][0].lane)

    assert budget is not None
    assert budget.risky == model.axis.day(0)


AXIS = Axis(days=tuple(b.on(5) + timedelta(days=offset) for offset in range(10)), first=32, width=6)
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
    budget = Budget.left(AXIS, person, [used])
    budget.risky = (1 << len(AXIS.days) * AXIS.width) - 1

    assert budget.trimmed(wanted) == one_by_one(used, wanted, person)


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
