"""What an edit means goes as far as it was meant, and no further."""

from datetime import date, time
from pathlib import Path

import builders as b
import edited
import pytest
from edited import Term, course, module, people, rooms
from repaired import DAYS, UNTOUCHED, by_planner, fall, held, named_cohorts, planning, repaired, sheet

from scheduler.checking import told


@pytest.fixture
def term(tmp_path: Path) -> Term:
    return fall(tmp_path)


def day(number: int) -> date:
    return date(2026, 1, number)


def two_instructors() -> dict[str, object]:
    return people(*({"Instructor": name} for name in ("I-1", "I-2")))


def test_hours_over_that_a_kept_row_brings_about_are_taken_from_others(term: Term) -> None:
    term.edit(K11="room", G12="M1")  # B's second morning of M2 is now one of M1, which has its 9 h

    run = repaired(term)

    assert "B M1 9 I-2 R-2" in held(run)
    assert sum("B M1" in row for row in held(run)) == 3
    assert {"module-hours", "unplaced hours"}.isdisjoint(found.rule for found in run.outcome.findings)


def test_whoever_was_taken_out_of_a_row_may_be_elsewhere_then(tmp_path: Path) -> None:
    first = [b.session("A", name, day) for name, day in DAYS]
    second = [b.session("B", name, day, who="I-2", where="R-2") for name, day in DAYS[1:]]
    twice = b.session("B", "M1", 5, where="R-2")
    term = edited.term(tmp_path, *first, twice, *second, **planning(**two_instructors()))
    term.edit(I2=None)  # I-1 stays with B that morning, and somebody else is found for A

    run = repaired(term)

    assert held(run)[0] == "A M1 5 I-2 R-1"
    assert held(run)[6] == "B M1 5 I-1 R-2"
    assert run.outcome.findings == ()


def test_a_reason_is_that_of_its_row_alone(term: Term) -> None:
    small = rooms({"Room": "R-1", "Seats": 5}, {"Room": "R-2"}, {"Room": "R-3"})
    term.plan_says(**planning(**small))
    term.edit(K2="room", L2="bring chalk")

    run = repaired(term)

    assert [row.split()[-1] for row in held(run)[:6]] == ["R-1", *["R-3"] * 5]
    (found,) = run.outcome.findings
    assert found.rule == "room-capacity"
    assert "accepted: bring chalk" in found.what


def test_a_reason_is_for_what_is_pinned_and_nothing_else(term: Term) -> None:
    term.plan_says(**planning(Absences=[{"Who": "I-1", "From": day(13)}]))
    term.edit(C7=day(13), K7="time", L7="make-up class")

    run = repaired(term)

    assert held(run)[5].split()[:3] == ["A", "M2", "13"]
    assert held(run)[5].split()[3] in {"I-2", "I-3"}
    assert [found.rule for found in run.outcome.findings] == ["idle"]


def test_what_is_edited_for_a_reason_stays_with_whoever_has_it(term: Term) -> None:
    term.plan_says(**planning(Absences=[{"Who": "I-1", "From": day(13)}]))
    term.edit(C7=day(13), L7="make-up class")

    first = repaired(term)
    again = repaired(Term(inputs=term.inputs, schedule=first.workbook))

    for run in (first, again):
        assert held(run)[5] == "A M2 13 I-1 R-1"
        assert {found.rule for found in run.outcome.findings} == {"idle", "instructor-free"}
        assert all("accepted" in found.what for found in run.outcome.findings)
        assert {found.todo for found in run.outcome.findings} == {"Nothing, if it is still wanted so."}
        assert by_planner(run) == []


def test_who_was_found_for_a_cleared_cell_stays_in_the_next_version(term: Term) -> None:
    term.edit(I2=None)

    first = repaired(term)
    again = repaired(Term(inputs=term.inputs, schedule=first.workbook))

    assert first.outcome.schedule.sessions[0].pin == {"instructor"}
    assert held(again) == held(first)


