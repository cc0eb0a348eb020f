"""Readers of tables: every format in a stream, with the place of every record."""

from __future__ import annotations

import errno
import gzip
import io
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pytest

from newsparse.arrow import whole
from newsparse.corpus.part import text_of
from newsparse.corpus.records import Form, Record, Settings, as_string
from newsparse.corpus.tables import read_csv, read_json_lines, read_parquet, rows_at_once
from tests.corpus_files import (
    SETTINGS,
    errors,
    json_lines,
    page,
    read_to_error,
    rows,
    texts,
    write_parquet,
)


def json_records(data: bytes) -> Iterator[Record]:
    return read_json_lines(io.BytesIO(data), SETTINGS)


def csv_records(data: bytes, settings: Settings = SETTINGS) -> Iterator[Record]:
    return read_csv(io.BytesIO(data), settings)


def test_a_line_of_json_is_a_record_numbered_as_in_an_editor() -> None:
    data = b"\xef\xbb\xbf" + json_lines(rows([1])) + b"\n  \n" + json_lines(rows([2])).rstrip(b"\n")
    records = list(json_records(data))
    assert [record.number for record in records] == [1, 4]
    assert data[records[1].offset or 0 :].startswith(b'{"id": "p2"')
    assert [text_of(record, SETTINGS) for record in records] == [
        (page(1), ("p1", "https://example.org/1"), None),
        (page(2), ("p2", "https://example.org/2"), None),
    ]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"{", "not JSON: Expecting property name"),
        (b'{"text": "a', "not JSON"),
        (b"[" * 5000, "not JSON"),
        (b'{"text": "\xff"}', "not UTF-8 (byte 10)"),
        (b"[1]", "not a JSON object but list"),
        (b'{"body": 1, "id": 2}', "no key 'text'; there is: body, id"),
        (b'{"text": null}', "null"),
        (b'{"text": 3}', "not text but int"),
        (b'{"text": "' + b"x" * 9000 + b'"}', "larger than the limit of 5000 bytes: raise --max-record"),
    ],
)
def test_a_bad_line_of_json_is_an_error_and_the_next_is_read(line: bytes, error: str) -> None:
    found = errors(json_records(line + b"\n" + json_lines(rows([1]))))
    assert found[0] is not None and found[0].startswith(error)
    assert found[1:] == [None]


def test_a_line_larger_than_the_limit_is_never_held_whole() -> None:
    class Counting(io.BytesIO):
        largest = 0

        def readline(self, size: int | None = -1) -> bytes:
            line = super().readline(size)
            self.largest = max(self.largest, len(line))
            return line

    stream = Counting(b"x" * 5_000_000 + b"\n" + json_lines(rows([1])))
    assert texts(read_json_lines(stream, SETTINGS)) == [None, page(1)]
    assert stream.largest <= 1 << 20


def test_lone_surrogates_of_json_become_replacement_characters() -> None:
    [record] = json_records(b'{"text": "a\\ud800b \\ud83d\\ude00", "id": "\\udfff"}')
    assert text_of(record, SETTINGS) == ("a\ufffdb 😀", ("\ufffd", None), None)
    assert whole("as it is") == "as it is"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_of_csv_is_a_record_also_over_several_lines(delimiter: str, end: str) -> None:
    cells = [["id", "text", "more"], ["1", '"Zwei\nZeilen, ""so"""', "x"], [""], ["2", '"a;b\t,"', ""]]
    data = end.join(delimiter.join(row) for row in cells).encode()
    records = list(csv_records(b"\xef\xbb\xbf" + data))
    assert [(r.number, r.content, r.kept) for r in records] == [
        (1, 'Zwei\nZeilen, "so"', ("1", None)),
        (3, "a;b\t,", ("2", None)),
    ]
    assert (b"\xef\xbb\xbf" + data)[records[1].offset or 0 :].startswith(b"2")


def test_a_bad_row_of_csv_is_an_error_and_the_next_is_read() -> None:
    lines = [
        b"id,text",
        b"1,a,b",
        b"2,\xff",
        b'3,"x"y',
        b"4," + b"x" * 9000,
        b'5,"' + b"x" * 3000,
        b"y" * 3000 + b'"',
        b"6,fine",
        b'7,"never closed',
    ]
    assert errors(csv_records(b"\n".join(lines))) == [
        "3 fields where the header has 2",
        "not UTF-8: convert the file first",
        "not CSV: ',' expected after '\"'",
        "larger than the limit of 5000 bytes: raise --max-record",
        "larger than the limit of 5000 bytes: raise --max-record",
        None,
        "not CSV: unexpected end of data",
    ]


