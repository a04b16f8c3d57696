"""A team: processes that plan the same problem side by side and tell each other what they find.

Each has all of the problem and begins with its own parts; who is through with them helps with the
others', from another seed. There is nothing to hand out: news of a better schedule or a better
bound go to everybody.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread
from typing import IO, Protocol

from scheduler.domain.ids import CohortId
from scheduler.domain.problem import Problem
from scheduler.engine.options import Options
from scheduler.engine.timeline import Timeline

COMMAND = (
    "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN);"
    "from scheduler.engine.member import main; main()"
)
"""What another process of the team runs; Ctrl-C is for the first process to hear."""
PATIENCE = 1.0
"""How many seconds a thread is waited for that should have ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is known of a part (by its number): the best schedule, what cohorts cost at least, the end."""

    part: int
    best: Mapping[CohortId, Timeline]
    least: Mapping[CohortId, float]
    ended: bool


def packed(content: object) -> bytes:
    """Give what goes through a wire; called where no other thread changes the content."""
    return pickle.dumps(content, pickle.HIGHEST_PROTOCOL)


class Link(Protocol):
    """How a process hears of the others."""

    @property
    def lost(self) -> Collection[int]:
        """The numbers of those who are not there (any more)."""

    def send(self, news: News) -> None:
        """Tell everybody else."""

    def received(self) -> list[News]:
        """Give what others have told since the last time."""


class Wire:
    """The link to one other process: threads read from and write to its streams, so that nobody waits.

    ``gone`` is called when the other process says nothing more.
    """

    lost = ()

    def __init__(self, reads: IO[bytes], writes: IO[bytes], gone: Callable[[], None] = lambda: None) -> None:
        self._reads = reads
        self._writes = writes
        self._gone = gone
        self._heard: SimpleQueue[News] = SimpleQueue()
        self._to_say: SimpleQueue[bytes] = SimpleQueue()
        self._threads = [Thread(target=work, daemon=True) for work in (self._speak, self._listen)]
        for thread in self._threads:
            thread.start()

    @property
    def is_open(self) -> bool:
        """Whether the other process may still say something."""
        return self._threads[1].is_alive()

    def send(self, news: News) -> None:
        """Tell the other process, if it is still there."""
        self.say(packed(news))

    def say(self, said: bytes) -> None:
        """Tell the other process what has been packed already."""
        self._to_say.put(said)

    def received(self) -> list[News]:
        """Give what it has told since the last time."""
        found = []
        with suppress(Empty):
            while True:
                found.append(self._heard.get_nowait())
        return found

    def close(self) -> None:
        """Say what there is still to say, and let go of the streams."""
        self._to_say.put(b"")
        for thread, stream in zip(self._threads, (self._writes, self._reads), strict=True):
            thread.join(PATIENCE)
            if not thread.is_alive():
                with suppress(OSError):
                    stream.close()

    def _speak(self) -> None:
        with suppress(OSError):
            while said := self._to_say.get():
                self._writes.write(said)
                self._writes.flush()

    def _listen(self) -> None:
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            while True:
                self._heard.put(pickle.load(self._reads))
        self._gone()


class Team:
    """The link of the first process to those that it has started, by their numbers; none of ``size``, maybe.

    It passes on what one of them tells to the others.
    """

    def __init__(self, size: int, wires: Mapping[int, Wire]) -> None:
        self._size = size
        self._wires = wires

    @property
    def lost(self) -> Collection[int]:
        """The numbers of those who were not started, or have ended."""
        there = {number for number, wire in self._wires.items() if wire.is_open}
        return set(range(1, self._size)) - there

    def send(self, news: News) -> None:
        """Tell everybody else."""
        said = packed(news) if self._wires else b""
        for wire in self._wires.values():
            wire.say(said)

    def received(self) -> list[News]:
        """Give what the others have told since the last time."""
        found = []
        for wire in self._wires.values():
            others = [other for other in self._wires.values() if other is not wire]
            for news in wire.received():
                found.append(news)
                said = packed(news) if others else b""
                for other in others:
                    other.say(said)
        return found


@contextmanager
def team(problem: Problem, options: Options) -> Iterator[Link]:
    """Start the other processes, and end them in the end; nobody, where a run is to be repeatable.

    Who cannot be started is done without.
    """
    processes: list[Popen[bytes]] = []
    wires: dict[int, Wire] = {}
    alone = options.work is not None or not problem.cohorts
    try:
        for number in range(1, 1 if alone else options.workers):
            with suppress(OSError):
                processes.append(_started())
                reads, writes = processes[-1].stdout, processes[-1].stdin
                assert reads
                assert writes
                wires[number] = Wire(reads, writes)
                wires[number].say(packed((problem, replace(options, seconds=None), number)))
        yield Team(options.workers, wires)
    finally:
        for process in processes:
            process.kill()
            process.wait()
        for wire in wires.values():
            wire.close()


def _started() -> "Popen[bytes]":
    """Start a process that finds modules where this one does, and does not hear Ctrl-C."""
    paths = (str(path) or os.getcwd() for path in sys.path)  # noqa: PTH109  as Python itself does
    return Popen(
        [sys.executable, "-P", "-c", COMMAND],
        stdin=PIPE,
        stdout=PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
