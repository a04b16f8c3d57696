"""Names of sheets, and times, as they are written."""

import builders as b
import pytest

from scheduler.domain.schedule import Schedule
from scheduler.writing.names import sheet_names, unique
from scheduler.writing.wording import from_to


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("Schedule", "Schedule (cohort)"),
        ("history", "history (cohort)"),
        ("a/b:c*?[d]\\", "a-b-c--" + "-d--"),
        ("'quoted'", "quoted"),
        ("", "cohort"),
        ("x" * 40, "x" * 31),
    ],
)
def test_any_id_becomes_a_sheet_name_that_spreadsheets_accept(wanted, given):
    assert unique(wanted, "cohort", {"schedule", "history"}) == given


def test_sheet_names_are_unique_whatever_their_case():
    taken: set[str] = set()
    names = [unique(name, "room", taken) for name in ("lab", "LAB", "Lab", "y" * 40, "Y" * 40)]
    assert names == ["lab", "LAB (room)", "Lab (room 2)", "y" * 31, "Y" * 24 + " (room)"]


def test_a_cohort_and_a_room_may_have_the_same_name():
    problem = b.problem(cohorts=(b.cohort("R-1"),))
    schedule = Schedule(sessions=(b.session("R-1"),))
    names = sheet_names(problem, schedule)
    assert (names.cohorts["R-1"], names.rooms["R-1"]) == ("R-1", "R-1 (room)")


def test_times_share_one_half_of_the_day_where_they_can():
    assert from_to(32, 46) == "8:00 \N{EN DASH} 11:30 AM"
    assert from_to(40, 56) == "10:00 AM \N{EN DASH} 2:00 PM"
