"""Planning what cannot be fulfilled: all that can be held is, and what is missing is named with its hours."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import tiny
from edited import course, module, people, rooms
from shell import call

from scheduler.app import planning
from scheduler.app.planning import Search
from scheduler.domain.schedule import Session

COHORT = {"Program": "P", "Patterns": "AM", "Students": 10, "Earliest start": date(2026, 1, 5)}
MORNING = {"Pattern": "AM", "Days": "MTWRF", "Start": time(8), "End": time(11)}


def day(number: int) -> date:
    return date(2026, 1, number)


@dataclass(frozen=True)
class Planned:
    """What came out: the sessions, and the result for programs as it was written."""

    sessions: Sequence[Session]
    result: Mapping[str, Any]

    def held(self) -> dict[tuple[str, str], float]:
        """Give the hours held of each cohort's modules."""
        hours: dict[tuple[str, str], float] = {}
        for session in self.sessions:
            key = session.cohort, session.module
            hours[key] = hours.get(key, 0) + session.length / 4
        return hours

    def missing(self) -> tuple[float, float]:
        """Give the hours that are not placed and those that are not staffed."""
        return self.result["unplaced_hours"], self.result["unstaffed_hours"]

    def findings(self) -> list[tuple[str, str]]:
        """Give the rule and the cell of each finding."""
        return [(row["rule"], row["where"]) for row in self.result["findings"]]

    def says(self, rule: str) -> str:
        """Give what the findings of a rule say."""
        return " ".join(row["what"] for row in self.result["findings"] if row["rule"] == rule)


def planned(folder: Path, **changed: Any) -> Planned:
    source = tiny.workbook(folder / "department.xlsx", **changed)
    search = Search(clock=lambda: 0.0, seconds=None, work=200)
    run = planning.plan(source, folder / "outputs", today=date(2026, 1, 2), search=search)
    result = json.loads((run.workbook.parent / "result.json").read_text("utf-8"))
    assert run.workbook.exists()
    assert all(row["todo"] for row in result["findings"])
    return Planned(sessions=run.outcome.schedule.sessions, result=result)


def no_evening_lathe_instructor() -> dict[str, Any]:
    """I-1 teaches everything but goes at 4 PM; I-2 does not teach the lathe, L1."""
    evening = {"Pattern": "EVE", "Days": "MTWR", "Start": time(17), "End": time(20)}
    may = [
        {"Instructor": "I-1", "Program": "P", "Module": "*"},
        {"Instructor": "I-2", "Program": "P", "Module": "M1"},
    ]
    return {
        "Patterns": [MORNING, evening],
        "Cohorts": [COHORT | {"Cohort": "D"}, COHORT | {"Cohort": "E", "Patterns": "EVE"}],
        "Availability": [{"Who": "I-1", "Days": "MTWRF", "Start": time(8), "End": time(16)}],
        **course(module("M1", 3), module("L1", 3, {"Room type": "LL"})),
        **(people() | {"Qualifications": may}),
        **rooms({"Room": "R-1"}, {"Room": "L-1", "Types": "LL"}),
    }


def test_without_an_evening_lathe_instructor_only_the_evening_lathe_lacks_one(tmp_path: Path) -> None:
    """Two cohorts of 3 h + 3 h are all held; 3 h of E's L1 have nobody, at 500 an hour."""
    made = planned(tmp_path, **no_evening_lathe_instructor())

    assert made.held() == {("D", "M1"): 3, ("D", "L1"): 3, ("E", "M1"): 3, ("E", "L1"): 3}
    assert made.missing() == (0, 3)
    assert {s.instructors for s in made.sessions if (s.cohort, s.module) == ("E", "L1")} == {()}
    assert made.findings() == [("instructor-free", "Availability!A2"), ("unstaffed hours", "Schedule!I5")]
    assert "L1 (0 h of 3 h) of E" in made.says("instructor-free")
    words = "E L1 on Tue Jan 6, 5:00 PM to 8:00 PM lacks an instructor for 3 h."
    assert made.says("unstaffed hours") == words


