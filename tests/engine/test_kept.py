"""What has been held, and what a person pinned, stays; everything else is planned around it."""

from dataclasses import replace
from datetime import date
from random import Random

import builders as b
import pytest
from engine.runs import findings, planned, rows
from planted.hand_edits import edited
from planted.tiny import Features, tiny

from scheduler.checking import judge
from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule, Session
from scheduler.rules import pin

ALL = frozenset({"time", "instructor", "room"})


def repaired(problem: Problem, *before: Session, since: int | None = None, **options):
    """Plan with rows of a schedule before, from a day on; give what `planned` certified."""
    known = replace(
        problem,
        previous=Schedule(sessions=before).numbered(problem.cohorts),
        since=None if since is None else b.on(since),
    )
    return known, planned(known, work=40, **options)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_edited_stays_and_the_rest_is_certified(seed: int) -> None:
    chance = Random(seed)
    features = Features(cohorts=chance.choice((1, 2, 3)), tracks=chance.random() < 0.3)
    problem = edited(*tiny(Random(seed), features), chance)

    found = planned(problem, work=15)

    # Whom all rows of a module are pinned to may be away from some of them: those say so.
    throughout = {f"{one.cohort} {one.module}" for one in pin.throughout(problem)}
    lost = [f.what for f in pin.violations(problem, found.schedule) if "pinned row" in f.what]
    assert [what for what in lost if not any(name in what for name in throughout)] == []


def week(**fields) -> Problem:
    """Give two modules, six and nine hours, on five mornings of three hours."""
    return b.problem(b.module("M1", 6), b.module("M2", 9), **fields)


def before(**changed: Session) -> list[Session]:
    held = {f"d{day}": b.session(day=day) for day in (5, 6)}
    held |= {f"d{day}": b.session("A", "M2", day) for day in (7, 8, 9)}
    return list((held | changed).values())


def test_what_was_held_stays_though_nobody_may_teach_it_any_more() -> None:
    problem = week(instructors=[b.instructor("I-2")], qualifications=[b.qualified("I-2")])
    left = replace(problem, instructors=problem.instructors | {"I-1": b.instructor("I-1")})

    _, found = repaired(left, *before(), since=7)

    assert rows(found) == [
        "A M1 5 8-11 I-1 R-1",
        "A M1 6 8-11 I-1 R-1",
        "A M2 7 8-11 I-2 R-1",
        "A M2 8 8-11 I-2 R-1",
        "A M2 9 8-11 I-2 R-1",
    ]


def test_a_module_in_progress_goes_on_before_others_begin() -> None:
    known, found = repaired(week(closures=(b.closure(6),)), before()[0], *before()[2:], since=6)

    assert rows(found) == [
        "A M1 5 8-11 I-1 R-1",
        "A M1 7 8-11 I-1 R-1",
        "A M2 8 8-11 I-1 R-1",
        "A M2 9 8-11 I-1 R-1",
        "A M2 12 8-11 I-1 R-1",
    ]
    assert findings(known, found) == []


def test_a_pinned_cover_stays_and_the_others_keep_their_instructor() -> None:
    cover = b.session("A", "M2", 8, who="I-2", pin=frozenset({"instructor"}))

    _, found = repaired(week(), *before(d8=cover))

    assert [row for row in rows(found) if "M2" in row] == [
        "A M2 7 8-11 I-1 R-1",
        "A M2 8 8-11 I-2 R-1",
        "A M2 9 8-11 I-1 R-1",
    ]


def test_an_instructor_pinned_in_all_rows_goes_with_the_module() -> None:
    given = {
        f"d{day}": b.session("A", "M2", day, who="I-2", pin=frozenset({"instructor"})) for day in (7, 8, 9)
    }

    _, found = repaired(week(closures=(b.closure(7),)), *before(**given))

    assert [row for row in rows(found) if "M2" in row] == [
        "A M2 8 8-11 I-2 R-1",
        "A M2 9 8-11 I-2 R-1",
        "A M2 12 8-11 I-2 R-1",
    ]


def test_a_make_up_class_stays_and_is_no_reason_to_move_anything() -> None:
    saturday = b.session("A", "M2", 10, "9-12", pin=frozenset({"time"}), note="machine was down")
    known = week()
    said = judge(known, Schedule(sessions=tuple(before(d8=saturday))))
    accepted = frozenset(found.what for found in said if found.rule == "idle")

    problem, found = repaired(replace(known, accepted=accepted), *before(d8=saturday))

    assert rows(found) == [
        "A M1 5 8-11 I-1 R-1",
        "A M1 6 8-11 I-1 R-1",
        "A M2 7 8-11 I-1 R-1",
        "A M2 9 8-11 I-1 R-1",
        "A M2 10 9-12 I-1 R-1",
    ]
    assert findings(problem, found) == ["cohort-time", "idle"]


