"""Ctrl-C: the first press stops the search and keeps the best so far, the second gives up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Stop:
    """Remembers whether Ctrl-C was pressed."""

    def __init__(self) -> None:
        self.pressed = False

    def asked(self) -> bool:
        """Whether to stop now."""
        return self.pressed

    def press(self, _signal: int, _frame: FrameType | None) -> None:
        """Take a press of Ctrl-C.

        Raises
        ------
        KeyboardInterrupt
            At the second press.
        """
        if self.pressed:
            raise KeyboardInterrupt
        self.pressed = True


@contextmanager
def on_interrupt() -> Iterator[Stop]:
    """Take Ctrl-C as a wish to stop for as long as the ``with`` lasts."""
    stop = Stop()
    before = signal.signal(signal.SIGINT, stop.press)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
