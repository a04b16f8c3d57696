"""The command line as a process of its own."""

import json
import signal
import subprocess
import time
from pathlib import Path

import tiny
from shell import ENVIRONMENT, SCHEDULER, call


def test_a_whole_journey(tmp_path: Path) -> None:
    """Template, then a filled-in workbook: check, plan, check what came out."""
    tiny.workbook(tmp_path / "department.xlsx")

    assert call(tmp_path, "template", "blank.xlsx").returncode == 0
    assert call(tmp_path, "check", "department.xlsx").returncode == 0
    planned = call(tmp_path, "plan", "department.xlsx", "--json", "-", "--workers", "1")
    assert planned.returncode == 0, planned.stderr
    workbook = json.loads(planned.stdout)["workbook"]
    checked = call(tmp_path, "check", workbook)

    assert checked.returncode == 0, checked.stderr
    assert "no edits, no findings" in checked.stdout


def test_unusable_input_ends_with_2_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "department.xlsx").write_bytes(b"PK\x03\x04 torn")

    refused = call(tmp_path, "plan", "department.xlsx")

    assert refused.returncode == 2
    assert refused.stdout == ""
    assert refused.stderr.splitlines()[0] == "1 problem"
    assert "Traceback" not in refused.stderr


def test_ctrl_c_keeps_the_best_schedule_so_far(tmp_path: Path) -> None:
    """Six cohorts queue for one instructor, so that nothing is proven soon; the search may take an hour."""
    tiny.queue(tmp_path / "department.xlsx", cohorts=6)
    command = [*SCHEDULER, "plan", "department.xlsx", "--time", "3600", "--json", "result.json"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "best" in line:
            break
    time.sleep(4)  # well into the search, with the solver at work
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)

    assert process.returncode in {0, 1}, said
    result = json.loads((tmp_path / "result.json").read_text("utf-8"))
    assert result["status"] == "feasible"
    assert (tmp_path / result["workbook"]).exists()
