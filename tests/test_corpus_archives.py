"""The reader of web archives."""

from __future__ import annotations

import functools
import gzip
import io
import re
from collections.abc import Callable, Iterator

import pytest

from newsparse.corpus.archives import ends_whole, read_archive
from newsparse.corpus.part import text_of
from newsparse.corpus.records import Form, Record, Settings
from tests.corpus_files import (
    SETTINGS,
    gzipped,
    html,
    page,
    read_to_error,
    response,
    texts,
    warc_record,
    wet,
    zstd,
)


def archive_records(data: bytes) -> Iterator[Record]:
    return read_archive(io.BytesIO(data), SETTINGS)


def test_the_texts_of_a_wet_archive_are_records_with_their_places() -> None:
    for data in (b"".join(wet([1, 2])), gzipped(wet([1, 2]))):
        records = list(archive_records(data))
        assert texts(iter(records)) == [page(1), page(2)]
        assert [record.number for record in records] == [2, 3]
        assert records[0].kept == ("<urn:uuid:00000000000000000000000000000001>", "https://example.org/1")
        assert texts(archive_records(data[records[1].offset :])) == [page(2)]


def test_the_html_pages_of_a_warc_archive_are_records_and_nothing_else_is() -> None:
    records = [
        warc_record("request", 1, b"GET / HTTP/1.1\r\n\r\n", Content_Type="application/http; msgtype=request"),
        response(1, html(1).encode()),
        response(2, b"\x89PNG", kind="image/png"),
        response(3, html(3).encode(), status="404 Not Found"),
        response(4, gzip.compress(html(4).encode()), encoding="gzip"),
        response(5, "<p>Größe und Straße</p>".encode("latin-1"), kind="text/html; charset=iso-8859-1"),
        response(6, html(6).encode() + b" " * 6000),
        response(7, gzip.compress(html(7).encode() + b" " * 6000), encoding="gzip"),
        response(8, html(8).encode(), encoding="gzip"),
        warc_record("response", 9, b"not HTTP\r\n", Content_Type="application/http; msgtype=response"),
        warc_record("metadata", 10, b"x"),
    ]
    found = list(archive_records(gzipped(records)))
    assert [record.number for record in found] == [2, 5, 6, 7, 8, 9, 10][: len(found)]
    assert all(record.form is Form.HTML for record in found if record.error is None)
    out = texts(iter(found))
    assert out[0] is not None and out[0].startswith("Harbour bridge 1 opens")
    assert out[1] is not None and out[1].startswith("Harbour bridge 4 opens")
    assert out[2] is not None and "Größe und Straße" in out[2]
    assert [record.error and record.error.split(":")[0].split(",")[-1].strip() for record in found[3:5]] == [
        "larger than the limit of 5000 bytes",
        "larger than the limit of 5000 bytes",
    ]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_an_archive_cut_off_anywhere_says_where_and_keeps_the_records_before(packed: bool) -> None:
    records = wet([1, 2, 3])
    pieces = [gzip.compress(record, mtime=0) if packed else record for record in records]
    data, last = b"".join(pieces), sum(map(len, pieces[:-1]))
    for cut in {last + 1, last + 20, last + 150, len(data) - 30, len(data) - 10} - {last}:
        found, error = read_to_error(archive_records(data[:cut]))
        assert [record.number for record in found] in ([2, 3], [2, 3, 4])
        assert error.reason in ("truncated: the file ends in the middle of a record", "damaged: Invalid WARC header")
        assert error.record == found[-1].number + 1


@pytest.mark.parametrize("data", [b"hello world\n" * 100, b"x", gzipped(wet([1]))[:10]])
def test_what_is_no_archive_says_so(data: bytes) -> None:
    found, error = read_to_error(archive_records(data))
    assert not found and error.record == 1


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd], ids=["plain", "gzip", "zstd"])
def test_an_archive_packed_as_one_piece_is_whole_unless_it_is_cut_off(pack: Callable[[bytes], bytes]) -> None:
    records = wet(range(300))
    whole_file = b"".join(records)
    for end in (b"", b"\r\n", b"\r\n" * 50):
        assert texts(archive_records(pack(whole_file + end))) == [page(number) for number in range(300)]
    for cut in (20, *range(len(records[-1]) - 230, len(records[-1]), 9)):
        found, error = read_to_error(archive_records(pack(whole_file[:-cut])))
        assert len(found) == 299
        assert error.reason in ("truncated: the file ends in the middle of a record", "damaged: Invalid WARC header")


@pytest.mark.parametrize("data", [b"", b"\r\n", gzip.compress(b"", mtime=0), zstd(b"")])
def test_an_archive_without_a_record_is_whole(data: bytes) -> None:
    assert list(archive_records(data)) == []


def test_records_in_members_of_several_are_whole() -> None:
    records = wet(range(300))
    data = gzip.compress(b"".join(records[:200])) + gzip.compress(b"".join(records[200:]) + b"\r\n\r\n")
    assert len(list(archive_records(data))) == 300
    _, error = read_to_error(archive_records(data[:-20]))
    assert error.reason == "truncated: the file ends in the middle of a record"


