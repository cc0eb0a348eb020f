"""Readers of tables: JSON Lines, CSV and Parquet, in streams."""

from __future__ import annotations

import csv
import enum
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from newsparse.cli.compression import BROKEN
from newsparse.corpus.records import Form, ReadError, Record, Settings, as_string, listed, one_line, too_large

BOM = b"\xef\xbb\xbf"
DELIMITERS = ",;\t"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ROWS_AT_ONCE = 64
AT_ONCE = 1 << 25
"""Bytes of the rows of a Parquet file that are held at once, about."""
BUFFER = 1 << 20
PACKED = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "Zstandard"}


def read_json_lines(stream: BinaryIO, settings: Settings) -> Iterator[Record]:
    """A record a line that is not blank; the line itself is taken apart by the worker."""
    for number, (offset, _, line) in enumerate(read_lines(stream, settings.max_record), 1):
        if number == 1 and is_utf_16(line or b""):
            raise ReadError("UTF-16: convert it to UTF-8 first")
        if line is None:
            yield Record(number, offset, None, (None,) * len(settings.keep), too_large(None, settings.max_record))
        elif line.strip():
            yield Record(number, offset, line, (), form=Form.JSON)


def read_csv(stream: BinaryIO, settings: Settings) -> Iterator[Record]:
    """A record a row below the header, which must name the text column; fields end with a comma, semicolon or tab."""
    csv.field_size_limit(settings.max_record)
    lines = CsvLines(stream, settings.max_record)
    header, delimiter = csv_header(lines, settings.text_column)
    lines.delimiter = delimiter.encode()
    text_at = header.index(settings.text_column)
    kept_at = [header.index(name) if name in header else None for name in settings.keep]
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        lines.start_row()
        number += 1
        row: list[str] = []
        try:
            row = next(rows)
            reason = lines.too_long or wrong_row(row, len(header))
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"not CSV: {error}"
        except ReadError as error:
            raise error.at(number, lines.row_offset) from None
        if reason:
            yield Record(number, lines.row_offset, None, (None,) * len(settings.keep), reason)
        elif row:
            kept = tuple(None if at is None else row[at] for at in kept_at)
            yield Record(number, lines.row_offset, row[text_at], kept)


def csv_header(lines: CsvLines, text_column: str) -> tuple[list[str], str]:
    """The names of the columns, and what fields end with. Raises `ReadError`."""
    read = [next(lines, "")]
    states = dict.fromkeys(DELIMITERS, Quotes.FIELD_START)
    while True:
        piece = read[-1].encode("utf-8", "surrogateescape")
        if len(read) == 1 and is_utf_16(piece):
            raise ReadError("UTF-16: convert it to UTF-8 first")
        states = {delimiter: state.after(piece, delimiter.encode()) for delimiter, state in states.items()}
        if Quotes.INSIDE not in states.values() or not (more := next(lines, "")):
            break
        read.append(more)  # a name of several lines
    line = "".join(read)
    if lines.too_long:
        raise ReadError(f"the header is {lines.too_long}")
    headers: list[list[str]] = []
    reason = ""
    for delimiter in DELIMITERS:
        try:
            headers.append(next(csv.reader([line], delimiter=delimiter), []))
        except csv.Error as error:  # a line end between quotation marks, which is none for another delimiter
            reason = str(error)
            continue
        if text_column in headers[-1]:
            if states[delimiter] is Quotes.INSIDE:
                raise ReadError("not CSV: a quotation mark in the header is never closed")
            return headers[-1], delimiter
    if headers:
        raise no_column(text_column, headers[0])
    old = "\r" in line.rstrip("\r\n")
    raise ReadError(
        f"not CSV: {'lines end with a carriage return alone: convert them to line feeds' if old else reason}"
    )


def is_utf_16(start: bytes) -> bool:
    """Whether a file that begins so is UTF-16."""
    return start.startswith(UTF_16) and b"\0" in start


