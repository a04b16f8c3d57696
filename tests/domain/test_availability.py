"""When somebody cannot be used: outside weekly windows, and during absences."""

from builders import absence, on, problem, window

from scheduler.domain.availability import WHOLE_DAY, blocked_days, stretch


def test_a_stretch_is_the_quarters_from_its_start_to_its_end() -> None:
    assert stretch(1, 3) == 0b110
    assert stretch(0, 96) == WHOLE_DAY
    assert stretch(5, 5) == stretch(6, 5) == 0


def test_who_has_no_window_and_no_absence_is_always_available() -> None:
    assert blocked_days(problem(windows=(window("I-2"),), absences=(absence("I-2", 5),)), "I-1") == {}


def test_an_absence_blocks_its_hours_on_each_of_its_days_within_the_plan() -> None:
    away = problem(
        absences=(absence("I-1", 1, 6, at="8-9"), absence("I-1", 6, at="10-11"), absence("I-1", 30, 40))
    )

    assert blocked_days(away, "I-1") == {
        on(5): stretch(32, 36),
        on(6): stretch(32, 36) | stretch(40, 44),
        on(30): WHOLE_DAY,
    }


def test_windows_of_one_person_add_up_and_everything_else_is_blocked() -> None:
    # Monday 8-9 and 9-10, Tuesday 8-10: one whole window of 8-10 each.
    tiny = problem(
        last=6, windows=(window("I-1", "M", "8-9"), window("I-1", "MT", "9-10"), window("I-1", "T", "8-9:30"))
    )

    assert blocked_days(tiny, "I-1") == {day: WHOLE_DAY & ~stretch(32, 40) for day in (on(5), on(6))}


def test_whoever_has_windows_is_blocked_all_day_on_other_days() -> None:
    assert blocked_days(problem(last=6, windows=(window("I-1", "M", "0-24"),)), "I-1") == {on(6): WHOLE_DAY}
