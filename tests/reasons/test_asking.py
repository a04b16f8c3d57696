"""Whether cohorts can have a clean schedule: yes, no, or open."""

from dataclasses import replace

import builders as b
import pytest

from scheduler.checking import judge
from scheduler.domain.problem import Problem
from scheduler.reasons import Asking
from scheduler.reasons.asking import Answer

ASK = Asking(clock=lambda: 0.0)
ONE_ROOM = {"rooms": [b.room("R-1")]}
TWO = {"cohorts": [b.cohort("A"), b.cohort("B")]}
LATER = {"cohorts": [b.cohort("A"), b.cohort("B", start=12)]}
WAITING = {"cohorts": [b.cohort("A"), b.cohort("B", latest=20)]}


class Ticking:
    """A clock that goes on by a second whenever it is read."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        (b.problem(), Answer.YES),
        (b.problem(b.module(hours=60)), Answer.YES),  # 20 mornings from Jan 5 to Jan 30
        (b.problem(b.module(hours=60.25)), Answer.NO),
        (b.problem(qualifications=[]), Answer.NO),
        (b.problem(rooms=[b.room(seats=9)]), Answer.NO),
        (b.problem(rooms=[b.room(types="ML")]), Answer.NO),
        (b.problem(cohorts=[b.cohort(finish=5)]), Answer.YES),
        (b.problem(cohorts=[b.cohort(finish=4)]), Answer.NO),
        (b.problem(cohorts=[b.cohort(start=31)]), Answer.NO),
        # Nobody is there on Mon Jan 5, when it has to start; on the next day it may.
        (b.problem(absences=(b.absence("I-1", 5), b.absence("I-2", 5))), Answer.NO),
        (
            b.problem(absences=(b.absence("I-1", 5), b.absence("I-2", 5)), cohorts=[b.cohort(latest=6)]),
            Answer.YES,
        ),
        # On Tue Jan 6 nobody is there; with an idle day that is no matter.
        (b.problem(b.module(hours=6), absences=(b.absence("I-1", 6), b.absence("I-2", 6))), Answer.NO),
        (
            b.problem(
                b.module(hours=6),
                absences=(b.absence("I-1", 6), b.absence("I-2", 6)),
                cohorts=[b.cohort(max_idle_days=1)],
            ),
            Answer.YES,
        ),
    ],
)
def test_a_cohort_by_itself(problem: Problem, answer: Answer) -> None:
    assert ASK(problem) is answer


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        (b.problem(**TWO), Answer.YES),
        (b.problem(**LATER, **ONE_ROOM), Answer.YES),
        (b.problem(**WAITING, **ONE_ROOM), Answer.YES),
        (b.problem(**TWO, qualifications=[]), Answer.NO),
        (b.problem(b.module(hours=60.25), **TWO), Answer.NO),
    ],
)
def test_several_cohorts(problem: Problem, answer: Answer) -> None:
    assert ASK(problem) is answer


def test_two_cohorts_that_want_one_room_at_the_same_hours_cannot_both_have_it() -> None:
    assert ASK(b.problem(**TWO, **ONE_ROOM)) is not Answer.YES


def test_nobody_has_class_after_finish_by() -> None:
    # Two mornings each in the one room: A and B one after the other take until Thu Jan 8.
    both = [b.cohort("A"), b.cohort("B", latest=20, finish=8)]
    soon = [b.cohort("A"), b.cohort("B", latest=20, finish=7)]

    assert ASK(b.problem(b.module(hours=6), cohorts=both, **ONE_ROOM)) is Answer.YES
    assert ASK(b.problem(b.module(hours=6), cohorts=soon, **ONE_ROOM)) is not Answer.YES


def test_without_a_cohort_nothing_is_missing() -> None:
    assert ASK(replace(b.problem(), cohorts={})) is Answer.YES


def test_what_else_is_preferred_makes_no_difference() -> None:
    weights = {"finish": 1e6, "instructors": 1e6, "unstaffed hours": 0.0}

    assert ASK(b.problem(weights=weights)) is Answer.YES
    assert ASK(b.problem(weights=weights, qualifications=[])) is Answer.NO


HARD = b.problem(b.module(hours=6), absences=(b.absence("I-1", 6), b.absence("I-2", 5)))
"""Covered on both days, but by two people: not found by counting."""


def test_an_answer_stays_open_when_its_time_is_over() -> None:
    assert ASK(HARD) is Answer.YES
    assert Asking(clock=lambda: 0.0, until=0.0)(HARD) is Answer.OPEN
    assert Asking(clock=lambda: 0.0, stopped=lambda: True)(HARD) is Answer.OPEN
    assert Asking(clock=Ticking(), each=0.0)(HARD) is Answer.OPEN


def test_one_answer_takes_no_longer_than_it_may_even_if_there_is_time() -> None:
    ask = Asking(clock=Ticking(), until=1e9, each=1.0)

    assert ask(HARD) is Answer.OPEN
    assert not ask.is_over()


def test_it_is_over_when_the_time_is_or_somebody_asks_to_stop() -> None:
    assert not Asking(clock=lambda: 4.0).is_over()
    assert not Asking(clock=lambda: 4.0, until=5.0).is_over()
    assert Asking(clock=lambda: 5.0, until=5.0).is_over()
    assert Asking(clock=lambda: 0.0, stopped=lambda: True).is_over()


def test_what_is_asked_is_left_as_it_is() -> None:
    problem = b.problem(cohorts=[b.cohort(finish=5)])

    ASK(problem)

    assert problem == b.problem(cohorts=[b.cohort(finish=5)])
    assert not judge(problem, b.schedule(b.session(), A="AM"))
