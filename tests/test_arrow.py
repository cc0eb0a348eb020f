"""Articles as Arrow columns, and back."""

from __future__ import annotations

import datetime as dt
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

import newsparse
from newsparse.arrow import (
    SCHEMA,
    VERSION,
    VERSION_KEY,
    article_type,
    parse_batch,
    parse_value,
    to_article,
    to_row,
    to_table,
)
from newsparse.cli.case import read_case
from newsparse.formats import plain_data
from tests.test_properties import TEXTS

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
TEXT = """Harbour bridge opens after nine years

By Jane Doe
3 May 2024, 10:21 BST

The new bridge over the harbour was opened to traffic on Friday, nine years after work began. Thousands came to walk across it.

Tolls from June

Drivers will pay two pounds for each crossing from June, the council said. Walking and cycling stay free of charge.
"""


def without_evidence(article: newsparse.Article) -> newsparse.Article:
    return attrs.evolve(article, blocks=tuple(attrs.evolve(block, evidence=()) for block in article.blocks))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_an_article_survives_the_way_through_arrow(case: Path) -> None:
    article = newsparse.parse(read_case(case).text)
    table = to_table([article])
    assert table.schema.equals(SCHEMA, check_metadata=True)
    assert to_article(table.to_pylist()[0]) == without_evidence(article)


def test_an_article_survives_the_way_through_a_parquet_file_with_its_evidence(tmp_path: Path) -> None:
    article = newsparse.parse(TEXT)
    pq.write_table(parse_batch(pa.table({"text": [TEXT]}), evidence=True), tmp_path / "a.parquet")
    table = pq.read_table(tmp_path / "a.parquet")
    assert to_article(table["article"][0]) == article
    assert table.schema.metadata[VERSION_KEY.encode()].decode() == VERSION


def test_a_row_is_the_plain_data_of_the_article_but_for_the_evidence() -> None:
    article = newsparse.parse(TEXT)
    assert to_row(article) == {
        **plain_data.article_to_dict(article),
        "blocks": [{k: v for k, v in b.items() if k != "evidence"} for b in article.to_dict()["blocks"]],
    }


def test_the_schema_has_the_attributes_of_an_article() -> None:
    assert SCHEMA.names == [field.name for field in attrs.fields(newsparse.Article)]


@given(TEXTS)
@settings(max_examples=60)
def test_any_text_survives_or_has_an_error(text: str) -> None:
    row, error = parse_value(text, newsparse.Parser())
    assert (row is None) != (error is None)
    if row is not None:
        assert to_article(pa.array([row], article_type())[0]) == without_evidence(newsparse.parse(text))


@pytest.mark.parametrize("kind", ["batch", "table"])
def test_the_rows_keep_their_order_and_columns_and_get_two_more(kind: str) -> None:
    table = pa.table({"id": [7, 8], "text": [TEXT, None]}, metadata={"a": "b"})
    batch = table if kind == "table" else table.to_batches()[0]
    parsed = parse_batch(batch)
    assert type(parsed) is type(batch)
    assert parsed.schema.names == ["id", "text", "article", "error"]
    assert parsed.schema.metadata == {b"a": b"b", VERSION_KEY.encode(): VERSION.encode()}
    rows = parsed.to_pylist()
    assert [row["id"] for row in rows] == [7, 8]
    assert rows[0]["error"] is None and rows[0]["article"]["headline"] == "Harbour bridge opens after nine years"
    assert rows[1]["article"] is None and rows[1]["error"] == "null"
    with pytest.raises(ValueError, match="has no article"):
        to_article(parsed.column(2)[1])


@pytest.mark.parametrize(
    ("column", "error"),
    [
        (pa.array([None], pa.null()), "null"),
        (pa.array([3]), "not text but int: cast the column to string first"),
        (pa.array([b"Br\xfccke"]), "not UTF-8 (byte 2)"),
        (pa.array([["Bridge"]]), "not text but list: cast the column to string first"),
        (pa.array([dt.date(2024, 5, 3)]), "not text but date: cast the column to string first"),
        (pa.array(["x" * 101]), "101 characters, more than the limit of 100: raise max_characters"),
        (
            pa.Array.from_buffers(
                pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\3\0\0\0"), pa.py_buffer(b"ab\xff")], null_count=0
            ),
            "not UTF-8 (byte 2)",
        ),
    ],
)
def test_a_bad_row_has_its_error_and_the_others_their_article(column: Any, error: str) -> None:
    batch = pa.record_batch({"text": column})
    assert parse_batch(batch, max_characters=100).column("error").to_pylist() == [error]


@pytest.mark.parametrize(
    "kind",
    [
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.binary(len(TEXT)),
    ],
    ids=str,
)
def test_text_of_every_arrow_type_is_text(kind: Any) -> None:
    parsed = parse_batch(pa.table({"text": pa.array([TEXT], pa.string()).cast(kind)}))
    assert parsed["article"][0]["headline"].as_py() == "Harbour bridge opens after nine years"


def test_a_string_with_a_lone_surrogate_is_an_error() -> None:
    row, error = parse_value("a\ud800b", newsparse.Parser())
    assert row is None and error and "lone surrogate (character 1)" in error


class Broken(newsparse.Rule):
    """A rule with a bug."""

    role = newsparse.Role.LEAD

    def judge(self, block: newsparse.Block, page: newsparse.Page) -> Iterator[newsparse.Evidence]:
        raise KeyError("bug")


def test_a_rule_that_raises_costs_the_row_not_the_batch() -> None:
    parsed = parse_batch(pa.table({"text": [TEXT, ""]}), parser=newsparse.Parser([Broken()]))
    assert parsed["error"].to_pylist() == ["KeyError: 'bug'", None]


