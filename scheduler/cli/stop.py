"""Ctrl-C: the first press stops the search and keeps the best so far, the second gives up."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from types import FrameType

STOPPING = "stopping; writing the best schedule so far (Ctrl-C again writes nothing)"
"""The answer to the first press."""


class Stop:
    """Remembers how often Ctrl-C was pressed."""

    def __init__(self) -> None:
        self._taken = self._heard = 0

    def asked(self) -> bool:
        """Whether to stop now."""
        return bool(self._taken or self._heard)

    def hear(self, answer: Callable[[str], None]) -> None:
        """Note a press at once, even while the solver keeps the main thread busy; answer the first."""
        self._heard += 1
        if self._heard == 1:
            answer(STOPPING)

    def press(self, _signal: int, _frame: FrameType | None) -> None:
        """Take a press of Ctrl-C, as soon as the main thread is there for it.

        Raises
        ------
        KeyboardInterrupt
            At the second press.
        """
        self._taken += 1
        if max(self._taken, self._heard) > 1:
            raise KeyboardInterrupt


@contextmanager
def on_interrupt(answer: Callable[[str], None]) -> Iterator[Stop]:
    """Take Ctrl-C as a wish to stop for as long as the ``with`` lasts; the first is answered at once.

    Python runs a signal's handler only in the main thread, between two steps of Python: while
    the solver is at work that can be seconds later. So a thread listens to the signals too.
    """
    stop = Stop()
    near, far = socket.socketpair()
    far.settimeout(0)
    listener = Thread(target=_listen, args=(near, stop, answer), daemon=True)
    before = signal.signal(signal.SIGINT, stop.press)
    told = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
    listener.start()
    try:
        yield stop
    finally:
        signal.set_wakeup_fd(told)
        signal.signal(signal.SIGINT, before)
        far.close()
        listener.join()
        near.close()


def _listen(ear: socket.socket, stop: Stop, answer: Callable[[str], None]) -> None:
    """Hear each Ctrl-C among the numbers of the signals that arrive, until there can be no more."""
    while signals := ear.recv(64):
        for _ in range(signals.count(signal.SIGINT)):
            stop.hear(answer)