@pytest.mark.parametrize(
    "row",
    [
        b'"' + b'a "" ,\n' * 3000 + b'",2\n',
        b"x" * 4000 + b',"' + b"a\n" * 9000 + b'"\n',
        b'"' + b"a" * 4998 + b'""\n"\n',
        b'"' + b"a" * 4999 + b'"\n',
        b'"' + b"a\n" * 2499 + b"a" + b"\n" * 90 + b'"\n',
        b'5" wide ' + b"x" * 6000 + b',"b"\n',
        b'"a"' + b"x" * 6000 + b'b","c"\n',
    ],
)
def test_a_row_of_csv_above_the_limit_is_one_error_however_many_lines_it_has(row: bytes) -> None:
    data = b"text,id\n" + row + b'fine,"1"\n'
    first, second = csv_records(data)
    assert first.error == "larger than the limit of 5000 bytes: raise --max-record"
    assert (second.number, second.content, second.kept) == (2, "fine", ("1", None))
    assert data[second.offset or 0 :] == b'fine,"1"\n'


def test_a_row_of_csv_of_just_the_limit_is_read() -> None:
    [record] = csv_records(b'text\n"' + b"a\n" * 2499 + b'"\n')
    assert record.error is None and record.size == 4998
    [record] = csv_records(b"text\n" + b"a" * 5000 + b"\n")
    assert record.error is None and record.size == 5000


def test_a_long_quotation_that_is_never_closed_says_so() -> None:
    assert errors(csv_records(b'text\n"' + b"a\n" * 9000)) == [
        "not CSV: a quotation mark is never closed; larger than the limit of 5000 bytes: raise --max-record"
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"id,text\r1,a\r2,b\r", "not CSV: lines end with a carriage return alone: convert them to line feeds"),
        ("id,text\r\n1,a\r\n".encode("utf-16"), "UTF-16: convert it to UTF-8 first"),
        (
            b'id,text,"x' + b"x\n" * 6000,
            "the header is not CSV: a quotation mark is never closed; larger than the limit of 5000 bytes: raise --max-record",
        ),
        (b'id,text,"x\n1,one,x\n', "not CSV: a quotation mark in the header is never closed"),
        (b"x" * 6000, "the header is larger than the limit of 5000 bytes: raise --max-record"),
    ],
)
def test_a_csv_whose_header_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    assert read_to_error(csv_records(data))[1].reason == reason


@pytest.mark.parametrize(("data", "there"), [(b"id,body\n1,2\n", "id, body"), (b"", "no column at all")])
def test_a_csv_without_the_text_column_says_which_there_are(data: bytes, there: str) -> None:
    _, error = read_to_error(csv_records(data))
    assert error.reason == f"no column 'text': name the one with the text with --text-column; there is: {there}"


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_name_in_the_header_of_a_csv_may_have_several_lines(end: bytes) -> None:
    data = end.join([b'"a', b'note, ""so""";"id";text', b"x;1;one", b'"x', b'y";2;two'])
    records = list(csv_records(data))
    assert [(record.number, record.content, record.kept) for record in records] == [
        (1, "one", ("1", None)),
        (2, "two", ("2", None)),
    ]
    assert data[records[0].offset or 0 :].startswith(b"x;1")
    [record] = csv_records(end.join([b'id,text,"a', b'note"', b"1,one,x"]))
    assert (record.content, record.kept) == ("one", ("1", None))
    _, error = read_to_error(csv_records(end.join([b'id,body,"a', b'note"', b"1,one,x"])))
    assert error.reason.endswith("there is: id, body, a note")


def test_a_file_of_lines_in_utf_16_is_one_failure() -> None:
    for encoding in ("utf-16", "utf-32"):
        found, error = read_to_error(json_records(json_lines(rows([1, 2])).decode().encode(encoding)))
        assert not found and error.reason == "UTF-16: convert it to UTF-8 first"
    assert errors(json_records(b'\xff\xfe{"text": 1}\n')) == ["not UTF-8 (byte 0)"]


def test_names_that_are_listed_for_a_missing_one_are_cut() -> None:
    [error] = errors(json_records(b'{"' + b"x" * 4000 + b'": 1}'))
    assert error and len(error) < 400


