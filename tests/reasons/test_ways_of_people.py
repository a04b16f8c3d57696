"""Ways out that find people: the cells of a trial, and what they settle to for the schedule found."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import builders as b
import pytest
import tiny
from reasons.asked import department

from scheduler.domain.problem import Problem
from scheduler.domain.schedule import Schedule
from scheduler.reasons import ways_of_people
from scheduler.reasons.premises import Wanting
from scheduler.reasons.ways import NEW, Effort, Settled

COHORT = tiny.rows()["Cohorts"][0]
NONE = Schedule(sessions=(), patterns={})
FOUR = [{"Instructor": f"I-{number}"} for number in (1, 2, 3, 4)]


def wanting(problem: Problem, *modules: str) -> list[Wanting]:
    return [(problem.cohorts["A"], problem.module("A", module)) for module in modules]


def papers(*rows: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"Instructor": who, "Program": "P", "Module": module} for who, module in rows]


def said(cells: Iterable[Any]) -> list[str]:
    """Give the cells, new rows counted from 0."""
    return [f"{cell.sheet} {cell.row % NEW} {cell.column}: {cell.value}" for cell in cells]


def told(settled: Settled | None) -> tuple[str, list[str]] | None:
    return settled and (settled.what, said(settled.cells))


def test_those_get_qualified_who_know_most_of_the_program_alone_or_several() -> None:
    # M2 lacks somebody: I-2 knows nothing of P, I-3 M1 by name; I-1 may teach it already.
    problem = department(Instructors=FOUR[:3], Qualifications=papers(("I-1", "*"), ("I-3", "M1")))

    one, other, both = ways_of_people.qualified(problem, wanting(problem, "M2"))

    assert said(one.cells) == [
        "Qualifications 0 Instructor: I-3",
        "Qualifications 0 Program: P",
        "Qualifications 0 Module: M2",
    ]
    assert said(other.cells)[0] == "Qualifications 0 Instructor: I-2"
    assert [line for line in said(both.cells) if "Instructor" in line] == [
        "Qualifications 0 Instructor: I-3",
        "Qualifications 1 Instructor: I-2",
    ]
    assert {way.effort for way in (one, other, both)} == {Effort.PAPERS}


def test_only_those_need_papers_who_teach_in_the_schedule_and_only_for_what_they_teach() -> None:
    problem = department(Instructors=FOUR, Qualifications=papers(("I-1", "M1")))
    *_, all_of_them = ways_of_people.qualified(problem, wanting(problem, "M1", "M2"))
    schedule = b.schedule(
        b.session(module="M1", day=5, who="I-1"),
        b.session(module="M1", day=6, who="I-2"),
        b.session(module="M2", day=7, who="I-3"),
    )

    settled = told(all_of_them.settle(problem, schedule))

    assert settled is not None
    assert settled[0] == "qualify I-2 for P M1 and I-3 for P M2"
    assert settled[1] == [
        "Qualifications 0 Instructor: I-2",
        "Qualifications 0 Program: P",
        "Qualifications 0 Module: M1",
        "Qualifications 1 Instructor: I-3",
        "Qualifications 1 Program: P",
        "Qualifications 1 Module: M2",
    ]
    assert all_of_them.settle(problem, NONE) is None
    assert all_of_them.settle(problem, b.schedule(b.session(who="I-1"))) is None


def test_one_who_takes_over_several_modules_is_named_once() -> None:
    problem = department(Instructors=FOUR[:2], Qualifications=papers(("I-1", "M1")))
    one, _ = ways_of_people.qualified(problem, wanting(problem, "M1", "M2"))
    schedule = b.schedule(b.session(who="I-2"), b.session(module="M2", day=7, who="I-2"))

    settled = one.settle(problem, schedule)

    assert settled is not None
    assert settled.what == "qualify I-2 for P M1 and M2"


@pytest.mark.parametrize(
    ("campuses", "people"), [("", ["I-2"]), ("Main", ["I-2"]), ("North", []), ("North, Main", ["I-2"])]
)
def test_nobody_gets_qualified_who_does_not_teach_on_the_campus(campuses: str, people: list[str]) -> None:
    problem = department(
        Instructors=[{"Instructor": "I-1"}, {"Instructor": "I-2", "Campuses": campuses}],
        Qualifications=papers(("I-1", "*")),
        Cohorts={"Campus": "Main"},
        Rooms=[
            {"Room": "R-1", "Types": "CL", "Seats": 20, "Campus": "Main"},
            {"Room": "R-2", "Types": "CL", "Seats": 20, "Campus": "North"},
        ],
    )

    ways = ways_of_people.qualified(problem, wanting(problem, "M1"))

    assert [[cell.value for cell in way.cells if cell.column == "Instructor"] for way in ways] == [
        people for _ in range(2 * len(people))
    ]


def test_who_has_papers_that_expired_needs_no_others() -> None:
    expired = papers(("I-1", "*"))[0] | {"Valid until": date(2026, 1, 2)}
    problem = department(Qualifications=[expired])

    assert list(ways_of_people.qualified(problem, wanting(problem, "M1"))) == []


def test_one_more_instructor_is_new_and_may_teach_all_that_lacks_somebody() -> None:
    problem = department(
        Instructors=[{"Instructor": "I-1"}, {"Instructor": "NEW-1"}],
        Cohorts=[COHORT, COHORT | {"Cohort": "B"}],
    )
    both = [*wanting(problem, "M1", "M2"), (problem.cohorts["B"], problem.module("B", "M1"))]

    way = ways_of_people.hired(problem, both)

    assert said(way.cells) == [
        "Instructors 0 Instructor: NEW-2",
        "Instructors 0 Name: to be hired",
        "Qualifications 0 Instructor: NEW-2",
        "Qualifications 0 Program: P",
        "Qualifications 0 Module: M1",
        "Qualifications 1 Instructor: NEW-2",
        "Qualifications 1 Program: P",
        "Qualifications 1 Module: M2",
    ]
    settled = way.settle(problem, NONE)
    assert settled is not None
    assert settled.what == "one more instructor for P M1 and M2"


def test_more_campuses_are_those_on_which_somebody_teaches_then() -> None:
    problem = department(
        Instructors={"Campuses": "North"},
        Cohorts=[COHORT | {"Campus": "Main"}, COHORT | {"Cohort": "B", "Campus": "North"}],
        Rooms=[
            {"Room": "R-1", "Types": "CL", "Seats": 20, "Campus": "Main"},
            {"Room": "R-2", "Types": "CL", "Seats": 20, "Campus": "North"},
        ],
    )
    way = ways_of_people.more_campuses(problem.instructors["I-1"])

    assert said(way.cells) == ["Instructors 2 Campuses: "]
    assert told(way.settle(problem, b.schedule(b.session("A"), b.session("B", day=6)))) == (
        "let I-1 teach on Main",
        ["Instructors 2 Campuses: North, Main"],
    )
    assert way.settle(problem, b.schedule(b.session("B"))) is None


def test_papers_are_renewed_until_they_are_last_used() -> None:
    problem = department(Qualifications={"Valid until": date(2026, 1, 6)})
    way = ways_of_people.renewed(problem.qualifications[0])

    assert said(way.cells) == ["Qualifications 2 Valid until: "]
    assert told(way.settle(problem, b.schedule(b.session(day=5), b.session(module="M2", day=9)))) == (
        "renew what I-1 may teach, every module, until Fri Jan 9, 2026",
        ["Qualifications 2 Valid until: 2026-01-09"],
    )
    assert way.settle(problem, b.schedule(b.session(day=6))) is None
    assert way.settle(problem, b.schedule(b.session(day=9, who=""))) is None


def test_papers_for_one_module_are_not_renewed_for_another() -> None:
    limited = papers(("I-1", "M1"), ("I-1", "M2"))
    problem = department(Qualifications=[limited[0] | {"Valid until": date(2026, 1, 6)}, limited[1]])
    way = ways_of_people.renewed(problem.qualifications[0])

    assert way.settle(problem, b.schedule(b.session(module="M2", day=9))) is None
    assert told(way.settle(problem, b.schedule(b.session(module="M1", day=7)))) == (
        "renew what I-1 may teach, M1, until Wed Jan 7, 2026",
        ["Qualifications 2 Valid until: 2026-01-07"],
    )


def test_papers_without_an_end_need_no_renewing() -> None:
    problem = department()

    assert ways_of_people.renewed(problem.qualifications[0]).settle(problem, NONE) is None


@pytest.mark.parametrize(
    ("unit", "column", "most", "value"),
    [
        # Mon Jan 5: 3 h and 1.5 h; that week 7.5 h, the next 3 h.
        ("day", "Max hours/day", 16, "4.5"),
        ("week", "Max hours/week", 24, "7.5"),
    ],
)
def test_more_hours_are_those_of_the_fullest_day_or_week(
    unit: str, column: str, most: int, value: str
) -> None:
    problem = department()
    way = ways_of_people.more_hours(problem.instructors["I-1"], column, unit, most)
    schedule = b.schedule(
        b.session(day=5), b.session(day=5, at="12-13:30"), b.session(day=6), b.session(day=12)
    )

    assert said(way.cells) == [f"Instructors 2 {column}: "]
    assert told(way.settle(problem, schedule)) == (
        f"let I-1 teach {value} h a {unit}",
        [f"Instructors 2 {column}: {value}"],
    )
    assert way.settle(problem, b.schedule(b.session(day=5))) is None
    assert way.settle(problem, NONE) is None


def test_more_windows_are_the_days_and_hours_beyond_those_there_are() -> None:
    windows = [
        {"Who": "I-1", "Days": "MT", "Start": time(8), "End": time(10)},
        {"Who": "I-1", "Days": "MT", "Start": time(10), "End": time(11)},
    ]
    problem = department(Availability=windows)
    way = ways_of_people.more_windows(problem, "I-1")

    assert said(way.cells) == [
        "Availability 0 Who: I-1",
        "Availability 0 Days: MTWRFSU",
        "Availability 0 Start: 06:00",
        "Availability 0 End: 22:00",
    ]
    # Mon Jan 5 8 to 11 lies in both windows together; Tue Jan 6 ends too late, on Wed Jan 7 there is none.
    schedule = b.schedule(
        b.session(day=5), b.session(day=6, at="9-12"), b.session(day=7, at="8:30-9"), b.session(day=8, who="")
    )
    assert told(way.settle(problem, schedule)) == (
        "have I-1 there TW 8:30 AM to 12:00 PM, too",
        [
            "Availability 0 Who: I-1",
            "Availability 0 Days: TW",
            "Availability 0 Start: 08:30",
            "Availability 0 End: 12:00",
        ],
    )
    assert way.settle(problem, b.schedule(b.session(day=5))) is None


def test_a_room_has_more_windows_too() -> None:
    problem = department(Availability=[{"Who": "R-1", "Days": "M", "Start": time(8), "End": time(11)}])

    settled = ways_of_people.more_windows(problem, "R-1").settle(problem, b.schedule(b.session(day=6)))

    assert settled is not None
    assert settled.what == "have R-1 there T 8:00 AM to 11:00 AM, too"


def test_who_is_back_has_the_row_of_the_absence_emptied() -> None:
    problem = department(Absences=[{"Who": "I-1", "From": date(2026, 1, 6)}])
    way = ways_of_people.back(problem, problem.absences[0])

    assert told(way.settle(problem, NONE)) == (
        "have I-1 there all the same from Tue Jan 6, 2026",
        [f"Absences 2 {column}: " for column in ("Who", "From", "To", "Start", "End", "Reason")],
    )
    assert way.effort is Effort.RULE
