"""The words the rules share."""

import pytest
from builders import on, problem, session

from scheduler.rules import wording


@pytest.mark.parametrize(
    ("words", "expected"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_reads_like_a_sentence(words: list[str], expected: str) -> None:
    assert wording.listed(words) == expected


def test_few_further_dates_are_named_and_many_are_counted() -> None:
    assert wording.also_on([on(5)]) == ""
    assert wording.also_on([on(5), on(5)]) == ""
    assert wording.also_on(map(on, (5, 6, 7, 8))) == " (and on Tue Jan 6, Wed Jan 7 and Thu Jan 8)"
    assert wording.also_on(map(on, (5, 6, 7, 8, 9))) == " (and on 4 more days, the last Fri Jan 9)"


def test_the_first_session_stands_for_several() -> None:
    assert wording.several([session(), session(day=6)]) == (
        "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6)"
    )


def test_lengths_moments_and_cells_read_as_in_the_workbook() -> None:
    assert wording.length(30) == "7.5 h"
    assert wording.moment(on(5), 34) == "Mon Jan 5, 8:30 AM"
    assert wording.told_in(problem(columns={"Pins": {"Start": "C"}}), "Pins", 4, "Start") == " (Pins!C4)"


def test_a_date_that_may_lie_years_off_has_its_year() -> None:
    assert wording.dated(on(0)) == "Wed Dec 31, 2025"


def test_a_slip_is_suggested_only_where_it_is_near() -> None:
    assert wording.did_you_mean("Mian", ["North", "Main"]) == ' Did you mean "Main"?'
    assert wording.did_you_mean("XYZ", ["North", "Main"]) == ""