def test_a_row_of_parquet_is_a_record(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", [{**row, "id": number} for number, row in enumerate(rows(range(200)))])
    with (tmp_path / "a.parquet").open("rb") as stream:
        records = list(read_parquet(stream, SETTINGS))
    assert [record.number for record in records] == list(range(1, 201))
    assert records[150].content == page(150) and records[150].kept == ("150", "https://example.org/150")


def test_a_bad_row_of_parquet_is_an_error_and_the_next_is_read(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", [{"text": None}, {"text": "x" * 6000}, {"text": "fine"}])
    write_parquet(tmp_path / "b.parquet", [{"text": 3}])
    bad = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\3\0\0\0"), pa.py_buffer(b"ab\xff")])
    pa.parquet.write_table(pa.table({"text": bad}), tmp_path / "c.parquet")
    pa.parquet.write_table(pa.table({"text": ["fine"], "id": bad}), tmp_path / "d.parquet")
    found = []
    for name in "abcd":
        with (tmp_path / f"{name}.parquet").open("rb") as stream:
            found += errors(read_parquet(stream, SETTINGS))
    assert found == [
        "null",
        "6000 bytes, larger than the limit of 5000 bytes: raise --max-record",
        None,
        "not text but int: cast the column to string first",
        "not UTF-8",
        "not UTF-8",
    ]


def test_a_parquet_file_that_is_damaged_or_lacks_the_column_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_parquet(path, rows(range(500)), compression="none", row_group_size=100)
    data = path.read_bytes()
    for content, reason in [
        (b"not parquet at all", "not a whole Parquet file"),
        (data[:-100], "not a whole Parquet file"),
        (gzip.compress(data), "not a whole Parquet file: packed with gzip: unpack it first"),
    ]:
        _, error = read_to_error(read_parquet(io.BytesIO(content), SETTINGS))
        assert error.reason.startswith(reason)
    _, error = read_to_error(read_parquet(io.BytesIO(data), attrs.evolve(SETTINGS, text_column="body")))
    assert "no column 'body'" in error.reason
    assert "id, url, text" in error.reason


def test_a_damaged_row_group_is_one_error_and_the_next_is_read(tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", rows(range(500)), row_group_size=100, use_dictionary=False)
    data = bytearray((tmp_path / "a.parquet").read_bytes())
    for group in (1, 4):
        column = pa.parquet.ParquetFile(tmp_path / "a.parquet").metadata.row_group(group).column(2)
        start, size = column.data_page_offset, column.total_compressed_size // 2
        data[start : start + size] = bytes(size)
    found = list(read_parquet(io.BytesIO(data), SETTINGS))
    assert [record.number for record in found] == [*range(1, 102), *range(201, 402)]
    first, last = (record.error or "" for record in found if record.error)
    assert first.startswith("damaged Parquet: ") and first.endswith("; the rows from here to 200 are left out")
    assert last.endswith("; the rows from here to 500 are left out")
    assert [record.content for record in found if not record.error] == [
        page(number) for number in (*range(100), *range(200, 400))
    ]


def test_a_parquet_file_that_cannot_be_read_on_is_no_damage(tmp_path: Path) -> None:
    class Failing(io.BytesIO):
        fails = False

        def read(self, size: int | None = -1) -> bytes:
            if self.fails:
                raise OSError(errno.EIO, "Input/output error")
            return super().read(size)

    write_parquet(tmp_path / "a.parquet", rows(range(300)), row_group_size=100)
    stream = Failing((tmp_path / "a.parquet").read_bytes())
    records = read_parquet(stream, SETTINGS)
    next(records)
    stream.fails = True
    with pytest.raises(OSError, match="Input/output error"):
        list(records)


def test_a_parquet_file_is_not_read_ahead(tmp_path: Path) -> None:
    class Counting(io.BytesIO):
        total = 0

        def read(self, size: int | None = -1) -> bytes:
            data = super().read(size)
            self.total += len(data)
            return data

    lines = [{"text": f"{number} " + random.Random(number).randbytes(2000).hex()} for number in range(3000)]
    for size in (3000, 100):
        options: dict[str, Any] = {"compression": "none", "use_dictionary": False, "write_batch_size": 16}
        write_parquet(tmp_path / "a.parquet", lines, row_group_size=size, data_page_size=1 << 16, **options)
        stream = Counting((tmp_path / "a.parquet").read_bytes())
        next(read_parquet(stream, SETTINGS))
        assert stream.total < len(stream.getvalue()) / 4


def test_large_rows_of_parquet_are_held_one_by_one(tmp_path: Path) -> None:
    for size, at_once in ((10, 64), (1 << 20, 31), (40 << 20, 1)):
        text = random.Random(1).randbytes(size // 2).hex()
        write_parquet(tmp_path / "a.parquet", [{"text": text}] * 3, compression="none", use_dictionary=False)
        assert rows_at_once(pa.parquet.read_metadata(tmp_path / "a.parquet")) == at_once
    pa.parquet.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "a.parquet")
    assert rows_at_once(pa.parquet.read_metadata(tmp_path / "a.parquet")) == 64


def test_bytes_of_parquet_are_text(tmp_path: Path) -> None:
    column = pa.array([page(1).encode(), b"a\xff", b"x" * 6000, None], pa.binary())
    kept = pa.array([b"p1", b"\xff\x01", None, b""], pa.binary())
    pa.parquet.write_table(pa.table({"text": column, "id": kept}), tmp_path / "a.parquet")
    with (tmp_path / "a.parquet").open("rb") as stream:
        records = list(read_parquet(stream, SETTINGS))
    assert texts(iter(records)) == [page(1), None, None, None]
    assert errors(iter(records)) == [
        None,
        "not UTF-8 (byte 1)",
        "6000 bytes, larger than the limit of 5000 bytes: raise --max-record",
        "null",
    ]
    assert [record.kept[0] for record in records] == ["p1", "ff01", None, ""]


def test_what_is_kept_counts_for_the_size_of_a_record() -> None:
    assert Record(1, 0, "abc", ("de", None)).size == 5
    assert Record(1, 0, None, (None,)).size == 0


def test_kept_values_are_strings() -> None:
    values = [None, "a", 3, 1.5, True, ["ä"], {"a": 1}]
    assert [as_string(value) for value in values] == [None, "a", "3", "1.5", "true", '["ä"]', '{"a": 1}']


@pytest.mark.parametrize("keep", [("text",), ("id", "id"), ("article",)])
def test_a_column_that_would_be_there_twice_is_refused(keep: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="has a column of that name by itself, or it is kept twice"):
        Settings(keep=keep)


def test_html_that_breaks_its_parser_and_bytes_that_are_no_text_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse.corpus.part.text_of_html", None)
    text, _, error = text_of(Record(1, 0, b"<p>x", (None, None), form=Form.HTML), SETTINGS)
    assert text is None and error and error.startswith("TypeError")
    assert text_of(Record(1, 0, b"a\xff", (None, None)), SETTINGS)[2] == "not UTF-8 (byte 1)"


def test_kept_values_that_python_cannot_hold_are_written_out_by_arrow(tmp_path: Path) -> None:
    columns = [
        (pa.array([1714731660123456789], pa.timestamp("ns")), "2024-05-03T10:21:00.123456789"),
        (pa.array([1714731660], pa.timestamp("s", "Mars/Olympus")), "2024-05-03T10:21:00.000Z"),
        (pa.array([1], pa.time64("ns")), "00:00:00.000000001"),
        (pa.array([7], pa.duration("ns")), "7"),
        (pa.array([5_000_000], pa.date32()), "15659-07-15"),
        (pa.array([2**55], pa.timestamp("ms")), "<value out of range: 36028797018963968>"),
        (pa.array([Decimal("1.50")]), "1.50"),
        (pa.array([[1]], pa.list_(pa.timestamp("ns"))), "1970-01-01 00:00:00.000000001"),
    ]
    table = {"text": ["fine"], **{f"c{number}": column for number, (column, _) in enumerate(columns)}}
    pa.parquet.write_table(pa.table(table), tmp_path / "a.parquet")
    with (tmp_path / "a.parquet").open("rb") as stream:
        [record] = read_parquet(stream, Settings(keep=tuple(f"c{number}" for number in range(len(columns)))))
    assert (record.error, record.content) == (None, "fine")
    assert record.kept == tuple(text for _, text in columns)
    with (tmp_path / "a.parquet").open("rb") as stream:
        [record] = read_parquet(stream, Settings(text_column="c0", keep=()))
    assert record.error == "not text but timestamp[ns]: cast the column to string first"


def test_of_two_columns_of_one_name_the_first_is_read(tmp_path: Path) -> None:
    columns = {"text": ["first", "second"], "id": ["1", "2"]}
    arrays = [pa.array([value]) for values in columns.values() for value in values]
    pa.parquet.write_table(pa.table(arrays, names=["text", "text", "id", "id"]), tmp_path / "a.parquet")
    with (tmp_path / "a.parquet").open("rb") as stream:
        [record] = read_parquet(stream, SETTINGS)
    assert (record.content, record.kept) == ("first", ("1", None))


def test_a_kept_value_nested_too_deep_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_deep(_: object) -> None:  # how deep that is depends on who calls, and on the version of Python
        raise RecursionError

    monkeypatch.setattr("newsparse.corpus.part.as_string", too_deep)
    [record] = json_records(b'{"text": "a", "id": [[[]]]}')
    assert text_of(record, SETTINGS) == (None, (None, None), "a kept value is nested too deep")
