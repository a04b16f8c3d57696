"""Who is taken when, what is left of somebody's hours, and who would have to give way."""

import builders as b
import pytest

from scheduler.domain.problem import Problem
from scheduler.engine.calendars import Calendars
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


def test_a_timeline_fits_where_nobody_else_holds_its_quarters(calendars: Calendars) -> None:
    calendars.add(timeline("A", 0, 4))
    calendars.add(timeline("B", 4, 8))

    assert not calendars.fits(timeline("C", 3, 4))
    assert not calendars.fits(timeline("C", 3, 5))
    assert not calendars.fits(timeline("C", 3, 5, who="I-2"))
    assert calendars.fits(timeline("C", 3, 5, who="I-2", where="R-2"))
    assert calendars.fits(timeline("C", 8, 12))


def test_a_timeline_fits_where_nobody_is_needed_on_two_campuses_a_day() -> None:
    calendars = Calendars(Model(three(A="North", B="South")))
    calendars.add(timeline("A", 0, 4))

    assert not calendars.fits(timeline("B", 8, 12, where="R-2"))
    assert calendars.fits(timeline("B", 12, 16, where="R-2"))
    assert calendars.fits(timeline("C", 8, 12, where="R-2"))


def test_a_timeline_fits_within_what_is_left_of_a_persons_hours() -> None:
    # 2 h a day and 4 h a week: an hour more on Jan 5 is too much for the day, another on Jan 6 is not.
    calendars = Calendars(Model(three(b.instructor("I-1", day=2, week=4))))
    calendars.add(timeline("A", 0, 8))
    calendars.add(timeline("B", DAY, DAY + 4, where="R-2"))

    assert not calendars.fits(timeline("C", 8, 12))
    assert calendars.fits(timeline("C", DAY + 4, DAY + 8))
    assert not calendars.fits(timeline("C", DAY + 4, DAY + 12))


def test_quarters_taken_twice_are_contested(calendars: Calendars) -> None:
    calendars.add(timeline("A", 0, 4))
    calendars.add(timeline("B", 3, 6, where="R-2"))

    assert calendars.contested("I-1") == 0b1000
    assert calendars.contested("R-1") == 0


def test_a_person_wanted_on_two_campuses_a_day_is_contested_that_day() -> None:
    calendars = Calendars(Model(three(A="North", B="South")))
    calendars.add(timeline("A", 0, 4))
    calendars.add(timeline("B", 8, DAY + 4, where="R-2"))
    calendars.add(timeline("C", DAY + 8, DAY + 12))

    assert calendars.contested("I-1") == 0b1111_0000_1111


def test_hours_beyond_what_a_person_has_are_contested() -> None:
    # 2 h a day: 1 h and a half on one day are within them, 3 h on the next are not.
    calendars = Calendars(Model(three(b.instructor("I-1", day=2, week=10))))
    calendars.add(timeline("A", 0, 4))
    calendars.add(timeline("B", 6, 8, where="R-2"))
    assert calendars.contested("I-1") == 0

    calendars.add(timeline("C", DAY, 2 * DAY))
    assert calendars.contested("I-1") == ((1 << DAY) - 1) << DAY
