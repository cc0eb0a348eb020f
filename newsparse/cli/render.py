"""One item in, its article in the wanted format out: the work of one process among several."""

from __future__ import annotations

import enum
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs

from newsparse.article import Article
from newsparse.cli.compression import BROKEN, read_all
from newsparse.cli.decoding import decode
from newsparse.cli.given import Given
from newsparse.cli.items import Item, no_column
from newsparse.cli.problems import RunError, UsageError, account, reason, unread
from newsparse.cli.sources import Kind
from newsparse.formats import (
    CSV_COLUMNS,
    to_csv_row,
    to_html,
    to_json,
    to_json_ld,
    to_markdown,
    to_ninjs,
    to_plain_text,
)
from newsparse.formats.csv_table import defuse
from newsparse.formats.json_text import UNSAFE
from newsparse.html import parse_html
from newsparse.parser import parse


class Format(enum.Enum):
    """The ways out."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    JSON_LD = "json-ld"
    NINJS = "ninjs"


DOCUMENTS: dict[Format, Callable[[Article], str]] = {
    Format.MARKDOWN: to_markdown,
    Format.TEXT: to_plain_text,
    Format.HTML: to_html,
    Format.JSON_LD: to_json_ld,
    Format.NINJS: to_ninjs,
}
"""The formats that hold one article a file."""
SUFFIX = {
    Format.JSON: ".json",
    Format.JSONL: ".jsonl",
    Format.CSV: ".csv",
    Format.MARKDOWN: ".md",
    Format.TEXT: ".txt",
    Format.HTML: ".html",
    Format.JSON_LD: ".jsonld",
    Format.NINJS: ".ninjs.json",
}
"""How a file of each format is named, without its compression."""
JSON_FIELDS = (*(field.name for field in attrs.fields(Article)), "text")
"""What `--fields` may name for JSON: the attributes of `Article`, its clean text among them."""
ARTICLE = "article"
"""The column that takes the place of a record's text."""


NOTHING = Given()


@attrs.frozen
class Settings:
    """How to parse and what to write."""

    format: Format
    fields: tuple[str, ...] | None = None
    blocks: bool = True
    given: Given = NOTHING
    encoding: str = "utf-8"
    text_column: str = "text"
    rows: bool = False
    """Whether each article stands in a row that names its source, among others; otherwise it stands alone."""

    def check_fields(self) -> None:
        """Raise `UsageError` if the fields are none of the format."""
        if self.fields is None:
            return
        if self.format in DOCUMENTS:
            raise UsageError(f"--fields picks columns of json, jsonl and csv; {self.format.value} has none")
        if not self.fields:
            raise UsageError("--fields names none; give some, such as --fields headline,authors,text")
        known = CSV_COLUMNS if self.format is Format.CSV else JSON_FIELDS
        for field in self.fields:
            if field not in known:
                raise UsageError(f"unknown field {field!r}: {self.format.value} has {', '.join(known)}")


@attrs.frozen
class Row:
    """A row of CSV."""

    cells: dict[str, str]
    """By column, the record's own first."""
    place: dict[str, str]
    """Where the text of a record stood that has no other column; a table of other columns goes without."""


@attrs.frozen
class Outcome:
    """What became of an item: an output, or a problem."""

    output: str | Row = ""
    """The text of a document or of a row of JSON, or a row of CSV."""
    problem: str | None = None


def process(batch: Sequence[Item], settings: Settings) -> list[Outcome]:
    """The outcome of each item; nothing that an item holds raises."""
    return [outcome(item, settings) for item in batch]


def outcome(item: Item, settings: Settings) -> Outcome:
    """The outcome of one item."""
    if item.problem:
        return Outcome(problem=item.problem)
    try:
        text, record = content(item, settings)
        parser = parse_html if item.kind is Kind.HTML else parse
        article = parser(text, **attrs.asdict(settings.given))
        return Outcome(render(article, item, record, settings))
    except (RunError, UsageError, ModuleNotFoundError, *BROKEN) as error:
        return Outcome(problem=f"{item.place}: {unread(error)}")
    except Exception as error:  # a rule or publisher of another package may raise anything; the next item shall go on
        return Outcome(problem=f"{item.place}: {account(error)}")


def content(item: Item, settings: Settings) -> tuple[str, dict[str, Any]]:
    """The text of an item, and the other columns of its record; raises `RunError` or what reading raises."""
    if isinstance(item.data, Path):
        return decode(read_all(item.data), settings.encoding), {}
    if isinstance(item.data, bytes):
        return decode(item.data, settings.encoding), {}
    record = dict(item.data) if isinstance(item.data, dict) else json_object(item.data or "")
    column = settings.text_column
    if column not in record:
        raise RunError(no_column(column, ", ".join(record) or "none"))
    text = record.pop(column)
    if not isinstance(text, str):
        raise RunError(f"column {column!r} must hold text, not {json.dumps(text)[:40]}")
    return text, record


def json_object(line: str) -> dict[str, Any]:
    """The object of a line of JSON Lines."""
    try:
        record = json.loads(line, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise RunError(f"not JSON ({error.msg}, column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise RunError(f"not JSON that can be read ({reason(error)})") from None
    if not isinstance(record, dict):
        raise RunError("each line must be a JSON object, {...}")
    return record


def refuse(constant: str) -> float:
    """Raise: Python reads and writes NaN and Infinity, JSON has no such numbers."""
    raise ValueError(f"JSON has no number {constant}")


def render(article: Article, item: Item, record: dict[str, Any], settings: Settings) -> str | Row:
    """The article in the wanted format."""
    if settings.format in DOCUMENTS:
        return DOCUMENTS[settings.format](article)
    origin = record or {"file": item.source.name if item.source else item.place}
    if not record and item.line is not None:
        origin |= {"line": item.line}
    if settings.format is Format.CSV:
        cells = csv_cells(article, settings.fields)
        if record or item.line is None:
            return Row(own_cells(origin) | cells, {})
        return Row(cells, own_cells(origin))
    indent = None if settings.rows else 2
    if settings.fields is None:
        text = to_json(article, blocks=settings.blocks, indent=indent)
    else:
        known = article.to_dict() | {"text": article.text}
        text = dump({field: known[field] for field in settings.fields}, indent=indent)
    if not settings.rows:
        return text
    if ARTICLE in origin:
        raise RunError(f"the record has a column {ARTICLE!r} already, which the result would replace; rename it")
    return f'{dump(origin, indent=None)[:-1]}, "{ARTICLE}": {text}}}'


def csv_cells(article: Article, fields: tuple[str, ...] | None) -> dict[str, str]:
    """The cells of an article."""
    cells = to_csv_row(article)
    return {field: cells[field] for field in fields or CSV_COLUMNS}


def own_cells(origin: dict[str, Any]) -> dict[str, str]:
    """The cells of a record; a column that has the name of an article's comes as `source_…`."""
    return {(f"source_{name}" if name in CSV_COLUMNS else name): defuse(cell(value)) for name, value in origin.items()}


def cell(value: object) -> str:
    """A value of a record as a cell."""
    if isinstance(value, str):
        return value
    return "" if value is None else dump(value, indent=None)


def dump(value: object, *, indent: int | None) -> str:
    """A value as JSON text, in the way of `to_json`."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
