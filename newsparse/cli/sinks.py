"""Where articles go: a stream, or a folder with a file for each. A single file is in `whole_file`."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

import attrs

from newsparse.cli.compression import plain_name
from newsparse.cli.framing import Framing
from newsparse.cli.items import Item
from newsparse.cli.problems import RunError, unwritten
from newsparse.cli.render import Row

ENDING = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors after which no other file can be written either."""


class Sink(Protocol):
    """What takes the outputs."""

    failed: int
    done_before: int
    """Items that failed, and all items, of a run before this one, which it takes up."""

    def left(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items that are still to be done."""

    def put(self, item: Item, output: str | Row) -> None:
        """Take an output. Raises `RunError` where only this one cannot be taken, `OSError` where no other can be."""

    def passed(self, item: Item, failed: int) -> None:
        """Learn that an item is done, and how many of all so far have failed."""

    def finish(self, failed: int) -> None:
        """Take note that nothing follows, and that so many items have failed."""

    def abandon(self) -> str | None:
        """Take note that the run is cut off; returns what the user may do about it."""


class Stream:
    """Standard output, or a device or pipe."""

    failed = done_before = 0

    def __init__(self, stream: BinaryIO, framing: Framing, name: str | None = None) -> None:
        """`name` is what errors call it; None for standard output."""
        self._stream = stream
        self._framing = framing
        self._name = name

    def left(self, items: Iterable[Item]) -> Iterator[Item]:
        """All."""
        return iter(items)

    def put(self, item: Item, output: str | Row) -> None:
        """Write it at once: whoever reads the stream may wait for it."""
        self.write(self._framing.add(output))

    def passed(self, item: Item, failed: int) -> None:
        """Nothing to keep."""

    def finish(self, failed: int) -> None:
        """Close the frame."""
        self.write(self._framing.end())

    def write(self, text: str) -> None:
        """Write, and let an error name the device."""
        try:
            self._stream.write(encoded(text))
            self._stream.flush()
        except OSError as error:
            error.filename = self._name
            raise

    def abandon(self) -> str | None:
        """Nothing can be done."""
        return None


class Folder:
    """A folder that gets a file for each article, under the name of its source."""

    failed = done_before = 0

    def __init__(self, path: Path, suffix: str, *, force: bool, resume: bool) -> None:
        self._path = path
        self._suffix = suffix
        self._force = force
        self._resume = resume
        self._taken: set[Path] = set()
        path.mkdir(parents=True, exist_ok=True)

    def left(self, items: Iterable[Item]) -> Iterator[Item]:
        """All but those that are there already, if the run takes up another; if not, those are problems."""
        for item in items:
            target = self.target(item)
            if item.problem or target is None:
                yield item
            elif target in self._taken:
                yield attrs.evolve(item, problem=f"{item.place}: {target} is the output of another input already")
            else:
                self._taken.add(target)
                try:
                    there = target.exists()
                except OSError as error:
                    yield attrs.evolve(item, problem=f"{item.place}: {target}: {unwritten(error)}")
                    continue
                if self._force or not there:
                    yield item
                elif not self._resume:
                    hint = "--force overwrites it, --resume leaves it"
                    yield attrs.evolve(item, problem=f"{item.place}: {target} is there already; {hint}")

    def target(self, item: Item) -> Path | None:
        """The file of an item: `a/b.txt` becomes `a/b.json`, the record on line 17 of `a/b.jsonl` `a/b-17.json`."""
        if item.source is None:
            return None
        below = plain_name(item.source.below)
        number = "" if item.line is None else f"-{item.line}"
        return self._path / below.with_name(f"{below.stem}{number}{self._suffix}")

    def put(self, item: Item, output: str | Row) -> None:
        """Write the file beside its place, and move it there whole."""
        target = self.target(item)
        assert target is not None
        try:
            write_whole(target, encoded(str(output).removesuffix("\n") + "\n"))
        except OSError as error:
            if error.errno in ENDING:
                raise OSError(error.errno, error.strerror, str(target)) from None
            raise RunError(f"{target}: {unwritten(error)}") from None

    def passed(self, item: Item, failed: int) -> None:
        """Nothing to keep: what is there is done."""

    def finish(self, failed: int) -> None:
        """Every file is whole."""

    def abandon(self) -> str | None:
        """Every file that is there is whole."""
        return "the files that are there are whole: the same command with --resume makes the others"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, and move it there whole; raises `OSError`, and then leaves nothing of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    begun = path.with_name(f".{path.name}.part")
    try:
        begun.write_bytes(data)
        begun.replace(path)
    except BaseException:
        begun.unlink(missing_ok=True)
        raise


def write_document(path: Path, text: str, *, force: bool) -> None:
    """Write a text where the user wants it: a file whole or not at all, a device or pipe as it comes.

    Raises `RunError` if it cannot be written, or if a file is there already, unless `force` is true.
    """
    try:
        if is_special(path):
            path.write_bytes(encoded(text))
        elif path.exists() and not force:
            raise RunError(f"{path} is there already; --force overwrites it")
        else:
            write_whole(path, encoded(text))
    except OSError as error:
        raise RunError(f"{path}: {unwritten(error)}") from None


def is_special(path: Path) -> bool:
    """Whether a path is a device or a pipe, which must be written into, never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def encoded(text: str) -> bytes:
    """UTF-8; what UTF-8 has not (a lone surrogate) is escaped, not lost."""
    return text.encode("utf-8", "backslashreplace")


def sync(stream: BinaryIO) -> None:
    """Bring what was written to the disk."""
    stream.flush()
    os.fsync(stream.fileno())
