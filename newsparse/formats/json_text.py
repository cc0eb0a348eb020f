"""An article as JSON text, and back again without loss; the schema of that text."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from math import isfinite
from typing import Any

import attrs

from newsparse.article import Article
from newsparse.formats.plain_data import article_from_dict, article_to_dict

SCHEMA = "article-1.schema.json"
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON may hold as it is, but UTF-8 (lone surrogates), terminals or readers of lines may not."""


def to_json(article: Article, *, blocks: bool = True, indent: int | None = 2) -> str:
    """The article as JSON text that `from_json` reads and `json_schema()` describes, without a line end behind it.

    `blocks=False` leaves the labelled lines of the input out; `indent` is in spaces, and None puts everything on
    one line, as JSON Lines want it. Raises `ValueError` where evidence of a block has a weight that is not finite.
    """
    data = article_to_dict(article if blocks else attrs.evolve(article, blocks=()))
    if not blocks:
        del data["blocks"]
    try:
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        rules = {found.rule for block in article.blocks for found in block.evidence if not isfinite(found.weight)}
        raise ValueError(
            f"evidence of {', '.join(sorted(rules))} has a weight that is not finite, which JSON cannot hold; "
            "correct the rule, or leave evidence out with blocks=False"
        ) from None
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(text: str) -> Article:
    """The article of what `to_json` wrote; raises `ValueError` that says where the text is not such JSON."""
    if not isinstance(text, str):
        raise TypeError(f"from_json() takes a str, got {type(text).__name__}; decode bytes first")
    try:
        data = json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON, line {error.lineno}, column {error.colno}: {error.msg}") from None
    except RecursionError:
        raise ValueError("not an article: lists or objects nested deeper than any article has them") from None
    return article_from_dict(data)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_json` writes; its `$id` changes with every change to it."""
    schema: dict[str, Any] = json.loads((files("newsparse.formats") / SCHEMA).read_text(encoding="utf-8"))
    return schema


def refuse(constant: str) -> float:
    """Raise: Python writes NaN and Infinity, JSON has no such numbers."""
    raise ValueError(f"not JSON: it has no number {constant}")
