"""Ctrl-C: once keeps the best so far, twice gives up; the answer comes at once."""

import os
import signal
import time

import pytest

from scheduler.cli.stop import STOPPING, on_interrupt


def test_the_first_press_asks_to_stop_and_the_second_gives_up() -> None:
    said: list[str] = []
    with on_interrupt(said.append) as stop:
        assert not stop.asked()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.asked()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)

    assert said == [STOPPING]


def test_the_answer_does_not_wait_for_the_main_thread() -> None:
    """While the handler is kept from running, the thread that listens hears the press."""
    said: list[str] = []
    with on_interrupt(said.append) as stop:
        signal.signal(signal.SIGINT, lambda *_: None)  # as if the main thread never got to it
        os.kill(os.getpid(), signal.SIGINT)
        begun = time.monotonic()
        while not said and time.monotonic() - begun < 10:
            time.sleep(0.01)

        assert said == [STOPPING]
        assert stop.asked()


def test_afterwards_ctrl_c_means_what_it_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)

    with on_interrupt(print):
        assert signal.getsignal(signal.SIGINT) != before

    assert signal.getsignal(signal.SIGINT) == before
