"""Only a schedule that is what the engine says it is gets its certificate."""

from dataclasses import replace

import pytest
from builders import module, problem, schedule, session

from scheduler.checking import Uncertified, certify, judge

TINY = problem(module("M1", 6))
GOOD = schedule(session(day=5), session(day=6))
LATE = schedule(session(day=6), session(day=7))
"""A day later than it may start: 1 day after its earliest finish, so its score is 1."""


def test_a_right_schedule_with_the_right_score_passes() -> None:
    certify(TINY, GOOD, score=0, declared=())
    certify(TINY, GOOD, score=1e-7, declared=())


def test_another_score_is_refused() -> None:
    with pytest.raises(Uncertified, match=r"the score is 0, not 0\.5"):
        certify(TINY, GOOD, score=0.5, declared=())


def test_the_score_may_differ_by_what_fractions_round() -> None:
    long = schedule(session(day=5))  # 3 h unplaced: 3000

    certify(TINY, long, score=3000.002, declared=())
    with pytest.raises(Uncertified, match="not 3000"):
        certify(TINY, long, score=3000.004, declared=())


def test_a_broken_rule_is_refused_unless_it_was_declared_for_that_cohort() -> None:
    with pytest.raises(Uncertified, match="cohort-start: A starts on Tue Jan 6"):
        certify(TINY, LATE, score=1, declared=())
    with pytest.raises(Uncertified, match="cohort-start"):
        certify(TINY, LATE, score=1, declared={("cohort-start", "B"), ("idle", "A")})

    certify(TINY, LATE, score=1, declared={("cohort-start", "A")})


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Uncertified) as refused:
        certify(TINY, LATE, score=2, declared=())

    assert len(str(refused.value).splitlines()) == 2


def test_what_is_accepted_passes_and_nothing_else() -> None:
    (start,) = judge(TINY, LATE)
    agreed = replace(TINY, accepted=frozenset({start.what}))

    certify(agreed, LATE, score=1, declared=())
    with pytest.raises(Uncertified, match="cohort-start: A starts on Wed Jan 7"):
        certify(agreed, schedule(session(day=7), session(day=8)), score=2, declared=())