def test_a_row_moved_onto_another_module_makes_that_one_give_way() -> None:
    # M1's second morning is moved to M2's first; Max idle days lets the cohort have none on Jan 6.
    moved = b.session("A", "M1", 7, pin=frozenset({"time"}))
    problem = week(cohorts=[b.cohort(max_idle_days=1)])

    known, found = repaired(problem, *before(d6=moved))

    assert [row[:10] for row in rows(found)] == [
        "A M1 5 8-1",
        "A M1 7 8-1",
        "A M2 8 8-1",
        "A M2 9 8-1",
        "A M2 12 8-",
    ]
    assert findings(known, found) == []


def test_someone_who_stays_with_a_row_is_not_to_be_had_for_others() -> None:
    mine = b.session("A", "M1", 5, pin=ALL)
    problem = b.problem(b.module("M1", 3), cohorts=[b.cohort("A"), b.cohort("B")])

    _, found = repaired(problem, mine)

    assert rows(found) == ["A M1 5 8-11 I-1 R-1", "B M1 5 8-11 I-2 R-2"]


def test_hours_of_rows_that_stay_count_for_the_week() -> None:
    mine = b.session("A", "M1", 5, pin=ALL)
    people = [b.instructor("I-1", week=5), b.instructor("I-2", week=3)]
    problem = b.problem(b.module("M1", 3), cohorts=[b.cohort("A"), b.cohort("B", 6)], instructors=people)

    _, found = repaired(problem, mine)

    assert rows(found) == ["A M1 5 8-11 I-1 R-1", "B M1 6 8-11 I-2 R-1"]


def test_two_rows_pinned_to_one_person_at_once_both_stay_and_are_named() -> None:
    both = [b.session(name, "M1", 5, where=room, pin=ALL) for name, room in (("A", "R-1"), ("B", "R-2"))]
    problem = b.problem(b.module("M1", 3), cohorts=[b.cohort("A"), b.cohort("B")])

    known, found = repaired(problem, *both)

    assert rows(found) == ["A M1 5 8-11 I-1 R-1", "B M1 5 8-11 I-1 R-2"]
    assert findings(known, found) == ["instructor-free"]


def test_a_pinned_time_whose_instructor_is_away_gets_another() -> None:
    moved = b.session("A", "M2", 8, pin=frozenset({"time"}))

    _, found = repaired(week(absences=(b.absence("I-1", 8),)), *before(d8=moved))

    assert "A M2 8 8-11 I-2 R-1" in rows(found)


def test_whom_pins_name_holds_a_pinned_time_too_though_the_qualification_has_ended() -> None:
    moved = b.session("A", "M2", 8, pin=frozenset({"time"}))
    ended = [b.qualified("I-1", "M1"), b.qualified("I-1", "M2", until=7), b.qualified("I-2")]
    problem = week(qualifications=ended, pins=[b.pin("A", "M2", instructors=("I-1",))])

    known, found = repaired(problem, *before(d8=moved))

    assert "A M2 8 8-11 I-1 R-1" in rows(found)
    assert set(findings(known, found)) == {"instructor-qualified"}


def test_of_two_pinned_together_the_one_a_row_does_not_name_joins_it() -> None:
    row = b.session("A", "M1", 6, who="I-1", pin=frozenset({"instructor"}))
    pair = b.pin("A", "M1", instructors=("I-1", "I-2"))
    problem = b.problem(b.module("M1", 6, instructors=2), pins=[pair])

    known, found = repaired(problem, b.session("A", "M1", 5, who="I-1 I-2"), row)

    assert {session.date for session in found.schedule.sessions} == {b.on(5), b.on(6)}
    assert all({*session.instructors} == {"I-1", "I-2"} for session in found.schedule.sessions)
    assert findings(known, found) == []


def test_a_cohort_that_should_have_begun_begins_as_soon_as_it_can() -> None:
    known, found = repaired(week(), b.session("Z"), since=7)

    assert rows(found)[0].startswith("A M1 7 8-11")
    assert findings(known, found) == ["cohort-start"]


def test_a_cohort_with_no_class_time_left_says_what_is_unplaced() -> None:
    known, found = repaired(week(last=6), *before()[:2], since=date(2026, 1, 7))

    assert [row[:5] for row in rows(found)] == ["A M1 ", "A M1 "]
    assert "unplaced hours" in findings(known, found)