def test_the_command_line_plans_the_rest_and_ends_with_1(tmp_path: Path) -> None:
    tiny.workbook(tmp_path / "department.xlsx", **no_evening_lathe_instructor())

    ran = call(tmp_path, "plan", "department.xlsx", "--workers", "1", "--json", "-")

    assert ran.returncode == 1, ran.stderr
    result = json.loads(ran.stdout)
    assert (result["unplaced_hours"], result["unstaffed_hours"]) == (0, 3)
    assert (tmp_path / result["workbook"]).exists()
    assert "E L1 on Tue Jan 6, 5:00 PM to 8:00 PM lacks an instructor for 3 h." in ran.stderr


def test_a_room_too_small_leaves_only_its_module_without_a_room(tmp_path: Path) -> None:
    """Ten students do not fit the nine stations of the only ML: 3 h of M2 have no room; M1 has R-1."""
    made = planned(
        tmp_path,
        **course(module("M1", 6), module("M2", 3, {"Room type": "ML"})),
        **rooms({"Room": "R-1"}, {"Room": "L-1", "Types": "ML", "Seats": 12, "Stations": 9}),
    )

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (0, 3)
    assert {(s.module, s.rooms) for s in made.sessions} == {("M1", ("R-1",)), ("M2", ())}
    assert made.findings() == [("room-capacity", "Cohorts!E2"), ("unstaffed hours", "Schedule!J4")]
    assert made.says("room-capacity") == (
        "A has 10 students, but for M2 the largest room of type ML is L-1 with 9."
    )
    assert made.says("unstaffed hours") == ("A M2 on Wed Jan 7, 8:00 AM to 11:00 AM lacks a room for 3 h.")


def test_a_plan_that_ends_too_soon_is_filled_to_its_last_quarter(tmp_path: Path) -> None:
    """Two mornings of 3 h hold M1's 6 h of the 9 h; all 3 h of M2 are missing, at 1000 an hour."""
    settings = [{"Key": "Plan from", "Value": day(5)}, {"Key": "Plan to", "Value": day(6)}]
    made = planned(tmp_path, Settings=settings)

    assert made.held() == {("A", "M1"): 6}
    assert made.missing() == (3, 0)
    assert made.findings() == [("unplaced hours", "Cohorts!D2"), ("unplaced hours", "Cohorts!A2")]
    said = made.says("unplaced hours")
    assert "A has too little class time up to Plan to (Tue Jan 6): AM has 6 h of the 9 h needed." in said
    assert "3 h of the 3 h of A M2 are not in the schedule." in said


def test_a_module_that_is_cut_off_says_how_much_of_it_is_missing(tmp_path: Path) -> None:
    """Three mornings hold 9 h: all 6 h of M1, and 3 h of M2's 4.25 h."""
    settings = [{"Key": "Plan from", "Value": day(5)}, {"Key": "Plan to", "Value": day(7)}]
    made = planned(tmp_path, Settings=settings, **course(module("M1", 6), module("M2", 4.25)))

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (1.25, 0)
    assert "1.25 h of the 4.25 h of A M2 are not in the schedule." in made.says("unplaced hours")


@pytest.mark.parametrize(
    ("window", "cell", "words"),
    [
        (
            {"Earliest start": date(2026, 2, 2)},
            "Cohorts!F3",
            "B starts on Mon Feb 2 or later, after Plan to (Fri Jan 30).",
        ),
        (
            {"Earliest start": date(2025, 12, 1), "Latest start": date(2025, 12, 5)},
            "Cohorts!G3",
            "B starts by Fri Dec 5, before Plan from (Mon Jan 5).",
        ),
    ],
    ids=["after it", "before it"],
)
def test_a_start_window_outside_the_plan_leaves_out_its_cohort_alone(
    tmp_path: Path, window: dict[str, date], cell: str, words: str
) -> None:
    """A has all its 9 h, B none of them."""
    made = planned(tmp_path, Cohorts=[COHORT | {"Cohort": "A"}, COHORT | {"Cohort": "B"} | window])

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (9, 0)
    assert made.findings() == [
        ("cohort-start", cell),
        ("unplaced hours", "Cohorts!A3"),
        ("unplaced hours", "Cohorts!A3"),
    ]
    assert made.says("cohort-start") == words
    said = made.says("unplaced hours")
    assert "6 h of the 6 h of B M1" in said
    assert "3 h of the 3 h of B M2" in said


