"""What can go wrong, each as one line that says what, where and what to do; and how it ends the run."""

from __future__ import annotations

import contextlib
import errno
import gzip
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from newsparse.plugins import PluginError

FAILED, USAGE, INTERRUPTED = 1, 2, 130
TO_READ = {
    errno.ENOENT: "check its name",
    errno.EACCES: "allow yourself to read it, or leave it out",
    errno.EISDIR: "name a file in it",
}
TO_WRITE = {
    errno.ENOENT: "make its folder first",
    errno.EACCES: "allow yourself to write there, or name another place",
    errno.ENAMETOOLONG: "shorten it",
    errno.EROFS: "name another place",
    errno.ENOSPC: "make room, or name another place",
    errno.EDQUOT: "make room, or name another place",
}
"""What to do about an error of the system, by its number."""
DAMAGED: Mapping[type[BaseException], str] = {
    gzip.BadGzipFile: "if it is not compressed, take .gz off its name",
    EOFError: "it is cut short: get it anew",
}
"""What to do about a compressed file, by the kind of the error."""
ADDRESSES = ("http://", "https://", "ftp://", "file://")
SHOWN = 40
"""Characters of a text that are shown where it stands for a file's name."""
LOOKED_THROUGH = 1000
"""Names of a folder that are compared with one that is not there."""


class RunError(Exception):
    """An input that cannot be read or an output that cannot be written: exit status 1."""


class UsageError(Exception):
    """Options that do not go together, or that name something unknown: exit status 2."""


def reason(error: BaseException) -> str:
    """An error's own words, without its number and file name; control characters escaped, so that it stays a line."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    return one_line(words)


def account(error: BaseException) -> str:
    """What the system says of an error; any other is a fault of the code, and its kind tells more than its words."""
    return reason(error) if isinstance(error, OSError) else f"{type(error).__name__}: {reason(error)}"


def unread(error: BaseException) -> str:
    """Why something could not be read, and what to do about it."""
    if isinstance(error, FileNotFoundError) and isinstance(error.filename, str | os.PathLike):
        if meant := nearest(Path(error.filename)):
            return f"{reason(error)}; did you mean {one_line(str(meant))}?"
    return advised(error, TO_READ)


def unwritten(error: BaseException) -> str:
    """Why something could not be written, and what to do about it."""
    return advised(error, TO_WRITE)


def advised(error: BaseException, advice: Mapping[int, str]) -> str:
    """An error's own words, with the advice that there is for it."""
    known = advice.get(error.errno or 0) if isinstance(error, OSError) and error.errno else DAMAGED.get(type(error))
    return f"{reason(error)}; {known}" if known else reason(error)


def nearest(path: Path) -> Path | None:
    """The file beside a path that is not there whose name is most like its own."""
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        names = [entry.name for entry in islice(entries, LOOKED_THROUGH)]
        for name in get_close_matches(path.name, names, 1, 0.75):
            return path.with_name(name)
    return None


def exists(name: str) -> bool:
    """Whether there is a file or folder of a name; it may be a text, too long for `Path.exists`."""
    return os.path.exists(name)  # noqa: PTH110


def no_file(name: str) -> str | None:
    """What to say of an address, or of a text itself, that stands where a file should."""
    if exists(name):
        return None
    if name.startswith(ADDRESSES):
        return f"{name}: this is an address, and nothing is fetched; save the page first, and name its file"
    if "\n" in name:
        return f"{name[:SHOWN]}…: this is a text, and the name of a file is asked for; send the text to standard input"
    return None


def misspelt(word: str, commands: Sequence[str]) -> str | None:
    """What to say of a first word that is neither an option nor a file, but may have been meant as a command."""
    if not word or word.startswith("-") or exists(word):
        return None
    if meant := get_close_matches(word, commands, 1):
        return f"{word} is neither a file nor a command; did you mean `newsparse {meant[0]}`?"
    if word.isalpha() and nearest(Path(word)) is None:
        return f"{word} is neither a file nor a command; `newsparse --help` says what there is"
    return None


def one_line(text: str) -> str:
    """A text with everything that would break a line or steer a terminal escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def say(line: str, program: str = "newsparse") -> None:
    """Print a line to standard error, under the program's name; a closed one is nobody's loss."""
    with contextlib.suppress(OSError, ValueError):
        print(f"{program}: {one_line(line)}", file=sys.stderr, flush=True)


def guarded(work: Callable[[], int]) -> int:
    """Do the work; returns its exit status, or that of what stopped it, which is said in one line."""
    try:
        status = work()
        sys.stdout.flush()
    except UsageError as error:
        say(told(error, str(error)))
        return USAGE
    except (RunError, PluginError) as error:
        say(told(error, str(error)))
        return FAILED
    except BrokenPipeError:
        # whoever read the output has had enough; standard output must not be flushed again at exit
        forget_standard_output()
        return 0
    except OSError as error:
        forget_standard_output()
        say(told(error, f"{error.filename or 'standard output'}: {unwritten(error)}"))
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
