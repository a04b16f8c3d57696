"""``scheduler repair``: what it says of the edits, what it writes, and what it ends with.

The term is the one of `repaired`: I-1 has A, I-2 has B on the same mornings, I-3 is free.
"""

import json
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from shutil import copy

import pytest
import tiny
from click.testing import Result
from edited import Term, edit, people
from repaired import fall, planning

from scheduler.app import repairing
from scheduler.app.planning import Run as Repaired
from scheduler.cli.stop import STOPPING

Run = Callable[..., Result]

INPUTS = ("--inputs", "department.xlsx")
SEARCH = ("--time", 2, "--workers", 1)
MON = "on Mon Jan 5, 8:00 AM to 11:00 AM"


@pytest.fixture
def term(run: Run) -> Term:
    """Write the term into the empty folder."""
    return fall(Path())


def spoken(result: Result) -> list[str]:
    """Give what was said, without how long it took."""
    return [re.sub(r", \d+\.\d s$", "", said) for said in result.stdout.splitlines()]


def test_a_schedule_with_nothing_wrong_is_written_anew_and_ends_with_0(run: Run, term: Term) -> None:
    result = run("repair", term.schedule, *INPUTS, *SEARCH)

    assert result.exit_code == 0, result.output
    first, extent, *_, last = spoken(result)
    assert first == "department schedule v1.xlsx: no edits, no rows changed by the planner"
    # 2 cohorts of 6 sessions of 3 h
    assert extent == "2 cohorts · 36 h placed · all staffed · Jan 5, 2026 to Jan 12, 2026"
    assert Path(last).exists()
    assert (Path(last).name, Path(last).parts[0]) == ("department schedule v1.xlsx", "outputs")


def test_edits_are_said_before_what_the_planner_changed(run: Run, term: Term) -> None:
    term.edit(I2="I-2")  # who has B then; I-1 is free for it, and so is I-3

    result = run("repair", term.schedule, *INPUTS, *SEARCH)

    assert result.exit_code == 0, result.output
    assert spoken(result)[:3] == [
        f"You gave A M1 {MON} to I-2 (was I-1).",
        f"The planner gave B M1 {MON} to I-1 (was I-2).",
        "department schedule v1.xlsx: 1 edit, 1 row changed by the planner",
    ]


def test_what_cannot_be_mended_is_found_and_ends_with_1(run: Run, term: Term) -> None:
    term.edit(I2="I-3", L2="she asked", I8="I-3", L8="he asked")

    result = run("repair", term.schedule, *INPUTS, *SEARCH, "--out", "mine")

    assert result.exit_code == 1, result.output
    assert "1 finding" in spoken(result)
    assert any(
        said.startswith("department schedule v1.xlsx \u203a Schedule!I2: I-3 teaches A M1 and B M1")
        for said in spoken(result)
    )
    assert Path(spoken(result)[-1]).parts[0] == "mine"
    assert not Path("outputs").exists()


def test_copies_are_merged_and_what_they_dispute_ends_with_1(run: Run, term: Term) -> None:
    for name, cells in (("A.xlsx", {"I2": "I-3"}), ("B.xlsx", {"I2": "I-2", "J5": "R-3"})):
        edit(Path(copy(term.schedule, name)), **cells)

    result = run("repair", "A.xlsx", "B.xlsx", *INPUTS, *SEARCH)

    assert result.exit_code == 1, result.output
    assert spoken(result)[:4] == [
        "2 copies merged: A.xlsx, B.xlsx; cells are those of A.xlsx",
        f"You gave A M1 {MON} to I-3 (was I-1).",
        "You moved A M2 on Thu Jan 8, 8:00 AM to 11:00 AM to R-3 (was R-1).",
        "A.xlsx: 2 edits, no rows changed by the planner",
    ]
    assert f"A M1 {MON} was given to I-3 in A.xlsx and to I-2 in B.xlsx; I-3 was kept." in result.stdout