def test_the_type_of_a_page_is_known_in_capitals_too() -> None:
    [record] = archive_records(response(1, html(1).encode(), kind="Text/HTML; charset=utf-8"))
    assert record.form is Form.HTML and record.charset == "utf-8"


def test_a_damaged_archive_says_where() -> None:
    data = bytearray(gzipped(wet([1, 2, 3])))
    data[-200] ^= 0xFF
    found, error = read_to_error(archive_records(bytes(data)))
    assert len(found) == 2 and error.record == 4


def test_a_page_nested_beyond_all_sense_is_an_error_and_a_long_one_is_not() -> None:
    settings = Settings(keep=())
    for content, error in [
        (b"<div>" * 500_000, "HTML with elements nested more than 512 deep"),
        (b"<p>One of many.</p>" * 10_000, None),
    ]:
        text, _, found = text_of(Record(1, 0, b"<body>" + content, (), form=Form.HTML), settings)
        assert found == error and (text is None) == (error is not None)


def test_a_place_at_the_end_of_a_packed_file_tells_nothing_of_its_records() -> None:
    for cut, whole in [(0, True), (5, False)]:
        data = gzip.compress(b"".join(wet([1]))[: -cut or None])
        assert ends_whole(io.BytesIO(data), len(data)) is whole


def test_a_packed_file_that_ends_with_something_else_is_not_whole() -> None:
    packed = gzip.compress(b"".join(wet([1])) + b"Subject: no record\r\n\r\nhello")
    assert not ends_whole(io.BytesIO(packed), 0)


def damaged(piece: bytes, how: str) -> bytes:
    middle = len(piece) // 2
    return {
        "zeroed": piece[: middle // 2] + bytes(middle) + piece[middle // 2 + middle :],
        "cut": piece[:middle],
        "no start": b"\0\0\0" + piece[3:],
        "other": b"something else\r\n" * 9,
    }[how]


@pytest.mark.parametrize(
    "pack", [bytes, functools.partial(gzip.compress, mtime=0), zstd], ids=["plain", "gzip", "zstd"]
)
@pytest.mark.parametrize("how", ["zeroed", "cut", "no start", "other"])
@pytest.mark.parametrize("at", [0, 3, 4])
def test_a_damaged_record_is_an_error_and_those_behind_it_are_read(
    pack: Callable[[bytes], bytes], how: str, at: int
) -> None:
    pieces = [pack(record) for record in wet(range(1, 8))[1:]]
    pieces[at] = damaged(pieces[at], how)
    found = list(archive_records(b"".join(pieces)))
    assert [record.number for record in found] == list(range(1, len(found) + 1))
    [error] = [record.error for record in found if record.error]
    assert error.startswith("damaged: ") and error.split()[-4:-1] == ["on", "at", "byte"]
    place = int(error.split()[-1])
    assert place == sum(map(len, pieces[: at + 1]))
    others = [page(number).encode() for number in range(1, 8) if number != at + 1]
    assert [record.content for record in found if record.content in others] == others


@pytest.mark.parametrize("length", ["-5", "x", "9" * 30])
def test_a_length_that_is_none_is_an_error_of_its_record(length: str) -> None:
    records = wet([1, 2, 3])
    records[2] = re.sub(rb"(?<=Content-Length: )\d+", length.encode(), records[2])
    for data in (b"".join(records), gzipped(records)):
        found = list(archive_records(data))
        assert [record.number for record in found] == [2, 3, 4]
        assert (found[1].error or "").startswith(f"damaged: Content-Length '{length}'; read on at byte ")


def test_two_damages_are_two_errors_and_the_end_of_a_file_is_missed_all_the_same() -> None:
    pieces = [gzip.compress(record, mtime=0) for record in wet(range(8))[1:]]
    pieces[1], pieces[4], pieces[5] = pieces[1][:90], pieces[4][:-90], b"x" * 90
    found, error = read_to_error(archive_records(b"".join(pieces)[:-90]))
    assert [(record.number, record.content) for record in found if not record.error] == [
        (1, page(0).encode()),
        (3, page(2).encode()),
        (4, page(3).encode()),
        (6, page(6).encode()),
    ]
    assert [record.number for record in found if record.error] == [2, 5]
    assert (error.record, error.reason) == (7, "truncated: the file ends in the middle of a record")


def test_the_start_of_a_piece_of_gzip_that_stands_there_by_chance_is_passed_over() -> None:
    pieces = gzipped(wet([1])), b"\x1f\x8b\x08" * 700_000, gzipped(wet([2]))
    found = list(archive_records(b"".join(pieces)))
    assert [(record.number, record.error is None) for record in found] == [(2, True), (3, False), (5, True)]
    assert (found[1].error or "").endswith(f"read on at byte {len(pieces[0]) + len(pieces[1])}")
