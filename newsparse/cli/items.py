"""What is parsed, one by one: a file of text, a line of JSON Lines, a row of CSV."""

from __future__ import annotations

import codecs
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import attrs

from newsparse.cli import compression
from newsparse.cli.decoding import OTHER_ENCODING, SEEN, STDIN, misfit, no_lines, standard_input
from newsparse.cli.problems import RunError, reason, unread
from newsparse.cli.sources import Kind, Source

UNDECODED = re.compile("[\udc80-\udcff]")
"""How "surrogateescape" marks a byte that does not fit. No UTF-8 decodes to these."""
DELIMITERS = (",", ";", "\t")


@attrs.frozen
class Item:
    """One text to parse, or the reason why there is none."""

    place: str
    """Where it stands, as a message names it: `pages.jsonl:17`."""
    source: Source | None = None
    line: int | None = None
    """Where in the source a record begins, from 1."""
    kind: Kind = Kind.TEXT
    data: str | bytes | dict[str, str] | Path | None = None
    """A line of JSON, what stood in standard input, a row of CSV, or a file still to be read."""
    size: int = 0
    """Roughly its bytes as stored; what is left to read is counted in these."""
    problem: str | None = None

    def identify(self, digest: bytes) -> bytes:
        """A digest of this item and all before it: the same if, and only if, the inputs are."""
        if isinstance(self.data, Path):
            status = self.data.stat() if self.data.exists() else None
            own: object = (status.st_size, status.st_mtime_ns) if status else None
        else:
            own = self.data
        return sha256(digest + repr((self.place, own, self.problem)).encode("utf-8", "backslashreplace")).digest()


def read(sources: Iterable[Source | RunError], encoding: str, text_column: str) -> Iterator[Item]:
    """The items of sources, in order, read as they are asked for."""
    for source in sources:
        if isinstance(source, RunError):
            yield Item("", problem=str(source))
        elif source.many:
            yield from records(source, encoding, text_column)
        elif source.path is None:
            yield Item(STDIN, source, kind=source.kind, data=standard_input().read())
        else:
            yield Item(source.name, source, kind=source.kind, data=source.path, size=source.size)


def records(source: Source, encoding: str, text_column: str) -> Iterator[Item]:
    """The records of one file. What cannot be read is an item with a problem, and the last if nothing can follow it."""
    try:
        raw: BinaryIO = standard_input() if source.path is None else source.path.open("rb")
        start = raw.peek(SEEN)[:SEEN] if isinstance(raw, io.BufferedReader) else b""
    except OSError as error:
        yield Item(source.name, source, problem=f"{source.name}: {unread(error)}")
        return
    stream = raw if source.path is None else compression.reader(raw, source.path)
    if stream is raw and (found := no_lines(start, encoding)):
        if source.path is not None:
            raw.close()
        yield Item(source.name, source, problem=f"{source.name}: {found}")
        return
    # newline: a line separator within a JSON string or a cell ends no record
    lines = io.TextIOWrapper(stream, with_mark(encoding), errors="surrogateescape", newline="\n")
    made = rows(lines, source, text_column) if source.kind is Kind.CSV else json_lines(lines, source)
    position, line = 0, 0
    while True:
        try:
            item = next(made, None)
        except (*compression.BROKEN, UnicodeError, csv.Error) as error:
            place = f"{source.name}:{line + 1}"
            told = misfit(error, encoding) if isinstance(error, UnicodeDecodeError) else unread(error)
            yield Item(place, source, problem=f"{place}: {told}; nothing after it was read")
            break
        if item is None:
            break
        line = item.line or line
        now = raw.tell() if raw.seekable() else position
        yield attrs.evolve(fitting(item, encoding), size=now - position)
        position = now
    if source.path is None:
        lines.detach()
    else:
        raw.close()


def with_mark(encoding: str) -> str:
    """The encoding, for UTF-8 the one that skips a byte-order mark."""
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def json_lines(lines: Iterable[str], source: Source) -> Iterator[Item]:
    """Each line that is not blank; it is taken apart where it is parsed, in another process maybe."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield Item(f"{source.name}:{number}", source, number, Kind.JSONL, line)


def rows(lines: Iterator[str], source: Source, text_column: str) -> Iterator[Item]:
    """Each row below the header; the header tells which delimiter the file has, by the text's column."""
    csv.field_size_limit(sys.maxsize)
    head = next(lines, "")
    for delimiter in DELIMITERS:
        if text_column in next(csv.reader([head], delimiter=delimiter), []):
            break
    else:
        names = max((next(csv.reader([head], delimiter=delimiter), []) for delimiter in DELIMITERS), key=len)
        columns = ", ".join(names) or "no header"
        yield Item(source.name, source, problem=f"{source.name}:1: {no_column(text_column, columns)}")
        return
    # strict: a quote that is never closed would otherwise take in all that follows without a word
    table = csv.reader(chain([head], lines), delimiter=delimiter, strict=True)
    names = next(table)
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        yield Item(source.name, source, problem=f"{source.name}:1: two columns named {twice[0]!r}; rename one")
        return
    while True:
        start = table.line_num + 1
        place = f"{source.name}:{start}"
        try:
            row = next(table, None)
        except csv.Error as error:
            yield Item(place, source, start, Kind.CSV, problem=f"{place}: {no_row(error, start, table.line_num)}")
            continue
        if row is None:
            return
        if row and len(row) != len(names):
            problem = f"{place}: {len(row)} cells, but the header has {len(names)}; quote cells that hold a delimiter"
            yield Item(place, source, start, Kind.CSV, problem=problem)
        elif row:
            yield Item(place, source, start, Kind.CSV, dict(zip(names, row, strict=True)))


def no_row(error: csv.Error, start: int, end: int) -> str:
    """What to say where some lines are no row of CSV."""
    # what follows the dash tells a programmer how to open the file
    words = reason(error).partition(" - ")[0]
    lost = f"; lines {start} to {end} were left out" if end > start else ""
    return f"not CSV ({words}){lost}; look for a quote that is not closed or not doubled, or a stray line break"


def no_column(text_column: str, columns: str) -> str:
    """What to say where a record lacks its text."""
    return f"no column {text_column!r} (it has {columns}); name the one with the text with --text-column"


def fitting(item: Item, encoding: str) -> Item:
    """The item, or one that says which byte did not fit the encoding; other records go on."""
    texts = item.data.values() if isinstance(item.data, dict) else (str(item.data),)
    found = next(filter(None, map(UNDECODED.search, texts)), None)
    if found is None:
        return item
    byte = ord(found[0]) - 0xDC00
    problem = f"{item.place}: not {encoding} (a byte is 0x{byte:02x}); {OTHER_ENCODING}"
    return attrs.evolve(item, data=None, problem=problem)
