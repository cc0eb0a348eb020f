"""Compressed inputs as streams that hand out all that stands before a damage or a cut."""

from __future__ import annotations

import gzip
import io
from typing import BinaryIO, cast

import pyarrow as pa

BUFFER = 1 << 16


def unpacked(raw: BinaryIO, compression: str) -> BinaryIO:
    """A stream of what a file holds, "gzip" or "zstd"; reading raises `OSError`, `EOFError` or `zlib.error`."""
    if compression == "gzip":
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    return cast(BinaryIO, io.BufferedReader(Zstandard(raw), BUFFER))


def arrow_stream(raw: BinaryIO, compression: str) -> pa.CompressedInputStream:
    """Arrow's stream of what a file holds from where it stands; the file outlives it."""
    return pa.CompressedInputStream(pa.PythonFile(Unclosed(raw), mode="r"), compression)


class Unclosed:
    """A file that does not end with the stream made of it."""

    def __init__(self, raw: BinaryIO) -> None:
        self.read = raw.read
        self.closed = False

    def close(self) -> None:
        """Leave the file open."""


class Zstandard(io.RawIOBase):
    """Zstandard's frames, unpacked.

    A read of Arrow's that fails throws away what it had unpacked. So the file is unpacked a second time up to there,
    and the rest byte by byte.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self._stream = raw, arrow_stream(raw, "zstd")
        self._read = 0
        self._error: OSError | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer as far as it goes; raises `OSError` where nothing is left before the damage."""
        if self._error is None:
            try:
                data = self._stream.read(len(buffer))
            except OSError as error:
                self._again()
                data, self._error = b"", error
        if self._error is not None:
            data = self._before_damage(len(buffer))
            if not data:
                raise self._error
        buffer[: len(data)] = data
        self._read += len(data)
        return len(data)

    def _again(self) -> None:
        """Come back to where the read that failed began."""
        self._raw.seek(0)
        self._stream = arrow_stream(self._raw, "zstd")
        left = self._read
        while left and (data := self._stream.read(min(left, BUFFER))):
            left -= len(data)

    def _before_damage(self, size: int) -> bytes:
        found = bytearray()
        try:
            while len(found) < size and (byte := self._stream.read(1)):
                found += byte
        except OSError:
            pass
        return bytes(found)
