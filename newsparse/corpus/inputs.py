"""Which files are read, and with which reader."""

from __future__ import annotations

import errno
import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import attrs

from newsparse.corpus.archives import read_archive
from newsparse.corpus.packed import unpacked
from newsparse.corpus.records import CorpusError, Record, Settings
from newsparse.corpus.tables import read_csv, read_json_lines, read_parquet

Reader = Callable[[BinaryIO, Settings], Iterator[Record]]

READERS: dict[str, Reader] = {
    ".parquet": read_parquet,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".wet": read_archive,
    ".warc": read_archive,
}
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd"}
SEEKING = (read_parquet, read_archive)
"""Readers that see to compression themselves, since they need to know places in the file as it is."""
ENDS = 1 << 16


@attrs.frozen
class Input:
    """A file to read, under the name it has in the corpus."""

    path: Path
    name: str
    """The path below the folder that was given, with slashes, or the file's own name: the same wherever it lies."""
    reader: Reader
    compression: str | None

    @property
    def key(self) -> str:
        """What its parts are called: readable, different for every name; an underscore would hide them from readers."""
        stem = "".join(c if c.isalnum() or c in "-_" else "-" for c in Path(self.name).name.split(".")[0])
        stem = stem.lstrip("_")[:60]
        return f"{stem or 'input'}-{hashlib.sha256(self.name.encode()).hexdigest()[:10]}"

    @contextmanager
    def opened(self) -> Iterator[tuple[BinaryIO, BinaryIO]]:
        """The file as it is, whose `tell()` shows the progress, and the stream for the reader. Raises `OSError`."""
        with self.path.open("rb") as raw:
            if self.compression and not os.fstat(raw.fileno()).st_size:  # what is left of a copy that failed
                raise OSError(f"empty, which no file of {self.compression} is")
            if self.compression is None or self.reader in SEEKING:
                yield raw, raw
            else:
                yield raw, unpacked(raw, self.compression)

    def fingerprint(self) -> dict[str, object]:
        """What changes when the file does: its size, and a digest of its first and last 64 KiB. Raises `OSError`."""
        with self.path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            file.seek(0)
            digest = hashlib.sha256(file.read(ENDS))
            file.seek(max(0, size - ENDS))
            digest.update(file.read(ENDS))
        return {"size": size, "ends": digest.hexdigest()}


def find_inputs(
    paths: Iterable[Path], corpus: Path | None = None, unseen: Callable[[OSError], None] = lambda _: None
) -> list[Input]:
    """The files given, and those of known formats below the folders given, in the order of their names.

    Left out are, below a folder, what begins with a dot or an underscore, and everywhere what lies in the folder
    `corpus`: it is not its own input. `unseen` is told of each folder below that cannot be read.

    Raises `CorpusError` for a path that is missing, a file of an unknown format, a folder with nothing to read or
    that cannot be read, and two files that would have the same name.
    """
    found: dict[str, Input] = {}
    own = corpus.resolve() if corpus else None
    left_out: Path | None = None
    for path in paths:
        if own and real(path).is_relative_to(own):
            left_out = path
            continue
        if path.is_dir():
            inputs = [
                make_input(file, file.relative_to(path).as_posix())
                for file in files_below(path, own, unseen)
                if reader_of(file)[0]
            ]
            if not inputs:
                raise CorpusError(f"{path}: no file to read below this folder; known formats: {known()}")
        elif path.is_file():
            inputs = [make_input(path, path.name)]
        elif path.exists():
            raise CorpusError(f"{path}: neither a file nor a folder")
        else:
            raise CorpusError(f"{path}: no such file or folder")
        for item in inputs:
            if item.name in found and real(found[item.name].path) != real(item.path):
                raise CorpusError(
                    f"{found[item.name].path} and {item.path} are both called {item.name}: give a folder above both"
                )
            found[item.name] = item
    if left_out and not found:
        raise CorpusError(f"{left_out}: nothing to read but the corpus itself: name a file or folder outside of it")
    return [found[name] for name in sorted(found)]


def files_below(folder: Path, own: Path | None, unseen: Callable[[OSError], None]) -> Iterator[Path]:
    """The files below a folder that are to be seen, but for those behind links to folders.

    Raises `CorpusError` if the folder itself cannot be read.
    """

    def report(error: OSError) -> None:
        if error.filename == str(folder):
            raise CorpusError(f"{folder}: {error.strerror}")
        unseen(error)

    for parent, folders, files in os.walk(folder, onerror=report):
        at = Path(parent)
        folders[:] = [name for name in folders if name[0] not in "._" and (not own or real(at / name) != own)]
        for path in (at / name for name in files if name[0] not in "._"):
            try:
                if path.is_file():
                    yield path
                elif reader_of(path)[0]:
                    path.stat()  # raises for a link that leads nowhere
                    unseen(OSError(errno.EINVAL, "neither a file nor a folder", str(path)))
            except OSError as error:
                unseen(error)


def real(path: Path) -> Path:
    """Where a path leads; a link that leads to itself stays what it is, which `Path.resolve` does not bear."""
    return Path(os.path.realpath(path))


def make_input(path: Path, name: str) -> Input:
    """A file as an input."""
    reader, compression = reader_of(path)
    if reader is None:
        raise CorpusError(f"{path}: unknown format; known formats: {known()}")
    printable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Input(path, printable, reader, compression)


def reader_of(path: Path) -> tuple[Reader | None, str | None]:
    """Reader and compression that a file's name calls for."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    compression = COMPRESSIONS.get(suffixes[-1]) if suffixes else None
    if compression:
        suffixes.pop()
    return READERS.get(suffixes[-1]) if suffixes else None, compression


def known() -> str:
    """The suffixes that are known."""
    return f"{' '.join(READERS)}, also with {' or '.join(COMPRESSIONS)}"
