"""The command line: the whole of it with the extra `cli`, one file at a time without."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TextIO

from newsparse.cli.problems import FAILED, INTERRUPTED, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run; returns the exit status: 0, 1 if some input or output failed, 2 for wrong usage, 130 if interrupted.

    `arguments` are those after the program's name; None takes the process's own.
    """
    # Python has None where the standard output was closed before it started
    if sys.stdout is None:
        say("standard output is closed; send it to a file, or name one with --output")
        return FAILED
    show_what_can_be_shown(sys.stdout)
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if find_spec("typer") is None:
            from newsparse.cli import basic

            return basic.run(given)
        from newsparse.cli import app

        return app.run(given)
    except KeyboardInterrupt:  # while modules were imported: all else is guarded
        say("interrupted")
        return INTERRUPTED


def show_what_can_be_shown(stream: TextIO) -> None:
    """Let text that the stream's encoding does not have come out as question marks, unless its owner chose otherwise.

    Standard error needs no such care: Python escapes what it does not have.
    """
    if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
        stream.reconfigure(errors="replace")
