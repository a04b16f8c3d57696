"""What another process of a team does: the same search, until the first process ends it."""

import os
import pickle
import sys
from signal import SIG_IGN, SIGINT, signal
from typing import IO

from scheduler.engine.planning import Run
from scheduler.engine.team import Wire


class _First(Wire):
    """The link to the first process; when that has gone, there is nothing left to do."""

    def gone(self) -> None:
        os._exit(0)


def main() -> None:
    """Read the problem and plan it, telling the first process what is found."""
    signal(SIGINT, SIG_IGN)  # Ctrl-C is for the first process to hear
    reads, writes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no news
    work(reads, writes)


def work(reads: IO[bytes], writes: IO[bytes]) -> None:
    """Do as `main` does, with these streams."""
    problem, options, number = pickle.load(reads)
    Run(problem, options, _First(reads, writes), number, seconds=lambda: 0.0).solution()
