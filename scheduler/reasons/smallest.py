"""The smallest set of facts that stand in the way together."""

from collections.abc import Callable, Sequence

from scheduler.domain.problem import Problem
from scheduler.reasons.asking import Answer
from scheduler.reasons.premises import GIVEN_UP, Premise, without

Ask = Callable[[Problem], Answer]
Found = tuple[tuple[Premise, ...], Answer]
"""The facts, and whether it is proven that they stand in the way even if there were no others."""


def smallest(problem: Problem, premises: Sequence[Premise], ask: Ask) -> Found:
    """Give the facts that stand in the way together: without any of them there is a way.

    What alone would make a way is needed in any case, and most often that is all. Else the others
    are given up one after the other (see `shrunk`).
    """
    alone = [premise for premise in premises if ask(premise.drop(problem)) is Answer.YES]
    others = [premise for premise in premises if premise not in alone]
    answer = ask(without(problem, others))
    if answer is not Answer.YES:
        return tuple(alone), answer
    return shrunk(problem, premises, ask, alone)


def shrunk(problem: Problem, premises: Sequence[Premise], ask: Ask, known: Sequence[Premise] = ()) -> Found:
    """Give up facts for as long as there is no way, in the order of `GIVEN_UP`; ``known`` ones are needed.

    Several at once where that changes nothing (after Junker, QuickXplain, AAAI 2004).
    """
    answer = Answer.OPEN
    dropped: list[Premise] = []
    needed = [*known]

    def shrink(some: Sequence[Premise]) -> None:
        nonlocal answer
        found = ask(without(problem, (*dropped, *some)))
        if found is not Answer.YES:
            dropped.extend(some)
            answer = found
        elif len(some) == 1:
            needed.extend(some)
        else:
            half = len(some) // 2
            shrink(some[:half])
            shrink(some[half:])

    for rank in GIVEN_UP:
        some = [premise for premise in premises if premise.rank == rank and premise not in known]
        if some:
            shrink(some)
    return tuple(premise for premise in premises if premise in needed), answer
