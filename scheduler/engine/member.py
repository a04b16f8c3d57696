"""What another process of a team does: the same search, until the first process ends it."""

import os
import pickle
import sys
from collections.abc import Callable
from signal import SIG_IGN, SIGINT, signal
from typing import IO

from scheduler.engine.planning import Run
from scheduler.engine.team import Wire


def main() -> None:
    """Read the problem and plan it, telling the first process what is found, as long as that is there."""
    signal(SIGINT, SIG_IGN)  # Ctrl-C is for the first process to hear
    reads, writes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no news
    work(reads, writes, lambda: os._exit(0))


def work(reads: IO[bytes], writes: IO[bytes], gone: Callable[[], None]) -> None:
    """Do as `main` does, with these streams; ``gone`` is called when the first process is not there."""
    problem, options, number = pickle.load(reads)
    wire = Wire(reads, writes, gone)
    Run(problem, options, wire, number, seconds=lambda: 0.0).solution()
    wire.close()
