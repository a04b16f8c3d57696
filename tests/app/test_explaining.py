"""Why something cannot be had, and what would help: on tiny workbooks from beginning to end."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tiny

from scheduler.app import planning, reasoning, remedies, results
from scheduler.app.explaining import Explained, explain
from scheduler.app.faults import InputError
from scheduler.app.planning import Search
from scheduler.domain.remedy import Remedy
from scheduler.domain.scenario import Cell
from scheduler.reading import read_problem

TODAY = date(2026, 1, 2)
M1, M2 = tiny.rows()["Modules"]
COHORT = tiny.rows()["Cohorts"][0]
SMALL: dict[str, Any] = {"Rooms": {"Seats": 9}}
NOBODY: dict[str, Any] = {"Qualifications": {"Module": "M1"}}


def search(**options: Any) -> Search:
    return Search(**({"clock": lambda: 0.0, "seconds": None, "work": 60, "workers": 1} | options))


def explained(source: Path, **options: Any) -> Explained:
    return explain(source, search(**options), lambda _: None)


def lines(cells: Iterable[Cell]) -> list[str]:
    return [f"{cell.sheet} {cell.row} {cell.column}: {cell.value}" for cell in cells]


def mended(source: Path, remedy: Remedy) -> bool:
    """Whether with the cells of a remedy the workbook is planned without any finding."""
    problem = read_problem(source, remedy.cells).problem
    assert problem is not None
    outcome = planning.solve(problem, search())
    return not reasoning.is_short(problem, outcome.schedule, outcome.findings)


SHORTAGES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "room": (SMALL, "10 seats in R-1", ["Rooms 2 Seats: 10"]),
    "papers": (
        NOBODY | {"Instructors": [{"Instructor": "I-1"}, {"Instructor": "I-2"}]},
        "qualify I-1 for P M2",
        [
            "Qualifications 3 Instructor: I-1",
            "Qualifications 3 Program: P",
            "Qualifications 3 Module: M2",
        ],
    ),
    "dates": (
        {"Cohorts": {"Finish by": date(2026, 1, 6)}},
        "let A finish by Fri Jan 9, 2026",
        ["Cohorts 2 Finish by: 2026-01-09"],
    ),
    "pin": (
        {"Pins": [{"Cohort": "A", "Module": "M1", "Start": date(2026, 1, 6)}]},
        "clear the pin of A M1 in row 2 of Pins",
        [f"Pins 2 {name}: " for name in ("Cohort", "Module", "Start", "Instructor", "Room", "Reason")],
    ),
}


@pytest.mark.parametrize(("changed", "what", "cells"), SHORTAGES.values(), ids=SHORTAGES)
def test_the_first_remedy_is_enough_and_does_what_it_says(
    tmp_path: Path, changed: dict[str, Any], what: str, cells: list[str]
) -> None:
    source = tiny.workbook(tmp_path / "fall.xlsx", **changed)

    found = explained(source)

    assert found.is_short
    assert len(found.reasons) == 1
    remedy = found.remedies[0]
    assert remedy.what == what
    assert lines(remedy.cells) == cells
    assert remedy.is_enough
    assert remedy.gives.startswith("all hours placed and staffed")
    assert mended(source, remedy)


def test_remedies_cost_the_college_no_less_the_further_down_they_stand(tmp_path: Path) -> None:
    found = explained(tiny.workbook(tmp_path / "fall.xlsx", **SMALL))

    assert [remedy.effort for remedy in found.remedies] == sorted(one.effort for one in found.remedies)
    assert len(found.remedies) > 1


def test_two_shortages_that_have_nothing_to_do_with_each_other_are_mended_together(tmp_path: Path) -> None:
    source = tiny.workbook(
        tmp_path / "fall.xlsx",
        **NOBODY,
        Modules=[M1, M2 | {"Room type": "ML"}],
        Instructors=[{"Instructor": "I-1"}, {"Instructor": "I-2"}],
    )

    found = explained(source)

    assert len(found.reasons) == 2
    (both,) = found.remedies
    assert both.is_enough
    assert {cell.sheet for cell in both.cells} >= {"Qualifications", "Rooms"}
    assert mended(source, both)


def test_where_nothing_that_is_tried_is_enough_the_best_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remedies, "_together", lambda *_: [])
    source = tiny.workbook(tmp_path / "fall.xlsx", **NOBODY, Modules=[M1, M2 | {"Room type": "ML"}])

    found = explained(source)

    # Of the two, 3 h without instructor and 3 h without room, each mends one.
    assert not any(remedy.is_enough for remedy in found.remedies)
    assert 1 <= len(found.remedies) <= remedies.BEST
    assert all("3 h unstaffed still" in remedy.gives for remedy in found.remedies)
    assert "6 h unstaffed" in found.standing


def test_a_remedy_says_who_finishes_on_another_day(tmp_path: Path) -> None:
    away = [{"Who": "I-1", "From": date(2026, 1, 5), "To": date(2026, 1, 6)}]
    source = tiny.workbook(tmp_path / "fall.xlsx", Absences=away)

    found = explained(source)

    later = next(remedy for remedy in found.remedies if remedy.what.startswith("let A start on Wed"))
    # From Wed Jan 7 to Fri Jan 9 instead of from Mon Jan 5 to Wed Jan 7.
    assert later.gives == "all hours placed and staffed; A finishes 2 days later"


def test_who_could_not_finish_before_finishes_at_last(tmp_path: Path) -> None:
    settings = [*tiny.rows()["Settings"][:2], {"Key": "Plan to", "Value": date(2026, 1, 6)}]

    found = explained(tiny.workbook(tmp_path / "fall.xlsx", Settings=settings))

    remedy = next(one for one in found.remedies if one.what.startswith("let the plan end"))
    assert remedy.what == "let the plan end on Fri Jan 9, 2026"
    assert remedy.gives == "all hours placed and staffed; A finishes on Wed Jan 7, 2026"


def test_a_workbook_without_fault_has_no_reasons_and_nothing_to_mend(tmp_path: Path) -> None:
    said: list[str] = []

    found = explain(tiny.workbook(tmp_path / "fall.xlsx"), search(), said.append)

    assert not found.is_short
    assert found.reasons == found.remedies == found.findings == ()
    assert found.standing == "everything can be had"
    assert found.bottlenecks
    assert said == ["planning"]


def test_a_schedule_is_explained_as_it_is_by_its_workbook_or_its_folder(tmp_path: Path) -> None:
    source = tiny.workbook(tmp_path / "fall.xlsx", **SMALL)
    run = planning.plan(source, tmp_path / "outputs", today=TODAY, search=search())
    said: list[str] = []

    by_file = explain(run.workbook, search(), said.append)
    by_folder = explained(run.workbook.parent)

    assert said == ["looking for the reasons", "trying what would help"]
    assert by_file.reasons == by_folder.reasons
    assert by_file.remedies[0].what == by_folder.remedies[0].what == "10 seats in R-1"
    assert by_file.inputs == "fall.xlsx"
    assert by_file.schedule.by_placement.keys() == {("A", "M1"), ("A", "M2")}


def test_a_folder_of_csv_files_is_explained_too(tmp_path: Path) -> None:
    found = explained(tiny.folder(tmp_path / "fall", **SMALL))

    assert found.inputs == "fall"
    assert lines(found.remedies[0].cells) == ["Rooms 2 Seats: 10"]


def test_a_rule_that_cannot_be_kept_is_short_though_all_hours_are_held(tmp_path: Path) -> None:
    found = explained(tiny.workbook(tmp_path / "fall.xlsx", **SHORTAGES["pin"][0]))

    assert found.standing == "not every rule can be kept"


def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        explained(tiny.workbook(tmp_path / "fall.xlsx", Cohorts={"Program": "CNX"}))


def test_without_any_time_it_says_what_is_missing_and_no_more(tmp_path: Path) -> None:
    found = explained(tiny.workbook(tmp_path / "fall.xlsx", **SMALL), seconds=0.0)

    assert found.is_short
    assert found.reasons == found.remedies == ()


def test_ways_are_tried_for_as_long_as_there_is_time_and_few_are_enough(tmp_path: Path) -> None:
    # The clock goes on by a ten thousandth of a second whenever it is read.
    ticks = iter(range(10_000_000))
    source = tiny.workbook(tmp_path / "fall.xlsx", **SMALL)

    found = explained(source, clock=lambda: next(ticks) / 10_000, seconds=40.0)

    assert found.reasons
    assert found.remedies[0].what == "10 seats in R-1"


def test_somebody_who_asks_to_stop_is_heard(tmp_path: Path) -> None:
    found = explained(tiny.workbook(tmp_path / "fall.xlsx", **SMALL), stopped=lambda: True)

    assert found.reasons == found.remedies == ()


def test_programs_get_reasons_remedies_with_cells_and_bottlenecks(tmp_path: Path) -> None:
    result = results.of_explanation(explained(tiny.workbook(tmp_path / "fall.xlsx", **SMALL)))

    assert result["status"] == "explained"
    assert set(result) == {"status", "findings", "reasons", "remedies", "bottlenecks"}
    (reason,), remedy = result["reasons"], result["remedies"][0]  # type: ignore[index,misc]
    assert set(reason) == {"what", "facts", "cohorts", "missing", "proven", "counts"}
    assert reason["facts"][0] == {"what": "R-1 has 9 seats", "where": "Rooms!D2"}
    assert set(remedy) == {"what", "gives", "enough", "effort", "score", "cells"}
    assert remedy["cells"] == [{"sheet": "Rooms", "row": 2, "column": "Seats", "value": "10"}]
    people = next(one for one in result["bottlenecks"] if "I-1" in one["who"])  # type: ignore[attr-defined]
    # 9 h in the one week that is tightest, with I-1 there five mornings of 3 h.
    assert (people["week"], people["week_needed"], people["week_there"]) == ("2026-01-05", 9, 15)


@pytest.mark.parametrize(("seconds", "found"), [(0.0, []), (5.0, ["Rooms!D2"])])
def test_a_plan_has_reasons_if_time_is_set_apart_for_them(
    tmp_path: Path, seconds: float, found: list[str]
) -> None:
    problem = read_problem(tiny.workbook(tmp_path / "fall.xlsx", **SMALL)).problem
    assert problem is not None
    phases: list[str] = []

    outcome = planning.solve(
        problem, search(reasoning=seconds, watch=lambda progress: phases.append(progress.phase))
    )

    assert [reason.facts[0].where for reason in outcome.reasons] == found
    assert (reasoning.REASONING in phases) is bool(seconds)


def test_a_plan_with_nothing_missing_does_not_look_for_reasons(tmp_path: Path) -> None:
    problem = read_problem(tiny.workbook(tmp_path / "fall.xlsx")).problem
    assert problem is not None
    phases: list[str] = []

    planning.solve(problem, search(reasoning=5.0, watch=lambda progress: phases.append(progress.phase)))

    assert reasoning.REASONING not in phases