def test_someone_given_all_sessions_stays_though_they_are_away(term: Term) -> None:
    term.plan_says(**planning(Absences=[{"Who": "I-3", "From": day(1), "To": day(30)}]))
    term.edit(I5="I-3", I6="I-3", I7="I-3")

    run = repaired(term)

    assert held(run)[3:6] == ["A M2 8 I-3 R-1", "A M2 9 I-3 R-1", "A M2 12 I-3 R-1"]
    assert [found.rule for found in run.outcome.findings] == ["instructor-free"]
    assert by_planner(run) == []


def test_a_copy_of_a_row_of_the_last_module_stays_and_others_give_way(term: Term) -> None:
    term.add(14, day(13), time(8), time(11))
    term.edit(G14="M2")

    run = repaired(term)

    assert "A M2 13 I-1 R-1" in held(run)
    assert run.outcome.goals["unplaced hours"].units == 0


def test_what_was_before_plan_from_has_been_held(term: Term) -> None:
    settings = [{"Key": "Plan from", "Value": day(8)}, {"Key": "Plan to", "Value": day(30)}]
    term.plan_says(**planning(Settings=settings))

    run = repaired(term)

    assert held(run) == UNTOUCHED


def test_a_pin_given_to_one_cell_takes_none_from_an_edited_one(term: Term) -> None:
    term.edit(I2="I-3", K2="room")

    run = repaired(term)

    assert held(run)[0] == "A M1 5 I-3 R-1"
    assert run.outcome.schedule.sessions[0].pin == {"instructor", "room"}


def test_no_in_pin_lets_go_what_was_edited(term: Term) -> None:
    term.edit(I2="I-3", K2="no")

    run = repaired(term)

    assert held(run)[0] == "A M1 5 I-3 R-1"
    assert run.outcome.schedule.sessions[0].pin == frozenset()


def test_a_change_is_not_bought_by_days_late(tmp_path: Path) -> None:
    rows = [b.session("A", "M1", day) for day in (19, 20, 21)]
    rows += [b.session("B", "M1", day, who="I-2", where="R-2") for day in (19, 20, 21)]
    late = [cohort | {"Finish by": day(7), "Latest start": day(26)} for cohort in named_cohorts("A", "B")]
    away = [{"Who": "I-2", "From": day(20)}]
    term = edited.term(tmp_path, *rows, **planning(Cohorts=late, Absences=away, **course(module(hours=9))))

    run = repaired(term)

    # To begin on Jan 5 would be one change, and save each cohort 14 days late at 50 a day.
    assert [int(row.split()[2]) for row in held(run)] == [19, 20, 21] * 2
    assert by_planner(run) == [("R00005", ("instructor",))]


def test_rows_of_a_cohort_that_is_gone_are_among_the_changes(term: Term) -> None:
    term.edit(I8="I-3")
    term.plan_says(**planning(Cohorts=named_cohorts("A")))

    run = repaired(term)

    deleted = [row for row in sheet(run, "Changes") if row[1].endswith("deleted")]
    assert [(row[0], row[4]) for row in deleted] == [(f"R{n:05d}", "planner") for n in range(7, 13)]


def test_hours_on_a_day_now_closed_are_made_up_though_something_is_pinned(term: Term) -> None:
    term.edit(I3="I-3")
    term.plan_says(**planning(Calendar=[{"From": day(6), "Kind": "closed"}]))

    run = repaired(term, since=day(7))

    assert all(session.date != day(6) for session in run.outcome.schedule.sessions)
    assert run.outcome.goals["unplaced hours"].units == 0


def test_class_time_left_free_stays_free_in_the_next_version_too(term: Term) -> None:
    term.edit(C4=day(13))
    first = repaired(term)

    again = repaired(Term(inputs=term.inputs, schedule=first.workbook))

    assert [found.rule for found in first.outcome.findings] == ["idle"]
    assert held(again) == held(first)
    assert by_planner(again) == []


def test_edits_are_told_by_the_schedule_as_it_was_written(term: Term) -> None:
    term.delete(2)
    term.edit(I2="I-3", I3="I-3")

    outcome = repaired(term).outcome

    assert outcome.written
    yours = list(told([edit for edit in outcome.edits if edit.by == "you"], outcome.written))
    assert yours[0].startswith("You gave A M1 on Tue Jan 6, 8:00 AM to 11:00 AM (and on Wed Jan 7) to I-3")
