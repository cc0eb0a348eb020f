"""One output file that appears whole or not at all, and can be taken up again where a run was cut off."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from newsparse.cli.compression import SUFFIXES, writer
from newsparse.cli.framing import Framing
from newsparse.cli.items import Item
from newsparse.cli.problems import RunError, UsageError
from newsparse.cli.render import Row
from newsparse.cli.sinks import encoded, sync

CHECKPOINT = 256
"""Items between two records of how far the run is. A compressed frame ends at each, so that a file which was cut off
there can be continued to the very bytes that it would have had."""


class WholeFile:
    """Writes `NAME.part`, keeps a record of what is done in `NAME.part.json`, and renames the one when all is done."""

    def __init__(self, path: Path, framing: Framing, run: str, *, force: bool, resume: bool) -> None:
        """Open it; `run` is what makes two runs the same. Raises `RunError`, `UsageError` or `OSError`."""
        self._target = Path(os.path.realpath(path))
        self._path = path
        self._part = self._target.with_name(self._target.name + ".part")
        self._record = self._target.with_name(self._target.name + ".part.json")
        self._framing = framing
        self._run = run
        self.complete = False
        """Whether there is nothing left to do."""
        self.failed = self.done_before = self._items = 0
        self._digest = b""
        self._expected = b""
        self._frame: BinaryIO | None = None
        begun = self._part.exists()
        if resume and begun and self._record.exists():
            self._file = self.take_up()
            return
        if self._target.exists() and not force:
            if not resume:
                raise RunError(f"{path} is there already; --force overwrites it")
            self.complete = True
            return
        if begun and not (force or resume):
            raise RunError(f"{path}.part is left of a run that was cut off; --resume goes on, --force starts anew")
        with self.named():
            self._record.unlink(missing_ok=True)
            self._file = self._part.open("wb")

    def take_up(self) -> BinaryIO:
        """The part as it was when the record was written, open behind its end."""
        try:
            record = json.loads(self._record.read_text(encoding="utf-8"))
            run, self.done_before, size = record["run"], record["items"], record["bytes"]
            self._expected, self.failed = bytes.fromhex(record["digest"]), record["failed"]
            self._framing.written, self._framing.columns = record["written"], record["columns"]
        except (ValueError, KeyError, TypeError):
            raise RunError(f"{self._path}.part.json is damaged; --force starts anew") from None
        if run != self._run:
            raise UsageError(f"{self._path}.part was begun by {run}: repeat that, or start anew with --force")
        file = self._part.open("r+b")
        if file.seek(0, os.SEEK_END) < size:
            raise RunError(f"{self._path}.part is shorter than its record says; --force starts anew")
        file.truncate(size)
        file.seek(size)
        return file

    def left(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items behind those that are done; raises `UsageError` if those are not the ones that were done."""
        iterator = iter(items)
        while self._items < self.done_before:
            item = next(iterator, None)
            if item is None:
                break
            self._digest = item.identify(self._digest)
            self._items += 1
        if self._digest != self._expected:
            self._file.close()
            raise UsageError(f"the inputs are not those that {self._path}.part was made of; --force starts anew")
        return iterator

    def put(self, item: Item, output: str | Row) -> None:
        """Write it behind the others."""
        self.write(self._framing.add(output))

    def write(self, text: str) -> None:
        """Write into the frame."""
        with self.named():
            if self._frame is None:
                self._frame = writer(self._file, self._target)
            self._frame.write(encoded(text))

    def passed(self, item: Item, failed: int) -> None:
        """Count an item, and record now and then how far the run is."""
        self._items += 1
        self._digest = item.identify(self._digest)
        if self._items % CHECKPOINT:
            return
        self.end_frame()
        record = {
            "run": self._run,
            "items": self._items,
            "bytes": self._file.tell(),
            "digest": self._digest.hex(),
            "failed": failed,
            "written": self._framing.written,
            "columns": self._framing.columns,
        }
        new = self._record.with_name(self._record.name + ".new")
        with self.named():
            new.write_text(json.dumps(record), encoding="utf-8")
            new.replace(self._record)

    def end_frame(self) -> None:
        """Bring everything so far to the disk, as a frame that can be read by itself."""
        with self.named():
            if self._frame is not None:
                self._frame.close()
                self._frame = None
            sync(self._file)

    def finish(self, failed: int) -> None:
        """Give the file its name; if nothing but failures came, let there be none, and leave what was there."""
        if failed and not self._framing.written:
            self._file.close()
            self._part.unlink()
            self._record.unlink(missing_ok=True)
            return
        end = self._framing.end()
        # a compressed file must hold a frame even where it holds no article
        if end or (not self._framing.written and self._target.suffix in SUFFIXES):
            self.write(end)
        self.end_frame()
        self._file.close()
        self._part.replace(self._target)
        self._record.unlink(missing_ok=True)

    def abandon(self) -> str | None:
        """Leave what is done, or nothing where no record of it was written yet."""
        with contextlib.suppress(OSError, ValueError):
            self._file.close()
        self._record.with_name(self._record.name + ".new").unlink(missing_ok=True)
        if not self._record.exists():
            self._part.unlink(missing_ok=True)
            return None
        return f"what is done is kept in {self._path}.part: the same command with --resume goes on"

    @contextlib.contextmanager
    def named(self) -> Iterator[None]:
        """Errors of writing, with the name of the file."""
        try:
            yield
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self._path)) from None
