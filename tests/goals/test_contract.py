"""The thirteen goals: in the contract's order, with its weights; prices and the score."""

from pathlib import Path

import pytest
from builders import block, cohort, module, pattern, problem, schedule, session

from scheduler import goals
from scheduler.domain.outcome import Price

CONTRACT = {
    "unplaced hours": 1000,
    "unstaffed hours": 500,
    "days late": 50,
    "finish": 1,
    "last finish": 0,
    "idle hours": 2,
    "instructors": 20,
    "rooms": 5,
    "cover hours": 5,
    "room moves": 2,
    "uneven load": 0,
    "preference": 0,
    "changes": 100,
}


def test_the_goals_come_in_the_order_and_with_the_weights_of_the_contract() -> None:
    assert [(goal.NAME, goal.WEIGHT) for goal in goals.GOALS] == list(CONTRACT.items())


@pytest.mark.parametrize("goal", goals.GOALS, ids=lambda goal: goal.NAME)
def test_every_goal_has_a_unit_and_tests(goal: goals.Goal) -> None:
    assert goals.unit(goal).endswith(".")
    assert Path(__file__).with_name(f"test_{goal.NAME.replace(' ', '_')}.py").exists()


def test_settings_outrank_the_usual_weights() -> None:
    prices = goals.prices(problem(module(hours=4), weights={"unplaced hours": 7.5}), schedule(session()))

    assert prices["unplaced hours"] == Price(units=1, weight=7.5)
    assert prices["rooms"] == Price(units=0, weight=5)


def test_the_score_is_the_sum_of_weights_times_units() -> None:
    tiny = problem(module(hours=7), weights={"preference": 1, "last finish": 0.5})
    held = schedule(session(), session(day=7, who=""))

    # 1 h unplaced: 1000; 3 h unstaffed: 1500; done on the 7th, at best on the 7th (7 h, 3 a day): 0;
    # last finish 2 days: 1; the 6th is idle: 3 h, 6; one instructor, one room.
    assert goals.score(goals.prices(tiny, held)) == 2507


def test_a_pattern_that_nobody_wrote_down_is_found_for_the_price() -> None:
    both = [pattern(), pattern("FT", block(at="8-14"))]
    tiny = problem(module(hours=6), patterns=both, cohorts=[cohort(patterns=("FT", "AM"))])

    # On AM, which fits, nothing is idle.
    assert goals.prices(tiny, schedule(session(), session(day=6)))["idle hours"].units == 0
