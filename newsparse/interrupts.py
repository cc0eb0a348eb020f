"""The worker processes of the command line: how many there are at most, and what they hear of Ctrl-C."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Within this, Ctrl-C is not heard; processes that are started here do not hear it from their first moment on.

    Outside of the main thread, where Python lets nobody change that, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        # None: it was set by no Python code, which cannot set it again
        signal.signal(signal.SIGINT, signal.SIG_DFL if before is None else before)