def test_language_and_publisher_hold_for_every_row() -> None:
    parsed = parse_batch(pa.table({"text": ["Hi", ""]}), language="fr", publisher="news.de")
    assert [article["language"] for article in parsed["article"].to_pylist()] == ["fr", "fr"]
    assert [article["publisher"] for article in parsed["article"].to_pylist()] == ["news.de", "news.de"]


def test_a_batch_without_rows_gets_the_columns_too() -> None:
    parsed = parse_batch(pa.table({"text": pa.array([], pa.string())}))
    assert parsed.schema.names == ["text", "article", "error"] and len(parsed) == 0


def test_slices_chunks_and_long_tables_keep_each_row_with_its_article() -> None:
    texts = [
        f"Harbour bridge {number} opens after nine years\n\n{TEXT}" if number % 7 else None for number in range(600)
    ]
    table = pa.table({"id": range(600), "text": texts})
    pieces = pa.concat_tables([table.slice(0, 5), table.slice(5, 0), table.slice(5, 595)])
    tagged = pieces.append_column("tag", pa.chunked_array([pa.array(["a", "b"] * 300).dictionary_encode()]))
    assert pieces["text"].num_chunks > 1
    for batch in (table, pieces, tagged, table.slice(100, 300), table.to_batches()[0].slice(3, 290)):
        parsed = parse_batch(batch)
        parsed.validate(full=True)
        assert parsed.schema.names[:-2] == batch.schema.names and parsed.num_rows == batch.num_rows
        assert parsed.select(batch.schema.names).to_pylist() == batch.to_pylist()
        for row in parsed.to_pylist():
            assert row["error"] == (None if row["id"] % 7 else "null")
            assert row["article"] is None or row["article"]["blocks"][0]["text"].split()[2] == str(row["id"])


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.large_string())])
def test_slices_of_every_kind_of_string_are_read_from_their_start(kind: Any) -> None:
    array = pa.array([f"Bridge {number} opens" for number in range(20)]).cast(kind)
    batch = pa.record_batch({"text": array.slice(7, 5)})
    articles = parse_batch(batch).column("article").to_pylist()
    assert [a["blocks"][0]["text"] for a in articles] == [f"Bridge {number} opens" for number in range(7, 12)]


def test_a_table_without_chunks_gets_the_columns_too() -> None:
    parsed = parse_batch(pa.table({"text": pa.chunked_array([], pa.string())}))
    assert parsed.schema.names == ["text", "article", "error"] and len(parsed) == 0
    assert parsed.schema.field("article").type == article_type()


@pytest.mark.parametrize(
    ("batch", "options", "error", "message"),
    [
        ({"text": ["a"]}, {}, TypeError, "must be a pyarrow RecordBatch or Table, got dict"),
        (pa.table({"body": ["a"]}), {}, ValueError, r"no column 'text': .* there is \['body'\]"),
        (pa.table({"text": ["a"], "error": [1]}), {}, ValueError, "has a column 'error' already"),
        (pa.table({"text": ["a"]}), {"language": "xx"}, ValueError, "xx"),
        (pa.table({"text": ["a"]}), {"publisher": "xx"}, ValueError, "xx"),
    ],
)
def test_wrong_use_is_named(batch: Any, options: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        parse_batch(batch, **options)


@pytest.mark.parametrize("row", [None, 3, {"headlines": "x"}])
def test_a_row_that_is_no_article_is_refused(row: Any) -> None:
    with pytest.raises(ValueError):
        to_article(row)


def test_null_lists_are_empty() -> None:
    assert to_article({"headline": "x", "authors": None, "blocks": None}) == newsparse.Article(headline="x")


def test_a_parser_goes_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(newsparse.Parser())).parse(TEXT) == newsparse.parse(TEXT)


def test_without_pyarrow_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "newsparse.arrow")
    with pytest.raises(ModuleNotFoundError, match=r"newsparse\[arrow\]"):
        import newsparse.arrow  # noqa: F401


@pytest.mark.parametrize(
    "row",
    [
        {"sections": [{}]},
        {"sections": 5},
        {"sections": "ab"},
        {"sections": [{"content": 5}]},
        {"sections": [{"content": [None]}]},
        {"sections": [None]},
        {"blocks": [None]},
        {"blocks": {"text": "a"}},
    ],
)
def test_a_row_of_another_shape_is_a_value_error(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"sections|blocks"):
        to_article(row)


def test_an_error_with_a_lone_surrogate_is_written() -> None:
    class Broken(newsparse.Parser):
        def parse(self, text: str, **options: Any) -> newsparse.Article:
            if text:
                raise RuntimeError("no \ud800")
            return super().parse(text, **options)

    table = parse_batch(pa.table({"text": ["a page"]}), parser=Broken())
    assert table.column("error").to_pylist() == ["RuntimeError: no \ufffd"]


def test_lists_may_be_arrays_of_numpy_as_pandas_makes_them() -> None:
    class Array:
        """What an array of NumPy is like: no sequence of Python's, but it can be gone through."""

        def __init__(self, values: list[Any]) -> None:
            self._values = values

        def __iter__(self) -> Iterator[Any]:
            return iter(self._values)

    def as_pandas(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: as_pandas(item) for key, item in value.items()}
        return Array([as_pandas(item) for item in value]) if isinstance(value, list) else value

    article = newsparse.parse(TEXT + "\n\n- one thing\n\n- another thing\n")
    row = parse_batch(pa.table({"text": [TEXT + "\n\n- one thing\n\n- another thing\n"]}), evidence=True)["article"][0]
    assert to_article(as_pandas(row.as_py())) == to_article(row) == article
