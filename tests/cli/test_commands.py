"""The commands: what they say, write and end with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny
from click.testing import Result

import scheduler
from scheduler.app import checks, planning

Run = Callable[..., Result]


PLAN = ("--workers", 1)


def test_plan_says_how_good_the_schedule_is_and_where(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))

    result = run("plan", "department.xlsx", *PLAN)

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert any(line.startswith("department.xlsx: proven best, score 0, ") for line in lines)
    assert "1 cohort · 9 h placed · all staffed · Jan 5, 2026 to Jan 7, 2026" in lines
    written = Path(lines[-1])
    assert written.exists()
    assert written.name == "department schedule v1.xlsx"
    assert written.parent.parent == Path("outputs")


def test_plan_with_findings_writes_the_schedule_and_ends_with_1(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Rooms={"Seats": 9})

    result = run("plan", "department.xlsx", "--out", "mine", *PLAN)

    assert result.exit_code == 1, result.output
    assert "9 h unstaffed" in result.stdout
    assert "department schedule v1.xlsx \u203a Schedule!J" in result.stdout
    assert Path(result.stdout.splitlines()[-1]).parent.parent == Path("mine")


def test_unusable_input_is_listed_line_by_line_and_ends_with_2(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Cohorts={"Program": "CNX"}, Qualifications={"Instructor": "I-9"})

    result = run("plan", "department.xlsx", *PLAN)

    assert result.exit_code == 2
    assert result.stdout == ""
    heading, cohorts, qualifications = result.stderr.splitlines()
    assert heading == "2 problems"
    assert cohorts.startswith("department.xlsx \u203a Cohorts!B2: ")
    assert qualifications.startswith("department.xlsx \u203a Qualifications!A2: ")
    assert not Path("outputs").exists()


def test_nothing_but_json_is_on_standard_output(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))

    result = run("plan", "department.xlsx", "--json", "-", "--seed", 5, *PLAN)

    content = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (content["status"], content["score"], content["bound"], content["seed"]) == ("optimal", 0, 0, 5)
    assert set(content["goals"]["finish"]) == {"units", "weight"}
    assert content["findings"] == []
    assert content["unplaced_hours"] == content["unstaffed_hours"] == 0
    assert Path(content["workbook"]).exists()
    assert {"seconds", "seconds_to_first"} <= set(content)
    assert "proven best" in result.stderr


def test_json_goes_into_a_file(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Rooms={"Seats": 9})

    result = run("check", "department.xlsx", "--json", "result.json")

    content = json.loads(Path("result.json").read_text("utf-8"))
    assert result.exit_code == 1
    assert content["status"] == "checked"
    assert set(content["findings"][0]) == {"rule", "where", "what", "todo"}


def test_json_tells_of_unusable_input_as_well(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Cohorts={"Program": "CNX"})

    result = run("check", "department.xlsx", "--json", "-")

    assert result.exit_code == 2
    content = json.loads(result.stdout)
    assert content["status"] == "unusable"
    assert content["findings"][0]["where"] == "Cohorts!B2"


def test_check_of_good_inputs_ends_with_0(run: Run) -> None:
    tiny.folder(Path("department"))

    result = run("check", "department")

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "department: nothing wrong"


def test_check_of_a_schedule_finds_its_inputs_by_itself(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"), Rooms={"Seats": 9})
    schedule = run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1]

    result = run("check", schedule)

    assert result.exit_code == 1, result.output
    assert "9 h unstaffed" in result.stdout
    assert "department schedule v1.xlsx \u203a Schedule!J2: " in result.stdout
    assert run("check", schedule, "--inputs", "department.xlsx").exit_code == 1


def test_template_writes_a_workbook_that_check_can_read(run: Run) -> None:
    made = run("template", "fall.xlsx")
    again = run("template", "fall.xlsx")
    checked = run("check", "fall.xlsx")

    assert made.exit_code == 0
    assert made.stdout.startswith("fall.xlsx: fill it in")
    assert again.exit_code == 2
    assert checked.exit_code == 2  # it is empty as yet
    assert "Settings" in checked.stderr


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").stdout == f"scheduler {scheduler.__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("plan",),
        ("plan", "a.xlsx", "--time", "-1"),
        ("plan", "a.xlsx", "--time", "nan"),
        ("plan", "a.xlsx", "--workers", "0"),
        ("plan", "a.xlsx", "--seed", "x"),
        ("plan", "a.xlsx", "--out", "a.xlsx"),
        ("plan", "a.xlsx", "--json", "a.xlsx"),
        ("plan", "a.xlsx", "--json", "nowhere/a.json"),
        ("check", "a.xlsx", "--colour"),
        ("schedule",),
        ("plan", "gone.xlsx"),
        ("check", "a.xlsx"),
    ],
)
def test_what_cannot_be_meant_ends_with_2_and_touches_nothing(run: Run, words: tuple[str, ...]) -> None:
    Path("a.xlsx").write_text("no workbook at all")

    result = run(*words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert [path.name for path in Path.cwd().iterdir()] == ["a.xlsx"]
    assert Path("a.xlsx").read_text() == "no workbook at all"


def test_long_lists_of_findings_are_cut_short_after_planning(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.cli.report.SHOWN", 1)
    tiny.workbook(Path("department.xlsx"), Rooms={"Seats": 9})

    result = run("plan", "department.xlsx", *PLAN)

    assert "more in the sheet Findings" in result.stdout


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_bug_is_owned_up_to_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "check", raising(RuntimeError("score differs")))

    result = run("check", "department.xlsx")

    assert result.exit_code == 3
    assert "This is a bug in scheduler" in result.stderr
    assert "RuntimeError: score differs (" in result.stderr
    assert "Traceback" not in result.output


def test_a_folder_that_cannot_be_written_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "plan", raising(PermissionError(13, "Permission denied", "outputs")))

    result = run("plan", "department.xlsx")

    assert result.exit_code == 2
    assert "outputs: permission denied. Check the path and its permissions." in result.stderr


def test_a_folder_that_cannot_be_written_is_said_before_the_search(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "solve", raising(AssertionError("searched in vain")))
    tiny.workbook(Path("department.xlsx"))
    Path("taken").write_text("a file")

    result = run("plan", "department.xlsx", "--out", "taken/outputs")

    assert result.exit_code == 2, result.output
    assert "outputs: not a directory. Check the path and its permissions." in result.stderr


def test_a_schedule_is_checked_not_planned(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))
    schedule = Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1])

    of_file, of_folder = run("plan", schedule), run("plan", schedule.parent)

    kept = schedule.resolve().parent / "inputs" / "department.xlsx"
    advice = f"Check it, or plan its inputs: {kept}."
    assert of_file.exit_code == of_folder.exit_code == 2
    assert of_file.stderr.splitlines() == [
        "1 problem",
        f"{schedule.name}: this is a schedule workbook, not a planning workbook. {advice}",
    ]
    assert of_folder.stderr.splitlines()[1].endswith(
        f"this is the folder of a run, not a planning workbook. {advice}"
    )


def test_the_schedule_in_a_run_folder_is_checked(run: Run) -> None:
    tiny.workbook(Path("department.xlsx"))
    schedule = Path(run("plan", "department.xlsx", *PLAN).stdout.splitlines()[-1])

    alone = run("check", schedule.parent)
    schedule.with_name("mine.xlsx").write_bytes(schedule.read_bytes())
    among_others = run("check", schedule.parent)

    assert alone.exit_code == 0, alone.output
    assert alone.stdout.splitlines()[-1] == f"{schedule.name}: no edits, no findings"
    (schedule.parent / "result.json").write_text("{}", "utf-8")
    unknown = run("check", schedule.parent)

    assert among_others.stdout.splitlines()[-1] == f"{schedule.name}: no edits, no findings"
    assert unknown.exit_code == 2
    assert f"there are several schedule workbooks in it: {schedule.name}, mine.xlsx" in unknown.stderr


def test_the_second_ctrl_c_gives_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "plan", raising(KeyboardInterrupt()))

    result = run("plan", "department.xlsx")

    assert result.exit_code == 130
    assert result.stderr.splitlines()[-1] == "Aborted."


def test_a_reader_that_goes_away_is_not_a_bug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "check", raising(BrokenPipeError(32, "Broken pipe")))

    assert "bug" not in run("check", "department.xlsx").stderr
