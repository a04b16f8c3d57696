"""Which weeks of a calendar print on which page."""

from scheduler.writing.pages import page_starts


def test_pages_are_filled_evenly_and_no_week_stands_alone():
    # Room for 10 - 1 = 9: filled up they would be 8 (with the title), 8 and 2; evenly they are 6, 6, 6.
    assert page_starts([2] * 8, title=2, heading=1, most=10) == [2, 5]


def test_what_fits_one_page_stays_on_it():
    assert page_starts([3, 3], title=2, heading=1, most=9) == []


def test_a_week_higher_than_a_page_begins_one_of_its_own():
    assert page_starts([4, 20, 4], title=0, heading=0, most=10) == [1, 2]


def test_a_calendar_without_a_session_has_one_page():
    assert page_starts([], title=2, heading=1, most=9) == []
