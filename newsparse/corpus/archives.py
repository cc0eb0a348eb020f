"""A reader of web archives: Common Crawl's WET (text) and WARC (HTML), through fastwarc."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from newsparse.corpus.packed import arrow_stream
from newsparse.corpus.records import Form, ReadError, Record, Settings, one_line, too_large
from newsparse.extras import install

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

CUT_OFF = "truncated: the file ends in the middle of a record"
OK = 200
HTML = ("text/html", "application/xhtml+xml")
CODECS = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd", b"\x04\x22\x4d\x18": "lz4"}
PLAIN = b"WARC/1."
VERSION_LINE = re.compile(rb"WARC/1\.\d\r?\n")
HEAD = 1 << 16
CHUNK = 1 << 20
HEAD_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length: *(?P<length>\d+)\r?$", re.IGNORECASE | re.MULTILINE)
HEADERS = {"url": "WARC-Target-URI", "date": "WARC-Date", "id": "WARC-Record-ID"}
"""What `Settings.keep` names of an archive; any other name is that of a header itself."""


def read_archive(stream: BinaryIO, settings: Settings) -> Iterator[Record]:
    """A record for each text of a WET and each HTML page that a server sent (status 200) of a WARC.

    `number` counts every record of the archive, requests and images too; `offset` is where it starts in the file as
    it is, compressed or not, so that a reader can go there. A damaged place becomes a record with an error, and counts
    as one, however many there were; the next that is whole is read on from.
    """
    try:
        from fastwarc.warc import ArchiveIterator
    except ModuleNotFoundError:
        raise ReadError(f"web archives need fastwarc: {install('corpus')}") from None

    number, start, damage = 0, 0, None
    while True:
        offset = start
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                offset = record.stream_pos
                if damage is not None:
                    yield left_out(damage, start, settings)
                    number, damage = number + 1, None
                number += 1
                if found := page_of(number, record, settings):
                    yield found
            # the iterator takes a file that is cut off in the head of a record for one that ends before it
            if damage is None and ends_whole(stream, offset):
                return
            damage = damage or ReadError(CUT_OFF, number + 1)
        except ReadError as error:
            number, damage = number - 1, error
        except OSError as error:
            damage = damage or damage_at(error, number + 1)
        after = next_record(stream, offset + 1)
        if after is None:
            raise damage
        start = after
        stream.seek(start)


def page_of(number: int, record: WarcRecord, settings: Settings) -> Record | None:
    """A record of an archive as a page, or None for one that is none. Raises `ReadError` for one that is damaged."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    length = record.headers.get("Content-Length")
    if length is None:  # what every record must have: its head is not whole
        raise ReadError(CUT_OFF, number, record.stream_pos)
    if not length.isascii() or not length.isdigit() or int(length[:20]) != record.content_length:
        raise ReadError(f"damaged: Content-Length {one_line(length)!r}", number, record.stream_pos)
    if record.record_type not in (WarcRecordType.conversion, WarcRecordType.response):
        return None
    kept = tuple(record.headers.get(HEADERS.get(name, name)) for name in settings.keep)
    size = record.content_length
    if size > settings.max_record:
        return Record(number, record.stream_pos, None, kept, too_large(size, settings.max_record))
    try:
        content = record.reader.read()
    except OSError as error:
        raise damage_at(error, number, record.stream_pos) from None
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


def damage_at(error: OSError, number: int, offset: int | None = None) -> ReadError:
    """What a library says of a damaged place; what the system says of a file that cannot be read is raised again."""
    if error.errno is not None:
        raise error
    return ReadError(f"damaged: {one_line(error)}", number, offset)


def left_out(damage: ReadError, after: int, settings: Settings) -> Record:
    """The record that stands for a damaged place, behind which others follow."""
    reason = "damaged: the middle of a record is missing" if damage.reason == CUT_OFF else damage.reason
    nothing = (None,) * len(settings.keep)
    return Record(damage.record or 0, damage.offset, None, nothing, f"{reason}; read on at byte {after}")


def next_record(stream: BinaryIO, at: int) -> int | None:
    """Where the next record seems to begin, from an offset on; None if there is none.

    In a compressed file these are the starts of its pieces, whatever stands in them.
    """
    stream.seek(0)
    head = stream.read(len(PLAIN))
    signs = [sign for sign in (PLAIN, *CODECS) if head.startswith(sign)] or [PLAIN, *CODECS]
    starts = re.compile(b"|".join(map(re.escape, signs)))
    while True:
        stream.seek(at)
        data = stream.read(CHUNK)
        for found in starts.finditer(data):
            if holds_record(stream, at + found.start()):
                return at + found.start()
        if len(data) < CHUNK:
            return None
        at += len(data) - len(PLAIN)


def holds_record(stream: BinaryIO, place: int) -> bool:
    """Whether a record may begin there: of text and of gzip, a few bytes more are looked at."""
    stream.seek(place)
    data = stream.read(1 << 12)
    if data.startswith(PLAIN):
        return VERSION_LINE.match(data) is not None
    if CODECS.get(data[:2]) != "gzip":
        return True
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, len(PLAIN)) == PLAIN
    except zlib.error:
        return False


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
