"""The smallest sets of facts, over made-up ones: each is a letter, and a problem is the letters in force."""

from collections.abc import Callable, Collection
from dataclasses import replace
from random import Random

import builders as b
import pytest

from scheduler.domain.problem import Problem
from scheduler.reasons.asking import Answer
from scheduler.reasons.premises import Premise, Rank, premise, without
from scheduler.reasons.smallest import shrunk, smallest

LETTERS = "abcdefgh"
WHOLE = replace(b.problem(), accepted=frozenset(LETTERS))


def fact(letter: str, rank: Rank = Rank.DATES) -> Premise:
    def drop(problem: Problem) -> Problem:
        return replace(problem, accepted=problem.accepted - {letter})

    return premise(letter, "", rank, drop)


FACTS = [fact(letter) for letter in LETTERS]


class Fake:
    """Says no while all letters of any of these sets are in force, and counts how often it is asked."""

    def __init__(self, *conflicts: str, said: Answer = Answer.NO) -> None:
        self.conflicts = [set(letters) for letters in conflicts]
        self.said = said
        self.asked = 0

    def __call__(self, problem: Problem) -> Answer:
        self.asked += 1
        return self.said if any(one <= problem.accepted for one in self.conflicts) else Answer.YES


def letters(premises: Collection[Premise]) -> str:
    return "".join(one.fact.what for one in premises)


@pytest.mark.parametrize("look", [smallest, shrunk])
@pytest.mark.parametrize("conflict", ["a", "h", "ab", "ceh", "bdfg", LETTERS])
def test_only_what_stands_in_the_way_is_left_in_the_order_given(
    look: Callable[..., tuple[tuple[Premise, ...], Answer]], conflict: str
) -> None:
    found, answer = look(WHOLE, FACTS, Fake(conflict))

    assert letters(found) == conflict
    # Where nothing at all could be given up, nothing was asked of fewer facts.
    assert answer is (Answer.NO if look is smallest or conflict != LETTERS else Answer.OPEN)


@pytest.mark.parametrize("look", [smallest, shrunk])
def test_of_two_sets_the_one_whose_facts_are_given_up_last_is_left(
    look: Callable[..., tuple[tuple[Premise, ...], Answer]],
) -> None:
    low, high = [fact("a"), fact("b")], [fact("c", Rank.PINS), fact("d", Rank.ORDER)]

    for facts in ([*low, *high], [*high, *low]):
        assert set(letters(look(WHOLE, facts, Fake("ab", "cd"))[0])) == {"c", "d"}


def test_of_two_sets_with_a_fact_in_common_that_one_is_known_at_once() -> None:
    # Without "c" there is a way, so it is needed in any case; then "a" is given up before "e".
    facts = [fact("a"), fact("c"), fact("e", Rank.PINS)]

    assert letters(smallest(WHOLE, facts, Fake("ac", "ce"))[0]) == "ce"


def test_what_is_known_is_kept_and_not_asked_about() -> None:
    ask = Fake("ab")

    found, answer = shrunk(WHOLE, FACTS, ask, [FACTS[5]])

    assert letters(found) == "abf"
    assert answer is Answer.NO
    assert ask.asked < len(FACTS)


def test_where_all_facts_matter_each_alone_one_more_question_is_enough() -> None:
    ask = Fake("abc")

    found, answer = smallest(WHOLE, FACTS, ask)

    assert (letters(found), answer) == ("abc", Answer.NO)
    assert ask.asked == len(FACTS) + 1


@pytest.mark.parametrize("look", [smallest, shrunk])
def test_what_is_not_proven_is_said_to_be_open(
    look: Callable[..., tuple[tuple[Premise, ...], Answer]],
) -> None:
    assert look(WHOLE, FACTS, Fake("cd", said=Answer.OPEN))[1] is Answer.OPEN


def test_the_answer_is_that_about_the_facts_that_are_left() -> None:
    """With all facts it is proven that there is no way; with "b" alone only that none was found."""

    def ask(problem: Problem) -> Answer:
        if not problem.accepted & {"b"}:
            return Answer.YES
        return Answer.NO if "a" in problem.accepted else Answer.OPEN

    assert [
        (letters(found), answer) for found, answer in (smallest(WHOLE, FACTS, ask), shrunk(WHOLE, FACTS, ask))
    ] == [("b", Answer.OPEN)] * 2


def test_without_any_facts_there_is_nothing_to_find() -> None:
    assert smallest(WHOLE, [], Fake("a")) == ((), Answer.NO)
    assert shrunk(WHOLE, [], Fake("a")) == ((), Answer.OPEN)


@pytest.mark.parametrize("look", [smallest, shrunk])
@pytest.mark.parametrize("seed", range(60))
def test_whatever_stands_in_the_way_no_fact_of_what_is_found_can_be_spared(
    look: Callable[..., tuple[tuple[Premise, ...], Answer]], seed: int
) -> None:
    chance = Random(seed)
    facts = [fact(letter, chance.choice([*Rank])) for letter in LETTERS]
    conflicts = ["".join(chance.sample(LETTERS, chance.randint(1, 5))) for _ in range(chance.randint(1, 4))]
    ask = Fake(*conflicts)

    found, _ = look(WHOLE, facts, ask)

    others = [one for one in facts if one not in found]
    assert ask(without(WHOLE, others)) is Answer.NO
    assert all(ask(without(WHOLE, [*others, one])) is Answer.YES for one in found)
