"""Edited schedule workbooks on the command line: accepted with 0 at the limit, found with 1 one past it."""

import json
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from shutil import copy

import builders as b
import pytest
from edited import Term, course, module, people, rooms, term
from shell import call


def checked(made: Term) -> tuple[int, list[tuple[str, str]], str]:
    """Give the exit code, each finding's rule and cell, and what the first one says."""
    ran = call(made.schedule.parent, "check", made.schedule.name, "--inputs", made.inputs.name, "--json", "-")
    found = json.loads(ran.stdout)["findings"]
    first = found[0]["what"] if found else ""
    return ran.returncode, [(row["rule"], row["where"]) for row in found], first


def hours(folder: Path) -> Term:
    """Hold the 2.75 h of M1 from 8:00 to 10:45."""
    return term(folder, b.session(at="8-10:45"), **course(module("M1", 2.75)))


def start(folder: Path) -> Term:
    """Start on Wed Jan 7, the Latest start."""
    return term(folder, b.session(day=7), Cohorts={"Latest start": date(2026, 1, 7)}, **course(module()))


def load(folder: Path) -> Term:
    """Give I-1 the 3 h a day that are the most, and I-2 the quarter-hour after them."""
    sessions = (b.session(), b.session(module="M2", at="11-11:15", who="I-2"))
    staff = people({"Instructor": "I-1", "Max hours/day": 3}, {"Instructor": "I-2"})
    sheets = course(module(), module("M2", 0.25)) | staff
    return term(folder, *sessions, Patterns={"End": time(11, 15)}, **sheets)


def capacity(folder: Path) -> Term:
    """Fill R-1 with the 20 students of A; R-2 has 19 seats."""
    sheets = course(module()) | rooms({"Room": "R-1", "Seats": 20}, {"Room": "R-2", "Seats": 19})
    return term(folder, b.session(), Cohorts={"Students": 20}, **sheets)


@pytest.mark.parametrize(
    ("at_the_limit", "cells", "broken", "words"),
    [
        (hours, {"E2": time(11)}, ("module-hours", "Schedule!F2"), "A M1 is held for 3 h, 0.25 h more"),
        (start, {"C2": date(2026, 1, 8)}, ("cohort-start", "Schedule!C2"), "A starts on Thu Jan 8"),
        (load, {"I3": "I-1"}, ("instructor-load", "Schedule!I3"), "I-1 teaches 3.25 h on Mon Jan 5"),
        (capacity, {"J2": "R-2"}, ("room-capacity", "Schedule!J2"), "R-2 takes 19 students, but A has 20"),
    ],
)
def test_one_past_the_limit_ends_with_1_and_its_cell(
    tmp_path: Path,
    at_the_limit: Callable[[Path], Term],
    cells: dict[str, object],
    broken: tuple[str, str],
    words: str,
) -> None:
    made = at_the_limit(tmp_path)
    assert checked(made) == (0, [], "")

    made.edit(**cells)

    code, found, what = checked(made)
    assert (code, found) == (1, [broken])
    assert what.startswith(words)


def test_conflicting_copies_end_with_1_and_both_edits(tmp_path: Path) -> None:
    """Both put M1 into another room than R-1, and into different ones; A.xlsx also leaves a note."""
    sheets = course(module()) | rooms({"Room": "R-1"}, {"Room": "R-2"}, {"Room": "R-3"})
    made = term(tmp_path, b.session(), **sheets)
    copies = [Term(made.inputs, Path(copy(made.schedule, tmp_path / name))) for name in ("A.xlsx", "B.xlsx")]
    copies[0].edit(J2="R-2", L2="Moved")
    copies[1].edit(J2="R-3")

    ran = call(tmp_path, "check", "A.xlsx", "B.xlsx", "--inputs", made.inputs.name)

    assert ran.returncode == 1, ran.stderr
    told = "A M1 on Mon Jan 5, 8:00 AM to 11:00 AM"
    what = f"{told} was put into R-2 in A.xlsx and into R-3 in B.xlsx; R-2 was kept."
    todo = "Settle it with whoever edited B.xlsx, and edit this row if R-3 is right."
    assert ran.stdout.splitlines()[-3:] == [
        f"You moved {told} to R-2 (was R-1) and changed its note.",
        f"A.xlsx \u203a Schedule!J2: {what} {todo}",
        "A.xlsx: 1 edit, 1 finding",
    ]
