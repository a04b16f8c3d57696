"""What a choice of timelines is worth: costs, the goals that concern all cohorts, broken rules."""

import builders as b
import pytest

from scheduler.engine.model import Model
from scheduler.engine.prices import BREACH
from scheduler.engine.standing import last_day, score, uneven, worth
from scheduler.engine.timeline import Step, Timeline


def timeline(cohort: str, cost: float, taught: dict[str, int], finish: int = 0, **fields) -> Timeline:
    """Give a timeline in which each holds this many quarters."""
    people = tuple((who, (1 << quarters) - 1) for who, quarters in taught.items())
    steps = (Step("M1", 1, people, ()),)
    return Timeline(
        cohort=cohort, pattern="AM", steps=steps, cost=cost, finish=finish, **({"missing": 0} | fields)
    )


def model(**weights: float) -> Model:
    return Model(b.problem(b.module(), weights={name.replace("_", " "): w for name, w in weights.items()}))


def test_the_score_is_the_sum_of_the_costs() -> None:
    both = {name: timeline(name, cost, {"I-1": 4}) for name, cost in (("A", 3.0), ("B", 4.5))}

    assert score(model(), both) == 7.5


def test_the_last_finish_counts_calendar_days_from_plan_from() -> None:
    # Days 0 and 5 of the axis are Mon Jan 5 and Mon Jan 12: 7 days at 10.
    both = {"A": timeline("A", 0, {}, finish=0), "B": timeline("B", 0, {}, finish=5)}

    assert last_day(both) == 5
    assert score(model(last_finish=10), both) == 70


def test_nobody_who_never_begins_finishes_last() -> None:
    nothing = {"A": timeline("A", 0, {}, finish=-1)}

    assert last_day(nothing) == last_day({}) == -1
    assert score(model(last_finish=10), nothing) == 0


def test_load_above_the_mean_of_those_who_teach_is_uneven() -> None:
    # 12, 4 and 2 quarters: the mean is 6, one is 6 above it: 1.5 h at 10.
    both = {"A": timeline("A", 0, {"I-1": 12, "I-2": 4}), "B": timeline("B", 0, {"I-3": 2})}

    assert uneven(model(), both) == 6
    assert score(model(uneven_load=10), both) == pytest.approx(15)


def test_no_load_is_even() -> None:
    assert uneven(model(), {"A": timeline("A", 0, {})}) == 0


def test_search_sees_unstaffed_hours_at_its_own_price_and_broken_rules_at_theirs() -> None:
    # 4 quarters at 125 each are part of the cost; search counts them at 0.5.
    one = {"A": timeline("A", 500.0, {}, missing=4, breaches=("pin",))}

    assert worth(model(), one, 125) == 500 + BREACH
    assert worth(model(), one, 0.5) == 2 + BREACH
