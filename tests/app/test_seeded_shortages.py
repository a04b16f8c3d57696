"""The sample department with one thing wrong on purpose: it is named, and the first remedy mends it."""

from pathlib import Path

import pytest
from benchmarks.shortages import SHORTAGES, workbook

from scheduler.app import reasoning, remedies
from scheduler.app.explaining import explain
from scheduler.app.planning import Search, solve
from scheduler.reading import read_problem

SEARCH = Search(clock=lambda: 0.0, seconds=None, work=60)
LONGER = Search(clock=lambda: 0.0, seconds=None, work=120)
SOLVER_WORDS = ("infeasible", "constraint", "gap", "solver", "relax", "bound", "premise")

MENDED = (
    "nobody qualified",
    "room too small",
    "finish by too early",
    "two pins in conflict",
    "pinned before its time",
    "campus without the room type",
)
"""Those whose remedies are tried here; ``python -m benchmarks.reasons`` tries them all."""


@pytest.mark.parametrize("name", SHORTAGES)
def test_the_first_reason_names_what_is_wrong(name: str, tmp_path: Path) -> None:
    problem = read_problem(workbook(name, tmp_path)).problem
    assert problem is not None
    outcome = solve(problem, SEARCH)

    causes = reasoning.found(problem, outcome.schedule, SEARCH, None)

    assert set(SHORTAGES[name].cells) <= {fact.where for fact in causes[0].reason.facts}
    said = " ".join(cause.reason.sentence for cause in causes).lower()
    assert not [word for word in SOLVER_WORDS if word in said]


@pytest.mark.parametrize("name", MENDED)
def test_the_first_remedy_mends_it(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remedies, "ENOUGH", 1)  # the first one is all that is looked at here
    source = workbook(name, tmp_path)

    remedy = explain(source, LONGER, lambda _: None).remedies[0]

    assert remedy.is_enough
    mended = read_problem(source, remedy.cells).problem
    assert mended is not None
    outcome = solve(mended, LONGER)
    assert not reasoning.is_short(mended, outcome.schedule, outcome.findings)
    assert not [word for word in SOLVER_WORDS if word in f"{remedy.what} {remedy.gives}".lower()]