class Quotes(enum.Enum):
    """Where in a row of CSV something stands, as far as quotation marks go."""

    FIELD_START = enum.auto()
    INSIDE = enum.auto()
    """Between quotation marks: a line end is text here."""
    CLOSED = enum.auto()
    """Behind a quotation mark: another one takes it back."""
    OUTSIDE = enum.auto()

    def after(self, line: bytes, delimiter: bytes) -> Quotes:
        """Where the end of a line, or of a piece of one, stands."""
        state, at = self, 0
        while at < len(line):
            if state is Quotes.INSIDE:
                found, state = line.find(b'"', at), Quotes.CLOSED
                if found < 0:
                    return Quotes.INSIDE
            elif state is not Quotes.OUTSIDE and line.startswith(b'"', at):
                found, state = at, Quotes.INSIDE
            else:
                found, state = line.find(delimiter, at), Quotes.FIELD_START
                if found < 0:
                    return Quotes.OUTSIDE
            at = found + 1
        return state


class CsvLines:
    """The lines of a CSV file as strings, with the place of the row that is being put together from them.

    A row above the limit is never held whole. It is read to its end, which may be many lines away, and handed out as
    if it ended at once, with `too_long` saying why.
    """

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._read = 0
        self.row_offset = 0
        self.too_long: str | None = None
        self.delimiter = b","

    def __iter__(self) -> CsvLines:
        return self

    def __next__(self) -> str:
        offset, room = self._read, self._limit - (self._read - self.row_offset)
        line = self._piece(max(room, 0) + 1)
        if not line:
            raise StopIteration
        if len(line) - line.endswith(b"\n") > room:
            # a line that is not a row's first is asked for between quotation marks only
            inside = offset > self.row_offset
            self._leave_out(line, Quotes.INSIDE if inside else Quotes.FIELD_START)
            return '"\n' if inside else "\n"
        # a byte that is not UTF-8 becomes a lone surrogate here, and is found in the row it belongs to
        return line.removeprefix(BOM if offset == 0 else b"").decode("utf-8", "surrogateescape")

    def start_row(self) -> None:
        """From here on, lines belong to the next row."""
        self.row_offset, self.too_long = self._read, None

    def _leave_out(self, line: bytes, state: Quotes) -> None:
        """Read to the end of the row that a piece of a line belongs to."""
        self.too_long = too_large(None, self._limit)
        while line:
            state = state.after(line, self.delimiter)
            if line.endswith(b"\n") and state is not Quotes.INSIDE:
                return
            line = self._piece(1 << 20)
        if state is Quotes.INSIDE:
            self.too_long = f"not CSV: a quotation mark is never closed; {self.too_long}"

    def _piece(self, size: int) -> bytes:
        try:
            line = self._stream.readline(size)
        except BROKEN as error:
            raise ReadError(one_line(error)) from None
        self._read += len(line)
        return line


def wrong_row(row: list[str], fields: int) -> str | None:
    """What is wrong with a row of a CSV file, if anything; an empty line is no row, and not wrong."""
    if not row:
        return None
    if len(row) != fields:
        return f"{len(row)} fields where the header has {fields}"
    try:
        "".join(row).encode("utf-8")
    except UnicodeEncodeError:
        return "not UTF-8: convert the file first"
    return None


