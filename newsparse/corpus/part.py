"""What a worker does: parses the records of one part and writes them as one Parquet file, whole or not at all."""

from __future__ import annotations

import json
import mmap
import os
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq

from newsparse.arrow import VERSION, VERSION_KEY, article_type, parse_value, whole
from newsparse.cli.problems import account
from newsparse.corpus.records import Form, ReadError, Record, Settings, as_string, listed
from newsparse.parser import default_parser

BATCH = 64
"""Rows that are held as Python objects at once."""
DEEPEST = 512
"""Elements in each other: as many as browsers allow."""
MANY_TAGS = 10_000
"""Below that, no depth takes longer than some seconds, and it need not be looked at."""
RESTING = 0
"""What a marker says while no record is being parsed."""


@attrs.frozen
class Part:
    """Consecutive records of one input, and the file they become."""

    target: Path
    file: str
    """The name of the input."""
    records: tuple[Record, ...]
    settings: Settings
    marker: Path
    """Where the worker notes which record it is at, for whoever finds it dead."""
    poison: frozenset[int] = frozenset()
    """Records that killed workers before, and are not parsed again."""

    @property
    def place(self) -> str:
        """The part in words."""
        return f"{self.file}, records {self.records[0].number} to {self.records[-1].number}"


def part_schema(settings: Settings) -> pa.Schema:
    """The columns of a corpus."""
    return pa.schema(
        [
            pa.field("file", pa.string()),
            pa.field("record", pa.int64()),
            pa.field("offset", pa.int64()),
            *(pa.field(name, pa.string()) for name in settings.keep),
            pa.field("text", pa.string()),
            pa.field("article", article_type(evidence=settings.evidence)),
            pa.field("error", pa.string()),
        ],
        metadata={VERSION_KEY: VERSION},
    )


def write_part(part: Part) -> int:
    """Make the file of a part; returns how many of its rows have an error. Raises `OSError` if it cannot be written."""
    schema = part_schema(part.settings)
    with part.marker.open("w+b") as file:
        file.write(struct.pack("<q", RESTING))
        file.flush()
        # memory that is mapped to a file outlives a worker that is killed
        with mmap.mmap(file.fileno(), 8) as marker:
            batches = [
                pa.RecordBatch.from_pylist(list(rows_of(part, records, marker)), schema=schema)
                for records in in_batches(part.records, BATCH)
            ]
    table = pa.Table.from_batches(batches, schema=schema)
    temporary = part.target.with_name(f"_{part.target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            pq.write_table(table, file, compression="zstd")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(part.target)
    finally:
        temporary.unlink(missing_ok=True)
    return int(len(table) - table.column("error").null_count)


def rows_of(part: Part, records: Sequence[Record], marker: mmap.mmap) -> Iterator[dict[str, Any]]:
    """The rows of some records of a part."""
    settings, parser = part.settings, default_parser()
    for record in records:
        marker[:8] = struct.pack("<q", record.number)
        text, kept, error = None, record.kept or (None,) * len(settings.keep), record.error
        if record.number in part.poison:
            error = "parsing it killed two worker processes"
        elif error is None:
            text, kept, error = text_of(record, settings)
        article = None
        if error is None:
            article, error = parse_value(
                text,
                parser,
                language=settings.language,
                publisher=settings.publisher,
                evidence=settings.evidence,
                max_characters=settings.max_record,
            )
        row = {"file": part.file, "record": record.number, "offset": record.offset}
        row |= dict(zip(settings.keep, kept, strict=True))
        yield row | {"text": text, "article": article, "error": whole(error)}
    marker[:8] = struct.pack("<q", RESTING)


def text_of(record: Record, settings: Settings) -> tuple[str | None, tuple[str | None, ...], str | None]:
    """The text, the kept values, and why there is no text."""
    if record.form is Form.JSON:
        return text_of_json(record.content or b"", settings)
    try:
        if record.form is Form.HTML:
            return text_of_html(record), record.kept, None
        content = record.content
        return content.decode("utf-8") if isinstance(content, bytes) else content, record.kept, None
    except UnicodeDecodeError as error:
        return None, record.kept, f"not UTF-8 (byte {error.start})"
    except ReadError as error:
        return None, record.kept, error.reason
    except Exception as error:  # what a stranger's HTML does to a parser must not cost the other rows
        return None, record.kept, account(error)


def text_of_json(line: str | bytes, settings: Settings) -> tuple[str | None, tuple[str | None, ...], str | None]:
    """The same for a line of JSON."""
    nothing = (None,) * len(settings.keep)
    try:
        data = json.loads(line.decode("utf-8-sig") if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        return None, nothing, f"not UTF-8 (byte {error.start})"
    except (ValueError, RecursionError) as error:
        return None, nothing, f"not JSON: {error}"
    if not isinstance(data, dict):
        return None, nothing, f"not a JSON object but {type(data).__name__}"
    try:
        kept = tuple(whole(as_string(data.get(name))) for name in settings.keep)
    except RecursionError:
        return None, nothing, "a kept value is nested too deep"
    if settings.text_column not in data:
        return None, kept, f"no key {settings.text_column!r}; there is: {listed(list(data))}"
    text = data[settings.text_column]
    if text is None:
        return None, kept, "null"
    if not isinstance(text, str):
        return None, kept, f"not text but {type(text).__name__}"
    return whole(text), kept, None


def text_of_html(record: Record) -> str:
    """The text of a page's main content, by resiliparse. Raises `ReadError` for a page nested beyond all sense.

    The time it takes grows with the square of the depth: a page made for that takes a day.
    """
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    content = record.content or b""
    body = content if isinstance(content, bytes) else content.encode()
    tree = HTMLTree.parse_from_bytes(body, record.charset or detect_encoding(body) or "utf-8")
    if body.count(b"<") > MANY_TAGS and is_deeper(tree.document, DEEPEST):
        raise ReadError(f"HTML with elements nested more than {DEEPEST} deep")
    return str(extract_plain_text(tree, main_content=True))


def is_deeper(root: Any, limit: int) -> bool:
    """Whether elements of a tree are nested deeper than that."""
    node, depth = root, 0
    while node is not None:
        if (child := node.first_child) is not None:
            node, depth = child, depth + 1
            if depth > limit:
                return True
            continue
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return False


def in_batches(records: Sequence[Record], size: int) -> Iterator[Sequence[Record]]:
    """The records, so many at a time."""
    for start in range(0, len(records), size):
        yield records[start : start + size]
