"""Of each reason, whatever the shortage: together its facts stand in the way, without any one they do not."""

from random import Random

import pytest
from reasons.asked import ASK
from reasons.shortages import short

from scheduler.engine import Options, plan
from scheduler.reasons.asking import Answer, _light
from scheduler.reasons.facts import all_facts
from scheduler.reasons.premises import without
from scheduler.reasons.question import in_time, narrowed
from scheduler.reasons.smallest import smallest

SLOW = {0, 6, 12, 13, 17, 26, 29, 35, 39, 40, 41, 42}
"""These hold as well, but take up to a minute each: they give up the dates, and search a year."""
SEEDS = [seed for seed in range(49) if seed not in SLOW]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_fact_can_be_spared_and_what_is_proven_is_so(seed: int) -> None:
    problem = short(Random(seed))
    needs = [("A", module.id) for module in problem.program_of("A").modules]
    question = narrowed(problem, ["A"], needs)
    if ASK(question) is Answer.YES:
        return
    facts = all_facts(problem, "A", needs, needs)

    found, answer = smallest(question, facts, ASK)

    others = [fact for fact in facts if fact not in found]
    only = without(question, others)
    assert found
    assert ASK(only) is not Answer.YES
    for fact in found:
        assert ASK(fact.drop(only)) is Answer.YES, fact.fact.what
    if answer is Answer.NO and (only.settings.plan_to - only.settings.plan_from).days < 60:
        # The engine as it plans a term, which was not asked, finds no way either; a year takes too long.
        solution = plan(
            _light(in_time(only)),
            options=Options(work=20),
            clock=lambda: 0.0,
            watch=lambda _progress: None,
            stopped=lambda: False,
        )
        assert solution.score > 0 or solution.declared
