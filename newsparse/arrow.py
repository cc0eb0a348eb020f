"""Articles as Arrow columns, for everything that speaks Arrow: pandas, Polars, DuckDB, Spark, Ray (extra `arrow`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

from newsparse.article import Article
from newsparse.extras import install
from newsparse.formats.plain_data import article_from_dict, article_to_dict
from newsparse.parser import Parser, default_parser

try:
    import pyarrow as pa
except ModuleNotFoundError:
    raise ModuleNotFoundError(f"newsparse.arrow needs pyarrow: {install('arrow')}") from None

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)

VERSION = "1"
"""Of the schema. It grows by one when a field is renamed, removed or changes its type; a new field keeps it."""
VERSION_KEY = "newsparse.article"
"""The key of schema metadata that the version stands under."""
MAX_CHARACTERS = 10_000_000
"""Code points of the longest text that is parsed unless told otherwise: some hundred times the longest news page."""

AT_ONCE = 256
"""Rows that are held as Python objects at once: they take some ten times the space of Arrow's."""


def article_type(*, evidence: bool = False) -> pa.StructType:
    """The Arrow type of an article: the attributes of `Article` in their order, as in its JSON.

    Dates are ISO 8601 strings, because one timestamp column cannot hold both "10:21 in London" and "10:21, zone
    not said"; every engine casts them. A part of a section has `type` "paragraph" and a `text`, or "bullet_list"
    and `items`. A block's `start` and `end` count code points. With `evidence`, blocks carry their reasons, which
    takes several times the space.
    """
    text, texts = pa.string(), pa.list_(pa.string())
    part = pa.struct({"type": text, "text": text, "items": texts})
    block = {"text": text, "start": pa.int64(), "end": pa.int64(), "role": text}
    if evidence:
        reason = pa.struct({"rule": text, "role": text, "weight": pa.float64(), "reason": text})
        block["evidence"] = pa.list_(reason)
    return pa.struct(
        {
            "headline": text,
            "kicker": text,
            "lead": text,
            "authors": texts,
            "agencies": texts,
            "published": text,
            "modified": text,
            "dateline": text,
            "bullets": texts,
            "sections": pa.list_(pa.struct({"header": text, "content": pa.list_(part)})),
            "captions": pa.list_(pa.struct({"text": text, "credit": text})),
            "related": texts,
            "boilerplate": texts,
            "signature": text,
            "publisher": text,
            "language": text,
            "blocks": pa.list_(pa.struct(block)),
        }
    )


SCHEMA = pa.schema(list(article_type()), metadata={VERSION_KEY: VERSION})
"""An article as a row of its own: the fields of `article_type()`, with the version in the metadata."""


def parse_batch(
    batch: Batch,
    text_column: str = "text",
    *,
    language: str | None = None,
    publisher: str | None = None,
    parser: Parser | None = None,
    evidence: bool = False,
    max_characters: int = MAX_CHARACTERS,
) -> Batch:
    """The same rows, with a struct column `article` (of `article_type()`) and a string column `error` after the others.

    Takes a RecordBatch or a Table and returns one; the texts are strings, or bytes of UTF-8. In each row one of the
    two new columns is null: `error` says why a text could not be parsed (null, not text, not UTF-8, longer than
    `max_characters` code points), and never stops the batch. `language` (ISO 639-1) and `publisher` (a profile's
    name) hold for every row; `parser` takes the place of the default one.

    Raises `TypeError` for anything but a RecordBatch or Table, and `ValueError` for a column that is missing or
    already there, an unknown language or an unknown publisher.
    """
    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise TypeError(f"batch must be a pyarrow RecordBatch or Table, got {type(batch).__name__}")
    names = batch.schema.names
    if text_column not in names:
        raise ValueError(f"no column {text_column!r}: name the one with the text as text_column; there is {names}")
    for name in ("article", "error"):
        if name in names:
            raise ValueError(f"the batch has a column {name!r} already: rename it first")
    parser = parser or default_parser()
    parser.parse("", language=language, publisher=publisher)  # raises for a wrong name before any row is spent
    column = batch.column(names.index(text_column))
    kind = article_type(evidence=evidence)
    articles, errors = [pa.array([], kind)], [pa.array([], pa.string())]
    for start in range(0, len(column), AT_ONCE):
        pairs = [
            parse_value(
                scalar,
                parser,
                language=language,
                publisher=publisher,
                evidence=evidence,
                max_characters=max_characters,
            )
            for scalar in column.slice(start, AT_ONCE)
        ]
        articles.append(pa.array([row for row, _ in pairs], kind))
        errors.append(pa.array([error for _, error in pairs], pa.string()))
    metadata = {**(batch.schema.metadata or {}), VERSION_KEY: VERSION}
    join = pa.chunked_array if isinstance(batch, pa.Table) else pa.concat_arrays
    schema = pa.schema([*batch.schema, pa.field("article", kind), pa.field("error", pa.string())], metadata=metadata)
    columns = [*batch.columns, join(articles), join(errors)]
    return type(batch).from_arrays(columns, schema=schema)


