"""What is read from an input, before it is text, and how to read it."""

from __future__ import annotations

import enum
import json
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import attrs

LONGEST_REASON = 300
"""Characters of what is said of an error."""
LARGEST = 2**31 - 1
"""Bytes: what a string of Arrow can hold."""


class CorpusError(Exception):
    """Why a corpus cannot be made at all: what is wrong, where, and what to do."""


class ReadError(Exception):
    """Why an input cannot be read on, with the number of the record (None: the input as a whole) and its offset."""

    def __init__(self, reason: str, record: int | None = None, offset: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.record, self.offset = reason, record, offset

    def at(self, record: int | None, offset: int | None) -> ReadError:
        """The same, with its place."""
        return ReadError(self.reason, record, offset)


class Form(enum.Enum):
    """What the content of a record is, and so what a worker does to it."""

    TEXT = "text"
    """The text, as `str` or as the bytes of UTF-8."""
    JSON = "json"
    """The bytes of one JSON object."""
    HTML = "html"
    """The bytes of one HTML page."""


def names_are_free(_: object, __: object, keep: tuple[str, ...]) -> None:
    """Raise `ValueError` for a kept column whose name is taken."""
    taken = {"file", "record", "offset", "text", "article", "error"}
    for name in keep:
        if name in taken:
            raise ValueError(f"keep {name!r}: a corpus has a column of that name by itself, or it is kept twice")
        taken.add(name)


@attrs.frozen
class Settings:
    """What decides the rows of a corpus: two runs into one folder must agree in all of it."""

    text_column: str = "text"
    """The column or key that holds the text; web archives have none."""
    keep: tuple[str, ...] = attrs.field(default=("id", "url", "date"), validator=names_are_free)
    """Columns or keys that go over into the corpus, as strings; null where an input has none of that name."""
    language: str | None = None
    publisher: str | None = None
    evidence: bool = False
    """Whether blocks carry their reasons."""
    rows_per_part: int = attrs.field(default=1000, validator=attrs.validators.ge(1))
    max_record: int = attrs.field(default=10_000_000, validator=[attrs.validators.ge(1), attrs.validators.le(LARGEST)])
    """Bytes of the largest record that is read; a larger one becomes an error."""


@attrs.frozen
class Record:
    """One record of an input; what is costly to make of its bytes is left to the worker."""

    number: int
    """From 1: the line of a JSON Lines file, the row of a table, the record of an archive."""
    offset: int | None
    """Bytes before it in the input: after decompression for lines, before it for archives; None for Parquet."""
    content: str | bytes | None
    kept: tuple[str | None, ...]
    error: str | None = None
    """Why there is no content."""
    form: Form = Form.TEXT
    charset: str | None = None
    """Of HTML, where its server named one."""

    @property
    def size(self) -> int:
        """Length of the content and of what is kept, in bytes or code points."""
        return len(self.content or "") + sum(map(len, filter(None, self.kept)))


def as_string(value: Any) -> str | None:
    """A kept value as a string: text as it is, dates and times as ISO 8601, decimals in digits, all else as JSON.

    Bytes are text if they are UTF-8, and else written in hexadecimal digits.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value.hex()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False, default=str)


def one_line(said: object) -> str:
    """What an error or a library says, without its line breaks."""
    return " ".join(str(said).split())[:LONGEST_REASON]


def listed(names: list[str]) -> str:
    """The first of some names that stand in an input, where another one is missing."""
    return one_line(", ".join(names[:20]))


def too_large(size: int | None, limit: int) -> str:
    """The reason for leaving a record out."""
    return f"{'' if size is None else f'{size} bytes, '}larger than the limit of {limit} bytes: raise --max-record"
