"""The catalogues add up, and the college year has the holidays it should."""

from datetime import date

import holidays
import pytest

from benchmarks import catalogues, college_year
from scheduler.domain.clock import quarters
from scheduler.domain.problem import Program


@pytest.mark.parametrize(
    ("program", "hours"),
    [(catalogues.cnc_600(), 600), (catalogues.cpt_600(), 600), (catalogues.cpt_160(), 160)],
)
def test_the_modules_of_a_program_add_up_to_its_hours(program: Program, hours: int) -> None:
    assert sum(module.length for module in program.modules) == quarters(hours) == program.length


@pytest.mark.parametrize("program", [catalogues.cnc_600(), catalogues.cpt_600()])
def test_every_prerequisite_stands_before_what_needs_it(program: Program) -> None:
    codes = [module.id for module in program.modules]
    for place, module in enumerate(program.modules):
        assert set(module.prerequisites) <= set(codes[:place])


def test_the_federal_holidays_are_those_of_the_country() -> None:
    # Columbus Day and Presidents' Day are class days at this college.
    official = holidays.country_holidays("US", years=(2026, 2027))
    expected = {
        day
        for day, name in official.items()
        if college_year.FIRST <= day <= college_year.LAST
        and day.weekday() < 5
        and not any(word in name for word in ("Columbus", "Washington", "Christmas", "New Year"))
    }
    assert {day for day, _ in college_year.HOLIDAYS} == expected


def test_the_winter_break_covers_christmas_and_new_year() -> None:
    winter = next(closure for closure in college_year.closures() if closure.note == "Winter break")
    assert winter.first <= date(2026, 12, 25)
    assert winter.last >= date(2027, 1, 1)
