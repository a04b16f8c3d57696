"""How results are put into words."""

from math import inf
from pathlib import Path

import builders as b
import pytest
from rich.console import Console

from scheduler.cli import words
from scheduler.domain.findings import Finding
from scheduler.domain.outcome import Price
from scheduler.domain.schedule import Schedule


@pytest.mark.parametrize(
    ("score", "bound", "said"),
    [
        (100, 100, "proven best"),
        (0, 0, "proven best"),
        (-50, -50, "proven best"),
        (1032, 1000, "at most 3.2 % above the best possible"),
        (1000, 0, "not known to be near the best possible"),
        (1000, None, "not known to be near the best possible"),
        (1000, -inf, "not known to be near the best possible"),
    ],
)
def test_how_near_the_best_possible(score: float, bound: float | None, said: str) -> None:
    assert words.closeness(score, bound) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no findings"), (1, "1 finding"), (2, "2 findings"), (1200, "1,200 findings")]
)
def test_counts_have_their_noun(count: int, said: str) -> None:
    assert words.counted(count, "finding") == said


def prices(unplaced: float = 0, unstaffed: float = 0) -> dict[str, Price]:
    return {
        "unplaced hours": Price(units=unplaced, weight=1000),
        "unstaffed hours": Price(units=unstaffed, weight=500),
    }


def test_hours_and_dates_of_a_schedule() -> None:
    schedule = Schedule(sessions=(b.session(day=5, at="8-11"), b.session(day=6, at="8:00-9:15")))

    # 3 h + 1.25 h
    assert words.extent(b.problem(b.module(hours=4.25)), schedule, prices()) == (
        "1 cohort · 4.25 h placed · all staffed · Jan 5, 2026 to Jan 6, 2026"
    )


def test_missing_hours_are_said() -> None:
    assert words.extent(b.problem(), Schedule(), prices(unplaced=3, unstaffed=1.5)) == (
        "no cohorts · 0 h placed, 3 h not · 1.5 h unstaffed"
    )


def test_hours_placed_and_missing_add_up_to_what_is_required() -> None:
    """M1 of 3 h is held for 3.5 h, M2 of 3 h for 2 h: of 6 h 5 are placed, 1 is not, 0.5 is too many."""
    tiny = b.problem(b.module("M1"), b.module("M2"))
    schedule = b.schedule(b.session(at="8:00-11:30"), b.session(module="M2", day=6, at="8-10"))

    assert words.extent(tiny, schedule, prices(unplaced=1)).startswith(
        "1 cohort · 5 h placed, 1 h not, 0.5 h too many · all staffed"
    )


def test_the_table_of_goals_leaves_out_what_has_nothing_to_tell() -> None:
    console = Console(width=80, record=True, file=None)
    goals = {
        "finish": Price(units=12, weight=1),
        "rooms": Price(units=0, weight=5),
        "cover hours": Price(units=2.5, weight=5),
    }

    with console.capture() as seen:
        console.print(words.goals_table(goals))

    rows = [line.split() for line in seen.get().splitlines()]
    assert ["finish", "12", "1", "12"] in rows
    assert ["cover", "hours", "2.5", "5", "12.5"] in rows
    assert not any("rooms" in row for row in rows)


def test_a_finding_names_the_file_its_cell_is_in() -> None:
    findings = [
        Finding(
            rule="room-free", where="Schedule!J7", what="CL-1 is taken twice", todo="Choose another room"
        ),
        Finding(rule="input", where="Cohorts!C7", what='there is no program "CNX". Did you mean "CNC"?'),
        Finding(rule="input", what="this is no workbook"),
    ]

    assert words.finding_lines(findings, inputs="department.xlsx", workbook="schedule v1.xlsx") == [
        "schedule v1.xlsx \u203a Schedule!J7: CL-1 is taken twice. Choose another room.",
        'department.xlsx \u203a Cohorts!C7: there is no program "CNX". Did you mean "CNC"?',
        "department.xlsx: this is no workbook.",
    ]


def test_a_row_that_only_another_copy_has_is_in_the_schedule() -> None:
    finding = Finding(rule="cohort-time", what="There is no class.", sessions=(b.session(),))

    (line,) = words.finding_lines([finding.located({})], inputs="department.xlsx", workbook="A.xlsx")

    assert line == "A.xlsx \u203a A M1 on Mon Jan 5, 8:00 AM to 11:00 AM: There is no class."


def test_paths_are_as_short_as_they_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert words.shown(tmp_path / "outputs" / "a.xlsx") == str(Path("outputs/a.xlsx"))
    assert words.shown(Path("outputs/a.xlsx")) == str(Path("outputs/a.xlsx"))
    assert words.shown(tmp_path.parent / "a.xlsx") == str(tmp_path.parent / "a.xlsx")
