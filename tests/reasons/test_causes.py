"""A cause: the fact to blame, what it stands in the way of, and who else may be held up."""

from collections.abc import Iterable
from typing import Any

from scheduler.reasons import Cause
from scheduler.reasons.causes import wishing
from scheduler.reasons.premises import Premise, Rank, premise


def fact(what: str, rank: Rank, **more: Any) -> Premise:
    return premise(what, f"cell of {what}", rank, lambda problem: problem, **more)


NEED = fact("need", Rank.NEEDS, wish=("A M1", "cannot have a room for all hours", ""), about="CL")
SAME = fact("need of B", Rank.NEEDS, wish=("B M1", "cannot have a room for all hours", ""), about="CL")
OTHER = fact("other need", Rank.NEEDS, wish=("B M2", "cannot have a room for all hours", ""), about="ML")
ROOM = fact("room", Rank.ROOMS)
ORDER = fact("order", Rank.ORDER)
DATES = fact("dates", Rank.DATES)
END = fact("end", Rank.ENDS, wish=("A", "cannot hold all hours by Friday", "6 of 9 h"))
PIN = fact("pin", Rank.PINS, wish=("A M1", "cannot be as it is pinned", ""))


def cause(*premises: Premise, **fields: Any) -> Cause:
    return Cause(premises=premises, **({"cohorts": ["A"], "missing": [("A", "M1")]} | fields))


def names(premises: Iterable[Premise]) -> list[str]:
    return [one.fact.what for one in premises]


def test_the_fact_to_blame_ranks_highest_unless_another_holds_up_several() -> None:
    assert cause(DATES, ROOM, NEED).culprit is ROOM
    assert cause(DATES, ROOM, NEED, common=DATES).culprit is DATES


def test_what_may_hold_up_others_is_the_fact_to_blame_first_then_what_is_not_one_cohorts_alone() -> None:
    assert names(cause(DATES, NEED, ORDER, ROOM, END).suspects([SAME])) == ["end", "room"]


def test_of_a_need_others_may_be_held_up_by_their_own_for_the_same() -> None:
    assert names(cause(DATES, NEED).suspects([SAME, OTHER, ROOM])) == ["need of B"]


def test_what_holds_up_others_names_them_and_their_needs_once() -> None:
    one = cause(ROOM, NEED, wishes=[NEED.wish])

    for _ in range(2):
        one.also(["A", "B"], [("A", "M1"), ("B", "M1")], [ROOM, SAME])

    assert one.cohorts == ["A", "B"]
    assert one.missing == [("A", "M1"), ("B", "M1")]
    assert names(one.premises) == ["room", "need", "need of B"]
    assert one.reason.what == "A M1 and B M1 cannot have a room for all hours."


def test_the_fact_to_look_at_first_stands_in_front() -> None:
    facts = cause(DATES, ORDER, NEED, ROOM, common=ORDER).reason.facts

    assert [one.what for one in facts] == ["order", "room", "need", "dates"]


def test_what_cannot_be_had_is_told_with_its_numbers() -> None:
    told = cause(END, wishes=[END.wish, NEED.wish]).reason

    assert told.what == "A cannot hold all hours by Friday; A M1 cannot have a room for all hours: 6 of 9 h."


def test_where_nothing_says_what_cannot_be_had_the_cohort_is_named() -> None:
    told = cause(DATES, proven=True).reason

    assert told.what == "A cannot have all it needs."
    assert (told.cohorts, told.missing, told.proven) == (("A",), (("A", "M1"),), True)


def test_needs_say_what_cannot_be_had_else_the_last_date_or_pin() -> None:
    own = fact("own need", Rank.OWN, wish=("A M2", "cannot have a room for all hours", ""))

    assert names(wishing([NEED, own, ROOM, PIN])) == ["need"]
    assert names(wishing([own, END, PIN])) == ["pin"]
    assert names(wishing([own, ROOM])) == ["own need"]
    assert names(wishing([DATES])) == []
