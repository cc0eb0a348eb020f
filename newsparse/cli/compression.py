"""Files as they are, in gzip (`.gz`) or in Zstandard (`.zst`, extra `cli`), read and written in streams."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, cast

from newsparse.cli.problems import UsageError, reason

GZIP, ZSTANDARD = ".gz", ".zst"
SUFFIXES = (GZIP, ZSTANDARD)
BROKEN = (OSError, EOFError, zlib.error)
"""What reading raises when a file cannot be read, is damaged, or stops short of its end."""

WIDEST_WINDOW = 1 << 31
"""In bytes, how far a frame of Zstandard may look back: as far as `zstd --long=31`, its widest, makes them."""


def plain_name(path: Path) -> Path:
    """A path without the suffix of its compression."""
    return path.with_suffix("") if path.suffix in SUFFIXES else path


def reader(raw: BinaryIO, path: Path) -> BinaryIO:
    """What a file that is open as `raw` holds, decompressed as its name says; reading raises one of `BROKEN`."""
    if path.suffix == GZIP:
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw, mode="rb"))
    if path.suffix == ZSTANDARD:
        return io.BufferedReader(ZstandardReader(raw), 1 << 17)
    return raw


def read_all(path: Path) -> bytes:
    """Everything that a file holds, decompressed as its name says; raises one of `BROKEN`."""
    with path.open("rb") as raw:
        return reader(raw, path).read()


def writer(raw: BinaryIO, path: Path) -> BinaryIO:
    """A stream that compresses into `raw` as a name says; closing it ends a frame and leaves `raw` open.

    Frames follow each other: gzip and Zstandard both read several as one. Nothing in them depends on the time.
    """
    if path.suffix == GZIP:
        return cast(BinaryIO, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0))
    if path.suffix == ZSTANDARD:
        return cast(BinaryIO, zstandard().ZstdCompressor().stream_writer(raw, closefd=False))
    return cast(BinaryIO, Uncompressed(raw))


class Uncompressed(io.RawIOBase):
    """Writes through; closing it leaves the file below open, as it does for the compressors."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """All of it."""
        return self._raw.write(data)


class ZstandardReader(io.RawIOBase):
    """Decompresses frame after frame. The library's own stream takes a file that stops short for one that ends."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._library = zstandard()
        self._frame = self.frame()
        self._begun = False
        self._left = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def frame(self) -> Any:
        """A decompressor for one frame."""
        return self._library.ZstdDecompressor(max_window_size=WIDEST_WINDOW).decompressobj()

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer with what comes next; 0 at the end."""
        while not self._left:
            if self._frame.eof:
                rest, self._begun = self._frame.unused_data, False
                self._frame = self.frame()
            else:
                rest = b""
            data = rest or self._raw.read(1 << 16)
            if not data:
                if self._begun:
                    raise EOFError("Compressed file ended before the end-of-stream marker was reached")
                return 0
            self._begun = True
            try:
                self._left = self._frame.decompress(data)
            except self._library.ZstdError as error:
                raise OSError(f"not Zstandard ({reason(error)})") from None
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def zstandard() -> ModuleType:
    """The library; raises `UsageError` that names the extra if it is not installed."""
    try:
        import zstandard as library
    except ModuleNotFoundError:
        from newsparse.extras import install

        raise UsageError(f"a name in .zst needs zstandard: {install('cli')}") from None
    return library
