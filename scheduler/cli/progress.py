"""Live progress: a line that renews itself on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import isfinite
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.spinner import Spinner
from rich.text import Text

from scheduler.app.planning import CERTIFYING
from scheduler.cli.stop import STOPPING, Stop
from scheduler.cli.words import closeness
from scheduler.domain.clock import number

if TYPE_CHECKING:
    from scheduler.engine import Progress

EVERY = 5.0
"""Seconds between plain lines, unless the schedule has got better."""

HINT = "  Ctrl-C stops and keeps the best so far."


class Watcher:
    """Keeps the latest progress, and puts it into a line."""

    def __init__(self, clock: Callable[[], float], stop: Stop) -> None:
        self._clock, self._stop = clock, stop
        self._begun = clock()
        self._latest: Progress | None = None

    def watch(self, progress: "Progress") -> None:
        """Take note of a step forward."""
        self._latest = progress

    def line(self) -> str:
        """Say how long it has been, the best score so far, the bound, and the gap between them."""
        elapsed = f"{self._clock() - self._begun:.1f} s"
        latest = self._latest
        if self._stop.asked():
            return f"{elapsed}  {STOPPING}"
        if latest is None or not isfinite(latest.score):
            return f"{elapsed}  {latest.phase if latest else 'starting'}"
        bound = (
            number(latest.bound) if latest.bound is not None and isfinite(latest.bound) else "not known yet"
        )
        near = closeness(latest.score, latest.bound)
        lacking = f", {number(latest.unstaffed)} h unstaffed" if latest.unstaffed else ""
        return f"{elapsed}  {latest.phase}: best {number(latest.score)}, bound {bound}, {near}{lacking}"


class Logger(Watcher):
    """Prints a plain line for each better schedule, now and then in between, and when the search is over.

    Once asked to stop it is silent: whoever asked has been answered.
    """

    def __init__(self, clock: Callable[[], float], stop: Stop, console: Console) -> None:
        super().__init__(clock, stop)
        self._console = console
        self._said: tuple[float, float] | None = None

    def watch(self, progress: "Progress") -> None:
        """Print the step if it is worth a line."""
        super().watch(progress)
        now = self._clock()
        better = self._said is None or progress.score < self._said[0] or now - self._said[1] >= EVERY
        if not self._stop.asked() and (better or progress.phase == CERTIFYING):
            self._said = (progress.score, now)
            self._console.print(self.line(), soft_wrap=True, markup=False, highlight=False)


class _Lines:
    """What the terminal shows, asked for anew at each refresh."""

    def __init__(self, watcher: Watcher) -> None:
        self._watcher = watcher
        self._spinner = Spinner("dots")

    def __rich__(self) -> Group:
        self._spinner.update(text=self._watcher.line())
        return Group(self._spinner, Text(HINT, style="dim"))


@contextmanager
def progress(
    console: Console, clock: Callable[[], float], stop: Stop
) -> Iterator[Callable[["Progress"], None]]:
    """Show progress for as long as the ``with`` lasts; give what is to be told about it."""
    if not console.is_terminal:
        yield Logger(clock, stop, console).watch
        return
    watcher = Watcher(clock, stop)
    with Live(_Lines(watcher), console=console, refresh_per_second=8, transient=True):
        yield watcher.watch
