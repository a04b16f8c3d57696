"""The benchmark's runner: what a run reached and when, as tables and a picture."""

import resource
from argparse import Namespace
from pathlib import Path

import pandas as pd
import pytest

from benchmarks import measure, monolithic
from benchmarks.generator import planted

TASK = Namespace(size="S", seed=0, method="engine", variant="whole", seconds=30.0, workers=1)


def test_runs_are_written_as_tables_and_a_picture(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    measure.main([str(tmp_path), "--sizes", "S", "--seeds", "2", "--seconds", "30", "--workers", "1"])

    runs, traces = pd.read_csv(tmp_path / "runs.csv"), pd.read_csv(tmp_path / "traces.csv")
    assert list(runs["score"]) == list(runs["bound"]) == [planted("S", seed).best for seed in range(2)]
    assert (runs["findings"] == 0).all()
    assert (runs["first"] <= runs["staffed"]).all()
    assert (runs["near"] <= runs["end"]).all()
    assert (runs["memory"] > 10).all()
    assert set(traces["seed"]) == {0, 1}
    assert (tmp_path / "traces.png").read_bytes().startswith(b"\x89PNG")
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_of_a_short_handed_instance_no_best_score_is_claimed() -> None:
    found = measure.measured(Namespace(**vars(TASK) | {"variant": "short", "seconds": 1.0}))

    assert found.best is None
    assert found.near is None
    assert found.bound is not None
    assert found.score is not None
    assert found.bound <= found.score


@pytest.mark.parametrize("finds", [True, False])
def test_the_plain_model_has_the_same_row(finds: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = planted("S", 0)
    answer = monolithic.Answer(score=whole.best, bound=1.0, schedule=whole.schedule)
    monkeypatch.setattr(resource, "setrlimit", lambda *_: None)
    monkeypatch.setattr(monolithic, "solved", lambda *_, **__: answer if finds else None)

    found = measure.measured(Namespace(**vars(TASK) | {"method": "plain"}))

    assert (found.score, found.bound, found.findings) == ((whole.best, 1.0, 0) if finds else (None,) * 3)
    assert found.end is not None


def test_a_run_that_fails_has_reached_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = measure.apart(Namespace(**vars(TASK) | {"workers": "none"}))

    assert found.score is None
    assert found.best == planted("S", 0).best
    assert "failed: " in capsys.readouterr().err
