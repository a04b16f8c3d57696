"""The README says what the code does: commands, rules, goals, columns, exit codes."""

import re
from pathlib import Path
from types import ModuleType

import pytest
import typer

from scheduler import goals, rules, tables
from scheduler.cli.door import Exit
from scheduler.cli.main import app

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands


def rows(heading: str) -> dict[str, list[str]]:
    """Give the first table whose first heading is this, by its first cell without ticks."""
    lines = README.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"| {heading} |"))
    found = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        first, *others = (cell.strip() for cell in line.strip("| ").split(" | "))
        found[first.strip("`")] = others
    return found


def promise(module: ModuleType) -> str:
    """Give the first paragraph of a module's docstring in one line."""
    return " ".join((module.__doc__ or "").split("\n\n")[0].split())


def test_every_rule_stands_there_with_its_promise_word_for_word() -> None:
    assert rows("rule") == {rule.CODE: [promise(rule)] for rule in rules.RULES}


def test_every_goal_stands_there_with_its_unit_and_weight() -> None:
    assert rows("goal") == {goal.NAME: [goals.unit(goal), f"{goal.WEIGHT:g}"] for goal in goals.GOALS}


def test_every_column_of_the_planning_workbook_stands_there() -> None:
    def written(column: tables.Column) -> str:
        return f"**{column.name}**" if column.required else column.name

    expected = {s.name: [", ".join(map(written, s)), s.row] for s in tables.PLANNING}
    assert rows("sheet") == expected


def test_every_column_of_the_schedule_workbook_stands_there() -> None:
    sheets = (
        tables.SCHEDULE,
        tables.PLACEMENTS,
        tables.HOURS,
        tables.LOAD,
        tables.BOTTLENECKS,
        tables.FINDINGS,
        tables.CHANGES,
    )
    for sheet in sheets:
        assert f"| `{sheet.name}` | {', '.join(column.name for column in sheet)} |" in README


def test_every_command_stands_there_with_its_options() -> None:
    shown = {call.split()[1]: call for call in rows("command")}

    assert set(shown) == set(COMMANDS)
    for name, command in COMMANDS.items():
        options = {option for parameter in command.params for option in parameter.opts if "--" in option}
        assert set(re.findall(r"--[a-z]+", shown[name])) == options - {"--help"}


@pytest.mark.parametrize("line", re.findall(r"^scheduler .*$", README, re.MULTILINE))
def test_the_commands_shown_can_be_given(line: str) -> None:
    words = re.findall(r'"[^"]*"|\S+', line.partition("#")[0])

    assert words[1] in COMMANDS
    files = [parameter for parameter in COMMANDS[words[1]].params if parameter.param_type_name == "argument"]
    assert sum(file.required for file in files) <= len(words[2:]) <= len(files)


def test_every_exit_code_stands_there() -> None:
    assert set(rows("exit code")) == {str(int(code)) for code in (Exit.DONE, Exit.FINDINGS, Exit.UNUSABLE)}
    assert f"except {Exit.ABORTED:d}: Ctrl-C twice" in README


def test_the_gate_runs_the_tests_as_the_readme_says() -> None:
    command = re.search(r"^\.ci/setup && (.*pytest.*)$", README, re.MULTILINE)

    assert command is not None
    assert f"\n{command[1]} |" in (HOUSE / ".ci/run").read_text()


def test_what_the_readme_points_to_is_there() -> None:
    paths = [*re.findall(r"`(scheduler/[\w/.]+)`", README), *re.findall(r"\((tests/[\w/.]+)\)", README)]

    assert [path for path in paths if not (HOUSE / path).exists()] == []
