"""`unplaced hours`: what each module lacks; too much of one makes up for none of another."""

from builders import cohort, module, problem, schedule, session

from scheduler.goals import unplaced_hours

TINY = problem(module("M1", 6), module("M2", 2), cohorts=[cohort("A"), cohort("B")])


def test_every_missing_hour_of_every_cohort_counts() -> None:
    # A lacks 6 - 2.75 = 3.25 h of M1 and all 2 h of M2, B lacks 8 h.
    assert unplaced_hours.units(TINY, schedule(session(at="8-10:45"))) == 3.25 + 2 + 8


def test_more_than_enough_of_one_module_makes_up_for_none_of_another() -> None:
    held = schedule(
        session(at="8-15"), *(session("B", m, at=at) for m, at in (("M1", "8-14"), ("M2", "14-16")))
    )

    assert unplaced_hours.units(TINY, held) == 2
