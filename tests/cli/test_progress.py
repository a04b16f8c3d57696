"""Progress: the best so far, the bound, the gap and the time, on a terminal and elsewhere."""

import io
from math import inf

import pytest
from rich.console import Console

from scheduler.app.planning import CERTIFYING
from scheduler.cli.progress import Watcher, progress
from scheduler.cli.stop import Stop
from scheduler.engine.options import Progress


class Clock:
    """A clock that shows what it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def step(score: float, bound: float | None = None, phase: str = "searching") -> Progress:
    return Progress(seconds=0.0, score=score, bound=bound, phase=phase)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_the_line_says_best_bound_gap_and_elapsed(clock: Clock) -> None:
    watcher = Watcher(clock, Stop())
    clock.now += 12.34

    watcher.watch(step(1250, 1200))

    # (1250 - 1200) / 1200 = 4.17 %, rounded up to a tenth
    assert (
        watcher.line() == "12.3 s  searching: best 1,250, bound 1,200, at most 4.2 % above the best possible"
    )


@pytest.mark.parametrize("bound", [None, -inf])
def test_without_a_bound_it_says_that_it_is_not_known(clock: Clock, bound: float | None) -> None:
    watcher = Watcher(clock, Stop())

    watcher.watch(step(1250, bound))

    assert (
        watcher.line()
        == "0.0 s  searching: best 1,250, bound not known yet, not known to be near the best possible"
    )


def test_hours_that_nobody_holds_yet_are_said() -> None:
    watcher = Watcher(lambda: 0.0, Stop())
    watcher.watch(Progress(seconds=1.0, score=1250.0, bound=1200.0, phase="searching", unstaffed=2.5))

    assert watcher.line().endswith("at most 4.2 % above the best possible, 2.5 h unstaffed")


def test_before_the_first_schedule_it_names_the_phase(clock: Clock) -> None:
    watcher = Watcher(clock, Stop())
    assert watcher.line() == "0.0 s  starting"

    watcher.watch(step(inf, phase="placing cohorts"))

    assert watcher.line() == "0.0 s  placing cohorts"


def test_after_ctrl_c_it_says_that_the_best_is_kept(clock: Clock) -> None:
    stop = Stop()
    watcher = Watcher(clock, stop)
    watcher.watch(step(1250, 1200))

    stop.press(2, None)

    assert watcher.line() == "0.0 s  stopping; writing the best schedule so far (Ctrl-C again writes nothing)"


def test_elsewhere_than_on_a_terminal_better_schedules_are_plain_lines(clock: Clock) -> None:
    out = io.StringIO()
    with progress(Console(file=out, width=20), clock, Stop()) as watch:
        watch(step(30, 16))
        watch(step(30, 17))  # no better, and at once: no line
        watch(step(24, 16))
        clock.now += 6
        watch(step(24, 20))  # no better, but six seconds later
        watch(step(24, 20, phase=CERTIFYING))  # the search is over

    # (30-16)/16 = 87.5 %, (24-16)/16 = 50 %, (24-20)/20 = 20 %
    assert out.getvalue().splitlines() == [
        "0.0 s  searching: best 30, bound 16, at most 87.5 % above the best possible",
        "0.0 s  searching: best 24, bound 16, at most 50 % above the best possible",
        "6.0 s  searching: best 24, bound 20, at most 20 % above the best possible",
        "6.0 s  checking and writing: best 24, bound 20, at most 20 % above the best possible",
    ]


def test_where_no_score_is_told_the_phases_are_plain_lines_now_and_then(clock: Clock) -> None:
    """A repair weighs changes so heavily that its score would mean nothing to anybody."""
    out = io.StringIO()
    with progress(Console(file=out, width=20), clock, Stop()) as watch:
        watch(step(inf, 16))
        watch(step(inf, 17))  # at once: no line
        clock.now += 4.9
        watch(step(inf, 18))  # not yet five seconds
        clock.now += 0.1
        watch(step(inf, 19))
        watch(step(inf, 19, phase=CERTIFYING))  # the search is over

    assert out.getvalue().splitlines() == [
        "0.0 s  searching",
        "5.0 s  searching",
        "5.0 s  checking and writing",
    ]


def test_elsewhere_than_on_a_terminal_nothing_more_is_said_after_ctrl_c(clock: Clock) -> None:
    out, stop = io.StringIO(), Stop()
    with progress(Console(file=out), clock, stop) as watch:
        stop.press(2, None)
        watch(step(30, 16))

    assert out.getvalue() == ""


def test_a_terminal_shows_lines_that_goes_away(clock: Clock) -> None:
    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=160)
    with progress(console, clock, Stop()) as watch:
        watch(step(20, 20))

    shown = out.getvalue()
    assert "searching: best 20, bound 20, proven best" in shown
    assert "Ctrl-C stops and keeps the best so far." in shown
    assert shown.endswith("\x1b[2K")  # what was shown is erased
