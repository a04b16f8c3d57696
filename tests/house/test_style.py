"""The house rules that no tool checks."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import scheduler
from scheduler import goals, rules

HOUSE = Path(__file__).parents[2]
CODE = sorted((HOUSE / "scheduler").rglob("*.py"))
FILES = [*CODE, *sorted((HOUSE / "tests").rglob("*.py"))]
FOLDERS = {"scheduler", "inputs", "outputs", "tests"}
TOP = {*FOLDERS, "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "constraints.txt"}
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "core", "data", "info"}
CLOCKS = {"time.monotonic", "time.time", "time.perf_counter", "date.today", "datetime.now", "datetime.utcnow"}
FRONT_DOORS = {"scheduler/cli", "scheduler/interface.py"}
PURE = ("domain", "rules", "goals", "checking")


def name(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full names a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def read_clocks(path: Path) -> set[str]:
    """Give the clocks a file reads, imported by name or called by their module."""
    tree = ast.parse(path.read_text("utf-8"))
    called = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return CLOCKS & {*called, *imported(tree)}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_has_one_subject_and_300_lines_at_most(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300
    assert path.stem not in VAGUE


def test_nothing_is_left_to_do_or_switched_off() -> None:
    left = re.compile(r"\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b|mark\.(s[k]ip|x[f]ail)\b")

    assert [name(path) for path in FILES if left.search(path.read_text("utf-8"))] == []


def test_only_the_front_doors_read_the_clock() -> None:
    readers = {name(path) for path in CODE if read_clocks(path)}

    assert {path for path in readers if not path.startswith(tuple(FRONT_DOORS))} == set()


@pytest.mark.parametrize("layer", PURE)
def test_what_is_judged_depends_on_nothing_but_its_input(layer: str) -> None:
    for path in (HOUSE / "scheduler" / layer).rglob("*.py"):
        roots = {module.split(".")[0] for module in imported(ast.parse(path.read_text("utf-8")))}
        assert roots.isdisjoint({"random", "time", "os", "secrets", "uuid"}), name(path)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.CODE)
def test_a_rule_is_one_file_named_after_its_code_with_its_own_tests(rule: rules.Rule) -> None:
    stem = rule.CODE.replace("-", "_")

    assert (HOUSE / f"scheduler/rules/{stem}.py").exists()
    assert (HOUSE / f"tests/rules/test_{stem}.py").exists()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.CODE)
def test_a_rule_is_tested_in_real_workbooks(rule: rules.Rule) -> None:
    tests = (HOUSE / "tests/app").glob("test_*_in_workbooks.py")

    assert any(f'"{rule.CODE}"' in path.read_text("utf-8") for path in tests)


@pytest.mark.parametrize("goal", goals.GOALS, ids=lambda goal: goal.NAME)
def test_a_goal_is_one_file_named_after_it_with_its_own_tests(goal: goals.Goal) -> None:
    stem = goal.NAME.replace(" ", "_")

    assert (HOUSE / f"scheduler/goals/{stem}.py").exists()
    assert (HOUSE / f"tests/goals/test_{stem}.py").exists()


def test_the_top_level_stays_small() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=HOUSE, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    top = {path.split("/")[0] for path in listed}

    assert {entry for entry in top if not entry.startswith(".")} <= TOP


def test_the_version_is_the_same_everywhere() -> None:
    project = (HOUSE / "pyproject.toml").read_text("utf-8")

    assert f'version = "{scheduler.__version__}"' in project


def test_pins_name_versions_and_no_addresses() -> None:
    for line in (HOUSE / "constraints.txt").read_text("utf-8").splitlines():
        assert re.fullmatch(r"[\w.-]+==[\w.]+", line), line


@pytest.mark.parametrize(
    ("module", "heavy"),
    [
        ("scheduler", {"pandas", "ortools", "openpyxl", "typer"}),
        ("scheduler.cli.main", {"pandas", "ortools", "xlsxwriter"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(module: str, heavy: set[str]) -> None:
    listing = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", listing], cwd=HOUSE, capture_output=True, text=True, check=True
    ).stdout.split()

    assert heavy.isdisjoint(loaded)
