"""The sixteen rules are there, in the contract's order, each with its promise, file and tests."""

from pathlib import Path

import pytest

from scheduler import rules

CONTRACT = (
    "module-hours",
    "module-order",
    "one-module-at-a-time",
    "cohort-time",
    "cohort-start",
    "idle",
    "instructor-qualified",
    "instructor-free",
    "instructor-load",
    "instructor-campus",
    "room-type",
    "room-capacity",
    "room-free",
    "daily-limit",
    "pin",
    "min-weeks",
)


def test_the_rules_come_in_the_order_of_the_contract() -> None:
    assert tuple(rule.CODE for rule in rules.RULES) == CONTRACT


def test_no_file_states_a_rule_that_is_not_asked() -> None:
    stated = {
        path.stem
        for path in Path(rules.__file__).parent.glob("*.py")
        if "\nCODE = " in path.read_text("utf-8")
    }

    assert stated == {code.replace("-", "_") for code in CONTRACT}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.CODE)
def test_every_rule_has_a_promise_and_tests(rule: rules.Rule) -> None:
    assert rules.promise(rule).endswith(".")
    assert Path(__file__).with_name(f"test_{rule.CODE.replace('-', '_')}.py").exists()
