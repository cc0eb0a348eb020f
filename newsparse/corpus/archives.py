"""A reader of web archives: Common Crawl's WET (text) and WARC (HTML), through fastwarc."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsparse.corpus.packed import arrow_stream
from newsparse.corpus.records import Form, ReadError, Record, Settings, one_line, too_large

CUT_OFF = "truncated: the file ends in the middle of a record"
OK = 200
HTML = ("text/html", "application/xhtml+xml")
CODECS = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"\x04\x22\x4d\x18": "lz4"}
HEAD = 1 << 16
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length: *(?P<length>\d+)\r?$", re.IGNORECASE | re.MULTILINE)
HEADERS = {"url": "WARC-Target-URI", "date": "WARC-Date", "id": "WARC-Record-ID"}
"""What `Settings.keep` names of an archive; any other name is that of a header itself."""


def read_archive(stream: BinaryIO, settings: Settings) -> Iterator[Record]:
    """A record for each text of a WET and each HTML page that a server sent (status 200) of a WARC.

    `number` counts every record of the archive, requests and images too; `offset` is where it starts in the file as
    it is, compressed or not, so that a reader can go there.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
    except ModuleNotFoundError:
        raise ReadError("web archives need fastwarc: pip install 'newsparse[corpus]'") from None

    def page(number: int, record: WarcRecord) -> Record | None:
        """The record as a page, or None for one that is none."""
        if record.headers.get("Content-Length") is None:  # what every record must have: its head is not whole
            raise ReadError(CUT_OFF, number, record.stream_pos)
        if record.record_type not in (WarcRecordType.conversion, WarcRecordType.response):
            return None
        kept = tuple(record.headers.get(HEADERS.get(name, name)) for name in settings.keep)
        size = record.content_length
        if size > settings.max_record:
            return Record(number, record.stream_pos, None, kept, too_large(size, settings.max_record))
        content = record.reader.read()
        if len(content) < size:
            raise ReadError(CUT_OFF, number, record.stream_pos)
        if record.record_type == WarcRecordType.conversion:
            return Record(number, record.stream_pos, content, kept)
        answer = WarcRecord()
        answer.set_bytes_content(content)
        answer.is_http = True
        try:
            answer.parse_http(auto_decode="all")
            if (answer.http_content_type or "").lower() not in HTML or answer.http_headers.status_code != OK:
                return None
            # one byte more than allowed: a small record may be a large page, compressed
            body = answer.reader.read(settings.max_record + 1)
        except OSError as error:
            return Record(number, record.stream_pos, None, kept, f"not HTTP: {one_line(error)}")
        if len(body) > settings.max_record:
            return Record(number, record.stream_pos, None, kept, too_large(None, settings.max_record))
        return Record(number, record.stream_pos, body, kept, form=Form.HTML, charset=answer.http_charset)

    number, offset = 0, 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=False), 1):
            offset = record.stream_pos
            if found := page(number, record):
                yield found
    except OSError as error:
        raise ReadError(f"damaged: {one_line(error)}", number + 1) from None
    # the iterator takes a file that is cut off in the head of a record for one that ends before it
    if not ends_whole(stream, offset):
        raise ReadError(CUT_OFF, number + 1)


def ends_whole(stream: BinaryIO, offset: int) -> bool:
    """Whether an archive ends with a whole record: the one at an offset, the last of which the head is whole.

    In a file that is packed as one piece, a record has no place of its own: then all are gone through.
    """
    return walk(stream, offset) or (offset > 0 and is_packed(stream) and walk(stream, 0))


def is_packed(stream: BinaryIO) -> bool:
    """Whether a file is compressed."""
    stream.seek(0)
    return stream.read(4).startswith(tuple(CODECS))


def walk(stream: BinaryIO, offset: int) -> bool:
    """Whether there are whole records from an offset to the end of a file, and blank lines, and nothing else.

    None at all is whole too, but for an offset, where there must be one.
    """
    stream.seek(offset)
    magic = stream.read(4)
    stream.seek(offset)
    codec = next((name for start, name in CODECS.items() if magic.startswith(start)), None)
    reader = arrow_stream(stream, codec) if codec else stream
    held, at, found = b"", 0, offset == 0
    try:
        while True:
            while held[at : at + 1] in (b"\r", b"\n"):
                at += 1
            head = HEAD_END.search(held, at)
            if head is None:
                more = reader.read(HEAD)
                if not more or len(held) - at > HEAD:
                    return found and at == len(held)
                held, at = held[at:] + more, 0
                continue
            length = LENGTH.search(held, at, head.start())
            if length is None:
                return False
            at, found = head.end() + int(length["length"]), True
            while at > len(held):
                at -= len(held)
                if not (held := reader.read(HEAD)):
                    return False
    except OSError:
        return False
