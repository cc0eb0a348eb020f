"""Inputs for the tests of corpora: pages of our own, in every format that is read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsparse.corpus import Settings, Summary, parse_corpus
from newsparse.corpus.part import text_of
from newsparse.corpus.records import ReadError, Record

POISON = "this page kills its worker"


def page(number: int) -> str:
    """The text of a page, told from others by its number."""
    return (
        f"Harbour bridge {number} opens after nine years\n\nBy Jane Doe\n\n"
        f"The new bridge number {number} over the harbour was opened to traffic on Friday, nine years after work began.\n\n"
        "Thousands of people came to walk across it in the sun, and many of them stayed until late in the evening.\n"
    )


def rows(numbers: Iterable[int]) -> list[dict[str, Any]]:
    """The rows of a table of pages."""
    return [{"id": f"p{number}", "url": f"https://example.org/{number}", "text": page(number)} for number in numbers]


def json_lines(pages: Iterable[dict[str, Any]]) -> bytes:
    """Rows as JSON Lines."""
    return "".join(json.dumps(row) + "\n" for row in pages).encode()


def write_parquet(path: Path, pages: list[dict[str, Any]], **options: Any) -> None:
    """Rows as a Parquet file."""
    pq.write_table(pa.Table.from_pylist(pages), path, **options)


def warc_record(kind: str, number: int, body: bytes, **more: str) -> bytes:
    """One record of a web archive."""
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": f"https://example.org/{number}",
        "WARC-Date": "2024-05-03T10:21:00Z",
        "WARC-Record-ID": f"<urn:uuid:{number:032}>",
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(body)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + body + b"\r\n\r\n"


def wet(numbers: Iterable[int]) -> list[bytes]:
    """The records of a WET file."""
    info = warc_record("warcinfo", 0, b"Software-Info: tests\r\n")
    return [info, *(warc_record("conversion", n, page(n).encode(), Content_Type="text/plain") for n in numbers)]


def html(number: int) -> str:
    """A page as HTML."""
    title, _, *paragraphs = page(number).strip().split("\n\n")
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html><head><title>x</title></head><body><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )


def response(
    number: int, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", encoding: str = ""
) -> bytes:
    """A response of a WARC file."""
    extra = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return warc_record("response", number, head.encode() + body, Content_Type="application/http; msgtype=response")


def gzipped(records: Iterable[bytes]) -> bytes:
    """Records of an archive as Common Crawl packs them: each by itself."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def zstd(data: bytes) -> bytes:
    """Zstandard's frame of some data."""
    return bytes(pa.compress(data, codec="zstd", asbytes=True))


def read_corpus(folder: Path) -> list[dict[str, Any]]:
    """The rows of a corpus in the order of their input."""
    table = pq.read_table(folder)
    return sorted(table.to_pylist(), key=lambda row: (row["file"], row["record"]))


def errors_of(folder: Path) -> list[dict[str, Any]]:
    """The lines of the file of errors."""
    path = folder / "_errors.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


SMALL = Settings(rows_per_part=4, max_record=20_000)

SETTINGS = Settings(keep=("id", "url"), max_record=5000)


def texts(records: Iterator[Record]) -> list[str | None]:
    return [text_of(record, SETTINGS)[0] if record.error is None else None for record in records]


def errors(records: Iterator[Record]) -> list[str | None]:
    return [record.error or text_of(record, SETTINGS)[2] for record in records]


def read_to_error(records: Iterator[Record]) -> tuple[list[Record], ReadError]:
    found: list[Record] = []
    with pytest.raises(ReadError) as caught:
        found.extend(records)
    return found, caught.value


def run(source: Path, output: Path, settings: Settings = SMALL, report: Any = None, processes: int = 2) -> Summary:
    return parse_corpus([source], output, settings, processes=processes, report=report)
