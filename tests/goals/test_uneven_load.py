"""`uneven load`: what instructors teach above the mean of those who teach."""

from builders import instructor, module, problem, schedule, session

from scheduler.goals import uneven_load

TINY = problem(module(hours=60), instructors=[instructor(name) for name in ("I-1", "I-2", "I-3", "I-4")])


def test_hours_above_the_mean_of_those_who_teach_count() -> None:
    held = (
        session(day=5, at="8-14", who="I-1"),
        session(day=6, at="8-11", who="I-2"),
        session(day=7, at="8-11", who="I-3"),
    )

    # 6, 3 and 3 h: the mean is 4 h, I-1 is 2 h above it. I-4 does not teach and does not count.
    assert uneven_load.units(TINY, schedule(*held)) == 2


def test_equal_loads_and_no_loads_cost_nothing() -> None:
    assert uneven_load.units(TINY, schedule(session(who="I-1 I-2"))) == 0
    assert uneven_load.units(TINY, schedule(session(who=""))) == 0