def parse_value(
    value: object,
    parser: Parser,
    *,
    language: str | None = None,
    publisher: str | None = None,
    evidence: bool = False,
    max_characters: int = MAX_CHARACTERS,
) -> tuple[dict[str, Any] | None, str | None]:
    """The row of one text (a string, bytes of UTF-8 or an Arrow scalar) and None, or None and why there is none."""
    try:
        text = value.as_py() if isinstance(value, pa.Scalar) else value
        if text is None:
            return None, "null"
        if isinstance(text, bytes):  # many a file of Parquet does not say that its text is text
            text = text.decode("utf-8")
        if not isinstance(text, str):
            return None, f"not text but {type(text).__name__}: cast the column to string first"
        if len(text) > max_characters:
            return None, f"{len(text)} characters, more than the limit of {max_characters}: raise max_characters"
        text.encode("utf-8")  # Arrow's strings are UTF-8, which a lone surrogate has no place in
        return to_row(parser.parse(text, language=language, publisher=publisher), evidence=evidence), None
    except UnicodeDecodeError as error:
        return None, f"not UTF-8 (byte {error.start})"
    except UnicodeEncodeError as error:
        return None, f"a lone surrogate (character {error.start}), which has no UTF-8: replace it by U+FFFD"
    except Exception as error:  # a rule of the user's, or memory: one row must not cost the others
        return None, whole(f"{type(error).__name__}: {error}")


def whole(text: str | None) -> str | None:
    """A text with lone surrogates, which JSON can hold and Arrow cannot, replaced by U+FFFD; its length stays."""
    try:
        if text is not None:
            text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text or "")
    return text


def to_row(article: Article, *, evidence: bool = False) -> dict[str, Any]:
    """An article as a row of `SCHEMA`, or with `evidence` of `article_type(evidence=True)`."""
    if evidence:
        return article_to_dict(article)
    row = article_to_dict(attrs.evolve(article, blocks=()))  # a page has thousands of reasons: do not make them first
    row["blocks"] = [
        {"text": block.text, "start": block.start, "end": block.end, "role": block.role.value}
        for block in article.blocks
    ]
    return row


def to_table(articles: Iterable[Article]) -> pa.Table:
    """Articles as a table of `SCHEMA`, one row each. A string with a lone surrogate raises `UnicodeEncodeError`."""
    return pa.Table.from_pylist([to_row(article) for article in articles], schema=SCHEMA)


def to_article(row: Mapping[str, Any] | pa.StructScalar) -> Article:
    """The article of a row: a mapping (as `to_pylist()` gives) or a scalar of the `article` column.

    Nothing is lost but the evidence of blocks where the row has none. Raises `ValueError` for a row that is null or
    does not fit.
    """
    data = row.as_py() if isinstance(row, pa.Scalar) else row
    if data is None:
        raise ValueError("the row has no article: its column 'error' says why")
    if not isinstance(data, Mapping):
        raise ValueError(f"the row of an article must be a mapping, got {type(data).__name__}")
    # an engine may turn an empty list into null on its way
    plain = filled(data)
    # a struct of Arrow has every field: in a paragraph the items are null, in a list the text
    plain["sections"] = each(plain.get("sections", []), section_of)
    plain["blocks"] = each(plain.get("blocks", []), lambda block: {"evidence": [], **filled(block)})
    return article_from_dict(plain)


def each(values: Any, change: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Any:
    """A list with each mapping in it changed; what else there may be is left for `article_from_dict` to name."""
    if isinstance(values, str | Mapping) or not isinstance(values, Iterable):
        return values
    return [change(value) if isinstance(value, Mapping) else value for value in values]


def section_of(struct: Mapping[str, Any]) -> dict[str, Any]:
    """A section without the nulls that Arrow put into its parts."""
    section = {**struct}
    if "content" in section:
        section["content"] = each(() if section["content"] is None else section["content"], filled)
    return section


def filled(struct: Mapping[str, Any]) -> dict[str, Any]:
    """A struct without the fields that are null, and with lists for what stands in for them, as NumPy's arrays do."""
    return {
        key: value if isinstance(value, str | Mapping) or not isinstance(value, Iterable) else list(value)
        for key, value in struct.items()
        if value is not None
    }
