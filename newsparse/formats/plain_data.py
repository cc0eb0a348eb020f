"""An article as dicts, lists, strings and numbers, and back again without loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from newsparse.article import Article, BulletList, Caption, Evidence, Paragraph, Role, Section
from newsparse.block import Block

T = TypeVar("T")

STRINGS = ("headline", "kicker", "lead", "dateline", "signature", "publisher", "language")
LISTS = ("authors", "agencies", "bullets", "related", "boilerplate")
DATES = ("published", "modified")
KEYS = frozenset((*STRINGS, *LISTS, *DATES, "sections", "captions", "blocks"))


def article_to_dict(article: Article) -> dict[str, Any]:
    """See `Article.to_dict`."""
    return {
        "headline": article.headline,
        "kicker": article.kicker,
        "lead": article.lead,
        "authors": list(article.authors),
        "agencies": list(article.agencies),
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "dateline": article.dateline,
        "bullets": list(article.bullets),
        "sections": [section_to_dict(section) for section in article.sections],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "related": list(article.related),
        "boilerplate": list(article.boilerplate),
        "signature": article.signature,
        "publisher": article.publisher,
        "language": article.language,
        "blocks": [block_to_dict(block) for block in article.blocks],
    }


def section_to_dict(section: Section) -> dict[str, Any]:
    """A section; each part of its content says which `type` it is."""
    return {
        "header": section.header,
        "content": [
            {"type": "paragraph", "text": part.text}
            if isinstance(part, Paragraph)
            else {"type": "bullet_list", "items": list(part.items)}
            for part in section.content
        ],
    }


def block_to_dict(block: Block) -> dict[str, Any]:
    """A block with its evidence."""
    return {
        "text": block.text,
        "start": block.start,
        "end": block.end,
        "role": block.role.value,
        "evidence": [
            {"rule": e.rule, "role": e.role.value, "weight": e.weight, "reason": e.reason} for e in block.evidence
        ],
    }


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """See `Article.from_dict`."""
    if not isinstance(data, Mapping):
        raise ValueError(f"an article must be a mapping, got {type(data).__name__}")
    unknown = sorted(set(data) - KEYS)
    if unknown:
        raise ValueError(f"unknown key {unknown[0]!r}: an article has the keys {', '.join(sorted(KEYS))}")
    values: dict[str, Any] = {key: text_or_none(data, key) for key in STRINGS}
    values |= {key: strings(data, key) for key in LISTS}
    values |= {key: date(data, key) for key in DATES}
    return Article(
        **values,
        sections=each(data, "sections", section_from_dict),
        captions=each(data, "captions", lambda item: Caption(str(item["text"]), text_or_none(item, "credit"))),
        blocks=each(data, "blocks", block_from_dict),
    )


def text_or_none(data: Mapping[str, Any], key: str) -> str | None:
    """The string under a key, None if it is missing."""
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{key!r} must be a string or null, got {value!r}")
    return value


def strings(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The strings under a key."""
    values = data.get(key, ())
    if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"{key!r} must be a list of strings, got {values!r}")
    return tuple(values)


def date(data: Mapping[str, Any], key: str) -> datetime | None:
    """The date under a key."""
    value = text_or_none(data, key)
    try:
        return datetime.fromisoformat(value) if value is not None else None
    except ValueError:
        raise ValueError(f"{key!r} must be an ISO 8601 date, got {value!r}") from None


def each(data: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    """What `make` makes of each item under a key; errors name the item."""
    items = data.get(key, ())
    if not isinstance(items, list | tuple):
        raise ValueError(f"{key!r} must be a list, got {items!r}")
    made: list[T] = []
    for number, item in enumerate(items):
        try:
            made.append(make(item))
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"{key!r}[{number}] lacks or mistakes {error}: {item!r}") from None
    return tuple(made)


def section_from_dict(data: Mapping[str, Any]) -> Section:
    """A section of what `section_to_dict` made."""
    content: list[Paragraph | BulletList] = []
    for part in data["content"]:
        if part["type"] == "paragraph":
            content.append(Paragraph(str(part["text"])))
        elif part["type"] == "bullet_list":
            content.append(BulletList(strings(part, "items")))
        else:
            raise ValueError(f"a part of a section is a 'paragraph' or a 'bullet_list', got {part['type']!r}")
    return Section(text_or_none(data, "header"), tuple(content))


def block_from_dict(data: Mapping[str, Any]) -> Block:
    """A block of what `block_to_dict` made."""
    evidence = tuple(
        Evidence(str(e["rule"]), Role(e["role"]), float(e["weight"]), str(e["reason"])) for e in data["evidence"]
    )
    return Block(str(data["text"]), int(data["start"]), int(data["end"]), Role(data["role"]), evidence)
