"""What another process of a team does: the same search, until the first process ends it."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from typing import IO

from scheduler.engine.planning import Run
from scheduler.engine.team import Wire


def main() -> None:
    """Read the problem and plan it, telling the first process what is found, as long as that is there."""
    reads, writes = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no news
    try:
        work(reads, writes, lambda: os._exit(0))
    except BaseException:  # noqa: BLE001  said, and then there is no more to do
        traceback.print_exc()
    finally:
        os._exit(0)  # a thread may still be listening, which Python would wait for


def work(reads: IO[bytes], writes: IO[bytes], gone: Callable[[], None]) -> None:
    """Do as `main` does, with these streams; ``gone`` is called when the first process is not there."""
    try:
        problem, options, number = pickle.load(reads)
    except EOFError:
        gone()
        return
    wire = Wire(reads, writes, gone)
    run = Run(
        problem, options, wire, number, seconds=lambda: 0.0, watch=lambda _: None, stopped=lambda: False
    )
    run.solution()
    wire.close()