def test_a_cohort_without_class_days_leaves_the_others_theirs(tmp_path: Path) -> None:
    """B has class on Saturdays, all of which are closed for it: A has its 9 h, B none."""
    made = planned(
        tmp_path,
        Patterns=[MORNING, MORNING | {"Pattern": "SAT", "Days": "Sat"}],
        Cohorts=[COHORT | {"Cohort": "A"}, COHORT | {"Cohort": "B", "Patterns": "SAT"}],
        Calendar=[{"From": day(10), "To": day(31), "Cohort": "B", "Kind": "closed"}],
    )

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (9, 0)
    assert made.findings()[0] == ("cohort-start", "Cohorts!F3")
    assert made.says("cohort-start") == "B has no class day on which it may start."
    assert "6 h of the 6 h of B M1" in made.says("unplaced hours")


def test_with_nobody_qualified_everything_is_placed_and_nothing_staffed(tmp_path: Path) -> None:
    """All 9 h are held in R-1 without anybody, at 500 an hour."""
    made = planned(tmp_path, Qualifications=[])

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (0, 9)
    assert made.result["score"] == 4500
    assert {(s.instructors, s.rooms) for s in made.sessions} == {((), ("R-1",))}
    assert made.findings() == [
        ("instructor-qualified", "Modules!B2"),
        ("instructor-qualified", "Modules!B3"),
        ("unstaffed hours", "Schedule!I2"),
        ("unstaffed hours", "Schedule!I4"),
    ]
    assert made.says("instructor-qualified") == (
        "Nobody is qualified for P M1. Nobody is qualified for P M2."
    )
    said = made.says("unstaffed hours")
    assert "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM (and on Tue Jan 6) lacks an instructor for 6 h." in said
    assert "A M2 on Wed Jan 7, 8:00 AM to 11:00 AM lacks an instructor for 3 h." in said


def test_of_two_pins_of_one_module_the_first_counts_and_the_second_is_named(tmp_path: Path) -> None:
    """M2 follows M1 on Wed Jan 7 as its first pin says; the second says Thu."""
    pin = {"Cohort": "A", "Module": "M2"}
    made = planned(tmp_path, Pins=[pin | {"Start": day(7)}, pin | {"Start": day(8)}])

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (0, 0)
    assert made.findings() == [("pin", "Pins!C3")]
    assert made.says("pin") == "A M2 is pinned twice, and the first row says another Start (Pins!C2)."


def test_pins_against_the_order_of_modules_are_named_and_all_is_held(tmp_path: Path) -> None:
    """M1 has to come first but is pinned to Wed, and M2 to Mon: neither can be, and all 9 h are held."""
    made = planned(
        tmp_path,
        Pins=[
            {"Cohort": "A", "Module": "M1", "Start": day(7)},
            {"Cohort": "A", "Module": "M2", "Start": day(5)},
        ],
    )

    assert made.held() == {("A", "M1"): 6, ("A", "M2"): 3}
    assert made.missing() == (0, 0)
    assert {rule for rule, _ in made.findings()} == {"pin"}
    assert {"Pins!C2", "Pins!C3"} <= {where for _, where in made.findings()}
    words = "A M2 is pinned to start on Mon Jan 5, but M1, which must have ended by then, is pinned to start"
    assert words in made.says("pin")


def test_somebody_pinned_to_two_cohorts_at_once_teaches_one_of_them(tmp_path: Path) -> None:
    """A and B both start on Mon at 8:00 and may not pause, so I-1 has 9 h and the other cohort nobody."""
    pins = [
        {"Cohort": name, "Module": "M1", "Start": datetime.combine(day(5), time(8)), "Instructor": "I-1"}
        for name in "AB"
    ]
    made = planned(
        tmp_path,
        Cohorts=[COHORT | {"Cohort": "A"}, COHORT | {"Cohort": "B"}],
        Pins=pins,
        **rooms({"Room": "R-1"}, {"Room": "R-2"}),
    )

    assert sum(made.held().values()) == 18
    assert made.missing() == (0, 9)
    assert made.findings()[0] == ("pin", "Pins!D3")
    assert made.says("pin").startswith("I-1 is pinned to A M1 and to B M1, which are both pinned to start")
    said = made.says("unstaffed hours")
    assert "lacks an instructor for 6 h." in said
    assert "lacks an instructor for 3 h." in said
