"""Items in, outcomes out, in the same order, on several processes, with a bounded number under way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing.connection import wait

from newsparse.cli.items import Item
from newsparse.cli.problems import RunError
from newsparse.cli.render import Outcome, Settings, outcome, process
from newsparse.interrupts import cores, uninterrupted

FEW = 32
"""Items that one process is done with before others have started."""
BATCH_ITEMS, BATCH_BYTES = 32, 1 << 19
"""A batch is sent when it has so many of either."""
UNDER_WAY = 3
"""Batches sent ahead, for each process: enough that none waits, few enough that memory stays small."""


def in_order(
    items: Iterable[Item], settings: Settings, processes: int | None
) -> Generator[tuple[Item, Outcome], None, None]:
    """Each item with its outcome. `processes=None`: all cores, but no others than this one for a few items."""
    items = iter(items)
    head = list(islice(items, FEW)) if processes is None else []
    if processes == 1 or (processes is None and (len(head) < FEW or cores() == 1)):
        for item in chain(head, items):
            yield item, outcome(item, settings)
        return
    yield from in_pool(batches(chain(head, items)), settings, processes or cores())


def in_pool(parts: Iterator[list[Item]], settings: Settings, processes: int) -> Iterator[tuple[Item, Outcome]]:
    """The same, batch by batch, in other processes."""
    # spawn: a fork would copy the threads of the progress bar, and locks in whatever state they are
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=prepare)
    pending: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
    try:
        for part in parts:
            with uninterrupted():  # this may start a worker
                future = pool.submit(process, part, settings)
            pending.append((part, future))
            if len(pending) >= UNDER_WAY * processes:
                yield from finished(pending)
        while pending:
            yield from finished(pending)
    finally:
        with uninterrupted():  # a second Ctrl-C would break the pool's end, and leave it waiting for ever
            pool.shutdown(wait=True, cancel_futures=True)


def finished(pending: deque[tuple[list[Item], Future[list[Outcome]]]]) -> Iterator[tuple[Item, Outcome]]:
    """The items of the first batch, once it is done."""
    part, future = pending.popleft()
    try:
        outcomes = future.result()
    except BrokenProcessPool:
        raise RunError(
            f"a worker process was killed, at {part[0].place} or up to {UNDER_WAY} batches behind it; "
            "if memory ran out, use fewer --processes"
        ) from None
    yield from zip(part, outcomes, strict=True)


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in lists of bounded length and size."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += max(item.size, len(item.data) if isinstance(item.data, str | bytes) else 0)
        if len(batch) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def prepare() -> None:
    """In a worker: leave interrupts to the parent, and end when it ends, even if it was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the end of the parent, and follow."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
