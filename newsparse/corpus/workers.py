"""Worker processes that make parts, and what happens when one is killed."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import struct
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO

import attrs

from newsparse.cli.problems import account
from newsparse.corpus.output import hold_as_worker
from newsparse.corpus.part import RESTING, Part, write_part
from newsparse.interrupts import uninterrupted

AHEAD = 2
"""Parts that wait or are made, for each worker: enough to keep it busy, few enough to hold in memory."""
KILLS = 2


@attrs.frozen
class Made:
    """What became of a part."""

    part: Part
    errors: int = 0
    """Rows with an error."""
    failure: str | None = None
    """Why the part could not be written, if it could not."""
    bug: bool = False
    """Whether that is a fault of the code, which says nothing about the next part, as a full disk does."""


class Workers:
    """A pool that goes on when a worker is killed, be it by chance, for its memory, or by a record."""

    def __init__(self, processes: int, folder: Path) -> None:
        self._processes, self._folder = processes, folder
        self._pool = new_pool(processes, folder)
        self._running: dict[Future[int], Part] = {}

    def make(self, parts: Iterable[Part]) -> Iterator[Made]:
        """Make the parts; what became of each, in the order of their completion.

        When a worker dies, the pool dies with it, and every part that was begun is suspect: each is made again by
        itself. A record at which workers died twice is an error of its row from then on.
        """
        try:
            for part in parts:
                self._submit(part)
                while len(self._running) >= AHEAD * self._processes:
                    yield from self._collect()
            while self._running:
                yield from self._collect()
        finally:
            end(self._pool)

    def _submit(self, part: Part) -> None:
        part.marker.unlink(missing_ok=True)
        try:
            with uninterrupted():  # this may start a worker
                future = self._pool.submit(write_part, part)
            self._running[future] = part
        except (BrokenProcessPool, OSError):  # the latter while the pool is closing what it had open
            broken: Future[int] = Future()
            broken.set_exception(BrokenProcessPool())
            self._running[broken] = part

    def _collect(self) -> Iterator[Made]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        broken = False
        for future in filter(done.__contains__, list(self._running)):  # of several, in the order of the input
            if isinstance(future.exception(), BrokenProcessPool):
                broken = True
            else:
                yield outcome(self._running.pop(future), future)
        if broken:
            yield from self._recover()

    def _recover(self) -> Iterator[Made]:
        wait(self._running)
        end(self._pool)
        self._pool = new_pool(self._processes, self._folder)
        running, self._running = self._running, {}
        for future, part in running.items():
            if not isinstance(future.exception(), BrokenProcessPool):
                yield outcome(part, future)
            elif part.marker.exists():
                yield make_alone(part)
            else:
                self._submit(part)


def make_alone(part: Part) -> Made:
    """Make a part that was begun when a worker died, with no other at work: now it is known whose fault a death is."""
    kills = Counter([read_marker(part)])
    while True:
        part.marker.unlink(missing_ok=True)
        pool = new_pool(1, part.target.parent)
        try:
            future = pool.submit(write_part, part)
            if not isinstance(future.exception(), BrokenProcessPool):
                return outcome(part, future)
        finally:
            end(pool)
        at = read_marker(part)
        kills[at] += 1
        if kills[at] >= KILLS:
            if at == RESTING:
                return Made(part, failure="its worker was killed twice while writing it")
            part = attrs.evolve(part, poison=part.poison | {at})


def outcome(part: Part, future: Future[int]) -> Made:
    """What became of a part whose worker lived; a bug costs this part, not the run."""
    part.marker.unlink(missing_ok=True)
    error = future.exception()
    if error is None:
        return Made(part, future.result())
    return Made(part, failure=account(error), bug=not isinstance(error, OSError))


def read_marker(part: Part) -> int:
    """The record that a dead worker was at."""
    with contextlib.suppress(FileNotFoundError):
        data = part.marker.read_bytes()
        if len(data) == 8:
            return int(struct.unpack("<q", data)[0])
    return RESTING


def new_pool(processes: int, folder: Path) -> ProcessPoolExecutor:
    """Fresh workers for a folder: not forked, since Arrow has threads, and a fork may find their locks taken."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=die_with_parent, initargs=(folder,))
    with uninterrupted():
        for _ in range(processes):
            pool.submit(os.getpid)  # starts a worker: to start one later, while another dies, can break the executor
    return pool


def end(pool: ProcessPoolExecutor) -> None:
    """End a pool once its workers are done with what they are at.

    A second Ctrl-C would break that in the middle, and leave the main process waiting for ever.
    """
    with uninterrupted():
        pool.shutdown(cancel_futures=True)


def die_with_parent(folder: Path) -> None:
    """In a worker: end when the main process is killed, instead of waiting for ever for its next part.

    The folder is held until then. A worker that holds it only after its parent's death ends before it begins.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process hears it, and lets parts be finished
    parent = multiprocessing.parent_process()
    held = hold_as_worker(folder)
    if parent is None or not parent.is_alive():
        os._exit(1)

    threading.Thread(target=end_after, args=(parent, held), daemon=True).start()


def end_after(parent: BaseProcess, _held: IO[bytes]) -> None:
    """End this process with its parent; what it holds of the folder stays held as long as this waits."""
    parent.join()
    os._exit(1)
