"""A team: processes that plan the same problem side by side and tell each other what they find.

Each has all of the problem and begins with its own parts; who is through with them helps with the
others', from another seed. There is nothing to hand out: news of a better schedule or a better
bound go to everybody.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping
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

COMMAND = "from scheduler.engine.member import main; main()"
"""What another process of the team runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is known of a part (by its number): the best schedule, what cohorts cost at least, the end."""

    part: int
    best: Mapping[CohortId, Timeline]
    least: Mapping[CohortId, float]
    ended: bool


class Link(Protocol):
    """How a process hears of the others."""

    def send(self, news: News) -> None:
        """Tell everybody else."""

    def received(self) -> list[News]:
        """Give what others have told since the last time."""


class Alone:
    """The link of somebody who works alone."""

    def send(self, news: News) -> None:
        """Tell nobody."""

    def received(self) -> list[News]:
        """Give nothing."""
        return []


class Wire:
    """The link to one other process: threads read from and write to its streams, so that nobody waits.

    ``gone`` is called when the other process says nothing more.
    """

    def __init__(self, reads: IO[bytes], writes: IO[bytes], gone: Callable[[], None] = lambda: None) -> None:
        self._reads = reads
        self._writes = writes
        self._gone = gone
        self._heard: SimpleQueue[News] = SimpleQueue()
        self._to_say: SimpleQueue[object] = SimpleQueue()
        self._threads = [Thread(target=work, daemon=True) for work in (self._listen, self._speak)]
        for thread in self._threads:
            thread.start()

    def send(self, news: object) -> None:
        """Tell the other process, if it is still there."""
        self._to_say.put(news)

    def received(self) -> list[News]:
        """Give what it has told since the last time."""
        found = []
        with suppress(Empty):
            while True:
                found.append(self._heard.get_nowait())
        return found

    def close(self) -> None:
        """Let go of the streams; the other process has ended."""
        self._to_say.put(None)
        for thread in self._threads:
            thread.join()
        for stream in (self._reads, self._writes):
            with suppress(OSError):
                stream.close()

    def _listen(self) -> None:
        with suppress(OSError, EOFError, pickle.UnpicklingError):
            while True:
                self._heard.put(pickle.load(self._reads))
        self._gone()

    def _speak(self) -> None:
        with suppress(OSError):
            while (news := self._to_say.get()) is not None:
                pickle.dump(news, self._writes, pickle.HIGHEST_PROTOCOL)
                self._writes.flush()


class _Team:
    """The link of the process that has started the others: it passes their news on as well."""

    def __init__(self, wires: list[Wire]) -> None:
        self._wires = wires

    def send(self, news: News) -> None:
        for wire in self._wires:
            wire.send(news)

    def received(self) -> list[News]:
        found = []
        for wire in self._wires:
            told = wire.received()
            for other in self._wires:
                for news in told if other is not wire else ():
                    other.send(news)
            found += told
        return found


@contextmanager
def team(problem: Problem, options: Options) -> Iterator[Link]:
    """Start the other processes, and end them in the end; nobody, where a run is to be repeatable."""
    if options.workers < 2 or options.work is not None or not problem.cohorts:
        yield Alone()
        return
    processes: list[Popen[bytes]] = []
    wires: list[Wire] = []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        for number in range(1, options.workers):
            process = Popen(
                [sys.executable, "-c", COMMAND],
                stdin=PIPE,
                stdout=PIPE,
                env=environment,
                start_new_session=True,
            )
            processes.append(process)
            assert process.stdin
            assert process.stdout
            wires.append(Wire(process.stdout, process.stdin))
            wires[-1].send((problem, replace(options, seconds=None), number))
        yield _Team(wires)
    finally:
        for process in processes:
            process.kill()
            process.wait()
        for wire in wires:
            wire.close()
