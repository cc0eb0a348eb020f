"""The folder of a corpus: its parts, what is known of its inputs, and what could not be read.

Parts are `NAME-FIRST-LAST.parquet`. Everything else begins with an underscore, which readers of Parquet folders
(pyarrow, Spark, DuckDB's `*.parquet`) leave out: `_run.json` with the settings, `_inputs/` with a file for each
input, `_errors.jsonl`, `_lock` and `_workers`, which are held while a run and its workers live, and parts in the
making.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from newsparse import __version__
from newsparse.arrow import VERSION, whole
from newsparse.corpus.inputs import Input
from newsparse.corpus.records import CorpusError, Settings, one_line

ERRORS = "_errors.jsonl"
RUN = "_run.json"
LOCK = "_lock"
WORKERS = "_workers"
PART = re.compile(r"^(?P<key>[^_].*)-(?P<first>\d{10,})-(?P<last>\d{10,})\.parquet$")


def is_begun(name: str) -> bool:
    """Whether a file of that name is there before a run is: a kill may leave it behind."""
    return name in {LOCK, WORKERS} or (name.startswith("_") and name.endswith(".tmp"))


class Output:
    """The folder, held by one run at a time (a context manager)."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.folder = folder
        self._settings = settings
        self._lock: IO[bytes] | None = None
        self.parts: dict[tuple[str, int], int] = {}
        """The last record of each part that is there, by the key of its input and its first record."""

    def __enter__(self) -> Output:
        """Begin, or take up again; raises `CorpusError` if the folder holds anything else, or another run has it."""
        run = self.folder / RUN
        wanted = {"newsparse": __version__, "schema": VERSION, **attrs.asdict(self._settings)}
        wanted["keep"] = list(self._settings.keep)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not run.exists() and not all(is_begun(path.name) for path in self.folder.iterdir()):
                raise CorpusError(f"{self.folder}: not empty, and no corpus: name another folder")
            self._lock = (self.folder / LOCK).open("wb")
            lock(self._lock, self.folder)
            if run.exists():
                agree(read_json(run), wanted, self.folder)
            else:
                write_whole(run, [json.dumps(wanted, indent=2)])
            (self.folder / "_inputs").mkdir(exist_ok=True)
            outlast_workers(self.folder)
            self._clear()
            for path in self.folder.iterdir():
                if match := PART.fullmatch(path.name):
                    self.parts[match["key"], int(match["first"])] = int(match["last"])
        except OSError as error:
            raise CorpusError(f"{error.filename or self.folder}: {error.strerror}") from None
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._clear()
        if self._lock:
            self._lock.close()

    def _clear(self) -> None:
        """Remove what was left half-written by those who were killed at it; nobody else is at work."""
        for left in self.folder.glob("_*.tmp"):
            left.unlink(missing_ok=True)

    def part(self, item: Input, first: int, last: int) -> Path:
        """Where the part with these records goes."""
        return self.folder / f"{item.key}-{first:010}-{last:010}.parquet"

    def is_complete(self, item: Input) -> bool:
        """Whether every record of an input is in a part already.

        Raises `OSError` if the input cannot be read, and `CorpusError` if it is no longer the file that its parts
        were made of: rows of two files must not be mixed.
        """
        state = self._state(item)
        now = item.fingerprint()
        if state.exists():
            then = read_json(state)
            if {name: then.get(name) for name in now} != now:
                made = f"{self.folder / item.key}-*.parquet and {state}"
                raise CorpusError(f"{item.path}: changed since its parts were written: to redo it, remove {made}")
            return bool(then.get("complete"))
        write_whole(state, [json.dumps({"file": item.name, **now, "complete": False})])
        return False

    def complete(self, item: Input) -> None:
        """Note that every record of an input is in a part."""
        then = read_json(self._state(item))
        write_whole(self._state(item), [json.dumps({**then, "complete": True})])

    def write_errors(self, failures: Iterable[dict[str, Any]]) -> int:
        """Write `_errors.jsonl`: a line for each row with an error, then the failures of whole inputs; their number.

        No file is left where there is none. Raises `OSError`.
        """
        count = 0

        def lines() -> Iterator[str]:
            nonlocal count
            for found in (*self._rows_with_errors(), *failures):
                count += 1
                yield whole(json.dumps(found, ensure_ascii=False)) or ""

        write_whole(self.folder / ERRORS, lines())
        if not count:
            (self.folder / ERRORS).unlink()
        return count

    def _state(self, item: Input) -> Path:
        return self.folder / "_inputs" / f"{item.key}.json"

    def _rows_with_errors(self) -> Iterator[dict[str, Any]]:
        for path in sorted(self.folder.iterdir()):
            if match := PART.fullmatch(path.name):
                try:
                    yield from rows_with_errors(path)
                except (pa.ArrowException, OSError, ValueError) as error:
                    state = self.folder / "_inputs" / f"{match['key']}.json"
                    reason = f"cannot be read: {one_line(error)}; to make it again, remove it and {state}"
                    yield {"file": path.name, "record": None, "offset": None, "error": reason}


def rows_with_errors(part: Path) -> Iterator[dict[str, Any]]:
    """The rows of a part that have an error, without article and text. Raises errors of Arrow's, and `ValueError`."""
    with pq.ParquetFile(part) as file:
        at = file.schema_arrow.names.index("error")
        leaf = file.metadata.num_columns - 1 if at == len(file.schema_arrow.names) - 1 else None
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group)
            statistics = rows.column(leaf).statistics if leaf is not None else None
            if statistics and statistics.null_count == rows.num_rows:
                continue  # told by the footer: nothing to read
            for row in file.read_row_group(group, ["file", "record", "offset", "error"]).to_pylist():
                if row["error"] is not None:
                    yield row


def read_json(path: Path) -> dict[str, Any]:
    """An object of a file that a run wrote; raises `CorpusError` if it is damaged, and `OSError`."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CorpusError(f"{path}: damaged ({error}): remove it to begin this anew") from None
    if not isinstance(data, dict):
        raise CorpusError(f"{path}: damaged: remove it to begin this anew")
    return data


def lock(file: IO[bytes], folder: Path) -> None:
    """Take the folder for this run; the system gives it back when the process ends, however it does."""
    try:
        hold(file, wait=False)
    except BlockingIOError:
        raise CorpusError(f"{folder}: another run is writing here: wait for it, or name another folder") from None


def hold_as_worker(folder: Path) -> IO[bytes]:
    """In a worker: let no other run begin while this process lives."""
    file = (folder / WORKERS).open("rb")
    hold(file, shared=True)
    return file


def outlast_workers(folder: Path) -> None:
    """Wait until the workers of a run that was killed are gone: a moment, in which they may still write a part."""
    with (folder / WORKERS).open("wb") as file:
        hold(file)


def hold(file: IO[bytes], *, shared: bool = False, wait: bool = True) -> None:
    """Lock a file until it is closed; raises `OSError` if that would have to `wait` and must not."""
    try:
        import fcntl
    except ModuleNotFoundError:  # Windows: two runs at once make the same parts twice, and either is whole
        return
    fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))


def agree(then: dict[str, Any], now: dict[str, Any], folder: Path) -> None:
    """Raise `CorpusError` unless a folder was begun as this run would begin it."""
    for name, value in now.items():
        if then.get(name) != value:
            raise CorpusError(
                f"{folder}: begun with {name} {then.get(name)!r}, now {value!r}: use the same, or name another folder"
            )


def write_whole(path: Path, lines: Iterable[str]) -> None:
    """Write a text file that appears whole or not at all. Raises `OSError`."""
    temporary = path.with_name(f"_{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            for line in lines:
                file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
