"""The constraint model picks the cheapest timelines that go together, and only such."""

from collections.abc import Sequence

import builders as b
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.problem import Problem
from scheduler.engine.coupling import Limit, maximal_conflicts
from scheduler.engine.model import Model
from scheduler.engine.selection import select
from scheduler.engine.timeline import Step, Timeline

LIMIT = Limit(seconds=None, work=5.0, seed=1)
DAY = 12


def timeline(cohort: str, cost: float, start: int, end: int, *, who: str = "I-1", **fields) -> Timeline:
    """Give a timeline that takes somebody for the quarters from start to end of the axis."""
    mask = (1 << end) - (1 << start)
    fields = {"finish": (end - 1) // DAY} | fields
    return Timeline(
        cohort=cohort,
        pattern="AM",
        steps=(Step("M1", mask, ((who, mask),), ()),),
        cost=cost,
        missing=0,
        **fields,
    )


def problem(person=None, campuses: Sequence[str] = ("", ""), **fields) -> Problem:
    cohorts = [b.cohort(name, campus=campus) for name, campus in zip("AB", campuses, strict=True)]
    people = [person or b.instructor("I-1"), b.instructor("I-2")]
    return b.problem(b.module(), cohorts=cohorts, instructors=people, **fields)


def chosen(problem: Problem, *pool: Timeline, stopped=lambda: False) -> list[Timeline]:
    """Give what is chosen, cohort by cohort; the first timeline of each is the hint."""
    by_cohort = {name: [t for t in pool if t.cohort == name] for name in sorted({t.cohort for t in pool})}
    hint = {name: found[0] for name, found in by_cohort.items()}
    found = select(Model(problem), by_cohort, hint, LIMIT, stopped)
    assert found is not None
    return [found[name] for name in by_cohort]


def test_the_cheapest_timelines_that_go_together_are_chosen() -> None:
    a, a_dear = timeline("A", 1, 0, 8), timeline("A", 4, 8, 12)
    late, both = timeline("B", 9, 8, 12), timeline("B", 2, 4, 8)

    # 1 + 2 collide; 1 + 9 is dearer than 4 + 2.
    assert chosen(problem(), a, a_dear, late, both) == [a_dear, both]


def test_nobody_is_on_two_campuses_a_day() -> None:
    a, b_same_day, b_next_day = timeline("A", 0, 0, 4), timeline("B", 0, 4, 8), timeline("B", 9, 12, 16)

    assert chosen(problem(campuses=("North", "South")), a, b_next_day, b_same_day) == [a, b_next_day]
    assert chosen(problem(campuses=("North", "")), a, b_next_day, b_same_day) == [a, b_same_day]


def test_hours_a_day_and_a_week_hold() -> None:
    a, b_same_day, b_next_day = timeline("A", 0, 0, 4), timeline("B", 0, 4, 8), timeline("B", 9, 12, 16)
    pool = (a, b_next_day, b_same_day)
    elsewhere = timeline("B", 20, 12, 16, who="I-2")

    assert chosen(problem(b.instructor("I-1", day=1)), *pool) == [a, b_next_day]
    assert chosen(problem(b.instructor("I-1", day=2)), *pool) == [a, b_same_day]
    assert chosen(problem(b.instructor("I-1", week=1)), *pool, elsewhere) == [a, elsewhere]


def test_a_broken_rule_is_dearer_than_any_goal() -> None:
    broken = timeline("A", 0, 0, 4, breaches=("pin",))
    whole = timeline("A", 5000, 0, 4)

    assert chosen(problem(), broken, whole) == [whole]


def test_the_last_finish_is_weighed_against_the_rest() -> None:
    # Ending on Jan 6 is 5 cheaper, and a day at 10 later.
    early, late = timeline("A", 5, 0, 4), timeline("A", 0, 12, 16)

    assert chosen(problem(weights={"last finish": 10}), late, early) == [early]
    assert chosen(problem(weights={"last finish": 1}), early, late) == [late]


def test_who_never_begins_is_never_last() -> None:
    nothing = Timeline(cohort="A", pattern="AM", steps=(), cost=0.0, missing=0, finish=-1)

    assert chosen(problem(weights={"last finish": 10}), nothing) == [nothing]


def test_what_cannot_go_together_is_not_chosen_at_all() -> None:
    pool = {name: [timeline(name, 0, 0, 4)] for name in "AB"}

    assert select(Model(problem()), pool, {}, LIMIT, lambda: False) is None


def test_a_stop_is_heard() -> None:
    a, other = timeline("A", 1, 0, 8), timeline("B", 9, 8, 12)

    assert chosen(problem(), a, other, stopped=lambda: True) == [a, other]


def test_a_limit_by_the_clock_will_do_as_well() -> None:
    limit = Limit(seconds=5.0, work=None, seed=1)
    a = timeline("A", 1, 0, 8)

    assert select(Model(problem()), {"A": [a]}, {"A": a}, limit, lambda: False) == {"A": a}


@given(st.lists(st.integers(1, 2**24 - 1), min_size=1, max_size=8))
def test_conflicts_are_all_maximal_sets_that_share_a_quarter(masks: list[int]) -> None:
    sharing = {frozenset(n for n, mask in enumerate(masks) if mask >> bit & 1) for bit in range(24)}
    together = {group for group in sharing if len(group) > 1}
    maximal = {group for group in together if not any(group < other for other in together)}

    found = maximal_conflicts(masks)

    assert {frozenset(group) for group in found} == maximal
    assert len(found) == len(maximal)
