"""What can go wrong, each as one line that says what, where and what to do; and how it ends the run."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable

FAILED, USAGE, INTERRUPTED = 1, 2, 130


class RunError(Exception):
    """An input that cannot be read or an output that cannot be written: exit status 1."""


class UsageError(Exception):
    """Options that do not go together, or that name something unknown: exit status 2."""


def reason(error: BaseException) -> str:
    """An error's own words, without its number and file name; control characters escaped, so that it stays a line."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    return one_line(words)


def one_line(text: str) -> str:
    """A text with everything that would break a line or steer a terminal escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(line: str) -> None:
    """Print a line to standard error, under the program's name; a closed one is nobody's loss."""
    with contextlib.suppress(OSError, ValueError):
        print(f"newsparse: {one_line(line)}", file=sys.stderr, flush=True)


def guarded(work: Callable[[], int]) -> int:
    """Do the work; returns its exit status, or that of what stopped it, which is said in one line."""
    try:
        status = work()
        sys.stdout.flush()
    except UsageError as error:
        say(told(error, str(error)))
        return USAGE
    except RunError as error:
        say(told(error, str(error)))
        return FAILED
    except BrokenPipeError:
        # whoever read the output has had enough; standard output must not be flushed again at exit
        forget_standard_output()
        return 0
    except OSError as error:
        forget_standard_output()
        say(told(error, f"{error.filename or 'standard output'}: {reason(error)}"))
        return FAILED
    except KeyboardInterrupt as error:
        say(told(error, "interrupted"))
        return INTERRUPTED
    return status


def told(error: BaseException, line: str) -> str:
    """The line, with the notes that the error has collected on its way."""
    return "; ".join([line, *getattr(error, "__notes__", ())])


def forget_standard_output() -> None:
    """Point standard output nowhere, so that what is left in its buffer raises nothing when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
