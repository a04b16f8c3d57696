"""Ctrl-C: once keeps the best so far, twice gives up."""

import os
import signal

import pytest

from scheduler.cli.stop import on_interrupt


def test_the_first_press_asks_to_stop_and_the_second_gives_up() -> None:
    with on_interrupt() as stop:
        assert not stop.asked()
        os.kill(os.getpid(), signal.SIGINT)
        assert stop.asked()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_afterwards_ctrl_c_means_what_it_meant_before() -> None:
    before = signal.getsignal(signal.SIGINT)

    with on_interrupt():
        assert signal.getsignal(signal.SIGINT) != before

    assert signal.getsignal(signal.SIGINT) == before