def read_parquet(stream: BinaryIO, settings: Settings) -> Iterator[Record]:
    """A record a row; only the text and the kept columns are read.

    Where a row group is damaged, one record with an error stands for the rest of it.
    """
    try:
        # unless told otherwise, Arrow reads the whole file ahead, or a column's whole share of a row group
        file = pq.ParquetFile(stream, pre_buffer=False, buffer_size=BUFFER)
    except (pa.ArrowException, OSError) as error:
        stream.seek(0)
        head = stream.read(4)
        packed = [name for sign, name in PACKED.items() if head.startswith(sign)]
        reason = f"packed with {packed[0]}: unpack it first" if packed else one_line(error)
        raise ReadError(f"not a whole Parquet file: {reason}") from None
    names = file.schema_arrow.names
    if settings.text_column not in names:
        raise no_column(settings.text_column, names)
    columns = [settings.text_column, *(name for name in settings.keep if name in names)]
    at_once, end = rows_at_once(file.metadata), 0
    for group in range(file.num_row_groups):
        number, end = end, end + file.metadata.row_group(group).num_rows
        try:
            batches = file.iter_batches(batch_size=at_once, row_groups=[group], columns=columns, use_threads=False)
            for batch in batches:
                there = batch.schema.names  # of two columns with one name, the first
                texts = batch.column(there.index(settings.text_column))
                kept = [batch.column(there.index(name)) if name in there else None for name in settings.keep]
                for row, scalar in enumerate(texts):
                    number += 1
                    yield parquet_record(number, scalar, [None if c is None else c[row] for c in kept], settings)
        except (pa.ArrowException, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:  # the file cannot be read, whatever is in it
                raise
            reason = f"damaged Parquet: {one_line(error)}; the rows from here to {end} are left out"
            yield Record(number + 1, None, None, (None,) * len(settings.keep), reason)


def rows_at_once(metadata: pq.FileMetaData) -> int:
    """How many rows of a file to hold: fewer, where they are large."""
    size = sum(metadata.row_group(group).total_byte_size for group in range(metadata.num_row_groups))
    return (
        max(1, min(ROWS_AT_ONCE, AT_ONCE * metadata.num_rows // size)) if metadata.num_rows and size else ROWS_AT_ONCE
    )


def parquet_record(number: int, scalar: Any, kept: list[Any], settings: Settings) -> Record:
    """One row; a value that is no text becomes the record's error."""
    nothing: tuple[str | None, ...] = (None,) * len(kept)
    try:
        nothing = tuple(None if cell is None else cell_as_string(cell) for cell in kept)
        text = scalar.as_py()
    except UnicodeDecodeError:
        return Record(number, None, None, nothing, "not UTF-8")
    except Exception:  # a date too early for Python, nanoseconds, a time zone nobody knows
        text = scalar.type
    if text is None:
        return Record(number, None, None, nothing, "null")
    if isinstance(text, bytes):  # many a writer leaves it open whether they are text
        error = too_large(len(text), settings.max_record) if len(text) > settings.max_record else None
        return Record(number, None, None if error else text, nothing, error)
    if not isinstance(text, str):
        kind = text if isinstance(text, pa.DataType) else type(text).__name__
        reason = f"not text but {kind}: cast the column to string first"
        return Record(number, None, None, nothing, reason)
    if len(text) > settings.max_record // 4 and len(text.encode()) > settings.max_record:
        return Record(number, None, None, nothing, too_large(len(text.encode()), settings.max_record))
    return Record(number, None, text, nothing)


def cell_as_string(cell: Any) -> str | None:
    """A kept value, written out by Arrow where Python cannot hold it, as with nanoseconds or the year 10000.

    Raises `UnicodeDecodeError`.
    """
    try:
        return as_string(cell.as_py())
    except UnicodeDecodeError:
        raise
    except Exception:  # each type has errors of its own
        try:
            text = str(cell.cast(pa.string()).as_py())
        except pa.ArrowException:  # of a type that cannot be cast, such as a duration
            text = one_line(pa.array([cell], cell.type).to_string(skip_new_lines=True)).strip("[] ")
    in_range = pa.types.is_timestamp(cell.type) and not text.startswith("<")
    return text.replace(" ", "T", 1) if in_range else text


def read_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, int, bytes | None]]:
    """Offset, length and bytes of each line; None for the bytes of one above the limit, which is never held whole."""
    offset, number = 0, 0
    while True:
        number += 1
        try:
            line: bytes | None = stream.readline(limit + 1)
            if not line:
                return
            length = len(line)
            if length > limit and not line.endswith(b"\n"):
                line = None
                while rest := stream.readline(1 << 20):
                    length += len(rest)
                    if rest.endswith(b"\n"):
                        break
        except BROKEN as error:
            raise ReadError(one_line(error), number, offset) from None
        yield offset, length, line
        offset += length


def no_column(wanted: str, names: list[str]) -> ReadError:
    """The error of a table that lacks the text column."""
    there = listed(names) or "no column at all"
    return ReadError(f"no column {wanted!r}: name the one with the text with --text-column; there is: {there}")