def test_sessions_before_the_day_from_which_is_repaired_stay(run: Run, term: Term) -> None:
    two = people({"Instructor": "I-2"}, {"Instructor": "I-3"})
    term.plan_says(**planning(**two))

    result = run("repair", term.schedule, *INPUTS, "--from", "2026-01-12", "--json", "r.json", *SEARCH)

    assert result.exit_code == 0, result.output
    assert spoken(result)[:2] == [
        "I-1 is no longer in Instructors",
        "The planner gave A M2 on Mon Jan 12, 8:00 AM to 11:00 AM to I-3 (was I-1).",
    ]
    (change,) = json.loads(Path("r.json").read_text("utf-8"))["changes"]
    assert change == {
        "row": "R00006",
        "what": "A M2 on Mon Jan 12: instructor",
        "before": "I-1",
        "after": "I-3",
        "by": "planner",
    }


def test_nothing_but_json_is_on_standard_output(run: Run, term: Term) -> None:
    term.edit(J2="R-3")

    result = run("repair", term.schedule, *INPUTS, *SEARCH, "--json", "-")

    content = json.loads(result.stdout)
    assert result.exit_code == 0, result.output
    assert [(change["row"], change["before"], change["after"]) for change in content["changes"]] == [
        ("R00001", "R-1", "R-3")
    ]
    assert content["findings"] == []
    assert Path(content["workbook"]).exists()
    assert f"You moved A M1 {MON} to R-3 (was R-1)." in result.stderr


def test_of_many_changes_only_the_beginning_is_said(
    run: Run, term: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.cli.repair.SHOWN", 1)
    term.edit(J2="R-3", L5="Bring the torches", L6="Bring the masks")

    result = run("repair", term.schedule, *INPUTS, *SEARCH)

    assert spoken(result)[:2] == [
        f"You moved A M1 {MON} to R-3 (was R-1).",
        "... and 1 more in the sheet Changes",
    ]


def test_the_inputs_of_a_run_are_found_and_the_next_version_counts_on(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))
    planned = Path(run("plan", "department.xlsx", "--workers", 1).stdout.splitlines()[-1])
    edit(planned, L2="Guest speaker")

    result = run("repair", planned.parent, *SEARCH)

    assert result.exit_code == 0, result.output
    assert spoken(result)[:3] == [
        "checked against inputs/department.xlsx beside it",
        f"You changed the note of A M1 {MON}.",
        f"{planned.parent.name}: 1 edit, no rows changed by the planner",
    ]
    assert Path(spoken(result)[-1]).name == "department schedule v2.xlsx"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("department.xlsx", *INPUTS), "department.xlsx: this is no schedule workbook. Plan it first"),
        (("department schedule v1.xlsx",), "the inputs of this schedule are not beside it. Say what it was"),
        (("department schedule v1.xlsx", "--inputs", "gone.xlsx"), "gone.xlsx: there is no such file"),
        (("gone.xlsx",), "gone.xlsx: there is no such file or folder. Check the path."),
        (("department schedule v1.xlsx", *INPUTS, "--from", "6.1.2026"), "'6.1.2026' does not match"),
        (("department schedule v1.xlsx", *INPUTS, "--from", "2026-02-30"), "'2026-02-30' does not match"),
        (("department schedule v1.xlsx", *INPUTS, "--time", "-1"), "--time"),
        ((), "EDITED"),
    ],
)
def test_what_cannot_be_used_ends_with_2_and_nothing_is_written(
    run: Run, term: Term, words: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in Path().iterdir()}

    result = run("repair", *words)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_the_first_ctrl_c_keeps_the_best_so_far(
    run: Run, term: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    mend = repairing.repair

    def interrupted(*words: object, search: repairing.Search, **named: object) -> Repaired:
        os.kill(os.getpid(), signal.SIGINT)
        assert search.stopped()
        return mend(*words, search=search, **named)

    monkeypatch.setattr(repairing, "repair", interrupted)
    term.edit(I2="I-2")

    result = run("repair", term.schedule, *INPUTS, "--workers", 1, "--time", 60)

    assert result.stderr.splitlines() == [STOPPING]
    assert f"You gave A M1 {MON} to I-2 (was I-1)." in result.stdout
    assert Path(spoken(result)[-1]).exists()


def test_the_second_ctrl_c_gives_up(run: Run, term: Term, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(repairing, "repair", interrupted)

    result = run("repair", term.schedule, *INPUTS)

    assert result.exit_code == 130
    assert result.stderr.splitlines()[-1] == "Aborted."
