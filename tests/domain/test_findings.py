"""Where a finding is: a cell of the inputs, a row of the schedule, or a session in words."""

from builders import session

from scheduler.domain.findings import Finding

LETTERS = {"Room": "J"}


def test_a_cell_of_the_inputs_stays_what_it_is() -> None:
    found = Finding(rule="input", what="wrong", where="Cohorts!C7", sessions=(session(row=3),))

    assert found.located(LETTERS).where == "Cohorts!C7"
    assert Finding(rule="input", what="wrong").located(LETTERS).where == ""


def test_a_row_of_the_schedule_is_named_by_its_cell() -> None:
    sessions = (session(row=3), session(row=9))

    assert (
        Finding(rule="r", what="w", sessions=sessions, column="Room").located(LETTERS).where == "Schedule!J3"
    )
    assert Finding(rule="r", what="w", sessions=sessions).located(LETTERS).where == "Schedule!A3"


def test_a_session_without_a_row_is_named_in_words() -> None:
    found = Finding(rule="r", what="w", sessions=(session(),))

    assert found.located(LETTERS).where == "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM"
